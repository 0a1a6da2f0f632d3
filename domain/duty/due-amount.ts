import type { DeadlineUnit } from './deadline/deadline-rule.ts'

/** The largest amount that is reckoned with: ten years of days, or of hours. More is a slip of the keyboard. */
export const MOST_DUE_AMOUNT: Readonly<Record<DeadlineUnit, number>> = {
  workday: 3650,
  day: 3650,
  hour: 87_600,
}

/**
 * Whether an amount can be a term: a whole number from 1 to `MOST_DUE_AMOUNT`. Zero is none, because the day of the event
 * is never counted (民法典第201条): "the same day" is a fixed date.
 * @example isDueAmount(20, 'workday') // true
 */
export function isDueAmount(amount: number, unit: DeadlineUnit): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= MOST_DUE_AMOUNT[unit]
}
