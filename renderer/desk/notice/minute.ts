import { Temporal } from 'temporal-polyfill'

const ZONE = 'Asia/Shanghai'

/** An instant as a minute there, as the field of a form has it: `2026-11-24T08:00`. */
export function minuteOf(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** The instant of a minute there; null for a text that is none. */
export function instantOf(minute: string): string | null {
  try {
    return Temporal.PlainDateTime.from(minute)
      .toZonedDateTime(ZONE)
      .toInstant()
      .toString({ fractionalSecondDigits: 3 })
  } catch {
    return null
  }
}

/** The civil date there. */
export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString()
}
