import type {
  DisplayRecord,
  StoredDisplayRun,
  StoredDisplayStop,
} from '../../../db/repos/public-display-repo.ts'
import { lastDay } from '../../../domain/display/display-run.ts'
import { type DisplayState, displayState } from '../../../domain/display/display-state.ts'
import { isAnswered, type ObjectionStanding } from '../../../domain/display/objection.ts'
import type { WorkingCalendar } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'

type StoredResult = DisplayRecord['results'][number]

/** How a display stands, taken from its records. */
export type DisplayStanding = {
  readonly run: StoredDisplayRun
  readonly stop: StoredDisplayStop | null
  /** The gap that ended in `stop`, when there was one before it: what hung then hung only until that day. */
  readonly gap: StoredDisplayStop | null
  readonly lastDay: CivilDate
  readonly objections: readonly ObjectionStanding[]
  readonly unanswered: number
  /** The newest result of the newest span that was not returned. */
  readonly result: StoredResult | null
  readonly state: DisplayState
}

function objectionStandings({ objections, entries }: DisplayRecord): readonly ObjectionStanding[] {
  const newest = new Map(entries.map((entry) => [entry.objectionId, entry]))
  return objections.map(({ id, receivedOn }) => {
    const entry = newest.get(id)
    return { id, receivedOn, answered: entry?.kind === 'ANSWERED', mergedInto: entry?.intoId ?? null }
  })
}

/**
 * What stopped a span, and the gap before that when the gap ended in a removal.
 * @example stopsOf(record, run).gap?.onDay // '2026-03-03'
 */
export function stopsOf(
  { stops }: DisplayRecord,
  run: StoredDisplayRun,
): { readonly stop: StoredDisplayStop | null; readonly gap: StoredDisplayStop | null } {
  const [first = null, ...more] = stops.filter(({ runSequence }) => runSequence === run.sequence)
  const last = more.at(-1)
  return last ? { stop: last, gap: first } : { stop: first, gap: null }
}

/**
 * Since when a display does not hang and why, the gap before a removal included; null while it hangs.
 * @example hangsNoMore(standing)?.on // '2026-03-03'
 */
export function hangsNoMore({
  stop,
  gap,
}: Pick<DisplayStanding, 'stop' | 'gap'>): { readonly on: CivilDate; readonly reason: string } | null {
  if (stop === null) return null
  return {
    on: gap?.onDay ?? stop.onDay,
    reason: gap === null ? stop.reason : `${gap.reason}；${stop.reason}`,
  }
}

/**
 * Derives how a display stands on a day. @throws for a display without a span: both are written together.
 * @example displayStanding(record, calendarOf(read), '2026-11-23').state // 'ON_DISPLAY'
 */
export function displayStanding(
  record: DisplayRecord,
  calendar: WorkingCalendar,
  today: CivilDate,
): DisplayStanding {
  const run = record.runs.at(-1)
  if (!run) throw new Error(`display ${record.display.id} has no span`)
  const { stop, gap } = stopsOf(record, run)
  const result =
    record.results.findLast(
      ({ runSequence, decided }) => runSequence === run.sequence && decided?.decision !== 'RETURNED',
    ) ?? null
  const confirmed = result?.decided?.decision === 'CONFIRMED'
  // What was certified stays: once the result is out, no newer calendar moves the last day.
  const last = confirmed ? run.endsOn : lastDay(run, calendar)
  const objections = objectionStandings(record)
  const unanswered = objections.filter(({ id }) => !isAnswered(id, objections)).length
  const state = displayState({
    startsOn: run.startsOn,
    lastDay: last,
    // A gap that ended in a removal counts from the day of the gap.
    stop: stop && { kind: stop.kind, onDay: gap?.onDay ?? stop.onDay },
    objections: objections.length,
    unanswered,
    result: result && { kind: result.kind, confirmed },
    today,
  })
  return { run, stop, gap, lastDay: last, objections, unanswered, result, state }
}
