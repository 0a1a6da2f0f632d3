import type { Catalogue, CatalogueItem, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import type { CatalogueVersion } from '../../domain/catalogue/catalogue-version.ts'
import type { KnownCatalogue } from '../../domain/catalogue/same-catalogue.ts'
import { bulkInsert } from '../bulk-insert.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import {
  catalogue,
  catalogueImport,
  catalogueInUse,
  catalogueItem,
  catalogueRow,
  catalogueUnit,
  catalogueUnitLeave,
  catalogueVersion,
  catalogueVersionAuthor,
  unitItem,
} from '../schema/catalogue.ts'
import { notice } from '../schema/notice.ts'

const { and, asc, count, desc, eq, isNull, like, lt, or, sql } = orm

/** An item together with the name and regime of its catalogue. */
export type ItemInCatalogue = CatalogueItem & {
  readonly catalogueName: string
  readonly regime: Catalogue['regime']
  /** False when the version that counts no longer has it; the row is then of the newest version that did. */
  readonly inUse: boolean
}

/** A version with the people who brought it to its state. */
export type StoredVersion = typeof catalogueVersion.$inferSelect

/** A draft version to be added. */
export type NewVersion = Pick<
  StoredVersion,
  'id' | 'catalogueId' | 'number' | 'sourceFile' | 'columns' | 'createdBy' | 'createdAt'
>

/** What differs in one unit. */
export type UnitItem = typeof unitItem.$inferSelect

/** A file that was read and waits to be taken. */
export type StoredImport = typeof catalogueImport.$inferSelect

type JoinedRow = { readonly catalogue: { readonly id: string } }

function item(row: typeof catalogueRow.$inferSelect, catalogueId: string): CatalogueItem {
  const { versionId: _, itemId, ...cells } = row
  return { ...cells, id: itemId, catalogueId }
}

function version(row: StoredVersion): CatalogueVersion {
  const { createdBy: _, submittedBy: __, approvedBy: ___, filedBy: ____, ...rest } = row
  return rest
}

/**
 * Reading catalogues, their versions and rows.
 * @example catalogueReads(db).list()
 */
