import { adoptionBody } from '../../domain/voice/adoption-summary.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { writeDraft } from '../notice/edit-notice.ts'
import { type Principal, requireRole } from '../principal.ts'
import { mayGiveFeedback } from './adoption-draft.ts'
import { findConsultation } from './consultations.ts'
import { feedbackWords } from './feedback-words.ts'
import { touchMatter } from './keep-matter.ts'
import { summed } from './summed.ts'
import { answerers } from './words-of.ts'

/**
 * Writes the text of a drafted feedback anew, with counts and answers as they are now; whoever answered is an author of it.
 * Needs HANDLER. Refuses `consultation.not-found`, `notice.not-found` while there is no feedback, and what `mayGiveFeedback`
 * and `writeDraft` refuse.
 * @example rewriteFeedback(deps, handler, consultationId)
 */
export function rewriteFeedback(
  deps: Deps,
  principal: Principal,
  consultationId: string,
): Result<{ readonly noticeId: string }> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<{ readonly noticeId: string }> => {
    const found = findConsultation(read, consultationId, civilDateOf(deps.clock.now()))
    if (!found.ok) return found
    const consultation = found.value
    const ready = mayGiveFeedback(consultation)
    if (!ready.ok) return ready
    const notice = consultation.adoptionId === null ? undefined : read.notice.byId(consultation.adoptionId)
    if (!notice) return refuse('notice.not-found')
    const body = adoptionBody(summed(consultation), feedbackWords(read, consultation))
    const content = { ...notice.content, body }
    const written = writeDraft(deps, write, read, principal, notice.id, {
      revision: notice.revision,
      content,
    })
    if (!written.ok) return written
    for (const author of answerers(consultation)) write.notice.addAuthor(notice.id, author)
    touchMatter(deps, write, principal, consultation.stored.matterId)
    return accept({ noticeId: notice.id })
  })
}
