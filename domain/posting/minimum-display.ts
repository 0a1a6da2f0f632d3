import { type DisplayTerm, reckonDisplay, termAfterGap } from '../display/display-run.ts'
import type { DueAnswer, DueTerm } from '../duty/due.ts'
import type { Verification } from '../duty/rule-record.ts'
import type { WorkingCalendar } from '../duty/calendar/working-calendar.ts'
import type { CivilDate } from '../notice/content.ts'
import type { PostingRule } from './posting-rule.ts'

/** Days on which a sheet did not hang whole: from the day it was found damaged to the day it was put up again. */
export type PostingGap = { readonly from: CivilDate; readonly to: CivilDate }

/** A sheet of the same days that hung on the same board before. */
export type EarlierSheet = {
  readonly postedOn: CivilDate
  /** Day from which it hung no more, or was out of date; null while it hangs and holds. */
  readonly until: CivilDate | null
  readonly gaps: readonly PostingGap[]
}

/** What a sheet has to hang for: the span of a 公示, and the local rule of its board. */
export type MinimumGround = {
  /** The newest span of the 公示 it shows; null when it shows none, or one that was stopped for good. */
  readonly run: {
    readonly term: DisplayTerm
    readonly lastDay: CivilDate
    readonly basis: string
    readonly verified: Verification
  } | null
  readonly rule: (PostingRule & { readonly days: number }) | null
  readonly postedOn: CivilDate
  readonly gaps: readonly PostingGap[]
  /** What hung there of the same span of the 公示 before it, oldest first: its days count on. */
  readonly earlier?: readonly EarlierSheet[]
}

/** How long a sheet must hang at least, and where that is known from. */
export type MinimumDisplay = {
  /** Last day on which it must still hang; it may come down on the next one. */
  readonly lastDay: CivilDate
  readonly basis: string
  readonly verified: Verification
  readonly source: 'PUBLIC_DISPLAY' | 'LOCAL_RULE'
  /** It shows a 公示: after that day it has to come down, whichever of the two asked for the later day. */
  readonly ends: boolean
  /** With the term it was reckoned from, so that a screen can say the arithmetic in words. */
  readonly reckoned: DueAnswer & { readonly term: DueTerm }
}

type Hanging = Pick<MinimumGround, 'postedOn' | 'gaps'>

/** What is left of a term after one gap. */
function afterGap(left: DisplayTerm, { from, to }: PostingGap, calendar: WorkingCalendar): DisplayTerm {
  // Put right on the day it was found, or before the days began, nothing was lost.
  if (from === to || to <= left.start) return left
  // A gap after the days were over takes nothing away; after which day that is, the gaps before it say.
  if (from > reckonDisplay(left, calendar).due) return left
  if (from <= left.start) return { ...left, start: to }
  return termAfterGap(left, { gapOn: from, startsOn: to, counting: 'REMAINING' }, calendar)
}

/** Reckons a term on this very board: not before it was put up there, and without the days on which it did not hang whole. */
function reckon(
  term: DisplayTerm,
  { postedOn, gaps }: Hanging,
  calendar: WorkingCalendar,
): MinimumDisplay['reckoned'] {
  const begun = { ...term, start: postedOn > term.start ? postedOn : term.start }
  const here = gaps.reduce((left, gap) => afterGap(left, gap, calendar), begun)
  return { ...reckonDisplay(here, calendar), term: here }
}

/** A sheet and those before it as one: what lay between two of them is a gap. */
function hangingSince({ earlier = [], postedOn, gaps }: MinimumGround): Hanging {
  return earlier.reduceRight<Hanging>(
    (next, sheet) => {
      const own = sheet.gaps.filter(({ from }) => from < next.postedOn)
      const until = sheet.until !== null && sheet.until < next.postedOn ? sheet.until : next.postedOn
      const between = until < next.postedOn ? [{ from: until, to: next.postedOn }] : []
      const clipped = own.map(({ from, to }) => ({ from, to: to < until ? to : until }))
      return { postedOn: sheet.postedOn, gaps: [...clipped, ...between, ...next.gaps] }
    },
    { postedOn, gaps },
  )
}

/**
 * How long a sheet must hang at least on this board. The days of a 公示 count from the day it was put up here when that is later
 * than announced, since where it did not hang nobody could read it; the last day is never before the announced one (S4). What hung
 * there of the same span before it counts with it: a 更正 that lets the days go on takes none of them back. Days between damage
 * and putting up again, and between two sheets, do not count `[infer]`. A local rule counts from the day this sheet was put up
 * (S2). Where both ask for something the later day holds. Null when nothing asks for a number of days.
 * @example minimumDisplay({ run: tenWorkdaysFrom('2026-03-02'), rule: null, postedOn: '2026-03-02', gaps: [] }, calendar)?.lastDay
 * // '2026-03-16'
 */
export function minimumDisplay(ground: MinimumGround, calendar: WorkingCalendar): MinimumDisplay | null {
  const { run, rule, postedOn } = ground
  const found: MinimumDisplay[] = []
  if (run) {
    const reckoned = reckon(run.term, hangingSince(ground), calendar)
    const lastDay = reckoned.due > run.lastDay ? reckoned.due : run.lastDay
    found.push({
      lastDay,
      basis: run.basis,
      verified: run.verified,
      source: 'PUBLIC_DISPLAY',
      ends: true,
      reckoned,
    })
  }
  if (rule) {
    const reckoned = reckon({ amount: rule.days, unit: rule.unit, start: postedOn }, ground, calendar)
    const { basis, verified } = rule
    found.push({
      ...{ lastDay: reckoned.due, basis, verified, source: 'LOCAL_RULE', ends: run !== null, reckoned },
    })
  }
  const [first, second] = found
  return second && first && second.lastDay > first.lastDay ? second : (first ?? null)
}
