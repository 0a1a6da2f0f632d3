import type { CatalogueItem } from '../catalogue/catalogue-item.ts'
import type { CivilDate } from '../notice/content.ts'
import { dateOf, dayNumber } from './calendar/day-number.ts'
import type { DeadlineRule } from './deadline/deadline-rule.ts'
import type { DueTerm } from './due.ts'
import type { DutyKind } from './duty.ts'
import {
  formerPeriod,
  nextPeriod,
  type Period,
  PERIOD_CLASSES,
  type PeriodClass,
  periodOf,
  periodsFrom,
} from './period.ts'
import { periodTerm } from './term.ts'

/** A duty that a rule makes for a period. */
export type PlannedDuty = {
  readonly kind: Extract<DutyKind, 'PERIODIC' | 'STANDING_CHECK'>
  readonly period: string
  readonly term: DueTerm
  readonly startsOn: CivilDate
}

/** How far ahead duties are made, at least. */
const AHEAD_DAYS = 92

const ABOVE_TOWNSHIP = /^(?:国家|中央|省|自治区|市|地|州|盟|旗|县|区|县区|区县|市县)+[（(]?.*?级?$/u
const TOWNSHIP_OR_BELOW = /乡|镇|街|苏木|村|社区|居|组/u

/**
 * Whether an item makes duties under a township at all: it is disclosed of the office's own accord, to more than the
 * persons concerned, and not only at county level or above where the table ticks levels.
 * @example disclosedHere({ disclosureMode: 'PROACTIVE', disclosureScope: 'PUBLIC', levels: ['县级'] }) // false
 */
export function disclosedHere(
  item: Pick<CatalogueItem, 'disclosureMode' | 'disclosureScope' | 'levels'>,
): boolean {
  if (item.disclosureMode === 'ON_REQUEST' || item.disclosureScope === 'NAMED_PERSONS') return false
  const onlyAbove = item.levels.every((level) => ABOVE_TOWNSHIP.test(level) && !TOWNSHIP_OR_BELOW.test(level))
  return item.levels.length === 0 || !onlyAbove
}

/**
 * The day up to which periods of a class are planned: the end of the period after the current one, three months ahead at
 * least.
 * @example horizonOf('MONTHLY', '2026-11-23') // '2027-02-23'
 */
export function horizonOf(periodClass: PeriodClass, today: CivilDate): CivilDate {
  const next = nextPeriod(periodOf(periodClass, today)).to
  const ahead = dateOf(dayNumber(today) + AHEAD_DAYS)
  return next > ahead ? next : ahead
}

/**
 * Names the farthest periods that are planned today; while it stays the same there is nothing new to plan.
 * @example horizonKey('2026-11-23') // '2027-02 2027-Q1 2027-H1 2027'
 */
export function horizonKey(today: CivilDate): string {
  return PERIOD_CLASSES.map((name) => periodOf(name, horizonOf(name, today)).name).join(' ')
}

/**
 * The duty a rule makes for one period, or null when it makes none.
 * @example plannedFor(rule, readPeriod('2026-10')!)?.kind // 'PERIODIC'
 */
export function plannedFor(rule: DeadlineRule, period: Period): PlannedDuty | null {
  const found = periodTerm(rule, period)
  if (!found) return null
  return { kind: rule.class === 'STANDING' ? 'STANDING_CHECK' : 'PERIODIC', period: period.name, ...found }
}

/** From when on duties are planned. */
export type PlanStart = {
  readonly from: CivilDate
  /** Also for the period that had ended last by then: that is what should hang on the board now. A year is no such. */
  readonly former: boolean
}

/**
 * All duties that are made for the periods of a class from the one a day lies in, or the one before it, up to the horizon
 * of today; the rule is the one that holds on the last day of the period. A fixed date of the year that lay before that day
 * is left out.
 * @example planDuties('MONTHLY', () => rule, { from: '2026-10-05', former: false }, '2026-11-23')[0]?.period // '2026-10'
 */
export function planDuties(
  periodClass: PeriodClass,
  ruleOn: (day: CivilDate) => DeadlineRule | null,
  { from, former }: PlanStart,
  today: CivilDate,
): PlannedDuty[] {
  const before = former && periodClass !== 'YEARLY'
  const start = before ? formerPeriod(periodOf(periodClass, from)).from : from
  return periodsFrom(periodClass, start, horizonOf(periodClass, today))
    .map((period) => {
      const rule = ruleOn(period.to)
      return rule && plannedFor(rule, period)
    })
    .filter((planned) => planned !== null)
    .filter(({ term }) => before || !('date' in term) || term.date >= from)
}
