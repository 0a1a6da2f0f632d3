import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import { dateOf, dayNumber, isReckonable } from './calendar/day-number.ts'
import { isDueAmount } from './due-amount.ts'
import type { DueAnswer, DueStep, DueTerm } from './due.ts'
import type { DayMeaning, WorkingCalendar } from './calendar/working-calendar.ts'

/** Looks days up and remembers which of them lie beyond the calendar. */
type Reader = {
  readonly meaning: (day: number) => DayMeaning
  readonly missingYears: () => readonly number[]
}

function readerOver(calendar: WorkingCalendar): Reader {
  const missing = new Set<number>()
  return {
    meaning: (day) => {
      const date = dateOf(day)
      const meaning = calendar.meaning(date)
      if (meaning.missingYear !== null) missing.add(meaning.missingYear)
      return meaning
    },
    missingYears: () => [...missing].toSorted((one, other) => one - other),
  }
}

/** The steps so far; days of one kind and name in a row become one step. */
type Steps = {
  readonly list: DueStep[]
  readonly add: (kind: DueStep['kind'], from: number, to: number, name?: string) => void
}

function steps(): Steps {
  const list: DueStep[] = []
  return {
    list,
    add: (kind, from, to, name = '') => {
      const last = list.at(-1)
      if (last && last.kind === kind && last.name === name && dayNumber(last.to) + 1 === from) {
        list[list.length - 1] = { ...last, to: dateOf(to), days: last.days + to - from + 1 }
      } else list.push({ kind, from: dateOf(from), to: dateOf(to), days: to - from + 1, name })
    },
  }
}

const STEP_OF: Readonly<Record<DayMeaning['reason'], DueStep['kind']>> = {
  WEEKDAY: 'COUNTED',
  WEEKEND: 'WEEKEND',
  HOLIDAY: 'HOLIDAY',
  MAKE_UP_WORKDAY: 'MAKE_UP_WORKDAY',
  LOCAL_HOLIDAY: 'LOCAL_HOLIDAY',
  LOCAL_WORKDAY: 'LOCAL_WORKDAY',
}

function checked(date: CivilDate): number {
  if (!isReckonable(date)) throw new RangeError(`no due date is reckoned from ${date}`)
  return dayNumber(date)
}

function inWorkdays(start: CivilDate, amount: number, calendar: WorkingCalendar): DueAnswer {
  const reader = readerOver(calendar)
  const taken = steps()
  let at = checked(start)
  taken.add('START', at, at)
  for (let left = amount; left > 0;) {
    at += 1
    const { working, reason, name } = reader.meaning(at)
    taken.add(STEP_OF[reason], at, at, name)
    if (working) left -= 1
  }
  return answer({ target: at, due: at, reader, steps: taken })
}

/** Extends a last day that rests to the next working day, and looks for the working day before it. */
function rolled(last: number, earliest: number, taken: Steps, calendar: WorkingCalendar): DueAnswer {
  const reader = readerOver(calendar)
  const lastDay = reader.meaning(last)
  if (lastDay.working) return answer({ target: last, due: last, reader, steps: taken })
  let due = last
  while (!reader.meaning(due).working) due += 1
  let target = last
  while (target >= earliest && !reader.meaning(target).working) target -= 1
  taken.add('ROLLED', last + 1, due, lastDay.name)
  return answer({ target: target >= earliest ? target : due, due, reader, steps: taken })
}

function inDays(start: CivilDate, amount: number, calendar: WorkingCalendar): DueAnswer {
  const first = checked(start)
  const taken = steps()
  taken.add('START', first, first)
  taken.add('COUNTED', first + 1, first + amount)
  return rolled(first + amount, first + 1, taken, calendar)
}

function onDate(date: CivilDate, calendar: WorkingCalendar): DueAnswer {
  const day = checked(date)
  const taken = steps()
  taken.add('COUNTED', day, day)
  return rolled(day, dayNumber('1970-01-01'), taken, calendar)
}

function inHours(start: string, amount: number): DueAnswer {
  const from = Temporal.Instant.from(start)
  const at = from.add({ hours: amount })
  const day = (instant: Temporal.Instant): number =>
    checked(instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString())
  const [first, due] = [day(from), day(at)]
  const taken = steps()
  taken.add('START', first, first)
  if (due > first) taken.add('COUNTED', first + 1, due)
  return {
    target: dateOf(due),
    due: dateOf(due),
    dueAt: at.toString({ smallestUnit: 'millisecond' }),
    provisional: false,
    missingYears: [],
    steps: taken.list,
  }
}

function answer(found: {
  readonly target: number
  readonly due: number
  readonly reader: Reader
  readonly steps: Steps
}): DueAnswer {
  const missingYears = found.reader.missingYears()
  return {
    target: dateOf(found.target),
    due: dateOf(found.due),
    dueAt: null,
    provisional: missingYears.length > 0,
    missingYears,
    steps: found.steps.list,
  }
}

/**
 * Reckons when a term ends. The day of the event is not counted (民法典第201条). Working days follow the calendar. Calendar
 * days and fixed dates whose last day rests extend to the next working day (民法典第203条): that is `due`, later is late,
 * and `target` is the last working day up to the plain last day, or `due` when none lies after the day of the event (a
 * fixed date has no such day: see `targetFrom`). Hours run
 * through nights and holidays and need no calendar. A step `ROLLED` runs from the day after the plain last day to `due`
 * and bears the name of the holiday the last day fell on. `provisional` says that a day took part on which a
 * notice decides that is not on record.
 * Throws a RangeError for an amount that `isDueAmount` denies and a start that `isReckonable` denies; edges ask these first.
 * @example dueOf({ amount: 20, unit: 'workday', start: '2026-09-30' }, calendar).due // '2026-11-03'
 */
export function dueOf(term: DueTerm, calendar: WorkingCalendar): DueAnswer {
  if ('date' in term) return onDate(term.date, calendar)
  const { amount, unit, start } = term
  if (!isDueAmount(amount, unit)) throw new RangeError(`not an amount of ${unit}s: ${amount}`)
  switch (unit) {
    case 'workday':
      return inWorkdays(start, amount, calendar)
    case 'day':
      return inDays(start, amount, calendar)
    case 'hour':
      return inHours(start, amount)
  }
}

/**
 * When a duty is to be done in good time that can be worked off from `startsOn` on: never before that day, so `due` when no
 * working day lies between it and the plain last day.
 * @example targetFrom({ target: '2026-10-30', due: '2026-11-02' }, '2026-10-31') // '2026-11-02'
 */
export function targetFrom(
  { target, due }: Pick<DueAnswer, 'target' | 'due'>,
  startsOn: CivilDate,
): CivilDate {
  return target < startsOn ? due : target
}
