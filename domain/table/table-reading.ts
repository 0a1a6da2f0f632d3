import type { FieldAction, FieldKind } from './field-kind.ts'
import type { ListType } from './list-type.ts'
import type { NameRule } from './name-mask.ts'

/** One sheet of a file as it was read: office only. Rows and columns count from 0. */
export type TableSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly string[])[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Cells whose formula was never reckoned, in words. */
  readonly missing: readonly string[]
}

/** What stands around a village's monthly accounts; amounts in yuan as typed, empty where nothing was said. */
export type FinanceHead = {
  readonly unit: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly opening: string
  readonly closing: string
  readonly cash: string
  readonly bank: string
  readonly receivable: string
  readonly payable: string
  readonly preparer: string
  readonly director: string
  readonly accountant: string
  readonly supervisor: string
}

/** One column of a table: what it holds and what is done with it. */
export type TableColumn = { readonly kind: FieldKind; readonly action: FieldAction }

/** How a sheet becomes a public table; everything here is the clerk's to change within the policy. */
export type TableReading = {
  readonly sheet: number
  /** The row of headings, from 0. */
  readonly headerRow: number
  /** Hidden rows and columns are left out unless the clerk says otherwise. */
  readonly withHidden: boolean
  readonly listType: ListType
  readonly columns: readonly TableColumn[]
  readonly nameRule: NameRule
  /** Rows of the sheet (from 0) the clerk leaves out. */
  readonly leftOut: readonly number[]
  /** Rows of the sheet (from 0) that read like a note or a signature and are entries, as the clerk says. */
  readonly entries?: readonly number[]
  readonly finance: FinanceHead | null
}

/** A cell put right at the desk, without a new file. */
export type TableCorrection = { readonly row: number; readonly column: number; readonly text: string }

/** A row with its place in the sheet, from 0. */
export type TableRow = { readonly at: number; readonly cells: readonly string[] }

/** The rows of a sheet by what they are. */
export type TableRows = {
  readonly header: readonly string[]
  readonly data: readonly TableRow[]
  readonly totals: readonly TableRow[]
  /** Sums of a part of the entries; none is a person or an amount of its own. */
  readonly subtotals: readonly TableRow[]
  /** What stands above the headings and under the totals. */
  readonly around: readonly TableRow[]
  readonly hidden: readonly TableRow[]
  readonly leftOut: readonly TableRow[]
}
