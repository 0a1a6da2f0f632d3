import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { edition, indexSeries, publicGroup, withdrawal } from '../schema/edition.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, getTableColumns, sql } = orm

/** A published edition as stored; `content` is the canonical JSON the hash covers. */
export type StoredEdition = typeof edition.$inferSelect

/** The same without its text, which may be thousands of rows long. */
export type EditionHead = Omit<StoredEdition, 'content'>

/** A tombstone as stored. */
export type StoredWithdrawal = typeof withdrawal.$inferSelect

/** A heading of the public list as stored. */
export type StoredGroup = typeof publicGroup.$inferSelect

/**
 * Reading editions by notice, hash and index number.
 * @example editionReads(db).byHash(hash)
 */
export function editionReads(db: Drizzle) {
  // What opening a notice asks: writing the SQL anew for every visitor cost more than the answer.
  const ofIndexNumber = db
    .select()
    .from(edition)
    .where(eq(edition.indexNumber, sql.placeholder('indexNumber')))
    .orderBy(desc(edition.editionNumber))
    .prepare()
  const { content: _content, ...head } = getTableColumns(edition)
  const headsOf = db
    .select(head)
    .from(edition)
    .where(eq(edition.indexNumber, sql.placeholder('indexNumber')))
    .orderBy(desc(edition.editionNumber))
    .prepare()
  const headOf = db
    .select(head)
    .from(edition)
    .where(eq(edition.id, sql.placeholder('id')))
    .prepare()
  // An export asks it for every edition: statements made one by one lie in memory until the next collection of garbage.
  const ofId = db
    .select()
    .from(edition)
    .where(eq(edition.id, sql.placeholder('id')))
    .prepare()
  const ofHash = db
    .select()
    .from(edition)
    .where(eq(edition.hash, sql.placeholder('hash')))
    .orderBy(desc(sql`${edition.state} = 'PUBLISHED'`), desc(edition.id))
    .limit(1)
    .prepare()
  return {
    /** Editions of a notice with the publisher's name, newest first. */
    ofNotice: (noticeId: string): (StoredEdition & { readonly publisherName: string })[] =>
      db
        .select()
        .from(edition)
        .innerJoin(account, eq(account.id, edition.publishedBy))
        .where(eq(edition.noticeId, noticeId))
        .orderBy(desc(edition.editionNumber))
        .all()
        .map((row) => ({ ...row.edition, publisherName: row.account.name })),
    /** One edition by number of its row. */
    byId: (id: number): StoredEdition | undefined => ofId.get({ id }),
    /**
     * The edition with a hash. The same text may have been published twice, as editions or as notices: then, of the notice
     * where one is named, the one that stands on the board, else the newest.
     */
    byHash: (hash: string, noticeId?: string): StoredEdition | undefined =>
      noticeId === undefined
        ? ofHash.get({ hash })
        : db
            .select()
            .from(edition)
            .where(and(eq(edition.hash, hash), eq(edition.noticeId, noticeId)))
            .orderBy(desc(sql`${edition.state} = 'PUBLISHED'`), desc(edition.id))
            .limit(1)
            .get(),
    /** Every edition of a hash: notices of one text share it. */
    allByHash: (hash: string): StoredEdition[] => ofHash.all({ hash }),
    /** One edition by number of its row, without its text. */
    headById: (id: number): EditionHead | undefined => headOf.get({ id }),
    /** Editions under an index number without their texts, newest first. */
    headsByIndexNumber: (indexNumber: string): EditionHead[] => headsOf.all({ indexNumber }),
    /** Editions under an index number, newest first. */
    byIndexNumber: (indexNumber: string): StoredEdition[] => ofIndexNumber.all({ indexNumber }),
    /** Tombstone of an edition, with the person's name. */
    withdrawal: (editionId: number): (StoredWithdrawal & { readonly byName: string }) | undefined => {
      const row = db
        .select()
        .from(withdrawal)
        .innerJoin(account, eq(account.id, withdrawal.accountId))
        .where(eq(withdrawal.editionId, editionId))
        .get()
      return row && { ...row.withdrawal, byName: row.account.name }
    },
    /** Every edition in order of publication, one row at a time. */
    all: (): IterableIterator<StoredEdition> =>
      db.$client
        .prepare(
          `SELECT id, notice_id AS noticeId, edition_number AS editionNumber, hash, content, index_number AS indexNumber,
             submission_id AS submissionId, published_by AS publishedBy, published_at AS publishedAt,
             publish_date AS publishDate, state, title, notice_kind AS noticeKind, document_number AS documentNumber,
             public_group_id AS publicGroupId
           FROM edition ORDER BY id`,
        )
        .iterate() as IterableIterator<StoredEdition>,
    /** Every series of index numbers with the last serial given. */
    series: (): { series: string; last: number }[] =>
      db.select().from(indexSeries).orderBy(asc(indexSeries.series)).all(),
    /** A public heading. */
    group: (catalogueName: string, name: string, regime: Regime): StoredGroup | undefined =>
      db
        .select()
        .from(publicGroup)
        .where(
          sql`${publicGroup.catalogueName} = ${catalogueName} AND ${publicGroup.name} = ${name} AND ${publicGroup.regime} = ${regime}`,
        )
        .get(),
    /** A public heading by its id. */
    groupById: (id: string): StoredGroup | undefined =>
      db.select().from(publicGroup).where(eq(publicGroup.id, id)).get(),
    /** All headings under which something is published. */
    groups: (): StoredGroup[] =>
      db
        .select()
        .from(publicGroup)
        .where(sql`${publicGroup.publishedCount} > 0`)
        .orderBy(asc(publicGroup.regime), asc(publicGroup.catalogueName), asc(publicGroup.name))
        .all(),
  }
}

