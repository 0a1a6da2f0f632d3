import { type Drizzle, orm } from '../drizzle.ts'
import { scriptOrder } from '../schema/language.ts'

const { desc } = orm

/** An order of scripts as stored. */
export type StoredScriptOrder = typeof scriptOrder.$inferSelect

/**
 * Reading the orders of scripts.
 * @example languageReads(db).orders()
 */
export function languageReads(db: Drizzle) {
  return {
    /** All that were ever set, newest first; a handful in the life of an office. */
    orders: (): StoredScriptOrder[] =>
      db.select().from(scriptOrder).orderBy(desc(scriptOrder.sequence)).all(),
  }
}

/**
 * Writing orders of scripts; one is replaced by a later one, never in place.
 * @example languageWrites(db).addOrder(row)
 */
export function languageWrites(db: Drizzle) {
  return {
    /** Adds one. */
    addOrder: (row: typeof scriptOrder.$inferInsert): void => {
      db.insert(scriptOrder).values(row).run()
    },
  }
}
