import type { DisplayRecord } from '../../../db/repos/public-display-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Role } from '../../../domain/office/role.ts'
import type { Deps } from '../../deps.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import { todayOf } from '../../duty/today.ts'
import { displayStanding, type DisplayStanding } from './display-facts.ts'

/** Who may work on displays and read who objected. */
export const DISPLAY_ROLES = [
  'HANDLER',
  'REVIEWER',
  'SECRECY_REVIEWER',
  'DEPUTY_LEADER',
] as const satisfies readonly Role[]

/** Who may confirm a result that another person has written. */
export const CONFIRMING_ROLES = [
  'REVIEWER',
  'SECRECY_REVIEWER',
  'DEPUTY_LEADER',
] as const satisfies readonly Role[]

/** A display, how it stands, and the day that goes by. */
export type FoundDisplay = {
  readonly record: DisplayRecord
  readonly standing: DisplayStanding
  readonly today: CivilDate
}

/**
 * Looks a display up and derives how it stands. The day is that of the newest record when the clock is older, so that a clock
 * set back lengthens no display. Refuses `display.not-found`.
 * @example findDisplay(deps, read, id)
 */
export function findDisplay(deps: Pick<Deps, 'clock'>, read: Reads, id: string): Result<FoundDisplay> {
  const record = read.publicDisplay.byId(id)
  if (!record) return refuse('display.not-found')
  const { today } = todayOf(read, deps.clock.now())
  return accept({ record, today, standing: displayStanding(record, calendarOf(read), today) })
}
