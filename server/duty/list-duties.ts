import type { DutyCursor, DutyFilter } from '../../db/repos/duty-filter.ts'
import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import { addWorkdays } from '../../domain/duty/calendar/workdays.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { changeView } from './calendar/calendar-views.ts'
import { dutyRows, personRefs } from './duty-view.ts'
import { standingOf } from './footing.ts'
import type { DutyDetail, DutyPage, DutyRow, TodayView } from './views.ts'

const PAGE_SIZE = 50
/** Working days the today page looks ahead. */
const TODAY_AHEAD = 10
/** How long a change of the calendar is told of. */
const CHANGES_TOLD_MS = 14 * 86_400_000
const CHANGES_TOLD = 20

function cursorFrom(text: string | undefined): DutyCursor | null {
  const [due, id] = (text ?? '').split('~')
  return due && id ? { due, id } : null
}

function paged(found: readonly StoredDuty[]): { items: readonly StoredDuty[]; next: string | null } {
  const items = found.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return { items, next: found.length > PAGE_SIZE && last ? `${last.due}~${last.id}` : null }
}

/**
 * The today page: what is overdue, due today or within ten working days, soonest first; its numbers; what waits for somebody
 * to confirm the date; and changes of the calendar in the last fourteen days.
 * @example todayView(deps, principal, {}).counts.overdue // 1
 */
export function todayView(
  deps: Deps,
  principal: Principal,
  filter: DutyFilter,
  cursor?: string,
  undisclosedReviews = 0,
): TodayView {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment, calendar } = viewing
  const ahead = addWorkdays(moment.today, TODAY_AHEAD, calendar)
  const states = filter.states ?? (['OVERDUE', 'DUE_SOON', 'OPEN'] as const)
  const found = read.duty.page({ ...filter, states, to: ahead }, moment, cursorFrom(cursor), PAGE_SIZE + 1)
  const { items, next } = paged(found)
  const since = new Date(Date.parse(moment.now) - CHANGES_TOLD_MS).toISOString()
  return {
    footing,
    counts: {
      ...read.duty.counts(filter, moment),
      inReview: read.notice.counts().get('IN_REVIEW') ?? 0,
      undisclosedReviews,
    },
    duties: dutyRows(items, viewing),
    next,
    unconfirmed: dutyRows(read.duty.unconfirmed(filter, moment, PAGE_SIZE), viewing),
    calendarChanges: read.calendar.changes(CHANGES_TOLD, since).map((change) => changeView(read, change)),
  }
}

/**
 * A page of duties by due date.
 * @example dutyPage(deps, principal, { unitId: 'hexi' }).total
 */
export function dutyPage(deps: Deps, principal: Principal, filter: DutyFilter, cursor?: string): DutyPage {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment } = viewing
  const { items, next } = paged(read.duty.page(filter, moment, cursorFrom(cursor), PAGE_SIZE + 1))
  return { footing, items: dutyRows(items, viewing), next, total: read.duty.count(filter, moment) }
}

/**
 * One duty with its history. Refuses `duty.not-found`.
 * @example dutyDetail(deps, principal, id)
 */
export function dutyDetail(deps: Deps, principal: Principal, id: string): Result<DutyDetail> {
  const { viewing } = standingOf(deps, principal)
  const { read } = viewing
  const duty = read.duty.byId(id)
  const [row] = duty ? dutyRows([duty], viewing) : []
  if (!row) return refuse('duty.not-found')
  const person = personRefs(read)
  const history = read.duty
    .entries(id)
    .map(({ action, closing, reason, formerDue, due, accountId, at, clockDoubt }) => ({
      action,
      closing,
      reason,
      formerDue,
      due,
      by: accountId === null ? null : person(accountId),
      at,
      clockDoubt,
    }))
  return accept({ ...row, history })
}

/**
 * Some duties by their ids, in that order.
 * @example dutyRowsOf(deps, principal, [id])
 */
export function dutyRowsOf(deps: Deps, principal: Principal, ids: readonly string[]): DutyRow[] {
  const { viewing } = standingOf(deps, principal)
  const found = ids.map((id) => viewing.read.duty.byId(id)).filter((duty) => duty !== undefined)
  return dutyRows(found, viewing)
}
