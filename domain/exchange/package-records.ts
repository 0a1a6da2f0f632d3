import type { PublicContent } from '../notice/content.ts'
import type { WithdrawalReason } from '../notice/notice-state.ts'

/** Version of the package format that this product writes and reads (docs/package-format.md). */
export const PACKAGE_FORMAT = 'board-package/1'

/** What an entry of a package is. */
export const PACKAGE_ENTRY_KINDS = ['EDITION', 'WITHDRAWAL', 'ATTACHMENT'] as const
/** One kind of entry. */
export type PackageEntryKind = (typeof PACKAGE_ENTRY_KINDS)[number]

/** One line of the manifest: every file of the package except the manifest itself. */
export type PackageManifestEntry = {
  readonly path: string
  /** SHA-256 of the unpacked bytes, lower-case hex. */
  readonly sha256: string
  /** Unpacked size in bytes. */
  readonly size: number
  readonly kind: PackageEntryKind
}

/** How many files of each kind a package carries; the receiver counts again (declared = received). */
export type PackageCounts = {
  readonly editions: number
  readonly withdrawals: number
  readonly attachments: number
}

/** What the office says about the package before its entries are known. */
export type PackageHead = {
  readonly office: { readonly name: string; readonly uscc: string }
  /** Id of the office's database; a restored database has another one, so both sides start from a known point. */
  readonly instanceId: string
  /** 1 for a database's first package, then without gaps; a restored copy goes on from where the backup stood. */
  readonly sequence: number
  /** SHA-256 (hex) of the previous package's seal; null for the first. */
  readonly previous: string | null
  /** Instant, UTC, as `2026-11-20T08:00:00.000Z`. */
  readonly createdAt: string
  /**
   * Newest event of the office's log when the package was begun. Signed and handed on, so that the log cannot be written
   * anew afterwards without the holder of the package being able to show it.
   */
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** The manifest: `manifest.json` in the package. Entries are sorted by path. */
export type PackageManifest = PackageHead & {
  readonly format: typeof PACKAGE_FORMAT
  readonly counts: PackageCounts
  readonly entries: readonly PackageManifestEntry[]
}

/**
 * A published edition as it travels: `editions/<sha256 of this file>.json`. The file is not named by the edition's
 * hash, because the same text may be published twice, under two index numbers.
 */
export type EditionRecord = {
  readonly format: 'board-edition-record/1'
  readonly indexNumber: string
  /** 1 for a notice's first edition. */
  readonly editionNumber: number
  readonly publishedAt: string
  /** Hash of the edition that this one replaces; null for the first. */
  readonly supersedes: string | null
  /** SHA-256 (hex) of the canonical JSON of `content`. */
  readonly hash: string
  readonly content: PublicContent
}

/** A tombstone as it travels: `withdrawals/<sha256 of this file>.json`. Only this takes a notice down, never absence. */
export type WithdrawalRecord = {
  readonly format: 'board-withdrawal/1'
  readonly indexNumber: string
  /** The edition that was taken down, by number and hash. */
  readonly editionNumber: number
  readonly editionHash: string
  /** Null when the title itself must not be seen. */
  readonly title: string | null
  readonly withdrawnAt: string
  readonly reason: WithdrawalReason
  readonly note: string
  /** Index number of the notice it went into; absent unless CONSOLIDATED. */
  readonly consolidatedInto?: string
}
