import type { StoredChangeSet, StoredList } from '../../db/repos/list-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { checkChanges } from '../../domain/register/check-changes.ts'
import { apply, cellTexts, inOrder, listAsOf, type ListState } from '../../domain/register/list-as-of.ts'
import type { ConfirmedChangeSet, ListChangeKind, ListColumn } from '../../domain/register/list-change.ts'
import { type Principal, requireRole } from '../principal.ts'
import { unitRefs } from './unit-ref.ts'
import type { ChangeSetView, ListDetail, ListRowView, ListStanding } from './views.ts'

/** Roles that confirm what becomes public of a list. */
export const CONFIRMING_ROLES = ['REVIEWER', 'DEPUTY_LEADER'] as const

/** A confirmed change set with everything stored of it. */
export type StoredConfirmed = StoredChangeSet & ConfirmedChangeSet

/**
 * The confirmed ones of some change sets.
 * @example confirmedOf(read.list.changeSets(id)).length
 */
export function confirmedOf(sets: readonly StoredChangeSet[]): readonly StoredConfirmed[] {
  return sets.flatMap((set) =>
    set.decision?.decision === 'CONFIRMED' ? [{ ...set, sequence: set.decision.sequence }] : [],
  )
}

/**
 * Whether the public sees a list: from the day its first confirmed change takes effect, unless it was taken down.
 * @example standingOf(read, id, confirmed, '2026-11-23') // 'PUBLIC'
 */
export function standingOf(
  read: Reads,
  listId: string,
  confirmed: readonly ConfirmedChangeSet[],
  today: CivilDate,
): ListStanding {
  if (read.list.standing(listId)?.action === 'HIDDEN') return 'HIDDEN'
  return confirmed.some((set) => set.effectiveOn <= today) ? 'PUBLIC' : 'NOT_YET'
}

/** Name and headings a list has, or will have: those in force, else those proposed first. */
function headOf(state: ListState, sets: readonly StoredChangeSet[]): Pick<ListState, 'name' | 'columns'> {
  if (state.columns.length > 0) return state
  const named = sets.findLast((set) => set.name !== null && set.columns !== null)
  return { name: named?.name ?? '', columns: named?.columns ?? [] }
}

/**
 * The day the newest change in force took effect; null before the first.
 * @example changedOn(confirmed, '2026-11-23') // '2026-11-20'
 */
export function changedOn(confirmed: readonly ConfirmedChangeSet[], today: CivilDate): CivilDate | null {
  return (
    confirmed
      .map((set) => set.effectiveOn)
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? null
  )
}

/**
 * All lists at the desk, in the order in which they were made.
 * @example listRows(read, '2026-11-23')[0]?.waiting
 */
export function listRows(read: Reads, today: CivilDate): readonly ListRowView[] {
  const unit = unitRefs(read)
  return read.list.list().map((list) => {
    const sets = read.list.changeSets(list.id)
    const confirmed = confirmedOf(sets)
    const state = listAsOf(confirmed, today)
    return {
      id: list.id,
      kind: list.kind,
      unit: unit(list.unitId),
      name: headOf(state, sets).name,
      standing: standingOf(read, list.id, confirmed, today),
      rowCount: state.rows.length,
      changedOn: changedOn(confirmed, today),
      waiting: sets.filter((set) => set.decision === null).length,
      coming: confirmed.filter((set) => set.effectiveOn > today).length,
    }
  })
}

/**
 * How many change sets of all lists wait for somebody else than this person; for the navigation.
 * @example changesToConfirm(read, principal)
 */
export function changesToConfirm(read: Reads, principal: Principal): number {
  if (!requireRole(principal, ...CONFIRMING_ROLES).ok) return 0
  return read.list
    .list()
    .flatMap((list) => read.list.changeSets(list.id))
    .filter((set) => set.decision === null && set.proposedBy.id !== principal.id).length
}

const STATES = { CONFIRMED: 'CONFIRMED', RETURNED: 'RETURNED', RECALLED: 'RECALLED' } as const

