import type { PublicContent } from '../../../domain/notice/content.ts'
import { type RemarkPlace, textAt } from '../../../domain/notice/review-remark.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { openForReviewer } from './may-comment.ts'

/** A remark as it is written. */
export type RemarkInput = {
  readonly submissionHash: string
  readonly place: RemarkPlace
  /** A piece of what the frozen text says there; empty for the place as a whole. */
  readonly quote: string
  readonly text: string
}

/**
 * Writes a remark on the spot, while what was handed in is decided on. Only by those who decide on it. Refuses
 * `notice.remark-text-required`, `notice.remark-place-unknown` when the frozen text has no such place or does not say what
 * is quoted, and what `openForReviewer` refuses.
 * @example addRemark(deps, reviewer, id, { submissionHash, place: { part: 'TITLE' }, quote: '停电', text: '写明村名' })
 */
export function addRemark(deps: Deps, principal: Principal, id: string, input: RemarkInput): Result<string> {
  const text = input.text.trim()
  if (text === '') return refuse('notice.remark-text-required')
  return deps.store.tx((write, read): Result<string> => {
    const open = openForReviewer(read, principal, id, 'REMARK', input.submissionHash)
    if (!open.ok) return open
    const { submission } = open.value
    const there = textAt(JSON.parse(submission.content) as PublicContent, input.place)
    if (there === null || !there.includes(input.quote)) return refuse('notice.remark-place-unknown')
    const remarkId = deps.ids.next()
    const { place, quote } = input
    const by = { accountId: principal.id, at: deps.clock.now() }
    write.review.addRemark({ id: remarkId, submissionId: submission.id, place, quote, text, ...by })
    record(deps, write, principal, 'notice.remark', { kind: 'notice', id }, { hash: submission.hash })
    return accept(remarkId)
  })
}

/**
 * Says that a remark was dealt with on the next draft. Needs HANDLER. Refuses `notice.remark-not-found`,
 * `notice.remark-settled`, `notice.wrong-state`.
 * @example settleRemark(deps, handler, id, remarkId, '已改')
 */
export function settleRemark(
  deps: Deps,
  principal: Principal,
  id: string,
  remarkId: string,
  note: string,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'EDIT')
    if (!notice.ok) return notice
    const remark = read.review.remark(remarkId)
    if (remark?.noticeId !== id) return refuse('notice.remark-not-found')
    if (remark.settled) return refuse('notice.remark-settled')
    write.review.settle({ remarkId, note: note.trim(), accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'notice.settle-remark', { kind: 'notice', id }, { hash: remark.hash })
    return accept(true)
  })
}
