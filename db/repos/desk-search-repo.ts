import type { DeskSearch, SearchedDay } from '../../domain/notice/desk-search.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { savedSearch } from '../schema/desk-search.ts'
import { matchQuery } from '../../platform/search/terms.ts'

const { and, asc, eq, sql } = orm

/** A search somebody keeps. */
export type StoredSearch = typeof savedSearch.$inferSelect

/** A file that is still to be read for the index. */
export type UnindexedFile = {
  readonly id: string
  readonly mediaType: string
  readonly publicSha256: string
}

/** Where a list goes on: newest first, ties by id. */
export type SearchCursor = { readonly updatedAt: string; readonly id: string }

/** What a search finds: ids, and how many there are, counted up to a limit; `more` when there are more than that. */
export type DeskFinds = {
  readonly ids: readonly string[]
  readonly total: number
  readonly more: boolean
}

/** More than anybody reads; beyond it the answer says "more than". */
const COUNT_LIMIT = 2000

type Clause = { readonly text: string; readonly values: readonly (string | number)[] }

const IN_EDITIONS = `n.id IN (SELECT e.notice_id FROM edition e WHERE e.id IN
  (SELECT rowid FROM search_entry WHERE search_entry MATCH ?))`
const IN_WORKING_COPIES = `(n.state <> 'PUBLISHED' AND n.id IN (SELECT w.notice_id FROM notice_text w WHERE w.id IN
  (SELECT rowid FROM notice_entry WHERE notice_entry MATCH ?)))`
// A file taken off the next draft still stands in the edition that everybody reads.
const IN_FILES = `n.id IN (SELECT a.notice_id FROM attachment a JOIN attachment_text t ON t.attachment_id = a.id
  WHERE t.id IN (SELECT rowid FROM attachment_entry WHERE attachment_entry MATCH ?)
    AND (a.removed = 0 OR EXISTS (SELECT 1 FROM edition e, json_each(e.content, '$.attachments') shown
      WHERE e.notice_id = a.notice_id AND e.state = 'PUBLISHED' AND shown.value ->> 'id' = a.id)))`

function wordsClause({ words, within }: DeskSearch): Clause | null {
  const query = matchQuery(words)
  if (query === null) return words.trim() === '' ? null : { text: '0', values: [] }
  const notice = { text: `${IN_EDITIONS} OR ${IN_WORKING_COPIES}`, values: [query, query] }
  if (within === 'NOTICE') return notice
  if (within === 'FILES') return { text: IN_FILES, values: [query] }
  return { text: `${notice.text} OR ${IN_FILES}`, values: [...notice.values, query] }
}

// Each a list of its own that one index answers: asked row by row they would read through every notice.
const DAYS: Readonly<Record<SearchedDay, string>> = {
  PUBLISHED: 'n.id IN (SELECT e.notice_id FROM edition e WHERE e.publish_date BETWEEN ? AND ?)',
  DOCUMENT: `json_extract(n.content, '$.documentDate') BETWEEN ? AND ?`,
  CHANGED: `n.updated_at >= strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-8 hours')
    AND n.updated_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, '+1 day', '-8 hours')`,
}
const NUMBERED = `n.rowid IN (SELECT d.rowid FROM notice d WHERE json_extract(d.content, '$.documentNumber') <> ''
    AND json_extract(d.content, '$.documentNumber') LIKE ?)
  OR n.id IN (SELECT e.notice_id FROM edition e WHERE e.document_number <> '' AND e.document_number LIKE ?)`

const like = (text: string) => text.trim().replaceAll(/[%_]/g, '')

function unitClause(unitId: string): Clause {
  // What has no placement is the township's own.
  return unitId === TOWNSHIP_UNIT_ID
    ? {
        text: 'n.id NOT IN (SELECT p.notice_id FROM notice_placement p WHERE p.unit_id <> ?)',
        values: [unitId],
      }
    : { text: 'n.id IN (SELECT p.notice_id FROM notice_placement p WHERE p.unit_id = ?)', values: [unitId] }
}

