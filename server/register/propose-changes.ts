import type { Reads, Writes } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { checkChanges, checkEffectiveDay, nameColumns } from '../../domain/register/check-changes.ts'
import { listAsOf } from '../../domain/register/list-as-of.ts'
import type {
  ListChange,
  ListChangeKind,
  ListChangeSet,
  ListColumn,
  ListKind,
} from '../../domain/register/list-change.ts'
import { blockingHits } from '../../domain/register/list-privacy.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { confirmedOf, listDetail } from './list-views.ts'
import type { ListDetail } from './views.ts'

/** A change as a handler proposes it; texts stand in the order of the columns that come with it, else of the list's. */
export type ProposedChange = {
  readonly kind: ListChangeKind
  readonly rowId: string | null
  readonly texts: readonly string[] | null
  /** Absent puts a new row at the end and leaves a changed one where it is. */
  readonly place?: number | undefined
  readonly base: string | null
}

/** What a handler proposes together. */
export type Proposal = {
  readonly name: string | null
  readonly columns: readonly { readonly id: string | null; readonly label: string }[] | null
  readonly reason: string
  readonly legalBasis: string
  readonly effectiveOn: string
  readonly sourceFile: string
  /** It takes personal information away: the public is not told what stood there before. */
  readonly personal?: boolean | undefined
  readonly changes: readonly ProposedChange[]
}

/**
 * Refuses `register.privacy-hit` with the place of the first find when a change set holds what must not become public.
 * @example requireSafe(set, columns, '2026-11-23')
 */
export function requireSafe(set: ListChangeSet, columns: readonly ListColumn[], today: string): Result<true> {
  const hits = blockingHits(set, columns, today)
  const [first] = hits
  if (!first) return accept(true)
  return refuse('register.privacy-hit', {
    part: first.part,
    row: first.row,
    column: first.column,
    kind: first.kind,
    count: hits.length,
  })
}

/** The rule of a proposal inside a transaction, for a list that is there or was just made. */
function propose(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  listId: string,
  proposal: Proposal,
): Result<ListChangeSet> {
  const sets = read.list.changeSets(listId)
  const confirmed = confirmedOf(sets)
  if (confirmed.length === 0) {
    // Until a list has been confirmed there is nothing to change; what waits is recalled and proposed anew.
    if (sets.some((one) => one.decision === null)) return refuse('register.wrong-state')
    if (proposal.columns === null) return refuse('register.columns-required')
    if (proposal.name === null) return refuse('register.title-required')
  }
  const newest = listAsOf(confirmed, '9999-12-31')
  const used = sets.flatMap((set) => set.columns ?? [])
  let columns: readonly ListColumn[] | null = null
  if (proposal.columns !== null) {
    const named = nameColumns(proposal.columns, used)
    if (!named.ok) return named
    columns = JSON.stringify(named.value) === JSON.stringify(newest.columns) ? null : named.value
  }
  const heading = columns ?? newest.columns
  const now = deps.clock.now()
  const inTime = checkEffectiveDay(proposal.effectiveOn, civilDateOf(now))
  if (!inTime.ok) return inTime
  const reason = proposal.reason.trim()
  if (reason === '') return refuse('register.reason-required')
  const name = proposal.name?.trim() ?? null
  if (name === '') return refuse('register.title-required')
  const places = new Map(newest.rows.map((row) => [row.id, row.place]))
  let last = Math.max(0, ...places.values())
  const changes = proposal.changes.map((change): ListChange => {
    const rowId = change.kind === 'ADDED' ? deps.ids.next() : (change.rowId ?? '')
    const texts = change.kind === 'REMOVED' ? null : (change.texts ?? [])
    const cells = texts && Object.fromEntries(heading.map(({ id }, at) => [id, (texts[at] ?? '').trim()]))
    const place = change.place ?? places.get(rowId) ?? (last += 1)
    return { rowId, kind: change.kind, cells, place, base: change.kind === 'ADDED' ? null : change.base }
  })
  const set: ListChangeSet = {
    id: deps.ids.next(),
    name: name === newest.name ? null : name,
    columns,
    reason,
    legalBasis: proposal.legalBasis.trim(),
    effectiveOn: proposal.effectiveOn,
    changes,
  }
  const fits = checkChanges(confirmed, set)
  if (!fits.ok) return fits
  const safe = requireSafe(set, heading, civilDateOf(now))
  if (!safe.ok) return safe
  write.list.insertChangeSet({
    ...set,
    listId,
    sourceFile: proposal.sourceFile,
    personal: proposal.personal === true,
    proposedBy: principal.id,
    proposedAt: now,
  })
  return accept(set)
}

function counts(set: ListChangeSet): Record<'added' | 'changed' | 'cancelled', number> {
  const of = (kind: ListChangeKind) => set.changes.filter((change) => change.kind === kind).length
  return { added: of('ADDED'), changed: of('CHANGED'), cancelled: of('REMOVED') }
}

/**
 * Begins a list with its first change set, which waits for a second person like every other. Needs HANDLER. Refuses
 * `unit.not-found` and what `proposeChanges` refuses.
 * @example createList(deps, handler, { unitId: 'township', kind: 'LICENCE', proposal })
 */
export function createList(
  deps: Deps,
  principal: Principal,
  input: { readonly unitId: string; readonly kind: ListKind; readonly proposal: Proposal },
): Result<ListDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ListDetail> => {
    if (!read.unit.byId(input.unitId)) return refuse('unit.not-found')
    const now = deps.clock.now()
    const id = deps.ids.next()
    const { unitId, kind } = input
    write.list.insert({ id, unitId, kind, createdBy: principal.id, createdAt: now })
    const set = propose(deps, write, read, principal, id, input.proposal)
    if (!set.ok) return set
    const { added } = counts(set.value)
    record(deps, write, principal, 'list.create', { kind: 'list', id }, { listKind: kind, added })
    const today = civilDateOf(now)
    return listDetail(read, principal, id, { on: today, today })
  })
}

/**
 * Proposes changes of a list: rows, name, headings, with reason, legal basis and the day they take effect. They are
 * public once a second person has confirmed them and that day has come. Needs HANDLER. Refuses
 * `register.list-not-found`, `register.title-required`, `register.reason-required`, `register.nothing-changed`,
 * `register.effective-too-early`, `register.change-outdated`, `register.privacy-hit`, and what `nameColumns` refuses.
 * @example proposeChanges(deps, handler, listId, proposal)
 */
export function proposeChanges(
  deps: Deps,
  principal: Principal,
  listId: string,
  proposal: Proposal,
): Result<ListDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ListDetail> => {
    if (!read.list.byId(listId)) return refuse('register.list-not-found')
    const set = propose(deps, write, read, principal, listId, proposal)
    if (!set.ok) return set
    const { effectiveOn } = proposal
    record(
      deps,
      write,
      principal,
      'list.propose',
      { kind: 'list', id: listId },
      { changeSet: set.value.id, effectiveOn, ...counts(set.value) },
    )
    const today = civilDateOf(deps.clock.now())
    return listDetail(read, principal, listId, { on: today, today })
  })
}
