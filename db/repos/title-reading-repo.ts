import type { TitleReading } from '../../domain/search/title-reading.ts'
import type { Drizzle } from '../drizzle.ts'
import { digitsQuery, keysQueries } from '../search/keys-query.ts'
import { matchQuery } from '../../platform/search/terms.ts'
import { notHeld } from './public-repo.ts'

/** A current edition whose title has to be read, or read anew. */
export type UnreadTitle = {
  readonly id: number
  readonly title: string
  readonly indexNumber: string
  readonly documentNumber: string
}

/** What may fit some keys: to be compared with the title's reading. */
export type ReadTitle = UnreadTitle & { readonly reading: TitleReading }

/** What is written for a title: its reading, its terms and the version of the way of reading. */
export type StoredReading = {
  readonly reading: TitleReading
  readonly terms: readonly string[]
  readonly version: number
}

/**
 * Reading how titles are said. Statements are prepared once, since every key on the pad runs them.
 * @example titleReadingReads(db).candidates('dbgs', 60, [])
 */
export function titleReadingReads(db: Drizzle) {
  const database = db.$client
  const match = database
    .prepare<[string, string, number]>(
      `SELECT rowid FROM title_reading_entry WHERE title_reading_entry MATCH ? AND ${notHeld('rowid')}
       ORDER BY rowid DESC LIMIT ?`,
    )
    .pluck()
  const one = database.prepare<[number]>(
    `SELECT e.id, e.title, e.index_number AS indexNumber, e.document_number AS documentNumber, r.reading
     FROM title_reading r JOIN edition e ON e.id = r.edition_id WHERE r.edition_id = ? AND e.state = 'PUBLISHED'`,
  )
  const missing = database.prepare<[number, number]>(
    `SELECT id, title, index_number AS indexNumber, document_number AS documentNumber FROM edition e
     WHERE e.state = 'PUBLISHED' AND e.id > ? AND NOT EXISTS (SELECT 1 FROM title_reading r WHERE r.edition_id = e.id)
     ORDER BY e.id LIMIT ?`,
  )
  const count = database.prepare('SELECT count(*) FROM title_reading').pluck()
  const outdated = database.prepare<[number, number]>(
    `SELECT e.id, e.title, e.index_number AS indexNumber, e.document_number AS documentNumber
     FROM title_reading r INDEXED BY title_reading_version CROSS JOIN edition e ON e.id = r.edition_id
     WHERE r.version < ? ORDER BY r.version, r.edition_id LIMIT ?`,
  )
  const read = (id: number): ReadTitle | undefined => {
    const row = one.get(id) as (UnreadTitle & { readonly reading: string }) | undefined
    return row && { ...row, reading: JSON.parse(row.reading) as TitleReading }
  }
  return {
    /**
     * Numbers of editions that may fit keys and are not held back, newest first, in the order of how well: one list a way of
     * splitting the keys.
     */
    candidates: (keys: string, limit: number, held: readonly number[]): Iterable<readonly number[]> =>
      (function* lists() {
        const passed = JSON.stringify(held)
        for (const query of keysQueries(keys)) yield match.all(query, passed, limit) as number[]
      })(),
    /** Numbers of editions whose index or document number has these groups of digits, newest first, without those held back. */
    withDigits: (groups: readonly string[], limit: number, held: readonly number[]): number[] =>
      match.all(digitsQuery(groups), JSON.stringify(held), limit) as number[],
    /** One current edition with its reading. */
    read,
    /** How many current editions were read: against how many there are it tells cheaply whether any is missing. */
    count: (): number => count.get() as number,
    /** Current editions after a number that were never read. */
    missing: (after: number, limit: number): UnreadTitle[] => missing.all(after, limit) as UnreadTitle[],
    /** Those that were read in an earlier way, or have to be read anew. */
    outdated: (version: number, limit: number): UnreadTitle[] =>
      outdated.all(version, limit) as UnreadTitle[],
  }
}

/**
 * Writing how titles are said, in step with the editions; only inside the transaction that changes them.
 * @example titleReadingWrites(db).put(editionId, stored)
 */
export function titleReadingWrites(db: Drizzle) {
  const database = db.$client
  const insert = database.prepare<[string, number, number]>(
    `INSERT INTO title_reading (edition_id, reading, version) SELECT id, ?, ? FROM edition WHERE id = ? AND state = 'PUBLISHED'
     ON CONFLICT (edition_id) DO UPDATE SET reading = excluded.reading, version = excluded.version`,
  )
  const insertTerms = database.prepare<[number, string]>(
    'INSERT INTO title_reading_entry (rowid, terms) VALUES (?, ?)',
  )
  const removeTerms = database.prepare<[number]>('DELETE FROM title_reading_entry WHERE rowid = ?')
  const remove = database.prepare<[number]>('DELETE FROM title_reading WHERE edition_id = ?')
  const touch = database.prepare<[string]>(
    `UPDATE title_reading SET version = 0
     WHERE edition_id IN (SELECT rowid FROM search_entry WHERE search_entry MATCH ?)`,
  )
  return {
    /** Makes a title findable by how it is said, in place of what stood there; nothing for what is no longer current. */
    put: (editionId: number, { reading, terms, version }: StoredReading): void => {
      removeTerms.run(editionId)
      const { changes } = insert.run(JSON.stringify(reading), version, editionId)
      if (changes > 0) insertTerms.run(editionId, terms.join(' '))
    },
    /** Makes it unfindable: superseded or withdrawn. */
    remove: (editionId: number): void => {
      removeTerms.run(editionId)
      remove.run(editionId)
    },
    /** Marks every title that has the word to be read anew; gives how many. */
    outdate: (word: string): number => {
      const query = matchQuery(word)
      return query === null ? 0 : touch.run(`title : (${query})`).changes
    },
  }
}
