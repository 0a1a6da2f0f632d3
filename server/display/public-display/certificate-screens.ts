import { Temporal } from 'temporal-polyfill'
import { type ProvedShowing, screenTime, type TimeSpan } from '../../../domain/signage/screen-time.ts'
import { provedExtent } from '../../../domain/signage/shown-extent.ts'
import { ALL_DATES, dateAt, spansOn, type TimeWindow } from '../../../domain/signage/time-window.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import type { Deps } from '../../deps.ts'
import type { CertificateScreen } from './views.ts'

const ZONE = 'Asia/Shanghai'
// The paper names the longest; how many more there are is said.
const MOST_GAPS = 12
const MINUTE_MS = 60_000
// A record is a quarter of an hour: one that began in the period has ended by then.
const RECORD_MS = 60 * MINUTE_MS

function dayStart(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(ZONE).epochMilliseconds
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString()
const minutes = (milliseconds: number) => Math.floor(milliseconds / MINUTE_MS)

function openSpans(windows: readonly TimeWindow[], { from, until }: TimeSpan): TimeSpan[] {
  const spans: TimeSpan[] = []
  // An overnight window may have begun the day before.
  const last = dateAt(until)
  for (let day = dateAt(from).subtract({ days: 1 }); ; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, last) > 0) return spans
    for (const span of spansOn(windows, ALL_DATES, day)) spans.push({ from: span.from, until: span.to })
  }
}

/** The hours a screen had, each version's from when it was set: hours that were changed later are no gap before. */
function openHours({ store }: Pick<Deps, 'store'>, screenId: string, period: TimeSpan): TimeSpan[] {
  const versions = store.read.screen.versions(screenId)
  return versions.flatMap(({ at, screen }, index) => {
    const next = versions[index + 1]
    const from = index === 0 ? period.from : Math.max(period.from, Date.parse(at))
    const until = next === undefined ? period.until : Math.min(period.until, Date.parse(next.at))
    if (from >= until) return []
    return openSpans(screen.openingHours, { from, until })
      .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) }))
      .filter((span) => span.from < span.until)
  })
}

function showingsOf({ store }: Pick<Deps, 'store'>, screenId: string, period: TimeSpan) {
  const rows = store.read.screenEvidence.endedBetween(
    screenId,
    instant(period.from),
    instant(period.until + RECORD_MS),
  )
  const showings = rows.map((row): ProvedShowing => ({
    ...{ hash: row.hash, lasted: row.lasted, extent: provedExtent(row) },
    ...{ began: Date.parse(row.beganAt), ended: Date.parse(row.endedAt), isUnproved: row.doubt === 'CLOCK' },
  }))
  return { showings, isClamped: rows.some(({ doubt }) => doubt === 'CLAMPED') }
}

function daysOf(spans: readonly TimeSpan[]): number {
  const days = new Set<string>()
  for (const { from, until } of spans) {
    const last = dateAt(until - 1)
    for (let day = dateAt(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      days.add(day.toString())
    }
  }
  return days.size
}

function proves(
  deps: Pick<Deps, 'store'>,
  screenId: string,
  hashes: readonly string[],
  asked: TimeSpan,
): CertificateScreen | null {
  const { read } = deps.store
  const stored = read.screen.byId(screenId)
  const pairedAt = read.screenEvidence.firstPairedAt(screenId)
  if (!stored || pairedAt === null) return null
  const screen = read.screen.asOf(screenId, instant(asked.until)) ?? stored.screen
  // Before it was paired, and after it was taken down, it could not prove anything: that is no gap in its records.
  const end = stored.endedAt === null ? asked.until : Date.parse(stored.endedAt)
  const period = { from: Math.max(asked.from, Date.parse(pairedAt)), until: Math.min(asked.until, end) }
  if (period.from >= period.until) return null
  const { showings, isClamped } = showingsOf(deps, screenId, period)
  const open = openHours(deps, screenId, period)
  const time = screenTime({ showings, hashes: new Set(hashes), period, open })
  const first = time.spans[0]
  const last = time.spans[time.spans.length - 1]
  if (first === undefined && time.unproved === 0) return null
  const longest = time.gaps.toSorted((a, b) => b.until - b.from - (a.until - a.from)).slice(0, MOST_GAPS)
  return {
    name: screen.name,
    place: screen.place,
    firstAt: first === undefined ? null : instant(first.from),
    lastAt: last === undefined ? null : instant(last.until),
    shownMinutes: time.shown === null ? null : minutes(time.shown),
    partMinutes: minutes(time.part),
    titleMinutes: minutes(time.title),
    unprovedMinutes: minutes(time.unproved),
    days: daysOf(time.spans),
    openMinutes: minutes(time.open),
    recordedMinutes: minutes(time.recorded),
    gaps: longest
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, until }) => ({ from: instant(from), until: instant(until) })),
    moreGaps: time.gaps.length - longest.length,
    isClamped,
  }
}

/**
 * What paired screens prove of a notice from its first day to its last, each screen for itself and never added up. Screens that
 * are not paired show it and prove nothing: they are not here.
 * @example certificateScreens(deps, { indexNumber, startsOn, lastDay })
 */
export function certificateScreens(
  deps: Pick<Deps, 'store' | 'clock'>,
  notice: { readonly indexNumber: string; readonly startsOn: CivilDate; readonly lastDay: CivilDate },
): CertificateScreen[] {
  const { read } = deps.store
  const hashes = read.edition.byIndexNumber(notice.indexNumber).map(({ hash }) => hash)
  const from = dayStart(Temporal.PlainDate.from(notice.startsOn))
  const end = dayStart(Temporal.PlainDate.from(notice.lastDay).add({ days: 1 }))
  const period = { from, until: Math.min(end, Date.parse(deps.clock.now())) }
  if (hashes.length === 0 || period.from >= period.until) return []
  return read.screenEvidence
    .screensOf(hashes, instant(from), instant(period.until + RECORD_MS))
    .flatMap((screenId) => proves(deps, screenId, hashes, period) ?? [])
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
