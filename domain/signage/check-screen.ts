import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../refusal.ts'
import type { ScreenDefinition, ScreenSubscription } from './screen.ts'
import { keepsTo, SCREEN_LIMITS, type ScreenLimit } from './screen-limits.ts'
import { panesOf } from './screen-panes.ts'
import { isTimeOfDay, type TimeWindow } from './time-window.ts'

/** Most characters of a name or place. */
const MOST_CHARACTERS = 60

/** `number` is the place of the subscription from 1; 0 for the screen itself. */
function outside(field: string, limit: ScreenLimit, number: number): Result<never> {
  const { least, most } = SCREEN_LIMITS[limit]
  return refuse('screen.out-of-range', { field, least, most, number })
}

function isCivilDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function checkWindows(windows: readonly TimeWindow[], field: string, number: number): Result<true> {
  if (!keepsTo('windows', windows.length)) return outside(field, 'windows', number)
  for (const { weekdays, from, to } of windows) {
    const days = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    if (!days || weekdays.length === 0 || new Set(weekdays).size !== weekdays.length) {
      return refuse('screen.weekdays-invalid', { field, number })
    }
    if (!isTimeOfDay(from, 'from') || !isTimeOfDay(to, 'to')) {
      return refuse('screen.time-invalid', { field, value: `${from}–${to}`, number })
    }
  }
  return accept(true)
}

function checkDates({ validFrom, validUntil }: ScreenSubscription, number: number): Result<true> {
  for (const [field, date] of [
    ['validFrom', validFrom],
    ['validUntil', validUntil],
  ] as const) {
    if (date !== null && !isCivilDate(date)) return refuse('screen.date-invalid', { field, number })
  }
  return validFrom !== null && validUntil !== null && validUntil < validFrom
    ? refuse('screen.date-invalid', { field: 'validUntil', number })
    : accept(true)
}

function checkSubscription(screen: ScreenDefinition, one: ScreenSubscription, number: number): Result<true> {
  if (!panesOf(screen.layout).includes(one.pane)) {
    return refuse('screen.pane-missing', { pane: one.pane, number })
  }
  for (const field of ['priority', 'mostNotices', 'mostPerHour'] as const) {
    const value = one[field]
    if (value !== null && !keepsTo(field, value)) return outside(field, field, number)
  }
  const windows = checkWindows(one.windows, 'windows', number)
  return windows.ok ? checkDates(one, number) : windows
}

/**
 * Whether what is said of a screen can be kept: every number within its limit, every window a span of the week, every subscription
 * in a part that the layout has. Refuses `screen.name-required`,
 * `screen.name-too-long`, `screen.out-of-range` with the field and both ends,
 * `screen.pane-missing`, `screen.weekdays-invalid`, `screen.time-invalid`, `screen.date-invalid`, `screen.subscription-twice`.
 * @example checkScreen({ ...definition, geometry: { ...geometry, pixelWidth: 8 } }) // refuses screen.out-of-range
 */
export function checkScreen(screen: ScreenDefinition): Result<true> {
  const { geometry, subscriptions } = screen
  if (screen.name.trim() === '') return refuse('screen.name-required')
  for (const text of [screen.name, screen.place]) {
    if ([...text].length > MOST_CHARACTERS) return refuse('screen.name-too-long', { most: MOST_CHARACTERS })
  }
  for (const [name, limit] of [
    ['pixelWidth', 'pixels'],
    ['pixelHeight', 'pixels'],
    ['millimetreWidth', 'millimetres'],
    ['millimetreHeight', 'millimetres'],
    ['viewingDistanceMillimetres', 'distance'],
    ['leastDegrees', 'degrees'],
  ] as const) {
    if (!keepsTo(limit, geometry[name])) return outside(name, limit, 0)
  }
  const hours = checkWindows(screen.openingHours, 'openingHours', 0)
  if (!hours.ok) return hours
  if (!keepsTo('subscriptions', subscriptions.length)) return outside('subscriptions', 'subscriptions', 0)
  const ids = new Set(subscriptions.map(({ id }) => id))
  if (ids.size !== subscriptions.length) return refuse('screen.subscription-twice')
  for (const [index, one] of subscriptions.entries()) {
    const fits = checkSubscription(screen, one, index + 1)
    if (!fits.ok) return fits
  }
  return accept(true)
}
