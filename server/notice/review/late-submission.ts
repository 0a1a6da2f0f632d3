import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'

/**
 * What one person published in an emergency and others have to review afterwards: the emergency submission of the notice
 * that was published last. Null when there is none.
 * @example lateSubmission(read, noticeId)?.publishedBy
 */
export function lateSubmission(
  read: Reads,
  noticeId: string,
): { readonly submission: StoredSubmission; readonly publishedBy: string } | null {
  const submission = read.submission.ofNotice(noticeId).findLast((one) => one.emergencyReason !== '')
  const edition =
    submission && read.edition.ofNotice(noticeId).find((one) => one.submissionId === submission.id)
  return submission && edition ? { submission, publishedBy: edition.publishedBy } : null
}
