import type { DeadlineRule } from './deadline/deadline-rule.ts'
import { isDueAmount } from './due-amount.ts'

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isDayOfYear(date: string): boolean {
  const [, month = '', day = ''] = /^(\d{2})-(\d{2})$/.exec(date) ?? []
  const days = DAYS_OF_MONTH[Number(month) - 1]
  return days !== undefined && Number(day) >= 1 && Number(day) <= days
}

function stageFault({ class: name, stages }: DeadlineRule): boolean {
  if (stages === undefined) return false
  return (
    name !== 'STAGED' ||
    stages.length === 0 ||
    stages.some((stage) => stage.name.trim() === '' || !isDueAmount(stage.amount, stage.unit))
  )
}

/**
 * Names the member of a rule typed by a person that cannot be worked with; null when it can. At most one of amount, day of
 * the month and date says when it is due; an amount needs unit and event, a day its month; stages belong to a staged rule.
 * @example faultInRule({ class: 'MONTHLY', monthday: 32, offset: 'nextMonth' }) // 'monthday'
 */
export function faultInRule(rule: DeadlineRule): keyof DeadlineRule | null {
  const { amount, unit, from, monthday, offset, date } = rule
  const forms = [amount, monthday, date].filter((form) => form !== undefined)
  if (forms.length > 1) return date === undefined ? 'monthday' : 'date'
  if (amount === undefined && unit !== undefined) return 'amount'
  if (amount !== undefined && unit === undefined) return 'unit'
  if (amount !== undefined && unit !== undefined && !isDueAmount(amount, unit)) return 'amount'
  if (rule.class === 'ON_EVENT' && amount !== undefined && from === undefined) return 'from'
  if (monthday !== undefined && !(Number.isInteger(monthday) && monthday >= 1 && monthday <= 31))
    return 'monthday'
  if ((monthday === undefined) !== (offset === undefined))
    return monthday === undefined ? 'monthday' : 'offset'
  if (date !== undefined && !isDayOfYear(date)) return 'date'
  return stageFault(rule) ? 'stages' : null
}
