import type { DeadlineReading } from '../../../domain/duty/deadline/deadline-rule.ts'

/**
 * A reading in one line, for tables of wordings.
 * @example tell(readDeadline('10个工作日内，公示7天')) // 'ON_EVENT 10 workday from formed_or_changed | shown 7 day'
 */
export function tell({ rule, displayPeriod, reservations, conditions, unread }: DeadlineReading): string {
  const parts: string[] = []
  if (rule) {
    const { class: name, amount, unit, from, monthday, offset, date, stages, ...others } = rule
    const stage = stages?.map((one) => `${one.name} ${one.amount} ${one.unit} from ${one.from}`).join(', ')
    parts.push(
      [
        name,
        ...(amount === undefined ? [] : [`${amount} ${unit} from ${from}`]),
        ...(monthday === undefined ? [] : [`day ${monthday} of ${offset}`]),
        ...(date === undefined ? [] : [`on ${date}`]),
        ...(stage === undefined ? [] : [stage]),
        ...Object.keys(others),
      ].join(' '),
    )
  }
  if (displayPeriod) {
    parts.push(
      displayPeriod.min === null ? 'shown for good' : `shown ${displayPeriod.min} ${displayPeriod.unit}`,
    )
  }
  parts.push(...conditions.map((text) => `condition: ${text}`))
  parts.push(...reservations.map((text) => `reserved: ${text}`))
  parts.push(...unread.map((text) => `unread: ${text}`))
  return parts.join(' | ')
}
