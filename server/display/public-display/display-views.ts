import type { DisplayRecord } from '../../../db/repos/public-display-repo.ts'
import type { StoredEdition } from '../../../db/repos/edition-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { daysLeft, type DisplayState } from '../../../domain/display/display-state.ts'
import type { WorkingCalendar } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import type { Deps } from '../../deps.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import { todayOf } from '../../duty/today.ts'
import type { UnitRef } from '../../duty/views.ts'
import { unitRefs } from '../../register/unit-ref.ts'
import { displayStanding, type DisplayStanding } from './display-facts.ts'
import type { DisplayList, DisplayRow, DisplaysToday } from './views.ts'

const PAGE_SIZE = 50

/** What every line about a display is made with. */
export type DisplayViewing = {
  readonly read: Reads
  readonly calendar: WorkingCalendar
  readonly today: CivilDate
  readonly unit: (id: string) => UnitRef
}

/**
 * The day, calendar and names a view of displays is made with.
 * @example viewingOf(deps).today // '2026-11-23'
 */
export function viewingOf(deps: Pick<Deps, 'store' | 'clock'>): DisplayViewing {
  const { read } = deps.store
  const { today } = todayOf(read, deps.clock.now())
  return { read, today, calendar: calendarOf(read), unit: unitRefs(read) }
}

/**
 * The edition a display shows: that of its newest span. @throws when there is none: a foreign key keeps that from happening.
 * @example editionOf(read, standing).title
 */
export function editionOf(read: Reads, standing: Pick<DisplayStanding, 'run'>): StoredEdition {
  const edition = read.edition.byId(standing.run.editionId)
  if (!edition) throw new Error('a span names an edition')
  return edition
}

/**
 * A display as a list shows it.
 * @example displayRow(record, viewingOf(deps)).state
 */
export function displayRow(record: DisplayRecord, viewing: DisplayViewing): DisplayRow {
  const { read, calendar, today, unit } = viewing
  const standing = displayStanding(record, calendar, today)
  const { run, lastDay, state } = standing
  const edition = editionOf(read, standing)
  return {
    id: record.display.id,
    noticeId: record.display.noticeId,
    title: edition.title,
    indexNumber: edition.indexNumber,
    unit: unit(record.display.unitId),
    state,
    startsOn: run.startsOn,
    endsOn: run.endsOn,
    lastDay,
    daysLeft: daysLeft(state, lastDay, today),
    provisional: run.provisional,
    objections: standing.objections.length,
    unanswered: standing.unanswered,
    resultWaits: standing.result !== null && standing.result.decided === null && standing.stop === null,
  }
}

/** What presses most stands in front. */
const URGENCY: readonly DisplayState[] = [
  'INTERRUPTED',
  'OBJECTION_OPEN',
  'OBJECTION_RESOLVED',
  'ENDED',
  'NO_OBJECTION',
  'ON_DISPLAY',
  'SCHEDULED',
]

function byUrgency(one: DisplayRow, other: DisplayRow): number {
  const rank = ({ state }: DisplayRow) => (URGENCY.indexOf(state) + URGENCY.length + 1) % (URGENCY.length + 1)
  return rank(one) - rank(other) || (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0)
}

/**
 * Displays that somebody still has to do something with, what presses most in front.
 * @example displaysUnderWay(deps).items[0]?.state
 */
export function displaysUnderWay(deps: Pick<Deps, 'store' | 'clock'>): DisplayList {
  const viewing = viewingOf(deps)
  const rows = viewing.read.publicDisplay.underWay().map((record) => displayRow(record, viewing))
  return { today: viewing.today, items: rows.toSorted(byUrgency), next: null }
}

/**
 * All displays, newest first, one page.
 * @example allDisplays(deps, null).next
 */
export function allDisplays(deps: Pick<Deps, 'store' | 'clock'>, before: string | null): DisplayList {
  const viewing = viewingOf(deps)
  const records = viewing.read.publicDisplay.page(before, PAGE_SIZE + 1)
  const shown = records.slice(0, PAGE_SIZE)
  return {
    today: viewing.today,
    items: shown.map((record) => displayRow(record, viewing)),
    next: records.length > PAGE_SIZE ? (shown.at(-1)?.display.id ?? null) : null,
  }
}

/**
 * What of the displays is to be done today: what ends today (its result is due tomorrow), what waits for its result, what was
 * objected and not answered, also while it still hangs, and what does not hang although its days are not over.
 * @example displaysToday(deps).endsToday.length
 */
export function displaysToday(deps: Pick<Deps, 'store' | 'clock'>): DisplaysToday {
  const { today, items } = displaysUnderWay(deps)
  const ended = ['ENDED', 'NO_OBJECTION', 'OBJECTION_RESOLVED']
  return {
    today,
    endsToday: items.filter(({ daysLeft: left }) => left === 0),
    awaitsResult: items.filter(({ state }) => ended.includes(state)),
    objectionOpen: items.filter(({ unanswered }) => unanswered > 0),
    interrupted: items.filter(({ state }) => state === 'INTERRUPTED'),
  }
}