export function catalogueReads(db: Drizzle) {
  const inUse = () =>
    db
      .select({ catalogue, version: catalogueVersion, itemCount: count(catalogueRow.itemId) })
      .from(catalogue)
      .innerJoin(catalogueInUse, eq(catalogueInUse.catalogueId, catalogue.id))
      .innerJoin(catalogueVersion, eq(catalogueVersion.id, catalogueInUse.versionId))
      .leftJoin(catalogueRow, eq(catalogueRow.versionId, catalogueVersion.id))
      .groupBy(catalogue.id)
  type InUse = JoinedRow & ReturnType<ReturnType<typeof inUse>['all']>[number]
  const shown = (row: InUse): Catalogue => ({
    ...row.catalogue,
    version: version(row.version),
    itemCount: row.itemCount,
  })
  const columns = {
    row: catalogueRow,
    catalogueId: catalogue.id,
    catalogueName: catalogue.name,
    regime: catalogue.regime,
  }
  // Asked for every notice that is opened: sorted among all versions it took longer than all else of the page.
  const rowInUse = db
    .select(columns)
    .from(catalogueItem)
    .innerJoin(catalogue, eq(catalogue.id, catalogueItem.catalogueId))
    .innerJoin(catalogueInUse, eq(catalogueInUse.catalogueId, catalogue.id))
    .innerJoin(
      catalogueRow,
      and(eq(catalogueRow.versionId, catalogueInUse.versionId), eq(catalogueRow.itemId, catalogueItem.id)),
    )
    .where(eq(catalogueItem.id, sql.placeholder('id')))
    .prepare()
  const newestRow = db
    .select(columns)
    .from(catalogueRow)
    .innerJoin(catalogueVersion, eq(catalogueVersion.id, catalogueRow.versionId))
    .innerJoin(catalogue, eq(catalogue.id, catalogueVersion.catalogueId))
    .where(eq(catalogueRow.itemId, sql.placeholder('id')))
    .orderBy(desc(catalogueVersion.number))
    .limit(1)
    .prepare()
  const items = (versionId: string, catalogueId: string): CatalogueItem[] =>
    db
      .select()
      .from(catalogueRow)
      .where(eq(catalogueRow.versionId, versionId))
      .orderBy(asc(catalogueRow.position))
      .all()
      .map((row) => item(row, catalogueId))
  return {
    /** All catalogues in the order of import. */
    list: (): Catalogue[] => inUse().orderBy(asc(catalogue.createdAt), asc(catalogue.id)).all().map(shown),
    /** One catalogue. */
    byId: (id: string): Catalogue | undefined => inUse().where(eq(catalogue.id, id)).all().map(shown)[0],
    /** The rows of the version that counts, in table order. */
    items: (catalogueId: string): CatalogueItem[] => {
      const used = db.select().from(catalogueInUse).where(eq(catalogueInUse.catalogueId, catalogueId)).get()
      return used ? items(used.versionId, catalogueId) : []
    },
    /** The rows of one version, in table order. */
    versionItems: (of: Pick<CatalogueVersion, 'id' | 'catalogueId'>): CatalogueItem[] =>
      items(of.id, of.catalogueId),
    /** All versions of a catalogue, newest first. */
    versions: (catalogueId: string): StoredVersion[] =>
      db
        .select()
        .from(catalogueVersion)
        .where(eq(catalogueVersion.catalogueId, catalogueId))
        .orderBy(desc(catalogueVersion.number))
        .all(),
    /** One version. */
    version: (id: string): StoredVersion | undefined =>
      db.select().from(catalogueVersion).where(eq(catalogueVersion.id, id)).get(),
    /** Who has written a version: created it, or changed its rows. */
    authors: (versionId: string): string[] =>
      db
        .select({ id: catalogueVersionAuthor.accountId })
        .from(catalogueVersionAuthor)
        .where(eq(catalogueVersionAuthor.versionId, versionId))
        .all()
        .map(({ id }) => id),
    /** One item as the version that counts has it, else as the newest version had it. */
    item: (id: string): ItemInCatalogue | undefined => {
      const used = rowInUse.get({ id })
      const found = used ?? newestRow.get({ id })
      if (found === undefined) return undefined
      const { row, catalogueId, ...of } = found
      return { ...item(row, catalogueId), ...of, inUse: used !== undefined }
    },
    /** Rows in use whose headings or contents hold the words, of one unit if given; all rows for an empty query. */
    find: (words: string, limit: number, unitId?: string): ItemInCatalogue[] => {
      const pattern = `%${words.replaceAll(/[%_]/g, '')}%`
      return db
        .select()
        .from(catalogueRow)
        .innerJoin(catalogueInUse, eq(catalogueInUse.versionId, catalogueRow.versionId))
        .innerJoin(catalogue, eq(catalogue.id, catalogueInUse.catalogueId))
        .where(
          and(
            words === ''
              ? undefined
              : or(
                  like(catalogueRow.itemLevel1, pattern),
                  like(catalogueRow.itemLevel2, pattern),
                  like(catalogueRow.itemLevel3, pattern),
                  like(catalogueRow.contentElements, pattern),
                ),
            unitId === undefined
              ? undefined
              : sql`${catalogue.id} IN (SELECT ${catalogueUnit.catalogueId} FROM ${catalogueUnit} WHERE ${catalogueUnit.unitId} = ${unitId})`,
          ),
        )
        .orderBy(asc(catalogue.createdAt), asc(catalogue.id), asc(catalogueRow.position))
        .limit(limit)
        .all()
        .map((row) => ({
          ...item(row.catalogue_row, row.catalogue.id),
          catalogueName: row.catalogue.name,
          regime: row.catalogue.regime,
          inUse: true,
        }))
    },
    /** Whether any notice was ever written on an item of the catalogue. */
    hasNotices: (catalogueId: string): boolean =>
      db
        .select({ id: notice.id })
        .from(notice)
        .innerJoin(catalogueItem, eq(catalogueItem.id, notice.catalogueItemId))
        .where(eq(catalogueItem.catalogueId, catalogueId))
        .limit(1)
        .get() !== undefined,
    /** Names and levels of all catalogues, for finding one again in a file. */
    known: (): KnownCatalogue[] => {
      const rows = db
        .select({
          catalogue,
          itemLevel1: catalogueRow.itemLevel1,
          itemLevel2: catalogueRow.itemLevel2,
          itemLevel3: catalogueRow.itemLevel3,
        })
        .from(catalogue)
        .innerJoin(catalogueInUse, eq(catalogueInUse.catalogueId, catalogue.id))
        .innerJoin(catalogueRow, eq(catalogueRow.versionId, catalogueInUse.versionId))
        .orderBy(asc(catalogue.createdAt), asc(catalogue.id))
        .all()
      const found = new Map<string, KnownCatalogue & { rows: KnownCatalogue['rows'][number][] }>()
      for (const { catalogue: head, ...levels } of rows) {
        const known = found.get(head.id) ?? { ...head, rows: [] }
        known.rows.push(levels)
        found.set(head.id, known)
      }
      return [...found.values()]
    },
    /** How many rows of the version that counts have no deadline rule, by catalogue. */
    deadlinesUnset: (): ReadonlyMap<string, number> =>
      new Map(
        db
          .select({ id: catalogueInUse.catalogueId, rows: count() })
          .from(catalogueInUse)
          .innerJoin(catalogueRow, eq(catalogueRow.versionId, catalogueInUse.versionId))
          .where(isNull(catalogueRow.deadlineRule))
          .groupBy(catalogueInUse.catalogueId)
          .all()
          .map(({ id, rows }) => [id, rows]),
      ),
    /** The draft or submitted versions, one a catalogue at most. */
    openVersions: (): StoredVersion[] =>
      db
        .select()
        .from(catalogueVersion)
        .where(sql`${catalogueVersion.state} IN ('DRAFT', 'SUBMITTED')`)
        .all(),
    /** How many rows each version of a catalogue has, by version. */
    rowCounts: (catalogueId: string): ReadonlyMap<string, number> =>
      new Map(
        db
          .select({ id: catalogueVersion.id, rows: count(catalogueRow.itemId) })
          .from(catalogueVersion)
          .leftJoin(catalogueRow, eq(catalogueRow.versionId, catalogueVersion.id))
          .where(eq(catalogueVersion.catalogueId, catalogueId))
          .groupBy(catalogueVersion.id)
          .all()
          .map(({ id, rows }) => [id, rows]),
      ),
    /** One row of one version. */
    versionRow: (
      of: Pick<CatalogueVersion, 'id' | 'catalogueId'>,
      itemId: string,
    ): CatalogueItem | undefined => {
      const row = db
        .select()
        .from(catalogueRow)
        .where(and(eq(catalogueRow.versionId, of.id), eq(catalogueRow.itemId, itemId)))
        .get()
      return row && item(row, of.catalogueId)
    },
    /** To which catalogue an item belongs, whether a version still has it or not. */
    catalogueOf: (itemId: string): string | undefined =>
      db.select().from(catalogueItem).where(eq(catalogueItem.id, itemId)).get()?.catalogueId,
    /** Whether a notice names an item of the catalogue. */
    isNamed: (catalogueId: string): boolean =>
      db.get(
        sql`SELECT 1 FROM notice WHERE catalogue_item_id IN (SELECT id FROM catalogue_item WHERE catalogue_id = ${catalogueId}) LIMIT 1`,
      ) !== undefined,
    /** What differs in units for the items of one catalogue. */
    unitItemsOf: (catalogueId: string): UnitItem[] =>
      db
        .select({ unitItem })
        .from(unitItem)
        .innerJoin(catalogueItem, eq(catalogueItem.id, unitItem.itemId))
        .where(eq(catalogueItem.catalogueId, catalogueId))
        .all()
        .map((row) => row.unitItem),
    /** A file under preview. */
    import: (id: string): StoredImport | undefined =>
      db.select().from(catalogueImport).where(eq(catalogueImport.id, id)).get(),
    /** Which units keep which catalogue. */
    units: (): { catalogueId: string; unitId: string }[] => db.select().from(catalogueUnit).all(),
    /** Why units no longer keep catalogues, oldest first. */
    unitLeaves: (): (typeof catalogueUnitLeave.$inferSelect)[] =>
      db.select().from(catalogueUnitLeave).orderBy(asc(catalogueUnitLeave.sequence)).all(),
    /** What differs in units: items that do not apply, people in charge. */
    unitItems: (unitId?: string): UnitItem[] =>
      db
        .select()
        .from(unitItem)
        .where(unitId === undefined ? undefined : eq(unitItem.unitId, unitId))
        .all(),
  }
}

