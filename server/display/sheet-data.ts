import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { sha256 } from '../../db/sha256.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { draftAsPublic } from '../notice/draft-as-public.ts'
import { publicEdition, publicOffice } from './public-views.ts'
import type { PublicEdition, SheetData } from './views.ts'

/**
 * What the QR code on a sheet carries: enough to prove on any phone, without a network, which edition hangs there.
 * Not a national format (none was found for public notices): scheme, index number, edition, hash.
 * @example sheetCode(edition) // 'BOARD:1:11…/2026-00412:2:9c1f…'
 */
export function sheetCode(edition: { indexNumber: string; editionNumber: number; hash: string }): string {
  return `BOARD:1:${edition.indexNumber}:${edition.editionNumber}:${edition.hash}`
}

function fromEdition(read: Reads, edition: PublicEdition, attachmentBase: string): SheetData {
  const next = edition.editions.find(({ hash }) => hash === edition.supersededBy)
  return {
    draft: false,
    office: publicOffice(read),
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash: edition.hash,
    publishDate: edition.publishDate,
    content: edition.content,
    attachmentBase,
    code: sheetCode(edition),
    supersededBy: next ? { editionNumber: next.editionNumber, publishDate: next.publishDate } : null,
  }
}

/**
 * The sheet of a published edition. Refuses `notice.not-found` for anything unpublished or withdrawn.
 * @example editionSheet(read, hash, clock.now())
 */
export function editionSheet(read: Reads, hash: string, now: string): Result<SheetData> {
  const edition = publicEdition(read, hash, now)
  if (!edition.ok) return edition
  return accept(fromEdition(read, edition.value, `/api/public/editions/${hash}/attachments/`))
}

/**
 * The sheet as the desk sees it before publication: the draft as it stands, or exactly what was handed in.
 * Such a sheet says on every page that it is not published.
 * @example noticeSheet(read, id, 'submission')
 */
export function noticeSheet(read: Reads, noticeId: string, of: 'draft' | 'submission'): Result<SheetData> {
  const notice = read.notice.byId(noticeId)
  if (!notice) return refuse('notice.not-found')
  const submission = of === 'submission' ? read.submission.newest(noticeId) : undefined
  if (of === 'submission' && !submission) return refuse('notice.not-found')
  const content = submission
    ? (JSON.parse(submission.content) as PublicContent)
    : draftAsPublic(read, notice, notice.content)
  const hash = submission?.hash ?? sha256(canonicalContent(content))
  return accept({
    draft: true,
    office: publicOffice(read),
    indexNumber: notice.indexNumber,
    editionNumber: null,
    hash,
    publishDate: null,
    content,
    attachmentBase: `/api/desk/notices/${noticeId}/attachments/`,
    code: `BOARD:DRAFT:${hash}`,
    supersededBy: null,
  })
}
