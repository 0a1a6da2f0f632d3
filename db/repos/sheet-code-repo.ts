import { type Drizzle, orm } from '../drizzle.ts'
import { codeAddress } from '../schema/sheet-code.ts'

const { desc } = orm

/**
 * Reading what codes on paper lead to.
 * @example sheetCodeReads(db).address() // 'http://192.168.1.5:8632'
 */
export function sheetCodeReads(db: Drizzle) {
  const prefixed = db.$client
    .prepare<[string, string]>('SELECT hash FROM edition WHERE hash >= ? AND hash < ? ORDER BY hash LIMIT 5')
    .pluck()
  return {
    /** The address codes carry; empty when the office has set none. */
    address: (): string =>
      db.select().from(codeAddress).orderBy(desc(codeAddress.sequence)).limit(1).get()?.address ?? '',
    /** Hashes of editions that begin so, at most five; `beginning` is lower-case hex. */
    hashes: (beginning: string): string[] => prefixed.all(beginning, `${beginning}g`) as string[],
  }
}

/**
 * Writing where codes on paper lead.
 * @example sheetCodeWrites(db).setAddress({ address, accountId, at })
 */
export function sheetCodeWrites(db: Drizzle) {
  return {
    /** From now on codes carry this address. */
    setAddress: (row: Omit<typeof codeAddress.$inferSelect, 'sequence'>): void => {
      db.insert(codeAddress).values(row).run()
    },
  }
}
