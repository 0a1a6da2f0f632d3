import { type Drizzle, orm } from '../drizzle.ts'
import { outbox, packageWritten } from '../schema/edition.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, inArray, isNotNull, isNull } = orm

/** A queued change as stored. */
export type StoredOutboxRow = typeof outbox.$inferSelect

/** A written package as stored. */
export type StoredPackage = typeof packageWritten.$inferSelect

/**
 * Reading the outbox and the packages.
 * @example exchangeReads(db).waiting().length
 */
export function exchangeReads(db: Drizzle) {
  return {
    /** What no package names yet, oldest first. */
    waiting: (): StoredOutboxRow[] =>
      db.select().from(outbox).where(isNull(outbox.packageSequence)).orderBy(asc(outbox.id)).all(),
    /** Whether some package carried an edition out. */
    wasSent: (editionId: number): boolean =>
      db
        .select({ id: outbox.id })
        .from(outbox)
        .where(
          and(eq(outbox.editionId, editionId), eq(outbox.kind, 'EDITION'), isNotNull(outbox.packageSequence)),
        )
        .get() !== undefined,
    /** Packages, newest first, with the person's name. */
    packages: (): (StoredPackage & { readonly createdByName: string })[] =>
      db
        .select()
        .from(packageWritten)
        .innerJoin(account, eq(account.id, packageWritten.createdBy))
        .orderBy(desc(packageWritten.sequence))
        .all()
        .map((row) => ({ ...row.package, createdByName: row.account.name })),
    /** The newest package. */
    newestPackage: (): StoredPackage | undefined =>
      db.select().from(packageWritten).orderBy(desc(packageWritten.sequence)).limit(1).get(),
    /** One package. */
    bySequence: (sequence: number): StoredPackage | undefined =>
      db.select().from(packageWritten).where(eq(packageWritten.sequence, sequence)).get(),
  }
}

/**
 * Writing the outbox and the packages.
 * @example exchangeWrites(db).queue('EDITION', editionId, now)
 */
export function exchangeWrites(db: Drizzle) {
  return {
    /** Queues a change for the next package. */
    queue: (kind: 'EDITION' | 'WITHDRAWAL', editionId: number, queuedAt: string): void => {
      db.insert(outbox).values({ kind, editionId, queuedAt }).run()
    },
    /** Records a package and marks the rows it carries. */
    insertPackage: (row: StoredPackage, outboxIds: readonly number[]): void => {
      db.insert(packageWritten).values(row).run()
      // SQLite binds at most 32,766 values; larger packages are marked in slices.
      for (let from = 0; from < outboxIds.length; from += 10_000) {
        db.update(outbox)
          .set({ packageSequence: row.sequence })
          .where(
            and(inArray(outbox.id, outboxIds.slice(from, from + 10_000)), isNull(outbox.packageSequence)),
          )
          .run()
      }
    },
  }
}
