import type { Reads } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { adoptionCounts } from '../../domain/voice/adoption-summary.ts'
import { consultationEnd } from '../../domain/voice/consultation.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { feedbackTells } from './feedback-words.ts'
import type { ConsultationStanding } from './matter-standing.ts'
import { summed } from './summed.ts'
import type { ConsultationView, MatterNoticeRef } from './views.ts'

/**
 * A notice as part of a matter, with the day it was first published.
 * @example noticeRefs(read, matter.links)[0]?.publishedOn
 */
export function noticeRefs(
  read: Reads,
  links: readonly { readonly noticeId: string; readonly role: MatterNoticeRef['role'] }[],
): readonly MatterNoticeRef[] {
  const known = new Map(read.matter.titles(links.map(({ noticeId }) => noticeId)).map((row) => [row.id, row]))
  return links.flatMap(({ noticeId, role }) => {
    const notice = known.get(noticeId)
    if (!notice) return []
    const editions = read.edition.ofNotice(noticeId)
    const current = editions.find((edition) => edition.state === 'PUBLISHED')
    return [
      {
        id: noticeId,
        role,
        title: current?.title ?? notice.title,
        state: notice.state,
        indexNumber: notice.indexNumber,
        publishedOn: editions.at(-1)?.publishDate ?? null,
        shown: current !== undefined,
      },
    ]
  })
}

function isOutdated(read: Reads, standing: ConsultationStanding): boolean {
  const feedback = standing.adoptionId === null ? undefined : read.notice.byId(standing.adoptionId)
  return feedback !== undefined && !feedbackTells(read, standing, feedback.content.body)
}

/**
 * A consultation as the desk shows it.
 * @example consultationView(read, standing, { today, handles: true }).unanswered
 */
export function consultationView(
  read: Reads,
  standing: ConsultationStanding,
  asking: { readonly today: CivilDate; readonly handles: boolean },
): ConsultationView {
  const { stored, state, waiting } = standing
  const { amount, unit, channels, shorterReason } = stored
  const opensOn = stored.openedOn ?? stored.opensOn
  const start = opensOn ?? asking.today
  const end = consultationEnd(start, { amount, unit }, calendarOf(read))
  const refs = noticeRefs(read, [
    ...(standing.draftId === null ? [] : [{ noticeId: standing.draftId, role: 'DRAFT' as const }]),
    ...(standing.adoptionId === null ? [] : [{ noticeId: standing.adoptionId, role: 'ADOPTION' as const }]),
  ])
  const closed = state === 'CLOSED' || state === 'ANSWERING'
  return {
    id: stored.id,
    state,
    plan: { opensOn: stored.opensOn, amount, unit, channels, shorterReason },
    opensOn,
    closesOn: stored.closesOn ?? (opensOn === null ? null : end.due),
    end: { ...end, term: { amount, unit, start } },
    interrupted: standing.interrupted,
    draft: refs.find(({ role }) => role === 'DRAFT') ?? null,
    adoption: refs.find(({ role }) => role === 'ADOPTION') ?? null,
    counts: adoptionCounts(summed(standing)),
    unanswered: waiting.length,
    firstUnanswered: waiting[0]?.number ?? null,
    may: {
      edit: asking.handles && stored.openedOn === null,
      enter: asking.handles && state !== 'PLANNED' && state !== 'RESULT_PUBLISHED',
      summarize: asking.handles && closed && standing.adoptionId === null,
      rewrite: asking.handles && closed && waiting.length === 0 && isOutdated(read, standing),
      drop: asking.handles && stored.openedOn === null && standing.draftId === null,
    },
  }
}
