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
const NEWEST = 10

/** What hangs on items that the catalogue in use gives to the persons concerned only: the public gets none of it. */
type HeldBack = {
  readonly has: (edition: { readonly id: number }) => boolean
  /** How many under a heading, or in all. */
  readonly count: (groupId: string | null) => number
}

/**
 * Reads what is held back from the public.
 * @example heldBack(read).count(null) // 0
 */
export function heldBack(read: Reads): HeldBack {
  const rows = read.placement.publishedForNamedPersons()
  const ids = new Set(rows.map(({ editionId }) => editionId))
  return {
    has: ({ id }) => ids.has(id),
    count: (groupId) =>
      groupId === null ? rows.length : rows.filter((row) => row.publicGroupId === groupId).length,
  }
}

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
  const held = heldBack(read)
  const newest = read.public.newest(null, NEWEST + held.count(null)).filter((row) => !held.has(row))
  return {
    office: publicOffice(read),
    asOf,
    groups: read.edition
      .groups()
      .map((group) => ({
        id: group.id,
        name: group.name,
        catalogueName: group.catalogueName,
        regime: group.regime,
        count: group.publishedCount - held.count(group.id),
      }))
      .filter(({ count }) => count > 0),
    newest: newest.slice(0, NEWEST).map(toRow),
    total: read.public.total(null) - held.count(null),
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
  const held = heldBack(read)
  const page = rows.slice(0, PAGE_SIZE)
  const last = page[page.length - 1]
  return {
    items: page.filter((row) => !held.has(row)).map(toRow),
    next: rows.length > PAGE_SIZE && last ? String(last.id) : null,
    total: read.public.total(query.group) - held.count(query.group),
  }
}

// By what was published, not by the working copies: what somebody is about to pair is nobody's business yet.
function pairOf(read: Reads, edition: StoredEdition, content: PublicContent): PublicEdition['pair'] {
  const held = heldBack(read)
  const shown = (indexNumber: string): StoredEdition | undefined => {
    const current = currentOf(read.edition.byIndexNumber(indexNumber))
    return current && !held.has(current) ? current : undefined
  }
  const target = content.interprets && shown(content.interprets.indexNumber)
  return {
    interprets: target ? { indexNumber: target.indexNumber, title: target.title } : null,
    interpretedBy: read.placement
      .publishedInterpretations(edition.indexNumber)
      .filter(({ indexNumber }) => shown(indexNumber)),
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

// While the newest edition is withdrawn or held back, none of the notice is shown: the former ones hold the same matter.
function isDown(read: Reads, all: readonly StoredEdition[]): boolean {
  const current = currentOf(all)
  return current === undefined || heldBack(read).has(current)
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
 * A notice by its index number: the current edition, or the tombstone. Refuses `notice.not-found`, also for what is held
 * back from the public.
 * @example publicNotice(read, '11990000…/2026-00412')
 */
export function publicNotice(read: Reads, indexNumber: string): Result<PublicNotice> {
  const all = read.edition.byIndexNumber(indexNumber)
  if (all.length === 0) return refuse('notice.not-found')
  const current = currentOf(all)
  if (current && isDown(read, all)) return refuse('notice.not-found')
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
  return isDown(read, all) ? refuse('notice.not-found') : accept(toEdition(read, edition, all))
}
