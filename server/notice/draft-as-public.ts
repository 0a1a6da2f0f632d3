import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import { bodyImages } from '../../domain/notice/body-images.ts'
import type { PublicAttachment, PublicContent } from '../../domain/notice/content.ts'
import { interpretationOf } from '../../domain/notice/placement.ts'
import { publicContent } from '../../domain/notice/public-content.ts'
import { consultationNotice } from '../matter/consultation-notice.ts'
import { publishedTarget } from './placement-rules.ts'

/**
 * An attachment as a reader sees it: the public copy, never the original.
 * @example toPublicAttachment(row).sha256 === row.publicSha256
 */
function toPublicAttachment(row: StoredAttachment): PublicAttachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: row.publicSize,
    sha256: row.publicSha256,
    role: row.role,
  }
}

/**
 * The public content the working copy would have now; used for preview, for the privacy gate and for handing in.
 * @example draftAsPublic(read, notice, notice.content)
 */
export function draftAsPublic(
  read: Reads,
  notice: Pick<StoredNotice, 'id'>,
  draft: StoredNotice['content'],
): PublicContent {
  const office = read.office.office()
  if (!office) throw new Error('a notice exists only in a set-up office')
  const item = draft.catalogueItemId === null ? undefined : read.catalogue.item(draft.catalogueItemId)
  const shown = bodyImages(draft.body)
  const attachments = read.attachment
    .ofNotice(notice.id)
    .filter((file) => file.role === 'ATTACHMENT' || shown.has(file.id))
    .map(toPublicAttachment)
  const placement = read.placement.of(notice.id)
  const interpretation = interpretationOf(draft, placement)
  // A first edition changes nothing, whatever a draft says that was published before under another number.
  const first = read.edition.ofNotice(notice.id).length === 0
  return publicContent({
    draft: first ? { ...draft, change: null } : draft,
    office,
    item: item ?? null,
    attachments,
    unit: read.unit.byId(placement.unitId),
    interprets: (interpretation && publishedTarget(read, interpretation)) ?? undefined,
    consultation: consultationNotice(read, notice.id),
  })
}
