import type { ChangeKind } from '../../domain/notice/change.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { Drizzle } from '../drizzle.ts'
import { matchQuery } from '../../platform/search/terms.ts'

/** A line of a public list as stored. */
export type StoredPublicRow = {
  readonly id: number
  readonly indexNumber: string
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly documentNumber: string
  readonly publishDate: string
  readonly groupName: string
  /** What it is against the edition before; null in a first one. */
  readonly change: ChangeKind | null
  /** The instant from which it no longer shows; null when it stays. */
  readonly expiresAt: string | null
}

/** Where a search goes on: first hits in the title, then hits in the text only; newest first in each. */
export type SearchCursor = { readonly inTitle: boolean; readonly before: number }

/** A page of hits; `next` is null at the end. */
export type SearchPage = { readonly ids: readonly number[]; readonly next: SearchCursor | null }

/** Counting stops here: beyond it nobody pages, and counting 100,000 hits would cost the budget of a key press. */
export const COUNT_LIMIT = 1000

/** Columns of a public line, of `edition e` and `public_group g`. */
export const PUBLIC_COLUMNS = `e.id, e.index_number AS indexNumber, e.title, e.notice_kind AS noticeKind,
  e.document_number AS documentNumber, e.publish_date AS publishDate, g.name AS groupName,
  (SELECT r.change_kind FROM edition_record r WHERE r.edition_id = e.id) AS change,
  (SELECT r.expires_at FROM edition_record r WHERE r.edition_id = e.id) AS expiresAt`

/**
 * Condition that passes over editions held back from the public, handed in as a JSON list of numbers: left out after a page is cut,
 * a page of nothing else would say that there is nothing.
 * @example `SELECT id FROM edition WHERE id < ? AND ${notHeld('id')}`
 */
export const notHeld = (id: string): string => `${id} NOT IN (SELECT held.value FROM json_each(?) held)`

/**
 * What the public lists and finds: current editions only, without those whose numbers are handed in as held back. Statements are prepared once, because these are
 * the queries every screen in the hall runs.
 * @example publicReads(db).newest(null, 20)
 */
export function publicReads(db: Drizzle) {
  const database = db.$client
  const newest = database.prepare<[number, string, number]>(
    `SELECT ${PUBLIC_COLUMNS} FROM edition e JOIN public_group g ON g.id = e.public_group_id
     WHERE e.state = 'PUBLISHED' AND e.id < ? AND ${notHeld('e.id')} ORDER BY e.id DESC LIMIT ?`,
  )
  const inGroup = database.prepare<[string, number, string, number]>(
    `SELECT ${PUBLIC_COLUMNS} FROM edition e JOIN public_group g ON g.id = e.public_group_id
     WHERE e.state = 'PUBLISHED' AND e.public_group_id = ? AND e.id < ? AND ${notHeld('e.id')} ORDER BY e.id DESC LIMIT ?`,
  )
  const total = database.prepare('SELECT coalesce(sum(published_count), 0) AS n FROM public_group')
  const groupTotal = database.prepare<[string]>('SELECT published_count AS n FROM public_group WHERE id = ?')
  const match = database.prepare<[string, number, string, number]>(
    `SELECT rowid AS id FROM search_entry WHERE search_entry MATCH ? AND rowid < ? AND ${notHeld('rowid')}
     ORDER BY rowid DESC LIMIT ?`,
  )
  const countMatches = database.prepare<[string, string, number]>(
    `SELECT count(*) AS n FROM (SELECT rowid FROM search_entry WHERE search_entry MATCH ? AND ${notHeld('rowid')} LIMIT ?)`,
  )
  const row = database.prepare<[number, number]>(
    `SELECT ${PUBLIC_COLUMNS}, substr(e.content, 1, ?) AS content FROM edition e JOIN public_group g ON g.id = e.public_group_id WHERE e.id = ?`,
  )
  const rowOf = database.prepare<[number]>(
    `SELECT ${PUBLIC_COLUMNS} FROM edition e JOIN public_group g ON g.id = e.public_group_id
     WHERE e.id = ? AND e.state = 'PUBLISHED'`,
  )
  const byNumber = database.prepare<[string, string]>(
    `SELECT ${PUBLIC_COLUMNS} FROM edition e JOIN public_group g ON g.id = e.public_group_id
     WHERE e.state = 'PUBLISHED' AND (e.index_number = ? OR (e.document_number = ? AND e.document_number <> ''))
     ORDER BY e.id DESC LIMIT 5`,
  )

  return {
    /** Current editions before a row number, newest first. */
    newest: (before: number | null, limit: number, held: readonly number[] = []): StoredPublicRow[] =>
      newest.all(before ?? Number.MAX_SAFE_INTEGER, JSON.stringify(held), limit) as StoredPublicRow[],
    /** The same under one heading. */
    inGroup: (
      groupId: string,
      before: number | null,
      limit: number,
      held: readonly number[] = [],
    ): StoredPublicRow[] =>
      inGroup.all(
        groupId,
        before ?? Number.MAX_SAFE_INTEGER,
        JSON.stringify(held),
        limit,
      ) as StoredPublicRow[],
    /** How many are current, in all or under one heading. */
    total: (groupId: string | null): number =>
      ((groupId === null ? total.get() : groupTotal.get(groupId)) as { n: number } | undefined)?.n ?? 0,
    /** One current edition. */
    rowOf: (id: number): StoredPublicRow | undefined => rowOf.get(id) as StoredPublicRow | undefined,
    /** Rows whose index or document number is exactly the text. */
    byNumber: (text: string): StoredPublicRow[] => byNumber.all(text, text) as StoredPublicRow[],
    /** Hits of a query: title hits first, then text hits, newest first in each; null when nothing searchable was typed. */
    search: (
      typed: string,
      cursor: SearchCursor | null,
      limit: number,
      held: readonly number[] = [],
    ): SearchPage | null => {
      const query = matchQuery(typed)
      if (query === null) return null
      const passed = JSON.stringify(held)
      const ids: number[] = []
      let from: SearchCursor = cursor ?? { inTitle: true, before: Number.MAX_SAFE_INTEGER }
      if (from.inTitle) {
        const found = match.all(`title : (${query})`, from.before, passed, limit) as { id: number }[]
        ids.push(...found.map((hit) => hit.id))
        if (ids.length === limit) return { ids, next: { inTitle: true, before: ids[ids.length - 1] ?? 0 } }
        from = { inTitle: false, before: Number.MAX_SAFE_INTEGER }
      }
      const wanted = limit - ids.length
      const found = match.all(`(${query}) NOT title : (${query})`, from.before, passed, wanted) as {
        id: number
      }[]
      ids.push(...found.map((hit) => hit.id))
      const last = found[found.length - 1]
      return { ids, next: found.length === wanted && last ? { inTitle: false, before: last.id } : null }
    },
    /** Number of hits, counted up to `COUNT_LIMIT`. */
    countHits: (typed: string, held: readonly number[] = []): number => {
      const query = matchQuery(typed)
      return query === null
        ? 0
        : (countMatches.get(query, JSON.stringify(held), COUNT_LIMIT) as { n: number }).n
    },
    /** One current edition with the beginning of its content, at most so many characters, for an excerpt. */
    rowWithContent: (
      id: number,
      most: number,
    ): (StoredPublicRow & { readonly content: string }) | undefined =>
      row.get(most, id) as (StoredPublicRow & { readonly content: string }) | undefined,
  }
}
