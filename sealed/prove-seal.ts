import type { FileHandle } from 'node:fs/promises'
import type { Seal } from '../domain/exchange/package-seal.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import { pieceBuffer } from './read-lines.ts'
import { findSeal, isSealSigned, sealHash } from './read-seal.ts'
import { hashRange } from './seal-write.ts'
import { SEAL_PLACE, placeOfDamage } from './verify-place.ts'

/** What a proved seal says. */
export type ProvedSeal = {
  /** SHA-256 (hex) of the seal's text. */
  readonly seal: string
  readonly keyId: string
  /** Ed25519, SPKI DER in Base64. */
  readonly publicKey: string
  /** Bytes of the whole file. */
  readonly size: number
}

/** What `proveSeal` goes by. */
export type SealOptions = {
  /** Ids of the keys that are believed; undefined believes any. */
  readonly trustedKeys?: readonly string[] | undefined
  readonly bytes: number
  readonly isSafeName: (name: string) => boolean
}

/**
 * Proves that every byte of a file is the sealed one and that the seal was made with the key it names, one to be believed.
 * Refuses `package.not-a-package`, `package.too-large`, `package.signature-invalid`, `package.unknown-key`, and `package.damaged` with the
 * first broken byte range and the entry it lies in.
 * @example await proveSeal(file, path, { bytes: PACKAGE_LIMITS.bytes, isSafeName: isPackageEntryName })
 */
export async function proveSeal(
  file: FileHandle,
  path: string,
  options: SealOptions,
): Promise<Result<ProvedSeal>> {
  const stat = await file.stat()
  if (!stat.isFile()) return refuse('package.not-a-package')
  const { size } = stat
  if (size > options.bytes) return refuse('package.too-large', { part: 'bytes', limit: options.bytes })
  const found = await findSeal(file, size, options.isSafeName)
  switch (found.found) {
    case 'NOTHING':
      return refuse('package.not-a-package')
    case 'CUT_SHORT':
      return refuse('package.damaged', { from: size, to: found.to, entry: SEAL_PLACE })
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
  if (found.end !== size) return refuse('package.damaged', { from: found.end, to: size, entry: SEAL_PLACE })
  return accept({
    seal: sealHash(found.text),
    keyId: seal.keyId,
    publicKey: seal.publicKey,
    size,
  })
}

async function firstBrokenChunk(file: FileHandle, path: string, seal: Seal): Promise<Refusal | null> {
  const buffer = pieceBuffer(seal.chunkSize)
  for (const [index, expected] of seal.chunks.entries()) {
    const from = index * seal.chunkSize
    const to = Math.min(seal.bodySize, from + seal.chunkSize)
    if ((await hashRange(file, { from, to }, buffer)) !== expected) {
      return refuse('package.damaged', { from, to, entry: await placeOfDamage(file, path, from, to) })
    }
  }
  return null
}
