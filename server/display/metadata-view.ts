import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { validityOn } from '../../domain/notice/validity.ts'
import type { PublicMetadata, PublicRef } from './views.ts'

/** A notice on the board that the public may see; null for one that was taken down or is held back. */
function shownRef(
  read: Reads,
  noticeId: string,
  shown: (edition: StoredEdition) => boolean,
): PublicRef | null {
  const current = read.edition.ofNotice(noticeId).find(({ state }) => state === 'PUBLISHED')
  return current && shown(current) ? { indexNumber: current.indexNumber, title: current.title } : null
}

/**
 * What the information block of a notice says beyond its content (domain book §5.5): 有效性 with what replaced it or what it
 * replaced, who is responsible, how far the catalogue lets it go, whom to call. 有效性 is told of documents only: those
 * with a number, with dates of their own, or about which something was stated; “有效” beside a list of names would mean
 * nothing.
 * @example metadataView(read, edition, content, '2026-11-23', () => true).validity?.validity // 'IN_FORCE'
 */
export function metadataView(
  read: Reads,
  edition: Pick<StoredEdition, 'noticeId' | 'state'> & { readonly itemId: string | undefined },
  content: PublicContent,
  today: string,
  shown: (edition: StoredEdition) => boolean,
): PublicMetadata {
  const confirmed = read.convention
    .validityOf(edition.noticeId)
    .filter(({ decision }) => decision?.decision === 'CONFIRMED')
  const isDocument = content.documentNumber !== '' || content.validity !== undefined || confirmed.length > 0
  const now = validityOn(today, content.validity ?? { from: null, to: null }, confirmed)
  const counts = confirmed.findLast(({ effectiveOn }) => effectiveOn <= today)
  const item = edition.itemId === undefined ? undefined : read.catalogue.item(edition.itemId)
  const replaces = read.convention
    .replacedBy(edition.noticeId)
    .map((noticeId) => shownRef(read, noticeId, shown))
    .filter((ref) => ref !== null)
  return {
    // Of a former edition its own text is of interest; what is in force now is said of the current one.
    validity: isDocument && edition.state === 'PUBLISHED' ? now : null,
    validityReason: now.by === 'STATEMENT' ? (counts?.reason ?? '') : '',
    replacedBy:
      now.by === 'STATEMENT' && counts && counts.replacedBy !== null
        ? shownRef(read, counts.replacedBy, shown)
        : null,
    replaces,
    responsibleUnit: item?.publishingUnit ?? '',
    scope: item?.disclosureScope ?? null,
    telephone: read.office.office()?.telephone ?? '',
  }
}
