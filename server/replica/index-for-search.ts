import type { Database } from 'better-sqlite3'
import { drizzleOver } from '../../db/drizzle.ts'
import { searchWrites } from '../../db/repos/search-repo.ts'
import { titleReadingWrites } from '../../db/repos/title-reading-repo.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { numberTerms } from '../../domain/search/number-keys.ts'
import { readingTerms } from '../../domain/search/reading-terms.ts'
import type { TitleReading } from '../../domain/search/title-reading.ts'
import { searchableText } from '../notice/public-listing.ts'

type Standing = {
  readonly id: number
  readonly title: string
  readonly indexNumber: string
  readonly documentNumber: string
  readonly content: string
  readonly reading: string | null
  readonly version: number | null
}

/**
 * Makes what stands on a replica's board findable by words and by initials, as the office's publishing does. How titles are said
 * comes from the office, which has the dictionaries; the terms are made here.
 * @example indexForSearch(database)
 */
export function indexForSearch(database: Database): void {
  const db = drizzleOver(database)
  const [search, readings] = [searchWrites(db), titleReadingWrites(db)]
  const page = database.prepare<[number]>(
    `SELECT e.id, e.title, e.index_number AS indexNumber, e.document_number AS documentNumber, e.content, r.reading, r.version
     FROM edition e LEFT JOIN title_reading r ON r.edition_id = e.id
     WHERE e.state = 'PUBLISHED' AND e.content <> '{}' AND e.id > ? ORDER BY e.id LIMIT 500`,
  )
  for (let after = 0; ;) {
    const rows = page.all(after) as Standing[]
    if (rows.length === 0) return
    database.transaction(() => {
      for (const row of rows) {
        const { id, title, indexNumber, documentNumber, content, reading, version } = row
        search.add(id, title, searchableText(JSON.parse(content) as PublicContent, indexNumber))
        if (reading === null) continue
        const said = JSON.parse(reading) as TitleReading
        const terms = [...readingTerms(said), ...numberTerms(indexNumber), ...numberTerms(documentNumber)]
        readings.put(id, { reading: said, terms, version: version ?? 0 })
      }
    })()
    after = rows.at(-1)?.id ?? Number.MAX_SAFE_INTEGER
  }
}
