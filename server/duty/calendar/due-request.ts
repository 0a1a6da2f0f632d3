import { Temporal } from 'temporal-polyfill'
import type { DeadlineUnit } from '../../../domain/duty/deadline/deadline-rule.ts'
import { isReckonable } from '../../../domain/duty/calendar/day-number.ts'
import { isDueAmount, MOST_DUE_AMOUNT } from '../../../domain/duty/due-amount.ts'
import type { DueTerm } from '../../../domain/duty/due.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'

/** A question to the reckoner, as typed. */
export type DueRequest = { readonly from: string; readonly amount: string; readonly unit: DeadlineUnit }

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/
const ZONE = /(?:Z|[+-]\d{2}:\d{2})$/

/** A date is its first instant and a time without a zone is the time in Asia/Shanghai. */
function instantOf(from: string): string | null {
  const local = from.replace(ZONE, '')
  if (!DATE.test(from) && !DATE_TIME.test(local)) return null
  try {
    const instant = ZONE.test(from)
      ? Temporal.Instant.from(from)
      : Temporal.PlainDateTime.from(from).toZonedDateTime('Asia/Shanghai').toInstant()
    return isReckonable(local.slice(0, 10)) ? instant.toString({ smallestUnit: 'millisecond' }) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * Reads a question to the reckoner: a civil date, for hours also a date with time (with Z or offset, else Shanghai time).
 * Refuses `duty.date-invalid` with the `value`, `duty.amount-invalid` with the `most` that is reckoned with.
 * @example readDueTerm({ from: '2026-09-30', amount: '20', unit: 'workday' })
 */
export function readDueTerm({ from, amount: typed, unit }: DueRequest): Result<DueTerm> {
  const amount = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
  if (!isDueAmount(amount, unit)) return refuse('duty.amount-invalid', { most: MOST_DUE_AMOUNT[unit] })
  const invalid = refuse('duty.date-invalid', { value: from.slice(0, 40) })
  if (unit === 'hour') {
    const start = instantOf(from)
    return start === null ? invalid : accept({ amount, unit, start })
  }
  return isReckonable(from) ? accept({ amount, unit, start: from }) : invalid
}
