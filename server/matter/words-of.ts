import type { Reads } from '../../db/store.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import type { ConsultationStanding, MatterStanding } from './matter-standing.ts'

/**
 * Ids of those whose answers a feedback prints.
 * @example answerers(consultation) // ['0193…']
 */
export function answerers({ opinions }: Pick<ConsultationStanding, 'opinions'>): readonly string[] {
  return [...new Set(opinions.flatMap(({ answeredById }) => (answeredById === null ? [] : [answeredById])))]
}

/**
 * Ids of those whose words a notice of a matter takes over: the plan stands in every draft for opinions; a decision or a
 * feedback that is begun here begins with the draft, with the answers. They are its authors, so they cannot decide on it.
 * @example wordsOf(read, standing, 'DECISION', true)
 */
export function wordsOf(
  read: Reads,
  standing: MatterStanding,
  role: MatterRole,
  begun: boolean,
): readonly string[] {
  const newest = standing.consultations.at(-1)
  if (!newest) return []
  if (role === 'DRAFT') return [newest.stored.plannedBy]
  if (!begun) return []
  if (role === 'ADOPTION') return answerers(newest)
  return role === 'DECISION' && newest.draftId !== null
    ? read.notice.authors(newest.draftId).map(({ id }) => id)
    : []
}
