import type { DutyFilter } from '../../db/repos/duty-filter.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import type { DutyState } from '../../domain/duty/duty.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { unitRefs } from './duty-view.ts'
import { standingOf } from './footing.ts'
import type { DutyCalendar, DutyMatrix, UnitRef } from './views.ts'

/** Duties named on a day of the calendar; the rest is counted. */
const NAMED_A_DAY = 4

const LATE: readonly DutyState[] = ['OVERDUE', 'DONE_LATE', 'NIL_REPORTED_LATE']
const OPEN: readonly DutyState[] = ['OPEN', 'DUE_SOON', 'OVERDUE']

/**
 * The days from one to another with what is due on them: how many of what state, and the first few by name.
 * @example dutyCalendar(deps, principal, { from: '2026-11-01', to: '2026-11-30' }).days.length // 30
 */
export function dutyCalendar(
  deps: Deps,
  principal: Principal,
  filter: DutyFilter & { readonly from: CivilDate; readonly to: CivilDate },
): DutyCalendar {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment, calendar } = viewing
  const units = unitRefs(read)
  const counts = new Map<CivilDate, Partial<Record<DutyState, number>>>()
  for (const { due, state, count } of read.duty.dayCounts(filter, moment)) {
    counts.set(due, { ...counts.get(due), [state]: count })
  }
  const named = Map.groupBy(read.duty.firstOfDays(filter, moment, NAMED_A_DAY), ({ due }) => due)
  const first = dayNumber(filter.from)
  const days = Array.from({ length: dayNumber(filter.to) - first + 1 }, (_, index) => dateOf(first + index))
  return {
    footing,
    from: filter.from,
    to: filter.to,
    days: days.map((date) => ({
      ...calendar.meaning(date),
      date,
      counts: counts.get(date) ?? {},
      duties: (named.get(date) ?? []).flatMap(({ id, title, unitId, period, state }) => {
        const unit = units.get(unitId)
        return unit ? [{ id, title, unit, period, state }] : []
      }),
    })),
  }
}

function newestFirst(one: string, other: string): number {
  const [left, right] = [readPeriod(one), readPeriod(other)]
  if (!left || !right) return 0
  return right.to.localeCompare(left.to) || left.from.localeCompare(right.from) * -1
}

/**
 * Items against units for one period: who is late. Without a period it is the newest one that has ended, because that is
 * what the villages are at work on.
 * @example dutyMatrix(deps, principal, 'VILLAGE', '2026-10').units[0]?.late
 */
export function dutyMatrix(deps: Deps, principal: Principal, regime: Regime, wanted?: string): DutyMatrix {
  const { viewing, footing } = standingOf(deps, principal)
  const { read, moment } = viewing
  const periods = read.duty.periods(regime).toSorted(newestFirst)
  const ended = periods.find((name) => (readPeriod(name)?.to ?? '') <= moment.today)
  const period = wanted ?? ended ?? periods.at(-1) ?? ''
  const cells = read.duty.matrix(regime, period, moment)
  const having = new Set(cells.map(({ unitId }) => unitId))
  const units: UnitRef[] = [...unitRefs(read).values()].filter(({ id }) => having.has(id))
  const place = new Map(units.map(({ id }, index) => [id, index]))
  const rows = new Map<
    string,
    { itemId: string; title: string; cells: DutyMatrix['rows'][number]['cells'][number][] }
  >()
  const open = units.map(() => 0)
  const late = units.map(() => 0)
  for (const { id, itemId, unitId, title, state, due, closedOn } of cells) {
    const at = place.get(unitId)
    if (at === undefined) continue
    let row = rows.get(itemId)
    if (!row) rows.set(itemId, (row = { itemId, title, cells: units.map(() => null) }))
    row.cells[at] = { dutyId: id, state, due, closedOn }
    if (OPEN.includes(state)) open[at] = (open[at] ?? 0) + 1
    if (LATE.includes(state)) late[at] = (late[at] ?? 0) + 1
  }
  return {
    footing,
    regime,
    period,
    periods,
    units: units.map((unit, index) => ({ ...unit, open: open[index] ?? 0, late: late[index] ?? 0 })),
    rows: [...rows.values()],
  }
}
