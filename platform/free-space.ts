import { statfs } from 'node:fs/promises'

/** Room on a disk, in bytes. */
export type DiskSpace = { readonly free: number; readonly total: number }

/** Asks for the room where a folder lies; null when the disk does not say. */
export type AskSpace = (folder: string) => Promise<DiskSpace | null>

/**
 * Room that is left for this program where a folder lies.
 * @example (await diskSpace('/media/stick'))?.free
 */
export const diskSpace: AskSpace = async (folder) => {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}
