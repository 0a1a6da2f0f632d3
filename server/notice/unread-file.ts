import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'

/**
 * The files of a public content that nobody but a person has read: pictures, scans, files with pictures in them. The
 * gate says nothing about them, so a person has to.
 * @example unreadFiles(read, noticeId, content).map((file) => file.name) // ['公示照片.jpg']
 */
export function unreadFiles(
  read: Reads,
  noticeId: string,
  content: Pick<PublicContent, 'attachments'>,
): readonly StoredAttachment[] {
  const shown = new Set(content.attachments.map((file) => file.id))
  // Taking a file off the next draft takes it off nothing that was handed in.
  return read.attachment.everOfNotice(noticeId).filter((file) => shown.has(file.id) && !file.textRead)
}
