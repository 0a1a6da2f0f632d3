import type { ChangeKind, InstanceMark, PackageCounts } from './package-records.ts'
import type { RecordFaultCode, RecordRemarkCode } from './record-fault.ts'

/** Version of the receipt (docs/receipt-format.md). */
export const RECEIPT_FORMAT = 'board-receipt/1'

/** What became of the package a receipt is about. `DUPLICATE` never appears: the same package twice is given its first receipt again. */
export const RECEIPT_VERDICTS = ['ACCEPTED', 'PARTLY_REJECTED', 'HELD'] as const
/** One verdict. */
export type ReceiptVerdict = (typeof RECEIPT_VERDICTS)[number]

/** What the county answers for one change. */
export type ReceiptItem = {
  /** Number of the change in the office's outbox. */
  readonly change: number
  readonly kind: ChangeKind
  readonly indexNumber: string
  readonly editionNumber: number
  /** Hash of the edition the change is about. */
  readonly hash: string
  readonly result: 'ACCEPTED' | 'REJECTED'
  /** Why it was rejected; null when it was accepted. */
  readonly fault: {
    readonly code: RecordFaultCode
    readonly params: Readonly<Record<string, string | number>>
  } | null
  /** What the county noticed and took all the same. */
  readonly remarks: readonly RecordRemarkCode[]
}

/** How far the county has got with an office's database: everything up to there is on record, one way or the other. */
export type HeldMark = {
  /** Instance of the office's database. */
  readonly instanceId: string
  /** Newest package that was taken in. */
  readonly sequence: number
  /** SHA-256 (hex) of its seal. */
  readonly seal: string
  /** Newest change it answers for. */
  readonly change: number
}

/** An edition the county holds from a former state of the office's database, which that database did not offer again. */
export type UnknownEdition = {
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
}

/**
 * What the county answers, signed by its key. Only this turns a row green. It answers for one package; `held` and `waiting` say how the
 * county stands after it.
 */
export type Receipt = {
  readonly format: typeof RECEIPT_FORMAT
  readonly county: { readonly name: string; readonly code: string; readonly instance: InstanceMark }
  readonly office: { readonly name: string; readonly uscc: string }
  /** Number of the receipt for this office, from 1 without gaps in a county's database. */
  readonly number: number
  /** What the county's clock said, UTC; a claim. */
  readonly claimedAt: string
  readonly package: {
    readonly instanceId: string
    readonly sequence: number
    readonly seal: string
    readonly changes: { readonly first: number; readonly last: number }
  }
  readonly verdict: ReceiptVerdict
  /** Counted by the county in the package; equal to what its manifest declares, or it would have been refused. */
  readonly counts: PackageCounts & { readonly accepted: number; readonly rejected: number }
  /** Empty when the package is held. */
  readonly items: readonly ReceiptItem[]
  /** Null while nothing was ever taken in. */
  readonly held: HeldMark | null
  /** Packages that are here and wait for earlier ones, by sequence. */
  readonly waiting: readonly number[]
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  /** After a restore at the office: what the county holds and the restored database did not offer. */
  readonly unknown: readonly UnknownEdition[]
  /** The office's key that counts from now on, by its id; tells the office that a key change has arrived. */
  readonly officeKeyId: string
}
