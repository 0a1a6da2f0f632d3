import type { EditionHead, StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredPublicRow } from '../../db/repos/public-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { clockState } from '../../domain/notice/publish-time.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { publicMatterRef } from '../matter/public-matter.ts'
import { expiryNote } from '../notice/schedule/expiry-note.ts'
import { metadataView } from './metadata-view.ts'
import { withValidity } from './validity-badge.ts'
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

/**
 * The instant notices run out by: the clock's, or that of the newest record while the clock is in doubt, so that a clock that was
 * set wrong neither hides what stands nor brings back what ran out (design §4.5).
 * @example expiryTime(read, clock.now())
 */
export function expiryTime(read: Pick<Reads, 'audit'>, now: string): string {
  const newest = read.audit.latestInstant()
  return newest === null || clockState(now, newest) === 'TRUSTED' ? now : newest
}

/**
 * What stands published and the public gets none of: what hangs on items that go to the persons concerned or to a limited
 * circle, and what has run out although nothing has taken it down yet.
 */
type HeldBack = {
  /** Of a former edition: its own item is not for everybody, whatever the next one was published on. */
  readonly closed: (edition: { readonly id: number }) => boolean
  /** Also of a former edition whose own time has run out. */
  readonly ranOut: (edition: { readonly id: number }) => boolean
  readonly has: (edition: { readonly id: number }) => boolean
  /** Numbers of the editions, for questions that are to pass over them. */
  readonly ids: readonly number[]
  /** How many under a heading, or in all. */
  readonly count: (groupId: string | null) => number
}

/**
 * Reads what is held back from the public.
 * @example heldBack(read, clock.now()).count(null) // 0
 */
