import type { CatalogueNote, CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'

/** Why a row should be looked at before it is taken. */
export type Doubt =
  | 'NO_ITEM'
  | 'DEADLINE_UNREAD'
  | 'DEADLINE_DISPLAY_ONLY'
  | 'DEADLINE_MISSING'
  | 'UNIT_MISSING'
  | 'NOTED'
  | 'PERSONAL_DATA'

const ON_DEADLINE: readonly CatalogueNote['code'][] = ['DEADLINE_UNREAD', 'DEADLINE_CONDITION']
const OWN_LINE: readonly CatalogueNote['code'][] = [
  'ROW_SKIPPED',
  'HEADER_REPEATED',
  'SHEET_SKIPPED',
  'COLUMN_UNKNOWN',
]

/** Whether a remark is about something that became no row and stands on a line of its own. */
export function isLineNote(note: CatalogueNote): boolean {
  return note.code === 'ROW_SKIPPED' || note.code === 'HEADER_REPEATED'
}

/** The remarks on one row that was taken as an item; those on its deadline are settled once a clerk has set it. */
export function notesOfRow(
  notes: readonly CatalogueNote[],
  row: Pick<CatalogueRow, 'sourceRow' | 'deadlineRuleSet'>,
): readonly CatalogueNote[] {
  return notes.filter(
    (note) =>
      note.row === row.sourceRow &&
      !OWN_LINE.includes(note.code) &&
      !(row.deadlineRuleSet && ON_DEADLINE.includes(note.code)),
  )
}

function deadlineDoubt(row: CatalogueRow): Doubt | null {
  if (row.deadlineRule !== null || row.deadlineRuleSet) return null
  if (row.displayPeriod !== null) return 'DEADLINE_DISPLAY_ONLY'
  return row.deadlineText.trim() === '' ? 'DEADLINE_MISSING' : 'DEADLINE_UNREAD'
}

/** What of a row was not understood or is missing; empty when it can be taken as it is. */
export function doubtsOf(row: CatalogueRow, notes: readonly CatalogueNote[] = []): readonly Doubt[] {
  const named = [row.itemLevel1, row.itemLevel2, row.itemLevel3].some((level) => level.trim() !== '')
  const deadline = deadlineDoubt(row)
  return [
    ...(named ? [] : (['NO_ITEM'] as const)),
    ...(deadline === null ? [] : [deadline]),
    ...(row.publishingUnit.trim() === '' ? (['UNIT_MISSING'] as const) : []),
    ...(notes.length > 0 ? (['NOTED'] as const) : []),
  ]
}
