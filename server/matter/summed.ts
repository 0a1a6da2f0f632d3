import type { SummedOpinion } from '../../domain/voice/adoption-summary.ts'
import { type ConsultationStanding, headsOf } from './matter-standing.ts'

/**
 * The opinions of a consultation as its feedback counts them: no person, and each merged one under its head.
 * @example summed(standing)[0]?.answer?.result
 */
export function summed({ opinions }: Pick<ConsultationStanding, 'opinions'>): readonly SummedOpinion[] {
  const heads = headsOf(opinions)
  const numbers = new Map(opinions.map(({ id, number }) => [id, number]))
  return opinions.map(({ id, number, channel, result, reason, summary }) => {
    const head = heads.get(id) ?? id
    return {
      number,
      channel,
      mergedInto: head === id ? null : (numbers.get(head) ?? null),
      answer: result === null ? null : { result, reason: reason ?? '', summary: summary ?? '' },
    }
  })
}
