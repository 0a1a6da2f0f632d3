import type { Drizzle } from '../drizzle.ts'

/** The newest edition of a notice, standing or withdrawn. */
export type StoredNewest = {
  readonly id: number
  readonly indexNumber: string
  readonly state: 'PUBLISHED' | 'WITHDRAWN'
}

/** How many standing editions a shelf has of a year. */
export type StoredYear = { readonly shelfId: number; readonly year: string; readonly count: number }

/**
 * Reading the whole board once through for a portal, some rows at a time: what is held back is for the caller to leave out.
 * @example portalReads(db).newestAfter(0, 500)
 */
export function portalReads(db: Drizzle) {
  const database = db.$client
  const after = database.prepare<[number, number]>(
    `SELECT e.id, e.index_number AS indexNumber, e.state FROM edition e
     WHERE e.id > ? AND e.state <> 'SUPERSEDED'
       AND NOT EXISTS (SELECT 1 FROM edition n WHERE n.index_number = e.index_number AND n.id > e.id)
     ORDER BY e.id LIMIT ?`,
  )
  const withdrawnBefore = database.prepare<[number, number]>(
    `SELECT e.id, e.index_number AS indexNumber, e.state FROM edition e
     WHERE e.id < ? AND e.state = 'WITHDRAWN'
       AND NOT EXISTS (SELECT 1 FROM edition n WHERE n.index_number = e.index_number AND n.id > e.id)
     ORDER BY e.id DESC LIMIT ?`,
  )
  const count = database.prepare('SELECT count(DISTINCT index_number) FROM edition').pluck()
  const years = database.prepare(
    `SELECT s.shelf_id AS shelfId, substr(e.publish_date, 1, 4) AS year, count(*) AS count
     FROM standing_shelf s JOIN edition e ON e.id = s.edition_id GROUP BY 1, 2`,
  )
  const dates = database.prepare<[number]>(
    `SELECT json_extract(e.content, '$.documentDate') AS documentDate,
       (SELECT min(f.publish_date) FROM edition f WHERE f.index_number = e.index_number) AS firstPublishDate
     FROM edition e WHERE e.id = ?`,
  )
  return {
    /** 成文日期 of an edition, and the day its notice was published first. */
    dates: (id: number): { readonly documentDate: string | null; readonly firstPublishDate: string } =>
      dates.get(id) as { documentDate: string | null; firstPublishDate: string },
    /** The newest edition of each notice behind a row number, in order of publication. */
    newestAfter: (id: number, limit: number): StoredNewest[] => after.all(id, limit) as StoredNewest[],
    /** The newest edition of each withdrawn notice before a row number, newest first. */
    withdrawnBefore: (id: number, limit: number): StoredNewest[] =>
      withdrawnBefore.all(id, limit) as StoredNewest[],
    /** How many notices were ever published. */
    noticeCount: (): number => count.get() as number,
    /** Standing editions by shelf and year of publication. */
    years: (): StoredYear[] => years.all() as StoredYear[],
  }
}
