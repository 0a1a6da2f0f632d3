import type { ListRow, ListState } from './list-as-of.ts'
import type { ListChange, ListColumn } from './list-change.ts'

/** A row of a file: its texts in the order of the file's headings. */
export type FileRow = { readonly texts: readonly string[] }

/** A change that a file would make, before a new row and a new column have an id. */
export type FoundChange = Pick<ListChange, 'kind' | 'place' | 'base'> & {
  readonly rowId: string | null
  /** Texts in the order of the file's headings; null for what is gone. */
  readonly texts: readonly string[] | null
  /** What the row says now under these headings; null for a new one. */
  readonly before: readonly string[] | null
}

/** What a file says otherwise than the list: rows that are new, changed, or gone. */
export type ListDifference = {
  /** The columns as the file has them; known labels keep their id. */
  readonly columns: readonly { readonly id: string | null; readonly label: string }[]
  readonly columnsChanged: boolean
  readonly changes: readonly FoundChange[]
  readonly same: number
}

/** Headings whose texts name a row better than others: the code of a matter, then its name. */
const NAMING = [/编码|代码|编号/, /名称|事项|项目/] as const

/**
 * The column by which rows of list and file are the same: filled and different in every row of both. Null when there is
 * none; then only rows that say the same in all columns are the same.
 * @example keyColumn(['事项名称', '依据'], [['生育登记', '甲'], ['残疾人证', '甲']], []) // 0
 */
export function keyColumn(
  labels: readonly string[],
  one: readonly (readonly string[])[],
  other: readonly (readonly string[])[],
): number | null {
  const names = (column: number): boolean =>
    [one, other].every((rows) => {
      const texts = rows.map((row) => row[column] ?? '')
      return texts.every((text) => text !== '') && new Set(texts).size === texts.length
    })
  const rank = (label: string): number => {
    const found = NAMING.findIndex((pattern) => pattern.test(label))
    return found < 0 ? NAMING.length : found
  }
  const candidates = labels.map((label, column) => ({ column, rank: rank(label) }))
  return (
    candidates.toSorted((a, b) => a.rank - b.rank || a.column - b.column).find(({ column }) => names(column))
      ?.column ?? null
  )
}

/**
 * Compares a list with a file of it (R-022: the difference becomes one change set). Rows that only moved are the same;
 * new rows stand where the file has them.
 * @example compareList(state, ['事项名称'], [{ texts: ['生育登记'] }]).changes.length
 */
export function compareList(
  state: ListState,
  labels: readonly string[],
  rows: readonly FileRow[],
): ListDifference {
  const idOf = new Map(state.columns.map(({ id, label }) => [label, id]))
  const columns = labels.map((label) => ({ id: idOf.get(label) ?? null, label }))
  const columnsChanged = JSON.stringify(columns) !== JSON.stringify(state.columns)
  const shared = columns.filter((column): column is ListColumn => column.id !== null)
  const known = state.rows.map((row) => shared.map(({ id }) => row.cells[id] ?? ''))
  const asked = rows.map(({ texts }) =>
    shared.map(({ id }) => texts[columns.findIndex((one) => one.id === id)] ?? ''),
  )
  const partners = pair(
    shared.map(({ label }) => label),
    state.rows,
    known,
    asked,
  )
  const changes: FoundChange[] = []
  let same = 0
  const places = placesOf(partners)
  const textsOf = (row: ListRow): readonly string[] =>
    columns.map(({ id }) => (id === null ? '' : (row.cells[id] ?? '')))
  rows.forEach(({ texts }, index) => {
    const row = partners[index] ?? null
    const after = columns.map((_, column) => texts[column] ?? '')
    if (row === null) {
      changes.push({
        kind: 'ADDED',
        rowId: null,
        texts: after,
        place: places[index] ?? 0,
        base: null,
        before: null,
      })
      return
    }
    const before = textsOf(row)
    if (after.every((text, column) => text === before[column])) same += 1
    else
      changes.push({
        kind: 'CHANGED',
        rowId: row.id,
        texts: after,
        place: row.place,
        base: row.version,
        before,
      })
  })
  const kept = new Set(partners.map((row) => row?.id))
  for (const row of state.rows.filter(({ id }) => !kept.has(id))) {
    const { id, place, version } = row
    changes.push({ kind: 'REMOVED', rowId: id, texts: null, place, base: version, before: textsOf(row) })
  }
  return { columns, columnsChanged, changes, same }
}

/** For each row of the file the row of the list that it is, or null. */
function pair(
  labels: readonly string[],
  rows: readonly ListRow[],
  known: readonly (readonly string[])[],
  asked: readonly (readonly string[])[],
): readonly (ListRow | null)[] {
  const key = keyColumn(labels, known, asked)
  const nameOf = (texts: readonly string[]): string =>
    key === null ? JSON.stringify(texts) : (texts[key] ?? '')
  const waiting = new Map<string, ListRow[]>()
  known.forEach((texts, index) => {
    const row = rows[index]
    if (row) waiting.set(nameOf(texts), [...(waiting.get(nameOf(texts)) ?? []), row])
  })
  return asked.map((texts) => waiting.get(nameOf(texts))?.shift() ?? null)
}

/** Places for new rows between their neighbours in the file. */
function placesOf(partners: readonly (ListRow | null)[]): readonly number[] {
  const places: number[] = []
  let before = 0
  partners.forEach((row, index) => {
    if (row !== null) before = row.place
    else {
      const later = partners.slice(index + 1)
      const after = later.find((one) => one !== null && one.place > before)?.place
      const run = later.findIndex((one) => one !== null)
      const left = (run < 0 ? later.length : run) + 1
      before = after === undefined ? before + 1 : before + (after - before) / (left + 1)
    }
    places.push(before)
  })
  return places
}
