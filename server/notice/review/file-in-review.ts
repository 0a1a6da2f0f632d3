import type { StoredAttachment } from '../../../db/repos/attachment-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'

/**
 * Refuses `notice.file-in-review` with the name of a file that the open submission shows: a new public copy would change
 * what the reviewers read and what the gate reads once more at publication. Taking a file off the next draft is no change
 * of it.
 * @example requireNotInReview(read, noticeId, [file])
 */
export function requireNotInReview(
  read: Reads,
  noticeId: string,
  files: readonly Pick<StoredAttachment, 'id' | 'name'>[],
): Result<true> {
  const open = read.submission.open(noticeId)
  if (!open) return accept(true)
  const shown = new Set((JSON.parse(open.content) as PublicContent).attachments.map(({ id }) => id))
  const file = files.find(({ id }) => shown.has(id))
  return file ? refuse('notice.file-in-review', { name: file.name }) : accept(true)
}
