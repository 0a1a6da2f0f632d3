import type { DraftContent } from '../../domain/notice/content.ts'
import { completeDraft } from '../../domain/notice/empty-draft.ts'
import type { NoticeState } from '../../domain/notice/notice-state.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { matchQuery } from '../../platform/search/terms.ts'
import { indexWorkingCopy } from '../search/working-copy-index.ts'
import { edition } from '../schema/edition.ts'
import { notice, noticeAuthor, privacyOverride } from '../schema/notice.ts'
import { account } from '../schema/office.ts'

const { and, count, desc, eq, like, lt, max, ne, or, sql } = orm

// More hits than anybody pages through at a desk.
const MOST_FOUND = 500

/** The working copy of a notice as stored. */
export type StoredNotice = Omit<typeof notice.$inferSelect, 'content'> & { readonly content: DraftContent }

const complete = (row: typeof notice.$inferSelect): StoredNotice => ({
  ...row,
  content: completeDraft(row.content),
})

/** A value the secrecy reviewer allowed. */
export type StoredOverride = typeof privacyOverride.$inferSelect

/** Where a list goes on: newest first, ties by id. */
export type NoticeCursor = { readonly updatedAt: string; readonly id: string }

/** What to list. */
export type NoticeFilter = { readonly state: NoticeState | null; readonly words: string }

// What is published is found by the index of editions, what is in hand or was taken down by that of the working copies.
function where(filter: NoticeFilter) {
  const pattern = `%${filter.words.replaceAll(/[%_]/g, '')}%`
  const query = matchQuery(filter.words)
  return and(
    filter.state === null ? undefined : eq(notice.state, filter.state),
    filter.words === ''
      ? undefined
      : or(
          like(notice.title, pattern),
          like(notice.indexNumber, pattern),
          query === null
            ? undefined
            : and(
                ne(notice.state, 'PUBLISHED'),
                sql`${notice.id} IN (SELECT w.notice_id FROM notice_text w WHERE w.id IN
                  (SELECT rowid FROM notice_entry WHERE notice_entry MATCH ${query}))`,
              ),
          query === null
            ? undefined
            : sql`${notice.id} IN (SELECT e.notice_id FROM edition e WHERE e.id IN
                (SELECT rowid FROM search_entry WHERE search_entry MATCH ${query} ORDER BY rowid DESC LIMIT ${MOST_FOUND}))`,
        ),
  )
}

/**
 * Reading working copies.
 * @example noticeReads(db).byId(id)?.revision
 */
export function noticeReads(db: Drizzle) {
  return {
    /** One working copy. */
    byId: (id: string): StoredNotice | undefined => {
      const row = db.select().from(notice).where(eq(notice.id, id)).get()
      return row && complete(row)
    },
    /** A page, newest first. */
    page: (filter: NoticeFilter, cursor: NoticeCursor | null, limit: number): StoredNotice[] =>
      db
        .select()
        .from(notice)
        .where(
          and(
            where(filter),
            cursor === null
              ? undefined
              : or(
                  lt(notice.updatedAt, cursor.updatedAt),
                  and(eq(notice.updatedAt, cursor.updatedAt), lt(notice.id, cursor.id)),
                ),
          ),
        )
        .orderBy(desc(notice.updatedAt), desc(notice.id))
        .limit(limit)
        .all()
        .map(complete),
    /** How many a filter finds. */
    count: (filter: NoticeFilter): number =>
      db.select({ n: count() }).from(notice).where(where(filter)).get()?.n ?? 0,
    /** Counts by state. */
    counts: (): ReadonlyMap<NoticeState, number> =>
      new Map(
        db
          .select({ state: notice.state, n: count() })
          .from(notice)
          .groupBy(notice.state)
          .all()
          .map((row) => [row.state, row.n]),
      ),
    /**
     * Everybody who wrote on the notice. A next edition goes on from the text of the one before, so whoever wrote for an
     * earlier one is an author of the next as well, also when they no longer touch it.
     */
    authors: (noticeId: string): { id: string; name: string }[] =>
      db
        .selectDistinct({ id: account.id, name: account.name })
        .from(noticeAuthor)
        .innerJoin(account, eq(account.id, noticeAuthor.accountId))
        .where(eq(noticeAuthor.noticeId, noticeId))
        .orderBy(account.id)
        .all(),
    /** Allowed values with the person's name; of several for one value the newest, by order of writing and not by clock. */
    overrides: (noticeId: string): (StoredOverride & { readonly byName: string })[] =>
      db
        .select()
        .from(privacyOverride)
        .innerJoin(account, eq(account.id, privacyOverride.accountId))
        .where(
          sql`${privacyOverride.sequence} IN (SELECT max(o.sequence) FROM privacy_override o
                WHERE o.notice_id = ${noticeId} GROUP BY o.fingerprint)`,
        )
        .orderBy(privacyOverride.sequence)
        .all()
        .map((row) => ({ ...row.privacy_override, byName: row.account.name })),
  }
}

/**
 * Writing working copies.
 * @example noticeWrites(db).update(id, { state: 'APPROVED' })
 */
export function noticeWrites(db: Drizzle) {
  return {
    /** Adds a notice. */
    insert: (row: StoredNotice): void => {
      db.insert(notice).values(row).run()
      indexWorkingCopy(db.$client, row.id)
    },
    /** Changes a working copy. */
    update: (id: string, change: Partial<Omit<StoredNotice, 'id' | 'createdAt'>>): void => {
      db.update(notice).set(change).where(eq(notice.id, id)).run()
      if (change.content ?? change.title ?? change.state) indexWorkingCopy(db.$client, id)
    },
    /** Remembers that a person wrote on the notice, for the edition that is in hand. */
    addAuthor: (noticeId: string, accountId: string): void => {
      const last = db
        .select({ number: max(edition.editionNumber) })
        .from(edition)
        .where(eq(edition.noticeId, noticeId))
        .get()
      db.insert(noticeAuthor)
        .values({ noticeId, editionNumber: (last?.number ?? 0) + 1, accountId })
        .onConflictDoNothing()
        .run()
    },
    /** Allows a value. The newest override of a value counts; the earlier ones stay with their reasons. */
    addOverride: (row: Omit<StoredOverride, 'sequence'>): void => {
      db.insert(privacyOverride).values(row).run()
    },
  }
}
