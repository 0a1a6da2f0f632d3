import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredPublicRow } from '../../db/repos/public-repo.ts'
import { COUNT_LIMIT } from '../../db/repos/public-repo.ts'
import type { Reads } from '../../db/store.ts'
import { markWords } from '../../db/search/excerpt.ts'
import { queryWords } from '../../db/search/terms.ts'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicOffice,
  PublicPage,
  PublicRow,
  SearchAnswer,
  Tombstone,
} from './views.ts'

const PAGE_SIZE = 20
const EXCERPT_CHARACTERS = 40

function toRow(row: StoredPublicRow): PublicRow {
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

/**
 * Finds current notices by words in title and text (traditional and simplified characters are one), or by exact index
 * or document number. Title hits first, newest first.
 * @example searchBoard(read, '低保', null).items
 */
export function searchBoard(read: Reads, typed: string, cursor: string | null): SearchAnswer {
  const exact = cursor === null ? read.public.byNumber(typed.trim()) : []
  if (exact.length > 0) {
    return {
      items: exact.map((row) => ({
        ...toRow(row),
        titleParts: [{ text: row.title, hit: false }],
        excerpt: [],
      })),
      next: null,
      total: exact.length,
      totalIsLowerBound: false,
    }
  }
  const [part, before] = (cursor ?? '').split('~')
  const from = part && before ? { inTitle: part === 't', before: Number(before) } : null
  const page = read.public.search(typed, from, PAGE_SIZE)
  if (page === null) return { items: [], next: null, total: 0, totalIsLowerBound: false }
  const words = queryWords(typed)
  const items = page.ids.flatMap((id) => {
    const row = read.public.rowWithContent(id)
    if (!row) return []
    const text = bodyText((JSON.parse(row.content) as PublicContent).body).replaceAll(/\s+/g, ' ')
    return [
      {
        ...toRow(row),
        titleParts: markWords(row.title, words),
        excerpt: markWords(text, words, EXCERPT_CHARACTERS),
      },
    ]
  })
  const total = read.public.countHits(typed)
  return {
    items,
    next: page.next === null ? null : `${page.next.inTitle ? 't' : 'b'}~${page.next.before}`,
    total,
    totalIsLowerBound: total >= COUNT_LIMIT,
  }
}

function toEdition(edition: StoredEdition, all: readonly StoredEdition[]): PublicEdition {
  const current = all.find((candidate) => candidate.state === 'PUBLISHED')
  return {
    state: edition.state === 'PUBLISHED' ? 'PUBLISHED' : 'SUPERSEDED',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash: edition.hash,
    publishedAt: edition.publishedAt,
    publishDate: edition.publishDate,
    content: JSON.parse(edition.content) as PublicContent,
    supersededBy: edition.state === 'SUPERSEDED' ? (current?.hash ?? null) : null,
    editions: all
      .filter((candidate) => candidate.state !== 'WITHDRAWN')
      .map(({ hash, editionNumber, publishDate }) => ({ hash, editionNumber, publishDate })),
  }
}

// While the newest edition is withdrawn, none of the notice is shown: the former ones hold the same matter.
function isDown(all: readonly StoredEdition[]): boolean {
  return !all.some((edition) => edition.state === 'PUBLISHED')
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
  return accept(current ? toEdition(current, all) : tombstone(read, all))
}

/**
 * A published edition by its hash, also a superseded one; nothing of a withdrawn notice. Refuses `notice.not-found`.
 * @example publicEdition(read, hash)
 */
export function publicEdition(read: Reads, hash: string): Result<PublicEdition> {
  const edition = read.edition.byHash(hash)
  if (!edition || edition.state === 'WITHDRAWN') return refuse('notice.not-found')
  const all = read.edition.byIndexNumber(edition.indexNumber)
  return isDown(all) ? refuse('notice.not-found') : accept(toEdition(edition, all))
}
