import type { Reads } from '../../db/store.ts'
import { lastDay } from '../../domain/display/display-run.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import type { SheetData } from './views.ts'

/**
 * First and last day of a 公示 as its sheet says them: of the newest span of this edition; the last day is the announced one or,
 * where the calendar has changed, a later one, with the announced one beside it. Empty for what was never displayed.
 * @example displayedSpan(read, edition) // { displayed: { startsOn: '2026-11-23', endsOn: '2026-11-30' } }
 */
export function displayedSpan(
  read: Reads,
  edition: { readonly id: number; readonly noticeId: string },
): Pick<SheetData, 'displayed'> {
  const run = read.publicDisplay
    .ofNotice(edition.noticeId)
    ?.runs.findLast(({ editionId }) => editionId === edition.id)
  if (!run) return {}
  const { startsOn, endsOn: announced } = run
  const endsOn = lastDay(run, calendarOf(read))
  return { displayed: { startsOn, endsOn, ...(endsOn !== announced && { announced }) } }
}
