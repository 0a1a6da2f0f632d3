import { parseDocumentNumber } from '../../../domain/notice/document-number.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { CheckedSubmission } from '../submission-checks.ts'

/**
 * One document number on one notice: refuses `notice.document-number-taken`, naming the other notice, when another published
 * notice bears it; when handing in also `notice.document-number-reserved` when another one under review does, and `notice.document-number-void` for a number that is on
 * record as scrapped, since that record and the notice cannot both be true. What was taken down gives its number
 * back, since the same document may be published again as another notice.
 * @example checkDocumentNumber({ read, noticeId, content, … }).ok
 */
export function checkDocumentNumber({
  read,
  noticeId,
  content,
}: Pick<CheckedSubmission, 'read' | 'noticeId' | 'content'>): Result<true> {
  const { documentNumber } = content
  if (documentNumber === '') return accept(true)
  const number = parseDocumentNumber(documentNumber)
  if (number.ok && read.convention.voidOf(number.value)?.reason === 'VOIDED') {
    return refuse('notice.document-number-void', { documentNumber })
  }
  // Once under review the number is this notice's: of two that were let in together the first to be published keeps it.
  const handingIn = read.submission.open(noticeId) === undefined
  const published = read.convention.publishedWith(documentNumber, noticeId)
  if (published) {
    const { title, indexNumber } = published
    return refuse('notice.document-number-taken', { documentNumber, title, indexNumber: indexNumber ?? '' })
  }
  const other = handingIn ? read.convention.submittedWith(documentNumber, noticeId) : undefined
  if (!other) return accept(true)
  return refuse('notice.document-number-reserved', { documentNumber, title: other.title })
}
