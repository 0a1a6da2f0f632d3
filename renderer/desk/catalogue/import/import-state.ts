import type {
  CatalogueItem,
  CatalogueNote,
  CatalogueRow,
  Regime,
} from '../../../../domain/catalogue/catalogue-item.ts'
import type { ImportPreview, TakeImport } from '../../../../server/catalogue/views.ts'
import { type Doubt, doubtsOf, isLineNote, notesOfRow } from './row-doubts.ts'

/** A sheet as it was read. */
export type PreviewSheet = ImportPreview['sheets'][number]

/** What a person has decided about a sheet; rows by their place in it. */
export type SheetChoice = {
  readonly take: boolean
  readonly name: string
  readonly regime: Regime
  readonly catalogueId: string | null
  readonly edits: Readonly<Record<number, Partial<CatalogueRow>>>
  readonly leaveOut: readonly number[]
}

/** What became of a row against the catalogue it updates. */
export type RowChange = 'NEW' | 'CHANGED' | 'SAME'

/** A line of the preview: a row, a remark on something that is no row, or an item that the file no longer has. */
export type ImportLine =
  | {
      readonly kind: 'ROW'
      readonly index: number
      readonly row: CatalogueRow
      readonly read: CatalogueRow
      readonly out: boolean
      readonly doubts: readonly Doubt[]
      readonly notes: readonly CatalogueNote[]
      readonly change: RowChange | null
    }
  | { readonly kind: 'NOTE'; readonly key: string; readonly note: CatalogueNote }
  | { readonly kind: 'GONE'; readonly item: CatalogueItem }

/** What of the lines is shown. */
export type ImportFilter = 'ALL' | 'DOUBTS' | 'CHANGES' | 'EDITED' | 'OUT'

/** A sheet is taken as it was read, into the catalogue it looks like, until a person says otherwise. */
export function firstChoice(sheet: PreviewSheet): SheetChoice {
  return {
    take: sheet.rows.length > 0,
    name: sheet.name,
    regime: sheet.regime,
    catalogueId: sheet.match?.catalogueId ?? null,
    edits: {},
    leaveOut: [],
  }
}

/** The row with what was typed over it; a cell typed back to what was read is no change. */
export function withEdit(
  choice: SheetChoice,
  sheet: PreviewSheet,
  index: number,
  change: Partial<CatalogueRow>,
): SheetChoice {
  const read = sheet.rows[index]
  if (read === undefined) return choice
  const all = Object.entries({ ...choice.edits[index], ...change })
  const differs = all.filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(read[name as keyof CatalogueRow]),
  )
  const { [index]: _, ...others } = choice.edits
  return {
    ...choice,
    edits: differs.length === 0 ? others : { ...others, [index]: Object.fromEntries(differs) },
  }
}

/** Leaves a row out, or takes it in again. */
export function withOut(choice: SheetChoice, index: number): SheetChoice {
  const out = choice.leaveOut.includes(index)
  return {
    ...choice,
    leaveOut: out
      ? choice.leaveOut.filter((one) => one !== index)
      : [...choice.leaveOut, index].sort((a, b) => a - b),
  }
}

const place = (row: Pick<CatalogueRow, 'sourceSheet' | 'sourceRow'>) => `${row.sourceSheet}\n${row.sourceRow}`

function changesOf(sheet: PreviewSheet, choice: SheetChoice): (row: CatalogueRow) => RowChange | null {
  const { match } = sheet
  if (match === null || match.catalogueId !== choice.catalogueId) return () => null
  const added = new Set(match.diff.added.map(place))
  const changed = new Set(match.diff.changed.map(({ after }) => place(after)))
  return (row) => (added.has(place(row)) ? 'NEW' : changed.has(place(row)) ? 'CHANGED' : 'SAME')
}

type Settled = Pick<CatalogueRow, 'deadlineRule' | 'displayPeriod' | 'deadlineRuleSet'>

/** Deadlines that a clerk has settled in the catalogue that is updated: they stay while the file says the same. */
function settledOf(sheet: PreviewSheet, choice: SheetChoice): ReadonlyMap<number, Settled> {
  const { match } = sheet
  if (match === null || match.catalogueId !== choice.catalogueId) return new Map()
  return new Map(
    match.settled.map(({ row, deadlineRule, displayPeriod }) => [
      row,
      { deadlineRule, displayPeriod, deadlineRuleSet: true },
    ]),
  )
}

