import type { PackageManifest } from '../domain/exchange/package-records.ts'
import { accept } from '../domain/refusal.ts'
import type { Result } from '../domain/refusal.ts'
import { openPackage, type OpenOptions } from './open-package.ts'

/** What a proved package says of itself. */
export type PackageProof = Omit<PackageManifest, 'files'> & {
  /** Bytes of the whole file. */
  readonly size: number
  readonly keyId: string
  /** SHA-256 (hex) of the seal; the next package of the same office names it as `previous`. */
  readonly seal: string
  /** True when the key is one of those given, null when none were given and nobody vouches for it. */
  readonly keyTrusted: true | null
}

/**
 * Proves a package as `openPackage` does, refuses as it does, and closes it again. Without `trustedKeys` any key passes and the proof says so.
 * @example await verifyPackage('board-….zip', { trustedKeys: [keyId] })
 */
export async function verifyPackage(path: string, options: OpenOptions = {}): Promise<Result<PackageProof>> {
  const opened = await openPackage(path, options)
  if (!opened.ok) return opened
  await opened.value.close()
  const { manifest, size, keyId, seal } = opened.value
  const { files: _, ...head } = manifest
  return accept({ ...head, size, keyId, seal, keyTrusted: options.trustedKeys ? true : null })
}
