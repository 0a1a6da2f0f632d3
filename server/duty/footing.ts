import { momentOf } from '../../domain/duty/duty-state.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import type { DutyViewing } from './duty-view.ts'
import { todayOf } from './today.ts'
import { upkeepState } from './upkeep.ts'
import type { DutyFooting } from './views.ts'

/** What every answer about duties stands on. */
export type Standing = { readonly viewing: DutyViewing; readonly footing: DutyFooting }

/**
 * The day, the calendar and the person an answer about duties is given for.
 * @example standingOf(deps, principal).footing.today // '2026-11-23'
 */
export function standingOf(deps: Deps, principal: Principal | null): Standing {
  const { read } = deps.store
  const calendar = calendarOf(read)
  const { today, now, clock } = todayOf(read, deps.clock.now())
  const moment = momentOf(today, now, calendar)
  return {
    viewing: { read, moment, calendar, principal },
    footing: { today, clock, calendar: calendar.coverage, upkeep: upkeepState(deps) },
  }
}
