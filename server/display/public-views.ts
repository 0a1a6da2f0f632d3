import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredPublicRow } from '../../db/repos/public-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicOffice,
  PublicPage,
  PublicRow,
  Tombstone,
} from './views.ts'

const PAGE_SIZE = 20

/**
 * A line of a public list.
 * @example toRow(row).indexNumber
 */
export function toRow(row: StoredPublicRow): PublicRow {
  return {
    indexNumber: row.indexNumber,
    title: row.title,
    noticeKind: row.noticeKind,
    documentNumber: row.documentNumber,
    publishDate: row.publishDate,
    group: row.groupName,
  }
}

/**
 * What the public may know of the office. @throws before set-up: the mount refuses every request until then.
 * @example publicOffice(read).telephone
 */
export function publicOffice(read: Reads): PublicOffice {
  const office = read.office.office()
  if (!office) throw new Error('nothing public answers before set-up')
  const { name, uscc, telephone, address, openingHours } = office
  return { name, uscc, telephone, address, openingHours }
}

/**
 * The kiosk's first page.
 * @example boardHome(read, clock.now()).newest
 */
export function boardHome(read: Reads, asOf: string): BoardHome {
  return {
    office: publicOffice(read),
    asOf,
    groups: read.edition.groups().map((group) => ({
      id: group.id,
      name: group.name,
      catalogueName: group.catalogueName,
      regime: group.regime,
      count: group.publishedCount,
    })),
    newest: read.public.newest(null, 10).map(toRow),
    total: read.public.total(null),
  }
}

/**
 * A page of current notices, newest first, in all or under one heading.
 * @example publicPage(read, { group: null, cursor: null })
 */
export function publicPage(
  read: Reads,
  query: { readonly group: string | null; readonly cursor: number | null },
): PublicPage {
  const rows =
    query.group === null
      ? read.public.newest(query.cursor, PAGE_SIZE + 1)
      : read.public.inGroup(query.group, query.cursor, PAGE_SIZE + 1)
  const items = rows.slice(0, PAGE_SIZE)
  const last = items[items.length - 1]
  return {
    items: items.map(toRow),
    next: rows.length > PAGE_SIZE && last ? String(last.id) : null,
    total: read.public.total(query.group),
  }
}

// By what was published, not by the working copies: what somebody is about to pair is nobody's business yet.
function pairOf(read: Reads, edition: StoredEdition, content: PublicContent): PublicEdition['pair'] {
  const target = content.interprets && currentOf(read.edition.byIndexNumber(content.interprets.indexNumber))
  return {
    interprets: target ? { indexNumber: target.indexNumber, title: target.title } : null,
    interpretedBy: read.placement.publishedInterpretations(edition.indexNumber),
  }
}

function currentOf(all: readonly StoredEdition[]): StoredEdition | undefined {
  return all.find((candidate) => candidate.state === 'PUBLISHED')
}

function toEdition(read: Reads, edition: StoredEdition, all: readonly StoredEdition[]): PublicEdition {
  const current = currentOf(all)
  const content = JSON.parse(edition.content) as PublicContent
  return {
    state: edition.state === 'PUBLISHED' ? 'PUBLISHED' : 'SUPERSEDED',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash: edition.hash,
    publishedAt: edition.publishedAt,
    publishDate: edition.publishDate,
    content,
    supersededBy: edition.state === 'SUPERSEDED' ? (current?.hash ?? null) : null,
    editions: all
      .filter((candidate) => candidate.state !== 'WITHDRAWN')
      .map(({ hash, editionNumber, publishDate }) => ({ hash, editionNumber, publishDate })),
    pair: pairOf(read, edition, content),
  }
}

// While the newest edition is withdrawn, none of the notice is shown: the former ones hold the same matter.
function isDown(all: readonly StoredEdition[]): boolean {
  return currentOf(all) === undefined
}

function tombstone(read: Reads, all: readonly StoredEdition[]): Tombstone {
  const newest = all.find((edition) => edition.state === 'WITHDRAWN')
  const withdrawal = newest && read.edition.withdrawal(newest.id)
  if (!newest || !withdrawal) throw new Error('a withdrawn edition has a tombstone')
  return {
    state: 'WITHDRAWN',
    indexNumber: newest.indexNumber,
    title: withdrawal.hideTitle ? null : newest.title,
    withdrawnDate: withdrawal.withdrawnDate,
    reason: withdrawal.reason,
    note: withdrawal.note,
  }
}

/**
 * A notice by its index number: the current edition, or the tombstone. Refuses `notice.not-found`.
 * @example publicNotice(read, '11990000…/2026-00412')
 */
export function publicNotice(read: Reads, indexNumber: string): Result<PublicNotice> {
  const all = read.edition.byIndexNumber(indexNumber)
  if (all.length === 0) return refuse('notice.not-found')
  const current = all.find((edition) => edition.state === 'PUBLISHED')
  return accept(current ? toEdition(read, current, all) : tombstone(read, all))
}

/**
 * A published edition by its hash, also a superseded one; nothing of a withdrawn notice. Refuses `notice.not-found`.
 * @example publicEdition(read, hash)
 */
export function publicEdition(read: Reads, hash: string): Result<PublicEdition> {
  const edition = read.edition.byHash(hash)
  if (!edition || edition.state === 'WITHDRAWN') return refuse('notice.not-found')
  const all = read.edition.byIndexNumber(edition.indexNumber)
  return isDown(all) ? refuse('notice.not-found') : accept(toEdition(read, edition, all))
}