export function heldBack(read: Reads, now: string): HeldBack {
  const withheld = read.placement.withheld()
  const instant = expiryTime(read, now)
  const over = read.editionRecord.expired(instant)
  const rows = [...new Map([...withheld, ...over].map((row) => [row.editionId, row])).values()]
  const ids = new Set(rows.map(({ editionId }) => editionId))
  const closed = read.placement.closedEditions()
  return {
    closed: ({ id }) => closed.has(id),
    ranOut: ({ id }) => {
      const expiresAt = read.editionRecord.of(id)?.expiresAt ?? null
      return expiresAt !== null && expiresAt <= instant
    },
    has: ({ id }) => ids.has(id),
    ids: [...ids],
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
    change: row.change === 'MINOR' ? null : row.change,
    ...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
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
  const held = heldBack(read, asOf)
  const newest = read.public.newest(null, NEWEST, held.ids)
  return {
    office: publicOffice(read),
    asOf,
    clockDoubtful: expiryTime(read, asOf) !== asOf,
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
    newest: withValidity(read, newest.map(toRow), civilDateOf(asOf)),
    total: read.public.total(null) - held.count(null),
  }
}

/**
 * A page of current notices, newest first, in all or under one heading.
 * @example publicPage(read, { group: null, cursor: null }, clock.now())
 */
export function publicPage(
  read: Reads,
  query: { readonly group: string | null; readonly cursor: number | null },
  now: string,
): PublicPage {
  const held = heldBack(read, now)
  const rows =
    query.group === null
      ? read.public.newest(query.cursor, PAGE_SIZE + 1, held.ids)
      : read.public.inGroup(query.group, query.cursor, PAGE_SIZE + 1, held.ids)
  const page = rows.slice(0, PAGE_SIZE)
  const last = page[page.length - 1]
  return {
    items: withValidity(read, page.map(toRow), civilDateOf(now)),
    next: rows.length > PAGE_SIZE && last ? String(last.id) : null,
    total: read.public.total(query.group) - held.count(query.group),
  }
}

// By what was published, not by the working copies: what somebody is about to pair is nobody's business yet.
function pairOf(
  read: Reads,
  edition: StoredEdition,
  content: PublicContent,
  held: HeldBack,
): PublicEdition['pair'] {
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

function currentOf<Edition extends EditionHead>(all: readonly Edition[]): Edition | undefined {
  return all.find((candidate) => candidate.state === 'PUBLISHED')
}

function toEdition(
  read: Reads,
  edition: StoredEdition,
  all: readonly EditionHead[],
  held: HeldBack,
  now: string,
): PublicEdition {
  const current = currentOf(all)
  const content = JSON.parse(edition.content) as PublicContent
  const changes = new Map(
    read.editionRecord
      .changes(edition.indexNumber)
      .map(({ editionId, kind, note }) => [editionId, { kind, note }]),
  )
  return {
    state: edition.state === 'PUBLISHED' ? 'PUBLISHED' : 'SUPERSEDED',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    hash: edition.hash,
    publishedAt: edition.publishedAt,
    publishDate: edition.publishDate,
    content,
    metadata: metadataView(
      read,
      { ...edition, itemId: read.convention.itemOfEdition(edition.id) },
      content,
      civilDateOf(now),
      (one) => !held.has(one),
    ),
    supersededBy: edition.state === 'SUPERSEDED' ? (current?.hash ?? null) : null,
    editions: all
      .filter((candidate) => candidate.state !== 'WITHDRAWN' && !isShut(candidate, held))
      .map(({ id, hash, editionNumber, publishDate }) => ({
        hash,
        editionNumber,
        publishDate,
        change: changes.get(id) ?? null,
      })),
    pair: pairOf(read, edition, content, held),
    matter: publicMatterRef(read, edition, (one) => !held.has(one)),
  }
}

// While the newest edition is withdrawn or held back, none of the notice is shown: the former ones hold the same matter.
function isDown(all: readonly EditionHead[], held: HeldBack): boolean {
  const current = currentOf(all)
  return current === undefined || held.has(current)
}

/** A former edition is shut by itself: its own time is over, or its own item was not for everybody. */
function isShut(edition: EditionHead, held: HeldBack): boolean {
  return held.ranOut(edition) || held.closed(edition)
}

function tombstone(read: Reads, all: readonly StoredEdition[], held: HeldBack): Tombstone {
  const newest = all.find((edition) => edition.state === 'WITHDRAWN')
  const withdrawal = newest && read.edition.withdrawal(newest.id)
  if (!newest || !withdrawal) throw new Error('a withdrawn edition has a tombstone')
  const target = read.editionRecord.withdrawalDetail(newest.id)?.consolidatedInto ?? ''
  const into = target === '' ? undefined : currentOf(read.edition.byIndexNumber(target))
  return {
    state: 'WITHDRAWN',
    indexNumber: newest.indexNumber,
    // What hung for a limited circle, or was for named persons, is not told to everybody by taking it down.
    title: withdrawal.hideTitle || held.closed(newest) ? null : newest.title,
    withdrawnDate: withdrawal.withdrawnDate,
    reason: withdrawal.reason,
    note: withdrawal.note,
    consolidatedInto: into && !held.has(into) ? { indexNumber: into.indexNumber, title: into.title } : null,
  }
}

/** What stays of a notice whose time is over, from that minute on and not only when somebody gets to it. */
function ranOut(read: Reads, current: StoredEdition, held: HeldBack): Tombstone | null {
  const expiresAt = read.editionRecord.of(current.id)?.expiresAt ?? null
  if (expiresAt === null || held.closed(current)) return null
  return {
    state: 'WITHDRAWN',
    indexNumber: current.indexNumber,
    title: current.title,
    withdrawnDate: civilDateOf(expiresAt),
    reason: 'EXPIRED',
    note: expiryNote(),
    consolidatedInto: null,
  }
}

/**
 * A notice by its index number: the current edition, or the tombstone. Refuses `notice.not-found`, also for what is held
 * back from the public.
 * @example publicNotice(read, '11990000…/2026-00412', clock.now())
 */
export function publicNotice(read: Reads, indexNumber: string, now: string): Result<PublicNotice> {
  const all = read.edition.byIndexNumber(indexNumber)
  if (all.length === 0) return refuse('notice.not-found')
  const current = currentOf(all)
  const held = heldBack(read, now)
  if (current && isDown(all, held)) {
    const over = ranOut(read, current, held)
    return over ? accept(over) : refuse('notice.not-found')
  }
  return accept(current ? toEdition(read, current, all, held, now) : tombstone(read, all, held))
}

/**
 * A published edition by its hash, also a superseded one until its own time is over and unless its own item
 * is not for everybody; nothing of a withdrawn notice. Refuses `notice.not-found`.
 * @example publicEdition(read, hash, clock.now())
 */
export function publicEdition(read: Reads, hash: string, now: string): Result<PublicEdition> {
  const edition = read.edition.byHash(hash)
  return edition ? openEdition(read, edition, now) : refuse('notice.not-found')
}

/**
 * The same of a stored edition: two notices of one text have one hash, and each its own number. Refuses `notice.not-found`.
 * @example openEdition(read, edition, clock.now()).ok
 */
export function openEdition(read: Reads, edition: StoredEdition, now: string): Result<PublicEdition> {
  if (edition.state === 'WITHDRAWN') return refuse('notice.not-found')
  const all = read.edition.headsByIndexNumber(edition.indexNumber)
  const held = heldBack(read, now)
  return isDown(all, held) || isShut(edition, held)
    ? refuse('notice.not-found')
    : accept(toEdition(read, edition, all, held, now))
}
