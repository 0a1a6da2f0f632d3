import type { ReceiptVerdict } from '../../../domain/exchange/receipt.ts'

/** How an office's key stands: PENDING until the words were compared. */
export type KeyState = 'PENDING' | 'ACTIVE' | 'REVOKED' | 'NONE'

/** One office in the list. */
export type OfficeRow = {
  readonly id: number
  readonly name: string
  readonly uscc: string
  readonly key: KeyState
  /** Newest package taken in; null while nothing ever came. */
  readonly sequence: number | null
  readonly change: number | null
  /** Packages that are here and wait, by number. */
  readonly waiting: readonly number[]
  /** Packages that are missing, by number; empty without a gap. */
  readonly missing: readonly number[]
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  readonly lastContactAt: string | null
  /** Days in Asia/Shanghai since then; null when it was never heard of. */
  readonly daysSince: number | null
  /** Rejected changes whose notice has no later accepted edition. */
  readonly rejected: number
  readonly editions: number
}

/** Numbers above the list. */
export type OfficeTotals = {
  readonly offices: number
  readonly silent: number
  readonly gaps: number
  readonly waiting: number
  readonly rejected: number
  /** From how many days on an office counts as silent. */
  readonly silentDays: number
}

/** A key of an office. */
export type OfficeKeyView = {
  readonly keyId: string
  /** Four words that two people compare by telephone. */
  readonly words: string
  readonly state: 'PENDING' | 'ACTIVE' | 'REVOKED'
  readonly cameBy: 'CARD' | 'PACKAGE'
  readonly since: string
  readonly endedAt: string | null
  readonly reason: string | null
}

/** An office's own page. */
export type OfficeDetail = OfficeRow & {
  readonly regionCode: string
  readonly indexTemplates: readonly string[]
  readonly enrolledAt: string
  readonly instanceId: string | null
  /** Day the newest package claims, ahead of the county's own: its statistics were not taken. Null otherwise. */
  readonly statisticsAhead: string | null
  readonly formerInstances: number
  readonly keys: readonly OfficeKeyView[]
  readonly receipts: number
}

/** A package as it came. */
export type PackageRow = {
  readonly instanceId: string
  readonly sequence: number
  readonly state: 'APPLIED' | 'WAITING' | 'SUPERSEDED'
  readonly firstChange: number
  readonly lastChange: number
  readonly heldBack: number
  readonly editions: number
  readonly withdrawals: number
  readonly statistics: number
  readonly attachments: number
  readonly accepted: number
  readonly rejected: number
  readonly claimedAt: string
  readonly size: number
  readonly cameBy: 'FILE' | 'UPLOAD' | 'NETWORK'
  readonly receivedAt: string
}

/** A receipt that was written. */
export type ReceiptRow = {
  readonly number: number
  readonly sequence: number
  readonly verdict: ReceiptVerdict
  readonly claimedAt: string
}
