import type { StoredNotice } from '../../../db/repos/notice-repo.ts'
import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { DECIDING_ROLES } from '../../../domain/notice/deciding-roles.ts'
import type { NoticeAction } from '../../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Principal } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { neededOf } from '../review-chain.ts'
import { writersOf } from './approved.ts'

/**
 * Says whether a person is one of those who decide on a submission: holds a role for something it needs, and wrote nothing
 * of it. A committee decides on paper, so entering its slip makes nobody a reviewer. Refuses `trust.role-missing`,
 * `notice.author-may-not-decide`.
 * @example isReviewer(read, principal, submission).ok
 */
export function isReviewer(read: Reads, principal: Principal, submission: StoredSubmission): Result<true> {
  const roles = neededOf(submission)
    .flat()
    .filter(({ kind }) => kind !== 'COMMITTEE_REVIEW')
    .flatMap(({ kind }) => DECIDING_ROLES[kind])
  if (!roles.some((role) => principal.roles.includes(role))) {
    return refuse('trust.role-missing', { role: roles[0] ?? '' })
  }
  const wrote = [...writersOf(submission), ...read.notice.authors(submission.noticeId).map(({ id }) => id)]
  return wrote.includes(principal.id) ? refuse('notice.author-may-not-decide') : accept(true)
}

/**
 * The open submission that a reviewer read, for an action on it. Refuses what `findNotice` and `isReviewer` refuse,
 * `notice.submission-changed`.
 * @example openForReviewer(read, principal, id, 'REMARK', hash)
 */
export function openForReviewer(
  read: Reads,
  principal: Principal,
  id: string,
  action: NoticeAction,
  hash: string,
): Result<{ readonly notice: StoredNotice; readonly submission: StoredSubmission }> {
  const notice = findNotice(read, id, action)
  if (!notice.ok) return notice
  const submission = read.submission.open(id)
  if (submission?.hash !== hash) return refuse('notice.submission-changed')
  const reviewer = isReviewer(read, principal, submission)
  return reviewer.ok ? accept({ notice: notice.value, submission }) : reviewer
}
