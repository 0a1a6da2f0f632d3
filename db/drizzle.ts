import { createRequire } from 'node:module'
import type { Database } from 'better-sqlite3'
import type * as Orm from 'drizzle-orm'
import type * as Driver from 'drizzle-orm/better-sqlite3'
import type * as SqliteCore from 'drizzle-orm/sqlite-core'

// Drizzle's CommonJS build, on purpose: its ESM modules import one another in circles, and the loader of Node 24 then
// takes half a second and 200 MB to link them (measured with 24.21; CommonJS: 22 MB), more than the whole budget.
const load = createRequire(import.meta.url)

/** Drizzle's operators: `eq`, `and`, `desc`, … */
export const orm = load('drizzle-orm') as typeof Orm

/** Drizzle's column and table builders for SQLite. */
export const sqliteCore = load('drizzle-orm/sqlite-core') as typeof SqliteCore

const driver = load('drizzle-orm/better-sqlite3') as typeof Driver

/** The query builder over one open connection. */
export type Drizzle = Driver.BetterSQLite3Database & { readonly $client: Database }

/**
 * Wraps an open connection; the connection stays the caller's to close.
 * @example drizzleOver(database).select().from(office).get()
 */
export function drizzleOver(database: Database): Drizzle {
  return driver.drizzle(database)
}
