import { open } from 'node:fs/promises'

/**
 * Writes a printed sheet over whatever file stands there. One for a `limited` circle may be read by its owner alone, also where
 * an older file of that name was open to everybody. @throws for a disk that takes nothing.
 * @example await keepSheet('公示.pdf', bytes, false)
 */
export async function keepSheet(file: string, bytes: Uint8Array, limited: boolean): Promise<void> {
  const handle = await open(file, 'w', limited ? 0o600 : 0o666)
  try {
    if (limited) await handle.chmod(0o600)
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
}
