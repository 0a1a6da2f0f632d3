import type { DownwardKind } from '../../domain/exchange/downward.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { downwardItem, downwardItemEnd, downwardPackage } from '../schema/receipt.ts'

const { and, desc, eq, isNotNull, isNull } = orm

/** A package from the county as stored. */
export type StoredDownwardPackage = typeof downwardPackage.$inferSelect

/** One thing it brought, as stored. */
export type StoredDownwardItem = typeof downwardItem.$inferSelect

/** What was decided about it, as stored. */
export type StoredDownwardItemEnd = typeof downwardItemEnd.$inferSelect

/** One thing with when it came and what was decided. */
export type DownwardItemRow = StoredDownwardItem & {
  readonly cameAt: string
  readonly end: (StoredDownwardItemEnd & { readonly byName: string | null }) | null
}

/**
 * Reading what the county sent down.
 * @example downwardReads(db).open().length
 */
export function downwardReads(db: Drizzle) {
  const rows = () =>
    db
      .select({
        item: downwardItem,
        cameAt: downwardPackage.takenAt,
        end: downwardItemEnd,
        byName: account.name,
      })
      .from(downwardItem)
      .innerJoin(
        downwardPackage,
        and(
          eq(downwardPackage.countyInstanceId, downwardItem.countyInstanceId),
          eq(downwardPackage.sequence, downwardItem.sequence),
        ),
      )
      .leftJoin(downwardItemEnd, eq(downwardItemEnd.itemId, downwardItem.id))
      .leftJoin(account, eq(account.id, downwardItemEnd.accountId))
  const all = () => rows().all()
  const rowOf = ({ item, cameAt, end, byName }: ReturnType<typeof all>[number]): DownwardItemRow => ({
    ...item,
    cameAt,
    end: end && { ...end, byName },
  })
  return {
    /** A package by its number. */
    package: (countyInstanceId: string, sequence: number): StoredDownwardPackage | undefined =>
      db
        .select()
        .from(downwardPackage)
        .where(
          and(eq(downwardPackage.countyInstanceId, countyInstanceId), eq(downwardPackage.sequence, sequence)),
        )
        .get(),
    /** Numbers on record of one database of the county, ascending. */
    sequences: (countyInstanceId: string): number[] =>
      db
        .select({ sequence: downwardPackage.sequence })
        .from(downwardPackage)
        .where(eq(downwardPackage.countyInstanceId, countyInstanceId))
        .orderBy(downwardPackage.sequence)
        .all()
        .map(({ sequence }) => sequence),
    /** Seals on record of packages with a number, of whichever database of the county. */
    seals: (sequence: number): string[] =>
      db
        .select({ seal: downwardPackage.seal })
        .from(downwardPackage)
        .where(eq(downwardPackage.sequence, sequence))
        .all()
        .map(({ seal }) => seal),
    /** The database of the county whose package was taken in last; undefined before the first. */
    newestCounty: (): string | undefined =>
      db.$client
        .prepare<[], { readonly id: string }>(
          'SELECT county_instance_id AS id FROM downward_package ORDER BY rowid DESC LIMIT 1',
        )
        .get()?.id,
    /** What nobody has decided about, oldest first. */
    open: (): DownwardItemRow[] =>
      rows().where(isNull(downwardItemEnd.itemId)).orderBy(downwardItem.id).all().map(rowOf),
    /** What was decided, newest first. */
    ended: (limit: number): DownwardItemRow[] =>
      rows()
        .where(isNotNull(downwardItemEnd.itemId))
        .orderBy(desc(downwardItemEnd.at), desc(downwardItem.id))
        .limit(limit)
        .all()
        .map(rowOf),
    /** One thing. */
    byId: (id: string): DownwardItemRow | undefined => {
      const row = rows().where(eq(downwardItem.id, id)).get()
      return row && rowOf(row)
    },
    /** All versions of one thing. */
    versions: (kind: DownwardKind, key: string): DownwardItemRow[] =>
      rows()
        .where(and(eq(downwardItem.kind, kind), eq(downwardItem.key, key)))
        .all()
        .map(rowOf),
    /** What one package brought. */
    ofPackage: (countyInstanceId: string, sequence: number): DownwardItemRow[] =>
      rows()
        .where(and(eq(downwardItem.countyInstanceId, countyInstanceId), eq(downwardItem.sequence, sequence)))
        .orderBy(downwardItem.id)
        .all()
        .map(rowOf),
  }
}

/**
 * Writing what the county sent down; nothing is ever changed.
 * @example downwardWrites(db).addPackage(row, items)
 */
export function downwardWrites(db: Drizzle) {
  return {
    /** Puts a package on record with what it brought. */
    addPackage: (row: StoredDownwardPackage, items: readonly StoredDownwardItem[]): void => {
      db.insert(downwardPackage).values(row).run()
      for (const item of items) db.insert(downwardItem).values(item).run()
    },
    /** Records what was decided about one thing. */
    end: (row: StoredDownwardItemEnd): void => void db.insert(downwardItemEnd).values(row).run(),
  }
}