/** Every line of a sheet in the order of the file, and at the end what the file no longer has. */
export function importLines(sheet: PreviewSheet, choice: SheetChoice): readonly ImportLine[] {
  const changeOf = changesOf(sheet, choice)
  const out = new Set(choice.leaveOut)
  const noted = new Map<number, CatalogueNote[]>()
  for (const note of sheet.notes) noted.set(note.row, [...(noted.get(note.row) ?? []), note])
  const settled = settledOf(sheet, choice)
  const rows = sheet.rows.map((read, index): ImportLine => {
    const row = { ...read, ...settled.get(index), ...choice.edits[index] }
    const notes = notesOfRow(noted.get(read.sourceRow) ?? [], row)
    const personal = index === sheet.personalData && choice.edits[index] === undefined
    const doubts = [...(personal ? (['PERSONAL_DATA'] as const) : []), ...doubtsOf(row, notes)]
    return { kind: 'ROW', index, row, read, out: out.has(index), doubts, notes, change: changeOf(read) }
  })
  const notes = sheet.notes
    .filter(isLineNote)
    .map((note, index): ImportLine => ({ kind: 'NOTE', key: `note-${index}`, note }))
  const at = (line: ImportLine) =>
    line.kind === 'ROW' ? line.read.sourceRow : line.kind === 'NOTE' ? line.note.row : 0
  const inOrder = notes.length === 0 ? rows : [...rows, ...notes].sort((a, b) => at(a) - at(b))
  const gone = sheet.match?.catalogueId === choice.catalogueId ? (sheet.match?.diff.removed ?? []) : []
  return [...inOrder, ...gone.map((item): ImportLine => ({ kind: 'GONE', item }))]
}

function belongs(line: ImportLine, filter: ImportFilter, edits: SheetChoice['edits']): boolean {
  switch (filter) {
    case 'ALL':
      return true
    case 'DOUBTS':
      return line.kind === 'NOTE'
        ? line.note.code === 'ROW_SKIPPED'
        : line.kind === 'ROW' && !line.out && line.doubts.length > 0
    case 'CHANGES':
      return (
        line.kind === 'GONE' || (line.kind === 'ROW' && (line.change === 'NEW' || line.change === 'CHANGED'))
      )
    case 'EDITED':
      return line.kind === 'ROW' && edits[line.index] !== undefined
    case 'OUT':
      return line.kind === 'ROW' && line.out
  }
}

/** The lines of a filter. */
export function filtered(
  lines: readonly ImportLine[],
  filter: ImportFilter,
  choice: SheetChoice,
): readonly ImportLine[] {
  return filter === 'ALL' ? lines : lines.filter((line) => belongs(line, filter, choice.edits))
}

/** How many lines each filter has, and how many rows would be taken. */
export function importCounts(lines: readonly ImportLine[], choice: SheetChoice) {
  const count = (filter: ImportFilter) => filtered(lines, filter, choice).length
  const rows = lines.filter((line) => line.kind === 'ROW')
  return {
    ALL: rows.length,
    DOUBTS: count('DOUBTS'),
    CHANGES: count('CHANGES'),
    EDITED: count('EDITED'),
    OUT: count('OUT'),
    taken: rows.filter((row) => !row.out).length,
    unset: rows.filter((row) => !row.out && row.row.deadlineRule === null).length,
    notTaken: lines.filter((line) => line.kind === 'NOTE' && line.note.code === 'ROW_SKIPPED').length,
  }
}

/** Whether taking the sheet would change nothing: it says the same as the catalogue it updates, and nobody has mended it. */
export function saysTheSame(sheet: PreviewSheet, choice: SheetChoice): boolean {
  const { match } = sheet
  if (match === null || match.catalogueId !== choice.catalogueId) return false
  const { added, changed, removed } = match.diff
  const mended = Object.keys(choice.edits).length + choice.leaveOut.length
  return added.length + changed.length + removed.length + mended === 0
}

/** What is sent when the preview is taken. */
export function takeOf(choices: readonly SheetChoice[]): TakeImport {
  return {
    sheets: choices.flatMap((choice, sheet) =>
      choice.take
        ? [
            {
              sheet,
              name: choice.name.trim(),
              regime: choice.regime,
              catalogueId: choice.catalogueId,
              edits: Object.entries(choice.edits).map(([row, change]) => ({ row: Number(row), change })),
              leaveOut: choice.leaveOut,
            },
          ]
        : [],
    ),
  }
}
