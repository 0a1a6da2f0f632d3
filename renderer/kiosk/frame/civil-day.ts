const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const DAY_MS = 24 * 3600 * 1000

/**
 * The civil day at the office, whatever zone the screen's computer was set to.
 * @example civilDayAt(Date.parse('2026-11-23T16:30:00.000Z')) // '2026-11-24'
 */
export function civilDayAt(instant: number): string {
  return DAY.format(instant)
}

/**
 * Days from the office's day to another one; negative when it is over.
 * @example daysUntil('2026-11-24', Date.parse('2026-11-23T02:00:00.000Z')) // 1
 */
export function daysUntil(day: string, officeNow: number): number {
  return Math.round((Date.parse(day) - Date.parse(civilDayAt(officeNow))) / DAY_MS)
}
