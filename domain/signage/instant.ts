import { Temporal } from 'temporal-polyfill'

/**
 * Milliseconds since the epoch of an instant; null for a text that is none, so that one bad value never stops a screen.
 * @example epochOf('9999999999999') // null
 */
export function epochOf(instant: string): number | null {
  try {
    return Temporal.Instant.from(instant).epochMilliseconds
  } catch {
    return null
  }
}

/**
 * An instant as the product writes it, in UTC with milliseconds.
 * @example instantText(0) // '1970-01-01T00:00:00.000Z'
 */
export function instantText(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 })
}
