import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse, type Result } from '../../domain/refusal.ts'
import { decryptFile, isAgeFile } from '../../sealed/age-file.ts'
import type { AgeIdentity } from '../../sealed/age-identity.ts'
import { PACKAGE_LIMITS } from '../../sealed/package-limits.ts'
import { type PackageProof, verifyPackage } from '../../sealed/verify-package.ts'

/**
 * Proves a package, encrypted or not: an encrypted one is opened with this office's own identity, into a folder that is gone afterwards.
 * Refuses as `verifyPackage` and `decryptFile` do; `package.cannot-decrypt` when it is encrypted and there is no identity at hand.
 * @example await verifyAnyPackage('board-….zip.age', { identity: () => loadAgeIdentity(dataFolder), trustedKeys: [keyId] })
 */
export async function verifyAnyPackage(
  path: string,
  options: {
    readonly identity: (() => Promise<AgeIdentity>) | null
    readonly trustedKeys?: readonly string[]
    /** Where the opened copy lies meanwhile; the system's place for passing files unless told otherwise. */
    readonly passage?: string
  },
): Promise<Result<PackageProof>> {
  const proof = options.trustedKeys ? { trustedKeys: options.trustedKeys } : {}
  if (!(await isAgeFile(path))) return verifyPackage(path, proof)
  const folder = await mkdtemp(join(options.passage ?? tmpdir(), 'board-verify-'))
  try {
    const plain = join(folder, 'package.zip')
    if (options.identity === null) return refuse('package.cannot-decrypt')
    const { identity } = await options.identity()
    const opened = await decryptFile(path, plain, identity, {
      limit: PACKAGE_LIMITS.bytes,
    })
    return opened.ok ? await verifyPackage(plain, proof) : opened
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
