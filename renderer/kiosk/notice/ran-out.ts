import type { PublicEdition, Tombstone } from '../../../server/display/views.ts'
import { civilDayAt } from '../frame/civil-day.ts'

/**
 * What stays of an edition whose time is over, as the office would answer from that minute on.
 * @example ranOut(edition).reason // 'EXPIRED'
 */
export function ranOut({ indexNumber, content }: PublicEdition): Tombstone {
  return {
    state: 'WITHDRAWN',
    indexNumber,
    title: content.title,
    withdrawnDate: civilDayAt(Date.parse(content.expiresAt ?? '')),
    reason: 'EXPIRED',
    note: '',
    consolidatedInto: null,
  }
}
