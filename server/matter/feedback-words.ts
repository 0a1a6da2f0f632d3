import type { Reads } from '../../db/store.ts'
import type { Body } from '../../domain/notice/body.ts'
import { adoptionCounts, type SummaryWords, tellsAnswers } from '../../domain/voice/adoption-summary.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import type { ConsultationStanding } from './matter-standing.ts'
import { summed } from './summed.ts'

function day(date: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
  return sentencesIn('zh-Hans').say('terms:adoption.day', { year, month, day: dayOfMonth })
}

/**
 * The sentences of the feedback on a consultation, with its counts of now, in the language notices are written in.
 * @example feedbackWords(read, consultation).opening
 */
export function feedbackWords(read: Reads, consultation: ConsultationStanding): SummaryWords {
  const { stored } = consultation
  const matter = read.matter.byId(stored.matterId)
  if (!matter) throw new Error('a consultation is of a matter that is there')
  const { total, channels, results } = adoptionCounts(summed(consultation))
  const { say } = sentencesIn('zh-Hans')
  const told = channels
    .map(({ channel, count }) =>
      say('terms:adoption.channel', { channel: say(`terms:opinionChannel.${channel}`), count }),
    )
    .join(say('terms:adoption.comma'))
  const period = {
    from: day(stored.openedOn ?? ''),
    to: day(stored.closesOn ?? ''),
    office: read.unit.byId(matter.unitId)?.name ?? '',
    title: matter.title,
  }
  const opening =
    total === 0
      ? [say('terms:adoption.openingNone', period)]
      : [
          say('terms:adoption.opening', { ...period, count: total, channels: told }),
          say('terms:adoption.counts', {
            adopted: results.ADOPTED,
            partial: results.PARTIAL,
            notAdopted: results.NOT_ADOPTED,
          }),
        ]
  return {
    opening,
    head: [
      say('terms:adoption.number'),
      say('terms:adoption.opinion'),
      say('terms:adoption.result'),
      say('terms:adoption.reason'),
    ],
    result: (result) => say(`terms:adoptionResult.${result}`),
    shared: (summary, count) => say('terms:adoption.shared', { summary, count }),
    closing: [say('terms:adoption.thanks')],
  }
}

/**
 * Whether a text of the feedback tells the counts and answers as they are now.
 * @example feedbackTells(read, consultation, content.body)
 */
export function feedbackTells(read: Reads, consultation: ConsultationStanding, body: Body): boolean {
  return tellsAnswers(body, summed(consultation), feedbackWords(read, consultation))
}
