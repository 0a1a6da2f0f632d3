import type { DownwardKind, Instruction } from '../../../domain/exchange/downward.ts'
import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'
import type { DictionaryKind } from '../../../domain/wording/wording-entry.ts'
import type { ImportPreview } from '../../catalogue/views.ts'
import type { CalendarPreview } from '../../duty/views.ts'
import type { DictionaryPreview } from '../../wording/views.ts'
import type { ReceiptOutcome } from '../receipt/views.ts'

/** One thing the county sent. */
export type DownwardItemView = {
  readonly id: string
  readonly kind: DownwardKind
  readonly key: string
  readonly version: number
  readonly title: string
  readonly fileName: string
  readonly size: number
  /** Package of the county it came with. */
  readonly sequence: number
  readonly cameAt: string
  /** What it says, where it is an instruction; null otherwise and when it cannot be read. */
  readonly instruction: Instruction | null
  /** Null while nobody has decided. */
  readonly end: {
    readonly how: 'TAKEN' | 'DECLINED' | 'READ' | 'OVERTAKEN'
    readonly note: string
    readonly at: string
    readonly by: { readonly id: string; readonly name: string } | null
  } | null
}

/** Answer of `GET /downward-items`. */
export type DownwardItemsView = {
  /** Open ones, instructions with the nearest date first. */
  readonly open: readonly DownwardItemView[]
  /** Newest first, at most 200. */
  readonly ended: readonly DownwardItemView[]
  /** Numbers of packages of the county that never came: a remark, items are offered all the same. */
  readonly missingSequences: readonly number[]
}

/** Answer of `GET /downward-items/:id/difference`: what taking it would change. */
export type DownwardDifference =
  | { readonly kind: 'CATALOGUE'; readonly preview: ImportPreview }
  | { readonly kind: 'CALENDAR'; readonly preview: CalendarPreview }
  | { readonly kind: 'DICTIONARY'; readonly dictionary: DictionaryKind; readonly preview: DictionaryPreview }
  | { readonly kind: 'INSTRUCTION'; readonly instruction: Instruction }

/** What became of one package of the county. */
export type DownwardOutcome =
  | {
      readonly name: string
      readonly outcome: 'NEW' | 'KNOWN'
      readonly sequence: number
      readonly items: readonly DownwardItemView[]
      /** Packages before it that never came. */
      readonly missingSequences: readonly number[]
    }
  | {
      readonly name: string
      readonly outcome: 'REFUSED'
      readonly code: RefusalCode
      readonly params: RefusalParams
    }

/** Answer of `POST /downward`. */
export type DownwardTaken = { readonly results: readonly DownwardOutcome[] }

/** A file on a drive that is for this office, by its name; what it really is shows when it is taken in. */
export type DriveExchangeFile = {
  /** Path under the drive. */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly kind: 'RECEIPT' | 'DOWNWARD'
  /** It is on record already, the same to the byte. */
  readonly known: boolean
  /** Number of the receipt or of the county's package. */
  readonly number: number
}

/** Answer of `GET /drives/:id/exchange-files`. */
export type DriveExchangeFiles = { readonly files: readonly DriveExchangeFile[] }

/** Answer of `POST /drives/:id/take-in`: everything that lies there for this office, receipts first. Nothing on the drive is changed. */
export type DriveTakenIn = {
  readonly receipts: readonly ReceiptOutcome[]
  readonly downward: readonly DownwardOutcome[]
}

/*
 * POST /api/desk/downward  multipart: file (one or several) → DownwardTaken
 * GET  /api/desk/downward-items → DownwardItemsView
 * GET  /api/desk/downward-items/:id/difference → DownwardDifference
 * POST /api/desk/downward-items/:id/take  { kind:'CATALOGUE', importId, sheets } | { kind:'CALENDAR', digest, confirmed, keyName? } | { kind:'DICTIONARY', digest } → DownwardItemView
 * POST /api/desk/downward-items/:id/decline { note } → DownwardItemView
 * POST /api/desk/downward-items/:id/read → DownwardItemView
 * GET  /api/desk/drives/:id/exchange-files → DriveExchangeFiles ; POST /api/desk/drives/:id/take-in → DriveTakenIn
 */
