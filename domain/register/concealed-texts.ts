import { apply, type ListState } from './list-as-of.ts'
import type { ConfirmedChangeSet } from './list-change.ts'

/** Which texts of a list the public must not read any more. */
export type Concealed = {
  readonly cell: (rowId: string, columnId: string) => boolean
  /** The former heading of a column. */
  readonly label: (columnId: string) => boolean
  readonly name: boolean
  readonly columns: boolean
}

/** What a line of the change log conceals: of how the list stood before the change, and of what the change wrote. */
export type ConcealedTexts = { readonly before: Concealed; readonly after: Concealed }

type Gathered = {
  readonly rows: ReadonlySet<string>
  readonly cells: ReadonlySet<string>
  /** Columns that were dropped, and those that were only called otherwise. */
  readonly dropped: ReadonlySet<string>
  readonly renamed: ReadonlySet<string>
  readonly name: boolean
  readonly columns: boolean
}

const NOTHING: Gathered = {
  rows: new Set(),
  cells: new Set(),
  dropped: new Set(),
  renamed: new Set(),
  name: false,
  columns: false,
}

function concealedBy(gathered: Gathered): Concealed {
  const { rows, cells, dropped, renamed, name, columns } = gathered
  return {
    cell: (rowId, columnId) => rows.has(rowId) || dropped.has(columnId) || cells.has(`${rowId} ${columnId}`),
    label: (columnId) => dropped.has(columnId) || renamed.has(columnId),
    name,
    columns,
  }
}

/** What a change set took away: whole rows, cells it wrote anew, columns it dropped, a former name. */
function gather(later: Gathered, set: ConfirmedChangeSet, before: ListState): Gathered {
  const former = new Map(before.rows.map((row) => [row.id, row.cells]))
  const rows = new Set(later.rows)
  const cells = new Set(later.cells)
  for (const change of set.changes) {
    if (change.cells === null) rows.add(change.rowId)
    const old = former.get(change.rowId) ?? {}
    for (const id of Object.keys(old)) {
      if (change.cells !== null && old[id] !== (change.cells[id] ?? '')) cells.add(`${change.rowId} ${id}`)
    }
  }
  const dropped = new Set(later.dropped)
  const renamed = new Set(later.renamed)
  const labels = set.columns && new Map(set.columns.map(({ id, label }) => [id, label]))
  for (const { id, label } of labels === null ? [] : before.columns) {
    if (!labels?.has(id)) dropped.add(id)
    else if (labels.get(id) !== label) renamed.add(id)
  }
  return {
    rows,
    cells,
    dropped,
    renamed,
    name: later.name || set.name !== null,
    columns: later.columns || set.columns !== null,
  }
}

/**
 * What the change log of a list conceals, line by line: a change marked as taking personal information away conceals what
 * it replaced or removed, in its own line and in every earlier one. The sets are in the order in which they hold.
 * @example concealedTexts(sets)[0]?.after.cell('row-1', 'c2') // true
 */
export function concealedTexts(
  sets: readonly (ConfirmedChangeSet & { readonly personal: boolean })[],
): readonly ConcealedTexts[] {
  let state: ListState = { name: '', columns: [], rows: [] }
  const states = sets.map((set) => {
    const before = state
    state = apply(state, set)
    return { set, before }
  })
  let gathered = NOTHING
  return states
    .toReversed()
    .map(({ set, before }) => {
      const after = concealedBy(gathered)
      if (!set.personal) return { before: after, after }
      gathered = gather(gathered, set, before)
      return { before: concealedBy(gathered), after }
    })
    .toReversed()
}
