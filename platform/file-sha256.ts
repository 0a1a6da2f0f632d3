import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/**
 * SHA-256 of a file as lower-case hex, piece by piece: however large it is, little is in memory. Throws when it cannot be read.
 * @example await fileSha256('/data/packages/board-….zip.age') // 'e3b0c442…'
 */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}