/**
 * Writing editions, tombstones and counters; only inside the publishing transaction.
 * @example editionWrites(db).takeSerial('11…/2026-#') // 413
 */
export function editionWrites(db: Drizzle) {
  return {
    /** Adds an edition; gives the number of its row. */
    insert: (row: Omit<StoredEdition, 'id'>): number =>
      db.insert(edition).values(row).returning({ id: edition.id }).get().id,
    /** Moves an edition to superseded or withdrawn. */
    setState: (id: number, state: StoredEdition['state']): void => {
      db.update(edition).set({ state }).where(eq(edition.id, id)).run()
    },
    /** Adds a tombstone. */
    insertWithdrawal: (row: StoredWithdrawal): void => {
      db.insert(withdrawal).values(row).run()
    },
    /** Takes the next serial of a series; a number once taken is never given again. */
    takeSerial: (series: string): number =>
      db
        .insert(indexSeries)
        .values({ series, last: 1 })
        .onConflictDoUpdate({ target: indexSeries.series, set: { last: sql`${indexSeries.last} + 1` } })
        .returning({ last: indexSeries.last })
        .get().last,
    /** Lets a series go on past a serial that was given elsewhere; never takes it back. */
    raiseSerial: (series: string, last: number): void => {
      db.insert(indexSeries)
        .values({ series, last })
        .onConflictDoUpdate({
          target: indexSeries.series,
          set: { last: sql`max(${indexSeries.last}, excluded.last)` },
        })
        .run()
    },
    /** Adds a heading. */
    insertGroup: (row: { id: string; name: string; catalogueName: string; regime: Regime }): void => {
      db.insert(publicGroup)
        .values({ ...row, publishedCount: 0 })
        .run()
    },
    /** Counts a current edition in or out of a heading. */
    countInGroup: (groupId: string, change: 1 | -1): void => {
      db.update(publicGroup)
        .set({ publishedCount: sql`${publicGroup.publishedCount} + ${change}` })
        .where(eq(publicGroup.id, groupId))
        .run()
    },
  }
}
