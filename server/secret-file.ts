import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a key file that only its owner may read, in a folder only its owner may list. It takes its name when its bytes
 * are on the disk: a power cut must not leave half a key under the name of a whole one.
 * @example writeSecretFile('/data/keys/fingerprint.key', key.toString('hex'))
 */
export function writeSecretFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.partial`
  const handle = openSync(partial, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, file)
}