/**
 * Writing catalogues. Rows are changed in draft versions only; the database itself refuses anything else.
 * @example catalogueWrites(db).insert(catalogue, version, items)
 */
export function catalogueWrites(db: Drizzle) {
  const addItems = bulkInsert(db, catalogueItem, 'or-ignore')
  const addRows = bulkInsert(db, catalogueRow)
  const insertRows = (versionId: string, rows: readonly CatalogueItem[]): void =>
    addRows(rows.map(({ id: itemId, catalogueId: _, ...cells }) => ({ ...cells, versionId, itemId })))
  const insertItems = (rows: readonly CatalogueItem[]): void =>
    addItems(rows.map(({ id, catalogueId }) => ({ id, catalogueId })))
  return {
    /** Adds a catalogue with its first version, all its rows, and the units that keep it. */
    insert: (
      head: Pick<Catalogue, 'id' | 'name' | 'regime' | 'createdAt'>,
      first: Pick<StoredVersion, 'id' | 'sourceFile' | 'columns'> & Partial<StoredVersion>,
      rows: readonly CatalogueItem[],
      unitIds: readonly string[],
    ): void => {
      db.insert(catalogue).values(head).run()
      const { state = 'DRAFT', ...rest } = first
      // Rows go into a draft only, so a version that comes approved gets its state afterwards.
      db.insert(catalogueVersion)
        .values({ ...rest, catalogueId: head.id, number: 1, state: 'DRAFT', createdAt: head.createdAt })
        .run()
      insertItems(rows)
      insertRows(first.id, rows)
      if (state !== 'DRAFT')
        db.update(catalogueVersion).set({ state }).where(eq(catalogueVersion.id, first.id)).run()
      for (const unitId of unitIds) db.insert(catalogueUnit).values({ catalogueId: head.id, unitId }).run()
    },
    /** Adds a draft version with its rows; items it brings new are made. */
    insertVersion: (row: NewVersion & Partial<StoredVersion>, rows: readonly CatalogueItem[]): void => {
      db.insert(catalogueVersion)
        .values({ state: 'DRAFT', ...row })
        .run()
      insertItems(rows)
      insertRows(row.id, rows)
    },
    /** Changes state and marks of a version. */
    updateVersion: (id: string, change: Partial<StoredVersion>): void => {
      db.update(catalogueVersion).set(change).where(eq(catalogueVersion.id, id)).run()
    },
    /** Takes a draft version away with its rows; its items stay for the records that name them. */
    deleteDraft: (id: string): void => {
      db.delete(catalogueRow).where(eq(catalogueRow.versionId, id)).run()
      db.delete(catalogueVersionAuthor).where(eq(catalogueVersionAuthor.versionId, id)).run()
      db.delete(catalogueVersion).where(eq(catalogueVersion.id, id)).run()
    },
    /** Puts other rows into a draft version; items that are gone stay for the records that name them. */
    replaceDraft: (
      id: string,
      change: Pick<StoredVersion, 'sourceFile' | 'columns'>,
      rows: readonly CatalogueItem[],
    ): void => {
      db.delete(catalogueRow).where(eq(catalogueRow.versionId, id)).run()
      db.update(catalogueVersion).set(change).where(eq(catalogueVersion.id, id)).run()
      insertItems(rows)
      insertRows(id, rows)
    },
    /** Changes cells of one row of a draft version. */
    updateRow: (versionId: string, itemId: string, change: Partial<CatalogueRow>): void => {
      db.update(catalogueRow)
        .set(change)
        .where(and(eq(catalogueRow.versionId, versionId), eq(catalogueRow.itemId, itemId)))
        .run()
    },
    /** Adds rows to a draft version, or takes one out. */
    insertRows: (versionId: string, rows: readonly CatalogueItem[]): void => {
      insertItems(rows)
      insertRows(versionId, rows)
    },
    /** Takes a row out of a draft version. */
    deleteRow: (versionId: string, itemId: string): void => {
      db.delete(catalogueRow)
        .where(and(eq(catalogueRow.versionId, versionId), eq(catalogueRow.itemId, itemId)))
        .run()
    },
    /** Changes the name of a catalogue. */
    rename: (id: string, name: string): void => {
      db.update(catalogue).set({ name }).where(eq(catalogue.id, id)).run()
    },
    /** Notes that a person has written a version. */
    addAuthor: (versionId: string, accountId: string): void => {
      db.insert(catalogueVersionAuthor).values({ versionId, accountId }).onConflictDoNothing().run()
    },
    /** Notes why a unit no longer keeps a catalogue. */
    addUnitLeave: (row: Omit<typeof catalogueUnitLeave.$inferInsert, 'sequence'>): void => {
      db.insert(catalogueUnitLeave).values(row).run()
    },
    /** Says which units keep a catalogue. */
    setUnits: (catalogueId: string, unitIds: readonly string[]): void => {
      db.delete(catalogueUnit).where(eq(catalogueUnit.catalogueId, catalogueId)).run()
      for (const unitId of unitIds) db.insert(catalogueUnit).values({ catalogueId, unitId }).run()
    },
    /** Keeps a file that was read until it is taken. */
    insertImport: (row: StoredImport): void => {
      db.insert(catalogueImport).values(row).run()
    },
    /** Forgets a file under preview. */
    deleteImport: (id: string): void => {
      db.delete(catalogueImport).where(eq(catalogueImport.id, id)).run()
    },
    /** Forgets files that nobody has taken since an instant. */
    deleteImportsBefore: (instant: string): void => {
      db.delete(catalogueImport).where(lt(catalogueImport.createdAt, instant)).run()
    },
    /** Says what differs in one unit. */
    setUnitItem: (row: UnitItem): void => {
      db.insert(unitItem)
        .values(row)
        .onConflictDoUpdate({ target: [unitItem.unitId, unitItem.itemId], set: row })
        .run()
    },
  }
}
