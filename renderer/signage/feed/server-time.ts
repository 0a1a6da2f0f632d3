import { isSteady } from '../../../domain/notice/publish-time.ts'
import type { HeldFeed } from './feed-keeper.ts'

/**
 * The office's time now, in milliseconds since the epoch: that of the last answer and what `performance.now()` counted since. The
 * screen's own wall clock is never asked what time it is. So a computer that slept and does not find the office goes on with what stood
 * when it fell asleep, marked: its wall clock may have been set as well as slept beside, and what nobody knows to have run out stays
 * (a warning is not ended by setting a clock). What ran out by the counted time is gone, since that is never ahead of the true one.
 * @example serverTime(held, held.heldFrom + 1000) // a second after the answer
 */
export function serverTime(held: HeldFeed, elapsed: number): number {
  return Date.parse(held.feed.asOf) + Math.max(0, elapsed - held.heldFrom)
}

/**
 * Whether the time is to be believed: the office's clock is, and the wall clock of this computer went on beside the counted
 * milliseconds since the last answer. Where it did not, the computer slept or was set, and how long is not known.
 */
export function isTimeKnown(
  held: HeldFeed,
  now: { readonly elapsed: number; readonly wall: string },
): boolean {
  return (
    held.feed.clockState === 'TRUSTED' &&
    isSteady({ now: held.wallAt, elapsed: held.heldFrom }, { now: now.wall, elapsed: now.elapsed })
  )
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** `HH:MM` on the wall clock of Asia/Shanghai. */
export function clockText(milliseconds: number): string {
  return CLOCK.format(milliseconds)
}

/**
 * Of when the last answer is, for the glass: the hour, and the day too where it is another one or nobody knows what day it is.
 * @example asOfText(feed.asOf, { time, timeKnown: false }) // '11-22 17:30'
 */
export function asOfText(asOf: string, now: { readonly time: number; readonly timeKnown: boolean }): string {
  const at = Date.parse(asOf)
  const isToday = now.timeKnown && dayText(at) === dayText(now.time)
  return isToday ? clockText(at) : `${dayText(at).slice(5)} ${clockText(at)}`
}

/** The civil date in Asia/Shanghai, `YYYY-MM-DD`. */
export function dayText(milliseconds: number): string {
  return DAY.format(milliseconds)
}
