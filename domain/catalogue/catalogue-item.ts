import type { DeadlineRule, DisplayPeriod } from '../duty/deadline/deadline-rule.ts'
import type { CatalogueVersion, LayoutColumn } from './catalogue-version.ts'

/** Regimes kept apart on one wall (domain book, "five things"). */
export const REGIMES = ['GOV', 'VILLAGE', 'RESIDENT', 'PARTY'] as const
/** One regime. */
export type Regime = (typeof REGIMES)[number]

/**
 * How far what is disclosed under an item may go (公开范围): everybody; the people of a village or group, on their board;
 * or only the persons named (精准推送), which never stands on a board, kiosk, screen or in a public package.
 */
export const DISCLOSURE_SCOPES = ['PUBLIC', 'LIMITED_CIRCLE', 'NAMED_PERSONS'] as const
/** One scope. */
export type DisclosureScope = (typeof DISCLOSURE_SCOPES)[number]

/** One row of a disclosure catalogue (基层政务公开标准目录, domain book §3.1). Texts are kept as the county wrote them. */
export type CatalogueItem = {
  readonly id: string
  readonly catalogueId: string
  /** Place in the table, from 0. */
  readonly position: number
  readonly serial: string
  readonly itemLevel1: string
  readonly itemLevel2: string
  readonly itemLevel3: string
  readonly contentElements: string
  readonly legalBasis: string
  readonly deadlineText: string
  /** What was understood of the text, or what a clerk has set; null while nobody has. */
  readonly deadlineRule: DeadlineRule | null
  /** True when a clerk has set rule and display period: reading the text anew must not undo it. */
  readonly deadlineRuleSet: boolean
  readonly displayPeriod: DisplayPeriod | null
  readonly publishingUnit: string
  readonly channels: readonly string[]
  /** 公开对象 as found: whole society, specific group, or not said. */
  readonly audience: 'ALL' | 'SPECIFIC_GROUP' | 'UNSTATED'
  readonly audienceNote: string
  readonly disclosureScope: DisclosureScope
  readonly disclosureMode: 'PROACTIVE' | 'ON_REQUEST' | 'UNSTATED'
  /** 公开层级 as ticked: 县级, 乡级, 村级 and what else the table has. */
  readonly levels: readonly string[]
  /** Columns the standard does not have, kept under their own heading. */
  readonly extra: Readonly<Record<string, string>>
  /** Where the row stood in the file: the sheet's name and the row as the person sees it, from 1; 0 when it came from no file. */
  readonly sourceSheet: string
  readonly sourceRow: number
}

/** A catalogue with the version that counts: the newest approved one, else the newest draft. */
export type Catalogue = {
  readonly id: string
  readonly name: string
  readonly regime: Regime
  readonly createdAt: string
  readonly version: CatalogueVersion
  /** Rows of that version. */
  readonly itemCount: number
}

/** A row as the importer understood it, before it has an id. */
export type CatalogueRow = Omit<CatalogueItem, 'id' | 'catalogueId' | 'position'>

/** What the importer read from one file. `notes` names what it could not place; nothing is dropped silently. */
export type CatalogueReading = {
  readonly name: string
  readonly regime: Regime
  readonly columns: readonly LayoutColumn[]
  readonly rows: readonly CatalogueRow[]
  readonly notes: readonly CatalogueNote[]
}

/** What a remark is about; those of one row carry its number. */
export const CATALOGUE_NOTE_CODES = [
  'ROW_SKIPPED',
  'COLUMN_UNKNOWN',
  'CELL_UNREADABLE',
  'HEADER_REPEATED',
  'SHEET_SKIPPED',
  'FILLED_FROM_ABOVE', // the columns that were blank or said 同上 and took the text of the row above
  'DEADLINE_UNREAD', // the parts of 公开时限 that were not understood
  'DEADLINE_CONDITION', // the parts of 公开时限 that set another rule under a condition
] as const
/** One code. */
export type CatalogueNoteCode = (typeof CATALOGUE_NOTE_CODES)[number]

/** A remark about one cell or row of the file, with the row as the person sees it in the sheet (from 1). */
export type CatalogueNote = {
  readonly code: CatalogueNoteCode
  readonly sheet: string
  readonly row: number
  readonly text: string
}
