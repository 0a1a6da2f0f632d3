import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DeadlineClass, DeadlineRule } from '../../../domain/duty/deadline/deadline-rule.ts'
import type { DutyEventRequest } from '../../../server/duty/views.ts'

/** Rules of an emergency: the first word within 5 hours, the follow-up within 24. */
export const EMERGENCY_RULES: readonly string[] = ['EMER5', 'EMER24']

const BY_EVENT: readonly DeadlineClass[] = ['IMMEDIATE', 'ON_EVENT', 'PER_BATCH', 'STAGED']

/** Whether duties of an item arise from what happens; the periodic ones are made ahead. */
export function startsByEvent(rule: DeadlineRule | null): boolean {
  return rule !== null && BY_EVENT.includes(rule.class)
}

/** Whether the hour of the event matters. */
export function needsTime(rule: DeadlineRule | null): boolean {
  return rule?.unit === 'hour' || (rule?.stages ?? []).some((stage) => stage.unit === 'hour')
}

/** 救灾 / 灾后救助 / 发放情况 */
export function itemPath(item: Pick<CatalogueItem, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>): string {
  return [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter((level) => level !== '').join(' / ')
}

/** The question to the server; a time is one of the office's wall clock. */
export function eventRequest(typed: {
  readonly unitId: string
  readonly itemId: string
  readonly event: string
  readonly day: string
  readonly time: string
  readonly ruleIds: readonly string[]
}): DutyEventRequest {
  const { day, time, ...rest } = typed
  return {
    ...rest,
    startsOn: day,
    // The mainland has one time zone and no summer time.
    startsAt: time === '' ? null : new Date(`${day}T${time}:00+08:00`).toISOString(),
  }
}
