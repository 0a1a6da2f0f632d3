import type { StoredList } from '../../db/repos/list-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type Concealed, concealedTexts, type ConcealedTexts } from '../../domain/register/concealed-texts.ts'
import { apply, cellTexts, inOrder, type ListState } from '../../domain/register/list-as-of.ts'
import type { ListChangeKind } from '../../domain/register/list-change.ts'
import { rowName } from '../../domain/register/naming-column.ts'
import { changedOn, confirmedOf, standingOf, type StoredConfirmed } from './list-views.ts'
import type { PublicList, PublicListRow, PublicLists } from './views.ts'

type Entry = PublicList['changes'][number]

const NOTHING: ListState = { name: '', columns: [], rows: [] }

/** What the public calls a row; null when all that it was called by is concealed. */
function titleOf(
  columns: ListState['columns'],
  texts: readonly string[],
  rowId: string,
  { cell }: Concealed,
) {
  const labels = columns.map(({ label }) => label)
  const told = columns.map(({ id }, at) => (cell(rowId, id) ? '' : (texts[at] ?? '')))
  const title = rowName(labels, told)
  return title === '' && rowName(labels, texts) !== '' ? null : title
}

/** One line of the change log: what a set did to the list as it stood before it. */
function entryOf(set: StoredConfirmed, before: ListState, first: boolean, concealed: ConcealedTexts): Entry {
  const columns = set.columns ?? before.columns
  const former = new Map(before.rows.map((row) => [row.id, row.cells]))
  const count = (kind: ListChangeKind) => set.changes.filter((change) => change.kind === kind).length
  const rows = set.changes.map((change): Entry['rows'][number] => {
    const old = cellTexts(columns, former.get(change.rowId) ?? {})
    const now = change.cells === null ? old : cellTexts(columns, change.cells)
    const fields =
      change.kind === 'CHANGED'
        ? columns
            .map(({ id, label }, at) => ({ id, label, before: old[at] ?? '', after: now[at] ?? '' }))
            .filter((field) => field.before !== field.after && !concealed.after.label(field.id))
            .map(({ id, label, ...texts }) => ({
              label,
              before: concealed.before.cell(change.rowId, id) ? null : texts.before,
              after: concealed.after.cell(change.rowId, id) ? null : texts.after,
            }))
        : []
    return {
      kind: change.kind,
      title: titleOf(columns, now, change.rowId, change.cells === null ? concealed.before : concealed.after),
      fields,
    }
  })
  return {
    on: set.effectiveOn,
    reason: set.reason,
    legalBasis: set.legalBasis,
    first,
    added: count('ADDED'),
    changed: count('CHANGED'),
    removed: count('REMOVED'),
    name: first || concealed.after.name ? null : set.name,
    columns: first || concealed.after.columns ? null : (set.columns?.map(({ label }) => label) ?? null),
    // The first publication is the list itself; repeating each row would bury what was changed since.
    rows: first ? [] : rows,
  }
}

function inForce(read: Reads, list: StoredList, today: CivilDate): readonly StoredConfirmed[] | null {
  const confirmed = confirmedOf(read.list.changeSets(list.id))
  if (standingOf(read, list.id, confirmed, today) !== 'PUBLIC') return null
  return inOrder(confirmed).filter((set) => set.effectiveOn <= today)
}

function rowOf(
  read: Reads,
  list: StoredList,
  sets: readonly StoredConfirmed[],
  state: ListState,
): PublicListRow {
  return {
    id: list.id,
    kind: list.kind,
    name: state.name,
    unit: read.unit.byId(list.unitId)?.name ?? '',
    rowCount: state.rows.length,
    changedOn: changedOn(sets, '9999-12-31') ?? '',
  }
}

/**
 * Every list the public sees today.
 * @example publicLists(read, '2026-11-23').lists[0]?.name
 */
export function publicLists(read: Reads, today: CivilDate): PublicLists {
  return {
    lists: read.list.list().flatMap((list) => {
      const sets = inForce(read, list, today)
      return sets === null ? [] : [rowOf(read, list, sets, sets.reduce(apply, NOTHING))]
    }),
  }
}

/**
 * A list as of today with its change log (变更记录), newest change first; nothing that is only proposed, nothing whose
 * day has not come, no person's name, and no text that was taken away as personal information. Refuses `register.list-not-found` also for what is not public.
 * @example publicList(read, id, '2026-11-23')
 */
export function publicList(read: Reads, id: string, today: CivilDate): Result<PublicList> {
  const list = read.list.byId(id)
  const sets = list ? inForce(read, list, today) : null
  if (!list || sets === null) return refuse('register.list-not-found')
  const changes: Entry[] = []
  const concealed = concealedTexts(sets)
  let state = NOTHING
  for (const [at, set] of sets.entries()) {
    const conceal = concealed[at]
    if (conceal) changes.unshift(entryOf(set, state, at === 0, conceal))
    state = apply(state, set)
  }
  const { columns } = state
  return accept({
    ...rowOf(read, list, sets, state),
    asOf: today,
    columns: columns.map(({ label }) => label),
    rows: state.rows.map((row) => ({ id: row.id, texts: cellTexts(columns, row.cells), since: row.since })),
    changes,
  })
}
