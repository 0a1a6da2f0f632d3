import { type Drizzle, orm } from '../drizzle.ts'
import { carriageFolder, carriageFolderEnd, packageCarriage } from '../schema/exchange.ts'
import { account } from '../schema/office.ts'

const { and, asc, eq, isNull } = orm

/** Once that a package left the house, as stored, with the name of who did it. */
export type StoredCarriage = typeof packageCarriage.$inferSelect & { readonly accountName: string | null }

/** A folder packages may be copied to, as stored. */
export type StoredCarriageFolder = typeof carriageFolder.$inferSelect

/**
 * Reading how packages left the house, and the folders they may be copied to.
 * @example carriageReads(db).all().length
 */
export function carriageReads(db: Drizzle) {
  return {
    /** Every time a package left the house, oldest first. */
    all: (): StoredCarriage[] =>
      db
        .select()
        .from(packageCarriage)
        .leftJoin(account, eq(account.id, packageCarriage.accountId))
        .orderBy(asc(packageCarriage.id))
        .all()
        .map((row) => ({ ...row.package_carriage, accountName: row.account?.name ?? null })),
    /** Folders that were not taken out again, oldest first. */
    folders: (): StoredCarriageFolder[] =>
      db
        .select()
        .from(carriageFolder)
        .leftJoin(carriageFolderEnd, eq(carriageFolderEnd.folderId, carriageFolder.id))
        .where(and(isNull(carriageFolderEnd.folderId)))
        .orderBy(asc(carriageFolder.id))
        .all()
        .map((row) => row.carriage_folder),
  }
}

/**
 * Writing how packages left the house, and the folders they may be copied to.
 * @example carriageWrites(db).insert({ sequence: 3, carrier: 'DRIVE', place: '张伟的U盘', person: '张伟', accountId, at })
 */
export function carriageWrites(db: Drizzle) {
  return {
    /** A package left the house. */
    insert: (row: Omit<typeof packageCarriage.$inferInsert, 'id'>): void => {
      db.insert(packageCarriage).values(row).run()
    },
    /** A folder packages may be copied to from now on. */
    addFolder: (row: Omit<StoredCarriageFolder, 'id'>): void => {
      db.insert(carriageFolder).values(row).run()
    },
    /** No longer. */
    endFolder: (row: typeof carriageFolderEnd.$inferInsert): void => {
      db.insert(carriageFolderEnd).values(row).run()
    },
  }
}
