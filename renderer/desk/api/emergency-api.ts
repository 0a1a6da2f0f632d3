import type { Body } from '../../../domain/notice/body.ts'
import type { NeededDecision } from '../../../domain/notice/decisions.ts'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import type { NewEmergency } from '../../../server/notice/emergency/open-emergency.ts'
import type { EmergencyCounts, EmergencyList } from '../../../server/notice/emergency/views.ts'
import { api, taken } from '../../shared/api.ts'

const emergencies = api.desk.emergencies

/** Key of the emergency page's answer. */
export const EMERGENCIES_KEY = ['emergencies'] as const
/** Key of the numbers beside the emergency key. */
export const EMERGENCY_COUNTS_KEY = ['emergency-counts'] as const

export function getEmergencies(signal?: AbortSignal): Promise<EmergencyList> {
  return taken(emergencies.$get({}, { init: { signal: signal ?? null } }))
}

export function getEmergencyCounts(signal?: AbortSignal): Promise<EmergencyCounts> {
  return taken(api.desk['emergency-counts'].$get({}, { init: { signal: signal ?? null } }))
}

export function openEmergency(json: NewEmergency) {
  return taken(emergencies.$post({ json }))
}

/** The word that goes out. */
export type Word = {
  readonly title: string
  readonly body: Body
  readonly mark: EmergencyMark
  readonly reason: string
  readonly clockConfirmed: boolean
  /** The screens it takes over beside the kiosk; null means all. */
  readonly screenIds: readonly string[] | null
}

export function publishEmergency(id: string, word: Word) {
  const json = { ...word, screenIds: word.screenIds && [...word.screenIds] }
  return taken(emergencies[':id'].publish.$post({ param: { id }, json }))
}

export function endEmergency(id: string, reason: string) {
  return taken(emergencies[':id'].end.$post({ param: { id }, json: { reason } }))
}

export function decideAfterwards(
  noticeId: string,
  json: NeededDecision & {
    readonly decision: 'APPROVED' | 'RETURNED'
    readonly reason: string
    readonly submissionHash: string
    readonly exceptionReason: string
  },
) {
  return taken(api.desk.notices[':id']['after-the-fact'].$post({ param: { id: noticeId }, json }))
}
