import { drizzleOver } from '../../../db/drizzle.ts'
import { openDatabase } from '../../../db/open.ts'
import { type DeskFinds, deskSearchReads, type SearchCursor } from '../../../db/repos/desk-search-repo.ts'
import type { DeskSearch } from '../../../domain/notice/desk-search.ts'

/** A search with the database it is asked in. */
export type SearchToRun = {
  readonly file: string
  readonly search: DeskSearch
  readonly cursor: SearchCursor | null
  readonly limit: number
}

/**
 * Searches a board over a connection of its own that only reads; the body of the worker's task, since a search for common
 * words over 100,000 notices would hold up the kiosk. Throws when the database cannot be opened.
 * @example findIn({ file: '/data/board.sqlite3', search, cursor: null, limit: 51 }).ids
 */
export function findIn({ file, search, cursor, limit }: SearchToRun): DeskFinds {
  const database = openDatabase(file, { readonly: true })
  if (!database.ok) throw new Error(database.code)
  try {
    return deskSearchReads(drizzleOver(database.value)).find(search, cursor, limit)
  } finally {
    database.value.close()
  }
}
