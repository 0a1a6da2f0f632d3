/**
 * A span of the week on the wall clock of Asia/Shanghai. `from` is in it, `to` is not; where `to` is not later than `from` it
 * goes on past midnight and belongs to the day it began on. `00:00` to `24:00` is a whole day.
 */
export type TimeWindow = {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:MM`. */
  readonly from: string
  readonly to: string
}
