import { dateOf, dayNumber } from '../duty/calendar/day-number.ts'
import type { CivilDate } from '../notice/content.ts'
import type { MinimumDisplay } from './minimum-display.ts'

/** Why a sheet should be gone. */
export type DueDownReason = 'PERIOD_OVER' | 'EXPIRED' | 'STOPPED' | 'WITHDRAWN' | 'CORRECTED' | 'SCOPE'

/** From which day a sheet should be gone, and why. */
export type DueDown = { readonly from: CivilDate; readonly reason: DueDownReason }

/** What is known of a sheet that may have to come down. */
export type DueDownFacts = {
  /** The day its notice was taken down, and whether that was because it had expired. */
  readonly withdrawn: { readonly on: CivilDate; readonly expired: boolean } | null
  /** The day a 更正 replaced its edition. */
  readonly correctedOn: CivilDate | null
  /** Today, while its paper may not hang on that board by what the catalogue says now. */
  readonly outOfScopeOn: CivilDate | null
  /** The day on which its 公示 was ended early. */
  readonly stoppedOn: CivilDate | null
  /** The first civil date on which its notice no longer shows. */
  readonly expiresOn: CivilDate | null
  readonly minimum: Pick<MinimumDisplay, 'lastDay' | 'ends'> | null
}

/**
 * From which day a sheet should be gone: at once when its notice was taken down or corrected or its 公示 ended early, or
 * its board lies outside the scope of its item (S4), on
 * the day its notice expires, on the day after its 公示 is over and it has hung as long as it must; whatever comes first. A local
 * rule alone says only how long it stays at least and takes nothing down, and an update leaves the old paper until the next round.
 * Null when nothing says.
 * @example dueDown({ withdrawn: null, correctedOn: null, outOfScopeOn: null, stoppedOn: null, expiresOn: null, minimum: { lastDay: '2026-03-16', ends: true } })
 * // { from: '2026-03-17', reason: 'PERIOD_OVER' }
 */
export function dueDown({
  withdrawn,
  correctedOn,
  outOfScopeOn,
  stoppedOn,
  expiresOn,
  minimum,
}: DueDownFacts): DueDown | null {
  const found: DueDown[] = []
  if (withdrawn) found.push({ from: withdrawn.on, reason: withdrawn.expired ? 'EXPIRED' : 'WITHDRAWN' })
  if (correctedOn !== null) found.push({ from: correctedOn, reason: 'CORRECTED' })
  if (stoppedOn !== null) found.push({ from: stoppedOn, reason: 'STOPPED' })
  if (found.length === 0 && outOfScopeOn !== null) found.push({ from: outOfScopeOn, reason: 'SCOPE' })
  if (found.length === 0) {
    if (expiresOn !== null) found.push({ from: expiresOn, reason: 'EXPIRED' })
    if (minimum?.ends) {
      found.push({ from: dateOf(dayNumber(minimum.lastDay) + 1), reason: 'PERIOD_OVER' })
    }
  }
  return found.reduce<DueDown | null>(
    (best, one) => (best === null || one.from < best.from ? one : best),
    null,
  )
}
