import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import { fileSha256 } from './file-sha256.ts'
import { flushFolder } from './flush-folder.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { sha256 } from './sha256.ts'

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const GONE: ReadonlySet<string> = new Set(['EIO', 'ENODEV', 'ENXIO'])

/**
 * Writes a file that somebody will carry away: under `.partial` first, flushed, read back and compared by its SHA-256, and only then named; the
 * folder is made where there is none. Gives its path. Refuses `package.destination-invalid`, `package.no-space` with the `needed` bytes,
 * `package.drive-gone` and `package.copy-damaged`; nothing half-written has a name then.
 * @example await writeProvedFile('/media/stick', 'receipt-….json', bytes) // { ok: true, value: '/media/stick/receipt-….json' }
 */
export async function writeProvedFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string>> {
  const path = join(folder, name)
  const partial = `${path}.partial`
  try {
    const written = await refuseUnwritable(async () => {
      await mkdir(folder, { recursive: true })
      await writeFlushed(partial, bytes)
      if ((await fileSha256(partial)) !== sha256(bytes)) return false
      await rename(partial, path)
      await flushFolder(folder)
      return true
    })
    if (!written.ok) return written
    return written.value ? accept(path) : refuse('package.copy-damaged')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (FULL.has(code)) return refuse('package.no-space', { needed: bytes.length, free: 0 })
    if (GONE.has(code)) return refuse('package.drive-gone')
    throw error
  } finally {
    // Gone already where it was named; on a drive that was pulled out there is nothing to take away.
    await rm(partial, { force: true }).catch(() => undefined)
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  await rm(path, { force: true })
  // Never through something that is there: a stick may hold a link that leads anywhere.
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
