import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../platform/flush-folder.ts'
import type { PackageKey } from './package-key.ts'
import { sealZip } from './seal-write.ts'
import { ZipWriter } from './write-zip.ts'

/** A sealed file as it lies on the disk. */
export type SealedFile = {
  readonly path: string
  /** Bytes of the whole file. */
  readonly size: number
  /** SHA-256 (hex) of the whole file. */
  readonly sha256: string
  /** SHA-256 (hex) of the seal's text. */
  readonly seal: string
  readonly keyId: string
}

/** What `writeSealedZip` needs. */
export type SealedZipInput<T> = {
  readonly target: string
  /** Instant that every entry of the ZIP is dated with. */
  readonly claimedAt: string
  readonly key: PackageKey
  readonly signal?: AbortSignal | undefined
  readonly fill: (zip: ZipWriter) => Promise<T>
}

/**
 * Writes a sealed ZIP under `<target>.partial`, flushed to the disk and renamed only when it is complete, so that a stick pulled too
 * early never holds half a package under a whole name. When anything fails or the signal fires, it throws and nothing stays behind.
 * @example await writeSealedZip({ target, claimedAt, key, fill: (zip) => zip.addText(() => 'manifest.json', '{}') })
 */
export async function writeSealedZip<T>(
  input: SealedZipInput<T>,
): Promise<{ readonly file: SealedFile; readonly filled: T }> {
  const { target, key, signal } = input
  const partial = `${target}.partial`
  try {
    const filled = await writeBody(partial, input)
    const sealed = await sealZip(partial, key, signal)
    signal?.throwIfAborted()
    await rename(partial, target)
    await flushFolder(dirname(target))
    return { file: { path: target, keyId: key.keyId, ...sealed }, filled }
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function writeBody<T>(path: string, input: SealedZipInput<T>): Promise<T> {
  const file = await open(path, 'w')
  try {
    const zip = new ZipWriter(file, input.claimedAt)
    const filled = await input.fill(zip)
    await zip.end()
    return filled
  } finally {
    await file.close()
  }
}
