import { Temporal } from 'temporal-polyfill'

/**
 * An instant as people in Asia/Shanghai read it, to the minute.
 * @example shownTime('2026-07-18T18:40:00.000Z') // '2026-07-19 02:40'
 */
export function shownTime(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
}
