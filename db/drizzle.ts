import type { Database } from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/** The query builder over one open connection. */
export type Drizzle = BetterSQLite3Database & { readonly $client: Database }

/**
 * Wraps an open connection; the connection stays the caller's to close.
 * @example drizzleOver(database).select().from(office).get()
 */
export function drizzleOver(database: Database): Drizzle {
  return drizzle(database)
}
