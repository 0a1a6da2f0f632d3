import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { sha256 } from '../../platform/sha256.ts'
import { formatSheetCode, hashWords } from '../../domain/sheet/sheet-code.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { draftAsPublic } from '../notice/draft-as-public.ts'
import { isPaperOnly } from '../notice/published-against-scope.ts'
import { displayedSpan } from './displayed-span.ts'
import { expiryTime, openEdition, publicOffice } from './public-views.ts'
import type { PublicEdition, SheetData } from './views.ts'

/** What a sheet bears to be verified by: the code, and the words that say it aloud. */
function codeOf(
  read: Reads,
  edition: { readonly indexNumber: string; readonly editionNumber: number; readonly hash: string },
): Pick<SheetData, 'code' | 'codeWords'> {
  const { uscc } = publicOffice(read)
  return {
    code: formatSheetCode({ uscc, ...edition }, read.sheetCode.address()),
    codeWords: hashWords(edition.hash),
  }
}

function fromEdition(read: Reads, stored: StoredEdition, edition: PublicEdition): SheetData {
  const next = edition.editions.find(({ hash }) => hash === edition.supersededBy)
  return {
    draft: false,
    office: publicOffice(read),
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash: edition.hash,
    publishDate: edition.publishDate,
    content: edition.content,
    attachmentBase: `/api/public/editions/${edition.hash}/attachments/`,
    ...codeOf(read, edition),
    ...displayedSpan(read, stored),
    supersededBy: next ? { editionNumber: next.editionNumber, publishDate: next.publishDate } : null,
  }
}

/**
 * The sheet of a published edition. Refuses `notice.not-found` for anything unpublished or withdrawn.
 * @example editionSheet(read, hash, clock.now())
 */
export function editionSheet(read: Reads, hash: string, now: string): Result<SheetData> {
  const edition = read.edition.byHash(hash)
  return edition ? openSheet(read, edition, now) : refuse('notice.not-found')
}

/**
 * The sheet of a stored edition, where the public may see it. Refuses `notice.not-found`.
 * @example openSheet(read, read.edition.byId(7), clock.now()).ok
 */
export function openSheet(read: Reads, stored: StoredEdition, now: string): Result<SheetData> {
  const edition = openEdition(read, stored, now)
  return edition.ok ? accept(fromEdition(read, stored, edition.value)) : edition
}

/**
 * The sheet of an edition as the desk may print it: also what is published on paper only, for a limited circle. `noticeId` says
 * which of two notices with one text is meant. Refuses `notice.not-found` for what was taken down, has run out, or goes to named
 * persons.
 * @example printableSheet(read, hash, clock.now(), noticeId)
 */
export function printableSheet(read: Reads, hash: string, now: string, noticeId?: string): Result<SheetData> {
  const edition = read.edition.byHash(hash, noticeId)
  if (!edition) return refuse('notice.not-found')
  const open = openSheet(read, edition, now)
  if (open.ok || !isPaperOnly(read, edition)) return open
  const expiresAt = read.editionRecord.of(edition.id)?.expiresAt ?? null
  if (expiresAt !== null && expiresAt <= expiryTime(read, now)) return open
  const current = read.edition.ofNotice(edition.noticeId).find(({ state }) => state === 'PUBLISHED')
  if (edition.state === 'WITHDRAWN' || !current) return open
  const content = JSON.parse(edition.content) as PublicContent
  return accept({
    draft: false,
    office: publicOffice(read),
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash,
    publishDate: edition.publishDate,
    content,
    attachmentBase: `/api/desk/notices/${edition.noticeId}/attachments/`,
    ...codeOf(read, edition),
    ...displayedSpan(read, edition),
    supersededBy:
      current.id === edition.id
        ? null
        : { editionNumber: current.editionNumber, publishDate: current.publishDate },
  })
}

/**
 * The same for an edition of one notice. Refuses `notice.not-found` also for an edition of another.
 * @example editionOnPaper(read, noticeId, hash, clock.now())
 */
export function editionOnPaper(read: Reads, noticeId: string, hash: string, now: string): Result<SheetData> {
  return printableSheet(read, hash, now, noticeId)
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
    codeWords: [],
    supersededBy: null,
  })
}
