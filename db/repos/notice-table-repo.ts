import type { RemovedValue } from '../../domain/table/removed-value.ts'
import type { ListType } from '../../domain/table/list-type.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import {
  listPolicy,
  noticeTable,
  noticeTableRemoved,
  noticeTableSearch,
  noticeTableTaking,
} from '../schema/notice-table.ts'

const { and, asc, desc, eq, ne } = orm

/** A list of a notice as stored, its original rows with it. */
export type StoredTable = typeof noticeTable.$inferSelect

/** One take-over of a list into the text. */
export type StoredTaking = typeof noticeTableTaking.$inferSelect

/** One search of a public file. */
export type StoredSearch = typeof noticeTableSearch.$inferSelect

/** A field policy an office has set. */
export type StoredPolicy = typeof listPolicy.$inferSelect

/**
 * Reading the lists of notices. Only the desk may ask it.
 * @example noticeTableReads(db).ofNotice(noticeId)[0]?.state
 */
export function noticeTableReads(db: Drizzle) {
  return {
    /** The lists of a notice that were not discarded, in the order they came. */
    ofNotice: (noticeId: string): StoredTable[] =>
      db
        .select()
        .from(noticeTable)
        .where(and(eq(noticeTable.noticeId, noticeId), ne(noticeTable.state, 'DISCARDED')))
        .orderBy(asc(noticeTable.id))
        .all(),
    /** Every list a notice ever had, those set aside too: what they left out stays out. */
    everOfNotice: (noticeId: string): StoredTable[] =>
      db
        .select()
        .from(noticeTable)
        .where(eq(noticeTable.noticeId, noticeId))
        .orderBy(asc(noticeTable.id))
        .all(),
    /** One list. */
    byId: (id: string): StoredTable | undefined =>
      db.select().from(noticeTable).where(eq(noticeTable.id, id)).get(),
    /** The take-overs of a list, newest first. */
    takings: (tableId: string): StoredTaking[] =>
      db
        .select()
        .from(noticeTableTaking)
        .where(eq(noticeTableTaking.tableId, tableId))
        .orderBy(desc(noticeTableTaking.sequence))
        .all(),
    /** Values a take-over left out, with their fingerprints. */
    removed: (taking: number): (RemovedValue & { readonly fingerprint: string })[] =>
      db
        .select({
          kind: noticeTableRemoved.kind,
          value: noticeTableRemoved.value,
          fingerprint: noticeTableRemoved.fingerprint,
        })
        .from(noticeTableRemoved)
        .where(eq(noticeTableRemoved.taking, taking))
        .orderBy(asc(noticeTableRemoved.position))
        .all(),
    /** Searches of a notice's files for one set of values. */
    searches: (noticeId: string, valuesSha256: string): StoredSearch[] =>
      db
        .select()
        .from(noticeTableSearch)
        .where(
          and(eq(noticeTableSearch.noticeId, noticeId), eq(noticeTableSearch.valuesSha256, valuesSha256)),
        )
        .orderBy(asc(noticeTableSearch.sequence))
        .all(),
    /** The policy that holds for a kind of list; undefined while the office has set none. */
    policy: (listType: ListType): StoredPolicy | undefined =>
      db
        .select()
        .from(listPolicy)
        .where(eq(listPolicy.listType, listType))
        .orderBy(desc(listPolicy.number))
        .limit(1)
        .get(),
  }
}

/**
 * Writing the lists of notices.
 * @example noticeTableWrites(db).insert(table)
 */
export function noticeTableWrites(db: Drizzle) {
  return {
    /** Puts a list on record as it was read. */
    insert: (row: StoredTable): void => {
      db.insert(noticeTable).values(row).run()
    },
    /** Changes how it is read; what was read never changes. */
    update: (
      id: string,
      change: Partial<Pick<StoredTable, 'reading' | 'corrections' | 'state' | 'revision'>> &
        Pick<StoredTable, 'updatedBy' | 'updatedAt'>,
    ): void => {
      db.update(noticeTable).set(change).where(eq(noticeTable.id, id)).run()
    },
    /** Records a take-over and what it left out; gives its number. */
    take: (
      row: Omit<StoredTaking, 'sequence'>,
      removed: readonly (RemovedValue & { readonly fingerprint: string })[],
    ): number => {
      const { sequence } = db
        .insert(noticeTableTaking)
        .values(row)
        .returning({ sequence: noticeTableTaking.sequence })
        .get()
      for (const [position, value] of removed.entries()) {
        db.insert(noticeTableRemoved)
          .values({ taking: sequence, position, ...value })
          .run()
      }
      return sequence
    },
    /** Records a search of a public file. */
    search: (row: Omit<StoredSearch, 'sequence'>): void => {
      db.insert(noticeTableSearch).values(row).run()
    },
    /** Sets the policy of a kind of list; gives its number. */
    setPolicy: (row: Omit<StoredPolicy, 'number'>): number =>
      db.insert(listPolicy).values(row).returning({ number: listPolicy.number }).get().number,
  }
}
