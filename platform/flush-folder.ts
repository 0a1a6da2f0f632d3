import { open } from 'node:fs/promises'

/**
 * Flushes a folder, so that a new name in it outlives a power cut.
 * @example await flushFolder('/media/stick')
 */
export async function flushFolder(path: string): Promise<void> {
  // Windows cannot flush a folder; there the rename itself is journalled by NTFS.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
