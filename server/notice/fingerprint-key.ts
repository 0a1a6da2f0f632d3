import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSecretOnce } from '../../platform/secret-file.ts'

/**
 * Reads the key of this office's fingerprints from `<data>/keys/fingerprint.key` (64 hex digits), or makes it on the
 * first call. It lies beside the database and not in it: an eleven-digit number can be found from its fingerprint by
 * trying them all, so a copy of the database alone must not hold the key. A lost key costs the overrides and masks of
 * unpublished texts, which the gate then asks for again. @throws when the file is there but holds no key.
 * @example loadFingerprintKey('/var/lib/board').length // 32
 */
export function loadFingerprintKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'keys', 'fingerprint.key')
  if (!existsSync(file)) writeSecretOnce(file, `${randomBytes(32).toString('hex')}\n`)
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} holds no key`)
  return Buffer.from(text, 'hex')
}
