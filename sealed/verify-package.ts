import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Seal } from '../domain/exchange/package-seal.ts'
import type { PackageManifest } from '../domain/exchange/package-records.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import { hashRange } from './seal-write.ts'
import { findSeal, isSealSigned } from './read-seal.ts'
import { verifyContents } from './verify-contents.ts'
import { SEAL_PLACE, placeOfDamage } from './verify-place.ts'

/** What a proved package says of itself. */
export type PackageProof = Omit<PackageManifest, 'entries'> & {
  /** Bytes of the whole file. */
  readonly size: number
  readonly keyId: string
  /** SHA-256 (hex) of the seal; the next package of the same office names it as `previous`. */
  readonly seal: string
  /** True when the key is one of those given, null when none were given and nobody vouches for it. */
  readonly keyTrusted: true | null
}

/** Whom to believe. */
export type VerifyOptions = {
  /** Ids of the keys that are believed; without it any key passes and the proof says so. */
  readonly trustedKeys?: readonly string[]
}

/**
 * Proves a package: the seal is signed with the key it names, every byte of the file is the sealed one, every entry
 * is what the manifest says, nothing is missing or extra, and every edition's hash is that of its content.
 * Refuses `package.not-a-package`, `package.signature-invalid`, `package.unknown-key`, `package.unsafe-name` and
 * `package.damaged` with the first broken byte range `[from, to)` and the `entry` it lies in. Reads only.
 * @example await verifyPackage('board-….zip', { trustedKeys: [keyId] })
 */
export async function verifyPackage(
  path: string,
  options: VerifyOptions = {},
): Promise<Result<PackageProof>> {
  const file = await open(path, 'r')
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return refuse('package.not-a-package')
    const found = await findSeal(file, stat.size)
    switch (found.found) {
      case 'NOTHING':
        return refuse('package.not-a-package')
      case 'CUT_SHORT':
        return refuse('package.damaged', { from: stat.size, to: found.to, entry: SEAL_PLACE })
      case 'BROKEN_SEAL':
        return refuse('package.signature-invalid')
      case 'SEAL':
        break
    }
    const { seal } = found
    if (!isSealSigned(seal)) return refuse('package.signature-invalid')
    if (options.trustedKeys && !options.trustedKeys.includes(seal.keyId)) {
      return refuse('package.unknown-key', { keyId: seal.keyId })
    }
    const broken = await firstBrokenChunk(file, path, seal)
    if (broken !== null) return broken
    if (found.end !== stat.size) {
      return refuse('package.damaged', { from: found.end, to: stat.size, entry: SEAL_PLACE })
    }
    const manifest = await verifyContents(file, path)
    if (!manifest.ok) return manifest
    const { entries: _, ...head } = manifest.value
    return accept({
      ...head,
      size: stat.size,
      keyId: seal.keyId,
      seal: createHash('sha256').update(found.text, 'ascii').digest('hex'),
      keyTrusted: options.trustedKeys ? true : null,
    })
  } finally {
    await file.close()
  }
}

async function firstBrokenChunk(file: FileHandle, path: string, seal: Seal): Promise<Refusal | null> {
  for (const [index, expected] of seal.chunks.entries()) {
    const from = index * seal.chunkSize
    const to = Math.min(seal.bodySize, from + seal.chunkSize)
    if ((await hashRange(file, from, to)) !== expected) {
      return refuse('package.damaged', { from, to, entry: await placeOfDamage(file, path, from, to) })
    }
  }
  return null
}
