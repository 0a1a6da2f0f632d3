import { Temporal } from 'temporal-polyfill'

/** The civil day of an instant, where the office is. */
export function boardDay(now: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
}
