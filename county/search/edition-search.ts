import type { Sql } from '../db/sql.ts'
import { type Page, PAGE_ROWS, pageOf, readKey, writeKey } from '../web/page-of.ts'
import { closedEdition, editionColumns } from './edition-standing.ts'
import type { EditionRow, EditionState } from './views.ts'
import { queryWords, tsQuery } from './words.ts'

/** What is looked for; what is left out does not narrow. Dates are civil dates of publication in Asia/Shanghai. */
export type EditionQuery = {
  readonly text?: string | undefined
  readonly officeId?: number | undefined
  readonly noticeKind?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly state?: EditionState | undefined
  readonly after?: string | undefined
}

/**
 * The instant at which a civil day in Asia/Shanghai begins, as instants are stored (the zone is +08:00 the year round).
 * @example dayStart('2026-10-01') // '2026-09-30T16:00:00.000Z'
 */
export function dayStart(day: string, plusDays = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + plusDays * 86_400_000).toISOString()
}

/**
 * A page of editions of all boards as they stand at `now`, the newest published first. A text that holds no word finds nothing; none at all
 * lists everything. What is closed is listed and never found by its text.
 * @example await searchEditions(sql, { text: '低保', state: 'CURRENT' }, deps.clock.now())
 */
export async function searchEditions(sql: Sql, wanted: EditionQuery, now: string): Promise<Page<EditionRow>> {
  const text = wanted.text?.trim() ?? ''
  const words = queryWords(text)
  if (text !== '' && words.length === 0) return { rows: [], next: null }
  const key = readKey(wanted.after, 'tntn')
  const rows = await sql.query<EditionRow>(
    `SELECT * FROM (
       SELECT ${editionColumns('$12')} FROM edition e JOIN office o ON o.id = e.office_id
       WHERE ($1::text = '' OR EXISTS (SELECT 1 FROM edition_words f WHERE f.office_id = e.office_id
           AND f.index_number = e.index_number AND f.edition_number = e.edition_number AND f.words @@ nullif($1::text, '')::tsquery)
           AND NOT ${closedEdition('$12')})
         AND ($2::int IS NULL OR e.office_id = $2)
         AND ($3::text IS NULL OR e.notice_kind = $3)
         AND ($4::text IS NULL OR e.published_at >= $4)
         AND ($5::text IS NULL OR e.published_at < $5)
         AND ($6::text IS NULL OR (e.published_at COLLATE "C", e.office_id, e.index_number, e.edition_number)
           < ($6::text COLLATE "C", $7::int, $8::text COLLATE "C", $9::int))
     ) found WHERE $10::text IS NULL OR state = $10
     ORDER BY "publishedAt" DESC, "officeId" DESC, "indexNumber" DESC, "editionNumber" DESC LIMIT $11`,
    [
      tsQuery(words),
      wanted.officeId ?? null,
      wanted.noticeKind ?? null,
      wanted.from === undefined ? null : dayStart(wanted.from),
      wanted.to === undefined ? null : dayStart(wanted.to, 1),
      key?.[0] ?? null,
      key === null ? null : Number(key[1]),
      key?.[2] ?? null,
      key === null ? null : Number(key[3]),
      wanted.state ?? null,
      PAGE_ROWS + 1,
      now,
    ],
  )
  return pageOf(rows, (row) => writeKey([row.publishedAt, row.officeId, row.indexNumber, row.editionNumber]))
}
