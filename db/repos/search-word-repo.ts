import { type Drizzle, orm } from '../drizzle.ts'
import { searchWord, searchWordEnd } from '../schema/kiosk-search.ts'
import { account } from '../schema/office.ts'

const { and, asc, eq, isNull } = orm

/** A word of the office for the search, with who entered it. */
export type StoredSearchWord = typeof searchWord.$inferSelect & { readonly byName: string }

/**
 * Reading the office's own readings and synonyms.
 * @example searchWordReads(db).inUse('READING')
 */
export function searchWordReads(db: Drizzle) {
  const count = db.$client
    .prepare("SELECT (SELECT count(*) FROM search_word) || ' ' || (SELECT count(*) FROM search_word_end)")
    .pluck()
  return {
    /** Those that hold, in the order they were entered. */
    inUse: (): StoredSearchWord[] =>
      db
        .select({ row: searchWord, name: account.name })
        .from(searchWord)
        .innerJoin(account, eq(account.id, searchWord.accountId))
        .leftJoin(searchWordEnd, eq(searchWordEnd.searchWordId, searchWord.id))
        .where(isNull(searchWordEnd.searchWordId))
        .orderBy(asc(searchWord.at), asc(searchWord.id))
        .all()
        .map(({ row, name }) => ({ ...row, byName: name })),
    /** One that holds. */
    open: (id: string): typeof searchWord.$inferSelect | undefined =>
      db
        .select({ row: searchWord })
        .from(searchWord)
        .leftJoin(searchWordEnd, eq(searchWordEnd.searchWordId, searchWord.id))
        .where(and(eq(searchWord.id, id), isNull(searchWordEnd.searchWordId)))
        .get()?.row,
    /** Changes whenever one is added or ended: tells whether what was built of them is still good. */
    revision: (): string => count.get() as string,
  }
}

/**
 * Writing them: added and ended, never changed.
 * @example searchWordWrites(db).add({ id, kind: 'READING', word: '单家营', value: 'shan jia ying', accountId, at })
 */
export function searchWordWrites(db: Drizzle) {
  return {
    /** Adds one. */
    add: (row: typeof searchWord.$inferSelect): void => {
      db.insert(searchWord).values(row).run()
    },
    /** From now on it holds no more. */
    end: (row: typeof searchWordEnd.$inferSelect): void => {
      db.insert(searchWordEnd).values(row).run()
    },
  }
}
