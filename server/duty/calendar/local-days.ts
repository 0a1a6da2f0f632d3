import { isCalendarText } from '../../../domain/duty/calendar/calendar-year-check.ts'
import { isReckonable } from '../../../domain/duty/calendar/day-number.ts'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { startUpkeep } from '../upkeep.ts'
import type { CalendarChangeView } from '../views.ts'
import { changeViewOf } from './calendar-views.ts'

/** A local holiday (民族节日, 全国年节及纪念日放假办法第4条) or a local working day, with why. */
export type LocalDayRequest = CalendarDay & { readonly reason: string }

/**
 * Sets a local holiday or working day over the national calendar and has open duties reckoned anew. Needs ADMINISTRATOR
 * or DEPUTY_LEADER. Refuses `duty.date-invalid`, `calendar.name-required`, `calendar.reason-required`,
 * `calendar.local-day-exists`.
 * @example addLocalDay(deps, leader, { date: '2026-08-06', kind: 'HOLIDAY', name: '火把节', reason: '州政府通知' })
 */
export function addLocalDay(
  deps: Deps,
  principal: Principal,
  request: LocalDayRequest,
): Result<CalendarChangeView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  const { date, kind } = request
  const [name, reason] = [request.name.trim(), request.reason.trim()]
  if (!isReckonable(date)) return refuse('duty.date-invalid', { value: date.slice(0, 20) })
  if (!isCalendarText(name)) return refuse('calendar.name-required', { date })
  if (reason === '') return refuse('calendar.reason-required')
  const added = deps.store.tx((write, read): Result<CalendarChangeView> => {
    if (read.calendar.localDays().some((day) => day.date === date)) {
      return refuse('calendar.local-day-exists', { date })
    }
    const changeId = write.calendar.addChange({
      kind: 'LOCAL_DAY',
      summary: `${date} ${name}`,
      fileName: '',
      signedBy: '',
      accountId: principal.id,
      at: deps.clock.now(),
    })
    write.calendar.addLocalDay({ date, kind, name, reason }, changeId)
    record(
      deps,
      write,
      principal,
      'calendar.local-day',
      { kind: 'calendar', id: String(changeId) },
      { date, rests: kind === 'HOLIDAY' },
    )
    return accept(changeViewOf(read, changeId))
  })
  if (added.ok) startUpkeep(deps)
  return added
}

/**
 * Takes a local day back; what it was stays on record. Needs ADMINISTRATOR or DEPUTY_LEADER.
 * Refuses `calendar.local-day-not-found`, `calendar.reason-required`.
 * @example removeLocalDay(deps, leader, 3, '通知已取消')
 */
export function removeLocalDay(
  deps: Deps,
  principal: Principal,
  id: number,
  why: string,
): Result<CalendarChangeView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  const reason = why.trim()
  if (reason === '') return refuse('calendar.reason-required')
  const removed = deps.store.tx((write, read): Result<CalendarChangeView> => {
    const day = read.calendar.localDay(id)
    if (!day) return refuse('calendar.local-day-not-found')
    const { date, kind, name } = day
    const changeId = write.calendar.addChange({
      kind: 'LOCAL_DAY',
      // The reason stands here and not in the log, which holds no free text.
      summary: `− ${date} ${name}：${reason}`,
      fileName: '',
      signedBy: '',
      accountId: principal.id,
      at: deps.clock.now(),
    })
    write.calendar.removeLocalDay(id, changeId)
    record(
      deps,
      write,
      principal,
      'calendar.local-day',
      { kind: 'calendar', id: String(changeId) },
      { date, rests: kind === 'HOLIDAY', removed: true },
    )
    return accept(changeViewOf(read, changeId))
  })
  if (removed.ok) startUpkeep(deps)
  return removed
}
