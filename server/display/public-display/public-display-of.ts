import { hungUntil } from '../../../domain/display/display-run.ts'
import { daysLeft, type DisplayState } from '../../../domain/display/display-state.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { heldBack, publicNotice } from '../public-views.ts'
import { displayStanding, hangsNoMore, stopsOf } from './display-facts.ts'
import { displayRow, editionOf, viewingOf } from './display-views.ts'
import type { PublicDisplay, PublicDisplayRow } from './views.ts'

/** The public is not told what the office still has to write. */
const PUBLIC_STATE: Readonly<Record<DisplayState, PublicDisplay['state']>> = {
  SCHEDULED: 'SCHEDULED',
  ON_DISPLAY: 'ON_DISPLAY',
  INTERRUPTED: 'INTERRUPTED',
  ENDED: 'ENDED',
  NO_OBJECTION: 'ENDED',
  OBJECTION_OPEN: 'ENDED',
  OBJECTION_RESOLVED: 'ENDED',
  RESULT_PUBLISHED: 'RESULT_PUBLISHED',
  REMOVED_EARLY: 'REMOVED_EARLY',
  WITHDRAWN: 'ENDED',
}

/**
 * What the public reads of the display of a notice that hangs on the board: until when, where, how to object, what came of
 * it, and an early removal with its reason; nothing of anybody who objected. Refuses `notice.not-found` for what is not on
 * the board and `display.not-found` for what was never displayed.
 * @example publicDisplay(deps, '11990000…/2026-00412')
 */
export function publicDisplay(
  deps: Pick<Deps, 'store' | 'clock'>,
  indexNumber: string,
): Result<PublicDisplay> {
  const { read, calendar, today } = viewingOf(deps)
  const shown = publicNotice(read, indexNumber, deps.clock.now())
  if (!shown.ok) return shown
  const current = read.edition.byIndexNumber(indexNumber).find(({ state }) => state === 'PUBLISHED')
  const record = current && read.publicDisplay.ofNotice(current.noticeId)
  if (!current || !record) return refuse('display.not-found')
  const standing = displayStanding(record, calendar, today)
  const { run, lastDay, result } = standing
  // The newest edition may have corrected where it hangs and how to object while the days went on.
  const content = JSON.parse(current.content) as PublicContent
  const plan = content.display ?? (JSON.parse(editionOf(read, standing).content) as PublicContent).display
  if (!plan) return refuse('display.not-found')
  return accept({
    state: PUBLIC_STATE[standing.state],
    startsOn: run.startsOn,
    lastDay,
    daysLeft: daysLeft(standing.state, lastDay, today),
    term: run.term,
    provisional: run.provisional,
    basis: plan.basis,
    places: plan.places.map(({ name }) => name),
    route: plan.objection,
    removal: hangsNoMore(standing),
    result:
      standing.state === 'RESULT_PUBLISHED' && result?.decided
        ? { text: result.text, on: result.decided.decidedOn }
        : null,
    earlier: record.runs.flatMap((former, at) => {
      const next = record.runs[at + 1]
      // A span that went on after a correction is the same days.
      if (!next || next.kind === 'CONTINUED') return []
      const stopped = stopsOf(record, former)
      const stoppedOn = stopped.gap?.onDay ?? stopped.stop?.onDay ?? null
      return {
        startsOn: former.startsOn,
        until: hungUntil(former, { stoppedOn, nextStartsOn: next.startsOn }),
        reason: stopped.stop?.reason ?? next.reason,
      }
    }),
  })
}

/**
 * Displays that hang and end first, for the kiosk's first page.
 * @example endingDisplays(deps, 3)[0]?.daysLeft
 */
export function endingDisplays(
  deps: Pick<Deps, 'store' | 'clock'>,
  limit: number,
): readonly PublicDisplayRow[] {
  const viewing = viewingOf(deps)
  const { read, today } = viewing
  const held = heldBack(read, deps.clock.now())
  return read.publicDisplay
    .ending(today, limit + held.count(null))
    .filter(({ editionId }) => !held.has({ id: editionId }))
    .slice(0, limit)
    .flatMap(({ displayId, indexNumber, title }) => {
      const record = read.publicDisplay.byId(displayId)
      if (!record) return []
      const { lastDay, daysLeft: left } = displayRow(record, viewing)
      return left === null ? [] : [{ indexNumber, title, lastDay, daysLeft: left }]
    })
}
