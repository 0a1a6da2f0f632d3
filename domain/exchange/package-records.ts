import type { PublicContent } from '../notice/content.ts'
import type { WithdrawalReason } from '../notice/notice-state.ts'
import type { DutyStatistic } from './duty-statistic.ts'

/** Version of the package format that this product writes and reads (docs/package-format.md). */
export const PACKAGE_FORMAT = 'board-package/2'

/** Kinds of records; each has one NDJSON file in a package, present even when it is empty. */
export const RECORD_KINDS = ['EDITION', 'WITHDRAWAL', 'STATISTIC'] as const
/** One kind of record. */
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Kinds of records that are changes: numbered by the outbox, answered one by one in a receipt. */
export type ChangeKind = Exclude<RecordKind, 'STATISTIC'>

/** One file of a package, the manifest apart. */
export type PackageFile = {
  readonly path: string
  readonly kind: RecordKind | 'ATTACHMENT'
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** How many records and attachments a package carries; the receiver counts again (declared = received). */
export type PackageCounts = {
  readonly editions: number
  readonly withdrawals: number
  readonly statistics: number
  readonly attachments: number
}

/**
 * Which changes of the office's outbox a package answers for. Every change from `first` to `last` is in it, has become void (an
 * edition withdrawn before it was sent; its tombstone goes), or is held back: that number stays empty for good, and what may go later goes
 * under a new one. `first` is `last + 1` when it carries statistics only.
 */
export type ChangeRange = {
  readonly first: number
  readonly last: number
  /** How many of its numbers are passed over; what may go later follows under a new number. */
  readonly heldBack: number
}

/** The database a package was written from. Order goes by these numbers, never by a clock. */
export type InstanceMark = {
  /** UUID of the office's database; a restored database has another one. */
  readonly id: string
  /** The ids it had before it was restored, oldest first. */
  readonly former: readonly string[]
}

/** The newest receipt the office had taken in when it wrote the package: what both sides know. Null before the first. */
export type KnownReceipt = {
  readonly countyInstanceId: string
  readonly number: number
}

/** One package before this one. */
export type ChainLink = {
  readonly sequence: number
  /** SHA-256 (hex) of its seal. */
  readonly seal: string
}

/** A key that will sign from when the county has confirmed it by a receipt. */
export type NextKey = {
  /** Ed25519, SPKI DER in Base64. */
  readonly publicKey: string
  /** `age1…`. */
  readonly recipient: string
}

/** What the office says about the package before its files are known. */
export type PackageHead = {
  readonly producer: { readonly name: 'disclosure-board'; readonly version: string }
  readonly office: { readonly name: string; readonly uscc: string }
  readonly instance: InstanceMark
  /** Number of the package, from 1 without gaps in an office's database; a restored copy goes on from where the backup stood. */
  readonly sequence: number
  /** SHA-256 (hex) of the seal of the package before it in this database; null for the first. */
  readonly previous: string | null
  /**
   * Seals of the packages this database wrote before, oldest first, without gaps up to `previous`: from the newest the county has answered for (or the
   * first of this instance). So the county sees that what it holds belongs to the same history: a disk that went back to a former
   * state uses its numbers again for other things. Empty for the first of an instance.
   */
  readonly chain: readonly ChainLink[]
  readonly changes: ChangeRange
  /** What the office's clock said, UTC, as `2026-11-20T08:00:00.000Z`; a claim, nothing is ordered by it. */
  readonly claimedAt: string
  readonly lastReceipt: KnownReceipt | null
  readonly nextKey: NextKey | null
  /**
   * Newest event of the office's log when the package was begun. Signed and handed on, so that the log cannot be written
   * anew afterwards without the holder of the package being able to show it.
   */
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** The manifest: `manifest.json`, the last file of the package. Files are sorted by path. */
export type PackageManifest = PackageHead & {
  readonly format: typeof PACKAGE_FORMAT
  readonly counts: PackageCounts
  readonly files: readonly PackageFile[]
}

/** A published edition as it travels: one line of `records/editions.ndjson`. */
export type EditionRecord = {
  readonly format: 'board-edition-record/2'
  /** Number of the change in the office's outbox. */
  readonly change: number
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

/** A tombstone as it travels: one line of `records/withdrawals.ndjson`. Only this takes a notice down, never absence. */
export type WithdrawalRecord = {
  readonly format: 'board-withdrawal/2'
  /** Number of the change in the office's outbox. */
  readonly change: number
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

/** What one line of a package's records may hold. */
export type PackageRecord = EditionRecord | WithdrawalRecord | DutyStatistic
