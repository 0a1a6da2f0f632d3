import canonicalize from 'canonicalize'
import { sha256 } from '../platform/sha256.ts'

/** Name of the list of files in a backup. */
export const BACKUP_MANIFEST = 'backup.json'

/** One file of a backup. */
export type BackupFile = { readonly path: string; readonly sha256: string; readonly size: number }

/** What a backup says of itself. */
export type BackupManifest = {
  readonly format: 'board-backup/1'
  readonly createdAt: string
  /** Id of the database that was copied; null when the office was not set up yet. */
  readonly instanceId: string | null
  readonly files: readonly BackupFile[]
  /** Files that rows name but that could not be copied, by path; the office had lost them before. */
  readonly missing: readonly string[]
}

const PATH =
  /^(?:board\.sqlite3|blobs\/[0-9a-f]{2}\/[0-9a-f]{62}|(?:keys|packages)\/[0-9A-Za-z][0-9A-Za-z._-]{0,100})$/

/**
 * Writes the manifest with a check over itself, so that a flipped byte in it is seen as well.
 * @example manifestText(manifest) // '{"check":"…","createdAt":…}'
 */
export function manifestText(manifest: BackupManifest): string {
  return canonicalText({ ...manifest, check: sha256(canonicalText(manifest)) })
}

/**
 * Reads a manifest; null when it is none, or damaged. Only paths a backup can have are accepted: a manifest is
 * a file on a stick and may have been written by anybody.
 * @example readManifest('{}') // null
 */
export function readManifest(text: string): BackupManifest | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { check, ...rest } = value as Record<string, unknown>
  if (rest['format'] !== 'board-backup/1' || check !== sha256(canonicalText(rest))) return null
  const manifest = rest as BackupManifest
  const listed = manifest.files.every(
    ({ path, sha256: hash, size }) =>
      PATH.test(path) && /^[0-9a-f]{64}$/.test(hash) && Number.isSafeInteger(size),
  )
  return listed && manifest.files.some(({ path }) => path === 'board.sqlite3') ? manifest : null
}

function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('a manifest is always JSON')
  return text
}