function clausesOf(search: DeskSearch): readonly Clause[] {
  const clauses: (Clause | null)[] = [
    wordsClause(search),
    search.state === null ? null : { text: 'n.state = ?', values: [search.state] },
    search.itemId === null ? null : { text: 'n.catalogue_item_id = ?', values: [search.itemId] },
    search.noticeKind === null
      ? null
      : { text: `json_extract(n.content, '$.noticeKind') = ?`, values: [search.noticeKind] },
    search.unitId === null ? null : unitClause(search.unitId),
    like(search.documentNumber) === ''
      ? null
      : {
          text: NUMBERED,
          values: Array.from({ length: 2 }, () => `%${like(search.documentNumber)}%`),
        },
    like(search.indexNumber) === ''
      ? null
      : {
          text: 'n.rowid IN (SELECT i.rowid FROM notice i WHERE i.index_number LIKE ?)',
          values: [`%${like(search.indexNumber)}%`],
        },
    search.from === null && search.to === null
      ? null
      : { text: DAYS[search.day], values: [search.from ?? '0001-01-01', search.to ?? '9999-12-30'] },
    search.personId === null
      ? null
      : {
          text: `n.handler_id = ? OR n.id IN (SELECT w.notice_id FROM notice_author w WHERE w.account_id = ?)
            OR n.id IN (SELECT s.notice_id FROM submission s JOIN submission_decision d ON d.submission_id = s.id WHERE d.account_id = ?)`,
          values: [search.personId, search.personId, search.personId],
        },
  ]
  return clauses.filter((clause) => clause !== null)
}

/**
 * Searching the desk's notices, published or not. Words that stand on half the board make `find` take a good part of a
 * second: it is asked in the worker only.
 * @example deskSearchReads(db).find({ ...emptySearch(), words: '低保' }, null, 50)
 */
export function deskSearchReads(db: Drizzle) {
  const where = (clauses: readonly Clause[]) =>
    clauses.length === 0 ? '1' : clauses.map(({ text }) => `(${text})`).join(' AND ')
  const count = (search: DeskSearch): Omit<DeskFinds, 'ids'> => {
    const clauses = clausesOf(search)
    const row = db.$client
      .prepare<(string | number)[], { n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM notice n WHERE ${where(clauses)} LIMIT ${COUNT_LIMIT + 1})`,
      )
      .get(...clauses.flatMap(({ values }) => values))
    const n = row?.n ?? 0
    return { total: Math.min(n, COUNT_LIMIT), more: n > COUNT_LIMIT }
  }
  return {
    /** The notices found, those last worked on first, from a cursor on. */
    find: (search: DeskSearch, cursor: SearchCursor | null, limit: number): DeskFinds => {
      const clauses = [
        ...clausesOf(search),
        ...(cursor === null
          ? []
          : [{ text: '(n.updated_at, n.id) < (?, ?)', values: [cursor.updatedAt, cursor.id] }]),
      ]
      const ids = db.$client
        .prepare<(string | number)[], { id: string }>(
          `SELECT n.id FROM notice n WHERE ${where(clauses)} ORDER BY n.updated_at DESC, n.id DESC LIMIT ?`,
        )
        .all(...clauses.flatMap(({ values }) => values), limit)
        .map(({ id }) => id)
      return { ids, ...count(search) }
    },
    /** Searches a person keeps, by name. */
    saved: (accountId: string): StoredSearch[] =>
      db
        .select()
        .from(savedSearch)
        .where(eq(savedSearch.accountId, accountId))
        .orderBy(asc(savedSearch.name))
        .all(),
    /** Files whose text is not in the index yet, after an upgrade, behind the last one that was looked at. */
    unindexedFiles: (after: string, limit: number): UnindexedFile[] =>
      db.$client
        .prepare<[string, number], UnindexedFile>(
          `SELECT a.id, a.media_type AS mediaType, a.public_sha256 AS publicSha256 FROM attachment a
             WHERE a.id > ? AND a.role = 'ATTACHMENT'
             AND NOT EXISTS (SELECT 1 FROM attachment_text t WHERE t.attachment_id = a.id) ORDER BY a.id LIMIT ?`,
        )
        .all(after, limit),
    /** Working copies that are not in the index yet, after an upgrade, behind the last one that was looked at. */
    unindexedCopies: (after: string, limit: number): string[] =>
      db.$client
        .prepare<[string, number], string>(
          `SELECT n.id FROM notice n WHERE n.id > ? AND n.state <> 'PUBLISHED'
             AND NOT EXISTS (SELECT 1 FROM notice_text t WHERE t.notice_id = n.id) ORDER BY n.id LIMIT ?`,
        )
        .pluck()
        .all(after, limit) as string[],
  }
}

/**
 * Keeping searches.
 * @example deskSearchWrites(db).keep(row)
 */
export function deskSearchWrites(db: Drizzle) {
  return {
    /** Keeps a search; one of the same name and person is replaced. */
    keep: (row: StoredSearch): void => {
      db.insert(savedSearch)
        .values(row)
        .onConflictDoUpdate({
          target: [savedSearch.accountId, savedSearch.name],
          set: { search: sql`excluded.search`, createdAt: row.createdAt },
        })
        .run()
    },
    /** Throws a person's own search away. */
    drop: (id: string, accountId: string): void => {
      db.delete(savedSearch)
        .where(and(eq(savedSearch.id, id), eq(savedSearch.accountId, accountId)))
        .run()
    },
  }
}
