/** A share with its arithmetic: what was counted over what. */
export type Share = { readonly part: number; readonly whole: number }

/** Duties whose day has come, by what became of them. */
export type DueCounts = {
  /** 按时办结 and 零报告 on time. */
  readonly timely: number
  /** Done, but late. */
  readonly late: number
  /** Done while the office's clock was in doubt. */
  readonly unconfirmed: number
  readonly overdue: number
}

/**
 * How many duties were done on time, of those whose day has come. What is not due yet, waived, or unknown since the newest package is
 * not counted in; done while the clock was in doubt counts as due and not as on time. Null when there was nothing to count: that is
 * not 0 % (lessons, story 3).
 * @example timelyShare({ timely: 12, late: 2, unconfirmed: 0, overdue: 1 }) // { part: 12, whole: 15 }
 */
export function timelyShare(counts: DueCounts): Share | null {
  const whole = counts.timely + counts.late + counts.unconfirmed + counts.overdue
  return whole === 0 ? null : { part: counts.timely, whole }
}

/**
 * A share in per cent with one digit, cut and never rounded up: 100.0 says that nothing is missing.
 * @example percentOf({ part: 1999, whole: 2000 }) // '99.9'
 */
export function percentOf({ part, whole }: Share): string {
  return (Math.floor((part * 1000) / whole) / 10).toFixed(1)
}
