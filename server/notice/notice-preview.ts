import type { Reads } from '../../db/store.ts'
import type { Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { metadataView } from '../display/metadata-view.ts'
import { noticeSheet } from '../display/sheet-data.ts'
import type { PublicEdition } from '../display/views.ts'

/** What is previewed: the draft as it stands, or exactly what was handed in. */
export type PreviewOf = 'draft' | 'submission'

/** A notice as the kiosk would show it, while nobody but the desk may see it. */
export type NoticePreview = {
  readonly preview: true
  readonly edition: PublicEdition
  /** Address prefix of the attachments' public copies at the desk. */
  readonly attachmentBase: string
}

/**
 * A notice in the shape the kiosk reads, as if it were published now. It is asked for at the desk only: the public mount
 * has no address for it. Refuses `notice.not-found`.
 * @example noticePreview(deps, id, 'submission')
 */
export function noticePreview(deps: Deps, noticeId: string, of: PreviewOf): Result<NoticePreview> {
  const { read } = deps.store
  const sheet = noticeSheet(read, noticeId, of)
  if (!sheet.ok) return sheet
  const { content, hash, attachmentBase } = sheet.value
  const now = deps.clock.now()
  const editions = read.edition.ofNotice(noticeId)
  return {
    ok: true,
    value: {
      preview: true,
      attachmentBase,
      edition: {
        state: 'PUBLISHED',
        indexNumber: sheet.value.indexNumber ?? '',
        editionNumber: Math.max(0, ...editions.map(({ editionNumber }) => editionNumber)) + 1,
        hash,
        publishedAt: now,
        publishDate: civilDateOf(now),
        content,
        metadata: metadataView(
          read,
          { noticeId, state: 'PUBLISHED', itemId: itemOf(read, noticeId, of) ?? undefined },
          content,
          civilDateOf(now),
          () => true,
        ),
        supersededBy: null,
        editions: [],
        matter: null,
        pair: { interprets: content.interprets ?? null, interpretedBy: [] },
      },
    },
  }
}

// What was handed in keeps the item it was handed in with, whatever the next draft says.
function itemOf(read: Reads, noticeId: string, of: PreviewOf): string | null {
  const submission = of === 'submission' ? read.submission.newest(noticeId) : undefined
  return submission
    ? submission.catalogueItemId
    : (read.notice.byId(noticeId)?.content.catalogueItemId ?? null)
}
