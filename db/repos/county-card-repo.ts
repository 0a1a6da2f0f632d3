import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { countyCard } from '../schema/receipt.ts'

const { desc, eq } = orm

/** A county's card as stored; `card` is the signed document as it came. */
export type StoredCountyCard = typeof countyCard.$inferSelect

/** The same with the name of who took it in. */
export type CountyCardRow = StoredCountyCard & { readonly addedByName: string }

/**
 * Reading which county this office belongs to.
 * @example countyCardReads(db).current()?.keyId
 */
export function countyCardReads(db: Drizzle) {
  return {
    /** The card that counts: the newest; undefined before the first. */
    current: (): StoredCountyCard | undefined =>
      db.select().from(countyCard).orderBy(desc(countyCard.id)).limit(1).get(),
    /** All cards, newest first. */
    all: (): CountyCardRow[] =>
      db
        .select()
        .from(countyCard)
        .innerJoin(account, eq(account.id, countyCard.addedBy))
        .orderBy(desc(countyCard.id))
        .all()
        .map((row) => ({ ...row.county_card, addedByName: row.account.name })),
  }
}

/**
 * Writing which county this office belongs to; a card is added, never changed.
 * @example countyCardWrites(db).add({ name, code, instanceId, keyId, publicKey, recipient, address, certificate, card, addedBy, addedAt })
 */
export function countyCardWrites(db: Drizzle) {
  return {
    /** Adds a card, which counts from then on; gives its number. */
    add: (row: Omit<StoredCountyCard, 'id'>): number =>
      Number(db.insert(countyCard).values(row).run().lastInsertRowid),
  }
}
