import type { StoredOpinion } from '../../db/repos/opinion-repo.ts'
import type { Reads } from '../../db/store.ts'
import { dayNumber } from '../../domain/duty/calendar/day-number.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { alikePairs } from '../../domain/voice/alike.ts'
import { type Principal, requireRole } from '../principal.ts'
import { consultationView } from './consultation-view.ts'
import { findConsultation } from './consultations.ts'
import { type ConsultationStanding, consultationStanding, headsOf } from './matter-standing.ts'
import type { MatterCounts, OpinionList, OpinionView } from './views.ts'

function opinionViews({ stored, opinions }: ConsultationStanding, handles: boolean): readonly OpinionView[] {
  const heads = headsOf(opinions)
  const numbers = new Map(opinions.map(({ id, number }) => [id, number]))
  const view = (one: StoredOpinion): OpinionView => {
    const head = heads.get(one.id) ?? one.id
    const { id, number, version, channel, receivedOn, text } = one
    return {
      ...{ id, number, version, channel, receivedOn, text },
      late: stored.closesOn !== null && receivedOn > stored.closesOn,
      named: one.name !== '',
      // Who gave an opinion is for those who answer it; whoever only reviews the text need not know.
      name: handles ? one.name : null,
      contact: handles ? one.contact : null,
      mergedInto: head === id ? null : { id: head, number: numbers.get(head) ?? 0 },
      merged: opinions
        .filter((other) => other.id !== id && heads.get(other.id) === id)
        .map((other) => ({ id: other.id, number: other.number })),
      answer:
        one.result === null
          ? null
          : {
              result: one.result,
              reason: one.reason ?? '',
              summary: one.summary ?? '',
              by: one.answeredBy ?? '',
              at: one.answeredAt ?? '',
            },
    }
  }
  return opinions.map(view)
}

/**
 * All opinions of a consultation with those that are probably alike; names and contacts for handlers only. Refuses
 * `consultation.not-found`.
 * @example opinionList(read, principal, consultationId, '2026-09-03')
 */
export function opinionList(
  read: Reads,
  principal: Principal,
  consultationId: string,
  today: CivilDate,
): Result<OpinionList> {
  const found = findConsultation(read, consultationId, today)
  if (!found.ok) return found
  const matter = read.matter.byId(found.value.stored.matterId)
  if (!matter) return refuse('matter.not-found')
  const handles = requireRole(principal, 'HANDLER').ok
  const open = found.value.opinions.filter(({ mergedInto, result }) => mergedInto === null && result === null)
  return accept({
    matter: { id: matter.id, title: matter.title },
    consultation: consultationView(read, found.value, { today, handles }),
    today,
    items: opinionViews(found.value, handles),
    alike: found.value.state === 'RESULT_PUBLISHED' ? [] : alikePairs(open),
  })
}

/**
 * What waits in matters on a day: consultations that are open, and opinions without an answer after they closed.
 * @example matterCounts(read, '2026-09-02').matters[0]?.daysLeft // 0
 */
export function matterCounts(read: Reads, today: CivilDate): MatterCounts {
  const matters = read.matter.openConsultations().flatMap((stored): MatterCounts['matters'] => {
    const { state, waiting } = consultationStanding(read, stored, read.matter.links(stored.matterId), today)
    const title = read.matter.byId(stored.matterId)?.title ?? ''
    const { closesOn } = stored
    if (closesOn === null || state === 'PLANNED' || state === 'RESULT_PUBLISHED') return []
    return [
      {
        id: stored.matterId,
        title,
        consultationId: stored.id,
        unanswered: waiting.length,
        closesOn,
        daysLeft: dayNumber(closesOn) - dayNumber(today),
      },
    ]
  })
  return {
    matters,
    waiting: matters.reduce((sum, { unanswered, daysLeft }) => sum + (daysLeft < 0 ? unanswered : 0), 0),
  }
}
