import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { SnapshotPiece } from './views.ts'

/**
 * The content of a snapshot as one SHA-256 (hex) over its list of pieces. The instant of the newest record grows with whatever
 * anybody does at the desk: by itself it is no new version.
 * @example contentOf(manifest.pieces) === contentOf(former.pieces) // nothing public changed
 */
export function contentOf(pieces: readonly SnapshotPiece[]): string {
  return sha256(canonicalJson(pieces.filter(({ table }) => table !== 'audit_event')))
}
