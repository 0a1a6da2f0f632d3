import type { ColumnProof } from '../../../domain/table/derive-table.ts'
import type { ListPolicy, TableFault } from '../../../domain/table/list-policy.ts'
import type { ListType } from '../../../domain/table/list-type.ts'
import type { NameRule } from '../../../domain/table/name-mask.ts'
import type { TableReading } from '../../../domain/table/table-reading.ts'
import type { PersonRef, SavedDraft } from '../views.ts'

/** A list of a notice as the draft's panel shows it; nothing of its rows. */
export type TableLine = {
  readonly id: string
  readonly fileName: string
  readonly listType: ListType
  readonly state: 'DRAFT' | 'IN_TEXT'
  readonly rows: number
  readonly faults: number
  /** Whether the text still holds the table as it was taken over. */
  readonly unchanged: boolean
}

/** What a row of the file is. */
export type BeforeRowKind = 'HEADER' | 'DATA' | 'TOTAL' | 'SUBTOTAL' | 'AROUND' | 'HIDDEN' | 'LEFT_OUT'

/** A list at work: personal values stand in it, so only handlers are answered. */
export type TableDetail = {
  readonly id: string
  readonly noticeId: string
  readonly fileName: string
  readonly state: 'DRAFT' | 'IN_TEXT'
  readonly revision: number
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[]
  readonly reading: TableReading
  /** Its number is 0 while the office has set none; set or not, nobody outside the office has confirmed it. */
  readonly policy: { readonly policy: ListPolicy; readonly number: number }
  readonly before: {
    readonly header: readonly string[]
    readonly rows: readonly {
      readonly at: number
      readonly kind: BeforeRowKind
      readonly cells: readonly string[]
    }[]
  }
  readonly after: {
    readonly header: readonly string[]
    readonly rows: readonly (readonly string[])[]
    /** The row of the sheet (from 0) each comes from. */
    readonly from: readonly number[]
    readonly totals: readonly string[] | null
  }
  readonly columns: readonly ColumnProof[]
  readonly hidden: {
    readonly sheets: readonly string[]
    /** Rows as the file counts them, from 1. */
    readonly rows: readonly number[]
    readonly columns: readonly string[]
  }
  readonly missing: readonly string[]
  readonly faults: readonly TableFault[]
  /** Rows (from 1) with a voucher number that another row bears. */
  readonly repeatedVouchers: readonly number[]
  readonly taken: { readonly at: string; readonly by: PersonRef; readonly sha256: string } | null
}

/** Answer of a take-over: the list, and the text with it. */
export type TakenTable = { readonly table: TableDetail; readonly draft: SavedDraft }

/** What was done with a list, for whoever decides: no value of a person in clear. */
export type TableProof = {
  readonly id: string
  readonly fileName: string
  readonly fileSha256: string
  readonly listType: ListType
  readonly nameRule: NameRule
  /** 0 for the program's own. */
  readonly policyNumber: number
  /** The list is worked on no more; what it left out stays out, and its table may still stand in the text. */
  readonly setAside: boolean
  readonly takenBy: PersonRef
  readonly takenAt: string
  readonly sha256: string
  /** Whether the text that was asked about holds this very table. */
  readonly inText: boolean
  readonly rows: number
  readonly leftOut: number
  readonly corrections: number
  readonly columns: readonly ColumnProof[]
  readonly samples: readonly { readonly before: readonly string[]; readonly after: readonly string[] }[]
  /** What the search for removed values came to. */
  readonly search: {
    readonly values: number
    readonly searched: number
    readonly found: number
    readonly files: readonly {
      readonly name: string
      readonly textRead: boolean
      readonly searched: boolean
    }[]
  }
}

/** The policy of one kind of list, as the settings show it. */
export type PolicyView = {
  readonly listType: ListType
  readonly policy: ListPolicy
  /** 0 for the program's own; setting one is no proof that it is right. */
  readonly number: number
  readonly basis: string
  readonly setBy: PersonRef | null
  readonly setAt: string | null
}
