import type { CivilDate } from '../notice/content.ts'
import type { ConfirmedChangeSet, ListCells, ListChange, ListChangeSet, ListColumn } from './list-change.ts'

/** A row of a list as it stands on a day. */
export type ListRow = {
  readonly id: string
  readonly cells: ListCells
  readonly place: number
  /** The change set that made this version of the row. */
  readonly version: string
  /** The day from which this version holds. */
  readonly since: CivilDate
}

/** A list as it stands on a day. */
export type ListState = {
  readonly name: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
}

/**
 * The order in which confirmed changes hold: by the day they take effect, then by the order of confirming.
 * @example inOrder(sets)[0]?.effectiveOn
 */
export function inOrder<Set extends ConfirmedChangeSet>(sets: readonly Set[]): readonly Set[] {
  return sets.toSorted(
    (one, other) =>
      (one.effectiveOn < other.effectiveOn ? -1 : one.effectiveOn > other.effectiveOn ? 1 : 0) ||
      one.sequence - other.sequence,
  )
}

/**
 * A list as of a date: every confirmed change whose day has come, in order. Changes of a later day take effect
 * by themselves when that day is asked for.
 * @example listAsOf(sets, '2026-12-01').rows.length
 */
export function listAsOf(sets: readonly ConfirmedChangeSet[], date: CivilDate): ListState {
  return inOrder(sets)
    .filter((set) => set.effectiveOn <= date)
    .reduce<ListState>(apply, { name: '', columns: [], rows: [] })
}

/**
 * A list with one more change set in it, whether confirmed or only proposed.
 * @example apply(state, set).rows
 */
export function apply(state: ListState, set: ListChangeSet): ListState {
  const rows = new Map(state.rows.map((row) => [row.id, row]))
  for (const change of set.changes) {
    if (change.cells === null) rows.delete(change.rowId)
    else rows.set(change.rowId, versionOf(change, change.cells, set))
  }
  return {
    name: set.name ?? state.name,
    columns: set.columns ?? state.columns,
    rows: [...rows.values()].toSorted(
      (one, other) => one.place - other.place || (one.id < other.id ? -1 : 1),
    ),
  }
}

function versionOf(change: ListChange, cells: ListCells, set: ListChangeSet): ListRow {
  return { id: change.rowId, cells, place: change.place, version: set.id, since: set.effectiveOn }
}

/**
 * The texts of a row in the order of the columns, and nothing of columns that are gone.
 * @example cellTexts([{ id: 'c1', label: '事项名称' }], { c1: '生育登记' }) // ['生育登记']
 */
export function cellTexts(columns: readonly ListColumn[], cells: ListCells): readonly string[] {
  return columns.map(({ id }) => cells[id] ?? '')
}
