import type { Receipt, ReceiptVerdict, UnknownEdition } from '../../../domain/exchange/receipt.ts'
import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'

/** A receipt on record, as the desk lists it. */
export type ReceiptView = {
  readonly id: number
  /** Number of the county, from 1 for this office. */
  readonly number: number
  /** It came from a database of the county that was given up since. */
  readonly formerCounty: boolean
  /** It is about a package of a former state of this database (before a restore): it is on file and says nothing about today's changes. */
  readonly formerInstance: boolean
  /** Package it is about. */
  readonly sequence: number
  readonly verdict: ReceiptVerdict
  readonly accepted: number
  readonly rejected: number
  readonly held: Receipt['held']
  /** Change from which on something is missing at the county; null without a gap. */
  readonly missingFrom: number | null
  /** Packages that wait at the county for earlier ones. */
  readonly waiting: readonly number[]
  /** After a restore here: what the county holds and this database did not offer. */
  readonly unknown: readonly UnknownEdition[]
  readonly claimedAt: string
  /** FILE: whole. CODE: of the printed receipt. */
  readonly cameAs: 'FILE' | 'CODE'
  readonly place: 'NEW' | 'COUNTY_RESTORED' | 'LATE'
  readonly takenAt: string
  readonly takenBy: { readonly id: string; readonly name: string } | null
}

/** What can be done about packages the county is missing. */
export type GapView = {
  /** Number of the receipt that says so. */
  readonly receipt: number
  readonly missingFrom: number
  /** Packages that carried what is missing: send one of them again, or offer again. */
  readonly packages: readonly number[]
  readonly waiting: readonly number[]
}

/** Answer of `GET /receipts`. */
export type ReceiptsView = {
  /** Newest first. */
  readonly receipts: readonly ReceiptView[]
  /** Numbers of receipts that never came, of the county's database that counts. */
  readonly missingNumbers: readonly number[]
  /** What the county says it is missing, by the newest receipt; null when nothing is. */
  readonly gap: GapView | null
}

/** What became of one file or code. */
export type ReceiptOutcome =
  | {
      readonly name: string
      readonly outcome: 'NEW' | 'KNOWN' | 'LATE' | 'COUNTY_RESTORED'
      readonly receipt: ReceiptView
      /** Tasks it opened and ended. */
      readonly tasksOpened: number
      readonly tasksEnded: number
      /** From this receipt on the office signs with its new key. */
      readonly keyChanged: boolean
    }
  | {
      readonly name: string
      readonly outcome: 'REFUSED'
      readonly code: RefusalCode
      readonly params: RefusalParams
    }

/** Answer of `POST /receipts`: one outcome a file, in their order. What was refused changed nothing; the others are taken in. */
export type ReceiptsTaken = { readonly results: readonly ReceiptOutcome[] }

/*
 * GET  /api/desk/receipts → ReceiptsView
 * POST /api/desk/receipts  multipart: file (one or several), or `code` (text of a printed receipt) → ReceiptsTaken
 */
