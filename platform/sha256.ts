import { createHash } from 'node:crypto'

/**
 * SHA-256 as lower-case hex; strings are hashed as UTF-8.
 * @example sha256('') // 'e3b0c442…'
 */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