/** The list a change set was written on: what was confirmed before it, in the order in which changes hold. */
function stateBefore(set: StoredChangeSet, confirmed: readonly StoredConfirmed[]): ListState {
  const others = inOrder(confirmed.filter((one) => one.id !== set.id))
  const own = confirmed.find((one) => one.id === set.id)
  const before = own
    ? others.filter(
        (one) =>
          one.effectiveOn < own.effectiveOn ||
          (one.effectiveOn === own.effectiveOn && one.sequence < own.sequence),
      )
    : others
  return before.reduce<ListState>(apply, { name: '', columns: [], rows: [] })
}

function setView(
  set: StoredChangeSet,
  confirmed: readonly StoredConfirmed[],
  principal: Principal,
): ChangeSetView {
  const waits = set.decision === null
  const before = stateBefore(set, confirmed)
  const columns: readonly ListColumn[] = set.columns ?? before.columns
  const former = new Map(before.rows.map((row) => [row.id, row.cells]))
  const proposer = set.proposedBy.id === principal.id
  const { id, reason, legalBasis, effectiveOn, sourceFile, name, proposedBy, proposedAt, decision } = set
  return {
    id,
    state: decision === null ? 'WAITING' : STATES[decision.decision],
    reason,
    legalBasis,
    effectiveOn,
    sourceFile,
    personal: set.personal,
    name,
    columns: set.columns?.map(({ label }) => label) ?? null,
    labels: columns.map(({ label }) => label),
    changes: set.changes.map(({ kind, rowId, cells }) => {
      const old = kind === 'ADDED' ? undefined : former.get(rowId)
      return {
        kind,
        rowId,
        before: old === undefined ? null : cellTexts(columns, old),
        after: cells === null ? null : cellTexts(columns, cells),
      }
    }),
    proposedBy,
    proposedAt,
    decision: decision && { by: decision.by, at: decision.at, reason: decision.reason },
    outdated: waits && !checkChanges(confirmed, set).ok,
    may: {
      confirm: waits && !proposer && requireRole(principal, ...CONFIRMING_ROLES).ok,
      recall: waits && proposer,
    },
  }
}

function nextChanges(
  confirmed: readonly StoredConfirmed[],
  day: CivilDate,
): ReadonlyMap<string, { readonly kind: ListChangeKind; readonly on: CivilDate }> {
  const coming = inOrder(confirmed).filter((set) => set.effectiveOn > day)
  return new Map(
    coming
      .toReversed()
      .flatMap((set) =>
        set.changes.map(({ rowId, kind }) => [rowId, { kind, on: set.effectiveOn }] as const),
      ),
  )
}

/**
 * A list with its rows as of a day and its change sets, newest first. Refuses `register.list-not-found`.
 * @example listDetail(read, principal, id, { on: '2026-12-01', today: '2026-11-23' })
 */
export function listDetail(
  read: Reads,
  principal: Principal,
  id: string,
  days: { readonly on: CivilDate; readonly today: CivilDate },
): Result<ListDetail> {
  const list: StoredList | undefined = read.list.byId(id)
  if (!list) return refuse('register.list-not-found')
  const sets = read.list.changeSets(id)
  const confirmed = confirmedOf(sets)
  const state = listAsOf(confirmed, days.on)
  const head = headOf(state, sets)
  const next = nextChanges(confirmed, days.on)
  const standing = standingOf(read, id, confirmed, days.today)
  const word = read.list.standing(id)
  const mayHide = requireRole(principal, 'HANDLER', ...CONFIRMING_ROLES).ok
  const mayShow = requireRole(principal, ...CONFIRMING_ROLES).ok && word?.by.id !== principal.id
  return accept({
    id,
    kind: list.kind,
    unit: unitRefs(read)(list.unitId),
    name: head.name,
    standing,
    hidden: standing === 'HIDDEN' && word ? { reason: word.reason, by: word.by, at: word.at } : null,
    on: days.on,
    today: days.today,
    columns: head.columns,
    rows: state.rows.map(({ id: rowId, cells, version, since, place }) => ({
      id: rowId,
      texts: cellTexts(head.columns, cells),
      version,
      since,
      place,
      next: next.get(rowId) ?? null,
    })),
    sets: sets.toReversed().map((set) => setView(set, confirmed, principal)),
    may: {
      propose:
        requireRole(principal, 'HANDLER').ok &&
        (confirmed.length > 0 || sets.every((set) => set.decision !== null)),
      hide: standing === 'PUBLIC' && mayHide,
      show: standing === 'HIDDEN' && mayShow,
    },
  })
}
