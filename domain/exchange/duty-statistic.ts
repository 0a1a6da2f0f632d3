import { Temporal } from 'temporal-polyfill'
import type { Regime } from '../catalogue/catalogue-item.ts'
import type { DutyState } from '../duty/duty.ts'

/**
 * One duty as the county counts it: one line of `records/statistics.ndjson`. A package carries all duties due from the first of January
 * of the year before its claimed day; those of a package replace what came before of the same days. No person is named, and no reason.
 */
export type DutyStatistic = {
  readonly format: 'board-duty-statistic/1'
  /** The duty's id in the office's database. */
  readonly dutyId: string
  readonly regime: Regime
  /** 公开目录, 一级事项, 二级事项 as words; null for a duty without an item. */
  readonly catalogue: { readonly name: string; readonly level1: string; readonly level2: string } | null
  /** 所属单位 by name; the office's own name for its own duties. */
  readonly unit: string
  readonly title: string
  /** Period the duty is for, as `2026`, `2026-Q3` or `2026-10`; empty without one. */
  readonly period: string
  /** Civil date (Asia/Shanghai). */
  readonly due: string
  /** State on the claimed day (`domain/duty/duty-state.ts`). */
  readonly state: DutyState
  /** Civil date on which it was done, or null. */
  readonly closedOn: string | null
  /** Index number of the notice that did it, or null. */
  readonly indexNumber: string | null
}

/**
 * The first day of those a package written on a day counts duties of: the first of January of the year before. What came before of earlier
 * days stays as it was last told.
 * @example statisticsFrom('2026-11-23') // '2025-01-01'
 */
export function statisticsFrom(claimedDay: string): string {
  return `${String(Math.max(Number(claimedDay.slice(0, 4)) - 1, 0)).padStart(4, '0')}-01-01`
}

/**
 * Whether a package was written more than a day after today: that clock is wrong, and what it counts as due is not what is due. Both are civil
 * dates.
 * @example isWrittenAhead('2031-11-22', '2026-11-22') // true
 */
export function isWrittenAhead(claimedDay: string, today: string): boolean {
  const latest = Temporal.PlainDate.from(today).add({ days: 1 })
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(claimedDay), latest) > 0
}
