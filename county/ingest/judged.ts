import type { DutyStatistic } from '../../domain/exchange/duty-statistic.ts'
import type { RecordFault } from '../../domain/exchange/judge-edition.ts'
import type { PackageManifest, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import type { PrivacyFinding } from '../../domain/exchange/privacy-finding.ts'
import type { RecordRemarkCode } from '../../domain/exchange/record-fault.ts'
import type { PublicAttachment } from '../../domain/notice/content.ts'
import type { Refusal } from '../../domain/refusal.ts'

/** A package that was proved, without its records. */
export type ProvedPackage = {
  readonly manifest: PackageManifest
  readonly seal: string
  readonly keyId: string
  readonly publicKey: string
  /** Bytes. */
  readonly size: number
}

/** An edition as it goes into the database, judged by itself. Of one that is rejected nothing but its numbers and its hash is left. */
export type JudgedEdition = {
  readonly change: number
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly supersedes: string | null
  readonly publishedAt: string
  readonly title: string
  readonly unit: string
  readonly unitKind: string
  readonly noticeKind: string
  readonly catalogue: string | null
  readonly level1: string | null
  readonly level2: string | null
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly issueDate: string | null
  readonly expiresAt: string | null
  readonly changeKind: string | null
  /** Canonical JSON. */
  readonly content: string
  readonly attachments: readonly PublicAttachment[]
  readonly fault: RecordFault | null
  readonly remarks: readonly RecordRemarkCode[]
  /** Personal data that was found, allowed or not; never the value. */
  readonly found: readonly PrivacyFinding[]
}

/** A withdrawal, judged by itself. */
export type JudgedWithdrawal = WithdrawalRecord & { readonly fault: RecordFault | null }

/** Some records of one kind, in the order of the package. */
export type JudgedBatch =
  | { readonly kind: 'EDITION'; readonly rows: readonly JudgedEdition[] }
  | { readonly kind: 'WITHDRAWAL'; readonly rows: readonly JudgedWithdrawal[] }
  | { readonly kind: 'STATISTIC'; readonly rows: readonly DutyStatistic[] }

/** By what records are judged, as it travels to the thread that does it. */
export type JudgingRules = {
  readonly indexTemplates: readonly string[]
  readonly office: { readonly uscc: string; readonly regionCode: string }
  /** Lines of each catalogue given out, by `itemKey`. */
  readonly catalogues: readonly (readonly [string, readonly string[]])[]
  /** What of the office's editions is allowed, by their hash. */
  readonly allowed: readonly (readonly [string, readonly PrivacyFinding[]])[]
  readonly now: string
  readonly today: string
}

/** What a reader of packages is asked. */
export type ReaderCall =
  | { readonly call: 'open'; readonly path: string; readonly trustedKeys: readonly string[] | null }
  | { readonly call: 'judge'; readonly rules: JudgingRules }
  /** The next batch; null after the last. */
  | { readonly call: 'next' }
  /** Keeps files of the package under their hashes in the data folder. */
  | { readonly call: 'keep'; readonly dataFolder: string; readonly hashes: readonly string[] }
  | { readonly call: 'close' }

/** What it gives. */
export type ReaderValue = ProvedPackage | Refusal | JudgedBatch | null

/** What comes back from a reader in a thread of its own. */
export type ThreadAnswer =
  { readonly done: true; readonly value: ReaderValue } | { readonly done: false; readonly fault: string }
