import { Temporal } from 'temporal-polyfill'
import type { Screen, ScreenSubscription } from './screen.ts'
import { clampTo, SCREEN_LIMITS } from './screen-limits.ts'
import { isTimeOfDay, type TimeWindow } from './time-window.ts'

/** Windows that can be kept; what cannot be read is left out, and where none is left the content shows always: missing content is
 * harder to notice than content at the wrong hour. */
function clampWindows(windows: readonly TimeWindow[]): TimeWindow[] {
  return windows
    .slice(0, SCREEN_LIMITS.windows.most)
    .map((window) => ({
      ...window,
      weekdays: window.weekdays.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7),
    }))
    .filter(
      ({ weekdays, from, to }) => weekdays.length > 0 && isTimeOfDay(from, 'from') && isTimeOfDay(to, 'to'),
    )
}

function clampDate(date: string | null): string | null {
  if (date === null) return null
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date ? date : null
  } catch {
    return null
  }
}

function clampSubscription(subscription: ScreenSubscription): ScreenSubscription {
  return {
    ...subscription,
    windows: clampWindows(subscription.windows),
    validFrom: clampDate(subscription.validFrom),
    validUntil: clampDate(subscription.validUntil),
    priority: clampTo('priority', subscription.priority),
    mostNotices: clampTo('mostNotices', subscription.mostNotices),
    mostPerHour: subscription.mostPerHour === null ? null : clampTo('mostPerHour', subscription.mostPerHour),
  }
}

/**
 * A screen with every value within its limit, whatever the record or the network said: one bad value never takes a screen down.
 * @example clampScreen({ ...screen, subscriptions: [{ ...one, priority: 9999999999999 }] }).subscriptions[0].priority // 100
 */
export function clampScreen(screen: Screen): Screen {
  const { geometry } = screen
  return {
    ...screen,
    geometry: {
      pixelWidth: clampTo('pixels', geometry.pixelWidth),
      pixelHeight: clampTo('pixels', geometry.pixelHeight),
      millimetreWidth: clampTo('millimetres', geometry.millimetreWidth),
      millimetreHeight: clampTo('millimetres', geometry.millimetreHeight),
      viewingDistanceMillimetres: clampTo('distance', geometry.viewingDistanceMillimetres),
      leastDegrees: clampTo('degrees', geometry.leastDegrees),
    },
    subscriptions: screen.subscriptions.slice(0, SCREEN_LIMITS.subscriptions.most).map(clampSubscription),
    openingHours: clampWindows(screen.openingHours),
  }
}
