import type { ShownExtent } from './shown-extent.ts'

/** A record of what stood on a screen; times in milliseconds since the epoch. */
export type ProvedShowing = {
  readonly hash: string | null
  readonly began: number
  readonly ended: number
  /** Of that, on the glass. */
  readonly lasted: number
  /** How much of the notice stood there; null unless one did. */
  readonly extent: ShownExtent | null
  /** Its time proves nothing: the clock was in doubt. */
  readonly isUnproved: boolean
}

/** A span of time, `until` not within. */
export type TimeSpan = { readonly from: number; readonly until: number }

/** What a screen proves of a notice over a period. */
export type ScreenTime = {
  /** Where it stood in the period with a time that is proved, in order and joined. */
  readonly spans: readonly TimeSpan[]
  /** Milliseconds on the glass; null, not zero, when the screen has no record at all in its hours. */
  readonly shown: number | null
  /** Of that, with no more than a part of it, and with no more than its title. */
  readonly part: number
  readonly title: number
  /** The same under a clock in doubt; never added to the rest. */
  readonly unproved: number
  /** Milliseconds in which the screen should have been lit, and of these with any record at all. */
  readonly open: number
  readonly recorded: number
  /** Spans of its hours without a record, longest first named by the caller. */
  readonly gaps: readonly TimeSpan[]
}

/** Between two records, what a turn of pages and a report may take; a shorter hole is no gap. Milliseconds. */
export const LEAST_GAP = 2 * 60_000

function overlap(a: TimeSpan, b: TimeSpan): TimeSpan | null {
  const from = Math.max(a.from, b.from)
  const until = Math.min(a.until, b.until)
  return from < until ? { from, until } : null
}

/** Spans in order, joined where they touch or nearly do. */
function joined(spans: readonly TimeSpan[], slack: number): TimeSpan[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  const all: TimeSpan[] = []
  for (const span of sorted) {
    const last = all[all.length - 1]
    if (last !== undefined && span.from <= last.until + slack) {
      all[all.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    } else all.push(span)
  }
  return all
}

const length = (spans: readonly TimeSpan[]) => spans.reduce((sum, { from, until }) => sum + until - from, 0)

function holes(within: TimeSpan, covered: readonly TimeSpan[]): TimeSpan[] {
  const found: TimeSpan[] = []
  let from = within.from
  for (const span of covered) {
    const part = overlap(span, within)
    if (part === null) continue
    if (part.from > from) found.push({ from, until: part.from })
    from = Math.max(from, part.until)
  }
  if (from < within.until) found.push({ from, until: within.until })
  return found
}

/** Milliseconds of a record that lie within a period: no more than it lasted, nor than the part within is long. */
function within(showing: ProvedShowing, period: TimeSpan): number {
  const part = overlap({ from: showing.began, until: showing.ended }, period)
  return part === null ? 0 : Math.min(showing.lasted, part.until - part.from)
}

/**
 * How long records prove together: those that overlap, in two parts of a screen or told twice, no longer than the span they lie
 * in; a glass has one time.
 */
function together(showings: readonly ProvedShowing[], period: TimeSpan): number {
  let sum = 0
  let told = 0
  let span: TimeSpan | null = null
  for (const one of showings.toSorted((a, b) => a.began - b.began)) {
    const part = overlap({ from: one.began, until: one.ended }, period)
    if (part === null || one.lasted <= 0) continue
    if (span !== null && part.from < span.until) {
      span = { from: span.from, until: Math.max(span.until, part.until) }
    } else {
      sum += told
      told = 0
      span = part
    }
    told = Math.min(told + within(one, period), span.until - span.from)
  }
  return sum + told
}

/**
 * What one screen proves of one notice over a period: how long it really was on the glass, and where the screen's hours have no
 * record. Screens are never added up: two of them side by side prove no longer time. Time under a doubtful clock stands apart.
 * @example screenTime({ showings, hashes: new Set([hash]), period, open: [period] }).shown // 2700000
 */
export function screenTime(given: {
  readonly showings: readonly ProvedShowing[]
  /** Editions of the notice. */
  readonly hashes: ReadonlySet<string>
  readonly period: TimeSpan
  /** The screen's hours in the period. */
  readonly open: readonly TimeSpan[]
}): ScreenTime {
  const { hashes, period } = given
  const inPeriod = given.showings.filter(({ began, ended }) => began < period.until && ended > period.from)
  const own = inPeriod.filter(({ hash }) => hash !== null && hashes.has(hash))
  const ownProved = own.filter(({ isUnproved }) => !isUnproved)
  const proved = inPeriod.filter(({ isUnproved }) => !isUnproved)
  const covered = joined(
    proved.map(({ began, ended }) => ({ from: began, until: ended })),
    LEAST_GAP,
  )
  const open = joined(
    given.open.flatMap((span) => overlap(span, period) ?? []),
    0,
  )
  const lit = open.flatMap((span) => covered.flatMap((part) => overlap(part, span) ?? []))
  // What shows the most of it comes first: a title beside the whole notice takes nothing from that.
  const whole = together(
    ownProved.filter(({ extent }) => extent === 'WHOLE'),
    period,
  )
  const withText = together(
    ownProved.filter(({ extent }) => extent !== 'TITLE'),
    period,
  )
  const shown = together(ownProved, period)
  return {
    spans: joined(
      ownProved
        .filter((one) => within(one, period) > 0)
        .flatMap(({ began, ended }) => overlap({ from: began, until: ended }, period) ?? []),
      0,
    ),
    shown: proved.length === 0 ? null : shown,
    part: withText - whole,
    title: shown - withText,
    unproved: together(
      own.filter(({ isUnproved }) => isUnproved),
      period,
    ),
    open: length(open),
    recorded: length(lit),
    gaps: open.flatMap((span) => holes(span, covered)).filter(({ from, until }) => until - from >= LEAST_GAP),
  }
}
