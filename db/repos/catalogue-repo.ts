import type { Catalogue, CatalogueItem, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { catalogue, catalogueItem } from '../schema/catalogue.ts'

const { asc, count, eq, like, or } = orm

/** An item together with the name of its catalogue. */
export type ItemInCatalogue = CatalogueItem & { readonly catalogueName: string }

/**
 * Reading catalogues.
 * @example catalogueReads(db).list()
 */
export function catalogueReads(db: Drizzle) {
  const withCount = () =>
    db
      .select({
        id: catalogue.id,
        name: catalogue.name,
        regime: catalogue.regime,
        sourceFile: catalogue.sourceFile,
        importedAt: catalogue.importedAt,
        itemCount: count(catalogueItem.id),
      })
      .from(catalogue)
      .leftJoin(catalogueItem, eq(catalogueItem.catalogueId, catalogue.id))
      .groupBy(catalogue.id)
  return {
    /** All catalogues in the order of import. */
    list: (): Catalogue[] => withCount().orderBy(asc(catalogue.importedAt), asc(catalogue.id)).all(),
    /** One catalogue. */
    byId: (id: string): Catalogue | undefined => withCount().where(eq(catalogue.id, id)).get(),
    /** The rows of one catalogue in table order. */
    items: (catalogueId: string): CatalogueItem[] =>
      db
        .select()
        .from(catalogueItem)
        .where(eq(catalogueItem.catalogueId, catalogueId))
        .orderBy(asc(catalogueItem.position))
        .all(),
    /** One row with the name and regime of its catalogue. */
    item: (id: string): (ItemInCatalogue & { readonly regime: Catalogue['regime'] }) | undefined => {
      const row = db
        .select()
        .from(catalogueItem)
        .innerJoin(catalogue, eq(catalogue.id, catalogueItem.catalogueId))
        .where(eq(catalogueItem.id, id))
        .get()
      return row && { ...row.catalogue_item, catalogueName: row.catalogue.name, regime: row.catalogue.regime }
    },
    /** Rows whose headings or contents hold the words; all rows for an empty query. */
    find: (words: string, limit: number): ItemInCatalogue[] => {
      const pattern = `%${words.replaceAll(/[%_]/g, '')}%`
      return db
        .select()
        .from(catalogueItem)
        .innerJoin(catalogue, eq(catalogue.id, catalogueItem.catalogueId))
        .where(
          words === ''
            ? undefined
            : or(
                like(catalogueItem.itemLevel1, pattern),
                like(catalogueItem.itemLevel2, pattern),
                like(catalogueItem.itemLevel3, pattern),
                like(catalogueItem.contentElements, pattern),
              ),
        )
        .orderBy(asc(catalogue.importedAt), asc(catalogue.id), asc(catalogueItem.position))
        .limit(limit)
        .all()
        .map((row) => ({ ...row.catalogue_item, catalogueName: row.catalogue.name }))
    },
  }
}

/**
 * Writing catalogues.
 * @example catalogueWrites(db).insert(catalogue, items)
 */
export function catalogueWrites(db: Drizzle) {
  return {
    /** Adds a catalogue with all its rows. */
    insert: (head: Omit<Catalogue, 'itemCount'>, items: readonly CatalogueItem[]): void => {
      db.insert(catalogue).values(head).run()
      for (const item of items) db.insert(catalogueItem).values(item).run()
    },
    /** Changes cells of one row. */
    updateItem: (id: string, change: Partial<CatalogueRow>): void => {
      db.update(catalogueItem).set(change).where(eq(catalogueItem.id, id)).run()
    },
  }
}
