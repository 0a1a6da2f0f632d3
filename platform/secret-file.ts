import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a key file that only its owner may read, in a folder only its owner may list, unless one is there already: of two
 * processes that find none, one makes the key and both must go on with it, so the caller reads the file afterwards. It
 * takes its name when its bytes are on the disk: a power cut must not leave half a key under the name of a whole one.
 * @example writeSecretOnce('/data/keys/fingerprint.key', key.toString('hex'))
 */
export function writeSecretOnce(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.${randomUUID()}.partial`
  try {
    const handle = openSync(partial, 'wx', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    takeName(partial, file)
  } finally {
    rmSync(partial, { force: true })
  }
}

/** A link never replaces what has the name, which a rename does. */
function takeName(partial: string, file: string): void {
  try {
    linkSync(partial, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    // Some disks (FAT sticks) know no links: there the window between look and rename has to do.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code ?? '')) throw error
    if (!existsSync(file)) renameSync(partial, file)
  }
}
