import { type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { SnapshotManifest } from './views.ts'

function textOf(manifest: SnapshotManifest): Buffer {
  return Buffer.from(`board-snapshot/1\n${canonicalJson(manifest)}`)
}

/**
 * Signs a manifest with the office's package key: Ed25519 over its canonical JSON behind a line with the format's name.
 * @example signManifest(deps.packageKey().privateKey, manifest)
 */
export function signManifest(key: KeyObject, manifest: SnapshotManifest): string {
  return sign(null, textOf(manifest), key).toString('base64')
}

/**
 * Whether the office that was paired signed this manifest.
 * @example isManifestSigned(officeKey, manifest, signature)
 */
export function isManifestSigned(key: KeyObject, manifest: SnapshotManifest, signature: string): boolean {
  return verify(null, textOf(manifest), key, Buffer.from(signature, 'base64'))
}
