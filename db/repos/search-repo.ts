import type { Drizzle } from '../drizzle.ts'
import { indexTerms } from '../../platform/search/terms.ts'

/**
 * Keeping the full-text index in step with the editions; only inside the transaction that changes them.
 * @example searchWrites(db).add(editionId, '关于停电的通知', '……')
 */
export function searchWrites(db: Drizzle) {
  const insert = db.$client.prepare<[number, string, string]>(
    'INSERT INTO search_entry (rowid, title, body) VALUES (?, ?, ?)',
  )
  const remove = db.$client.prepare<[number]>('DELETE FROM search_entry WHERE rowid = ?')
  return {
    /** Makes an edition findable. */
    add: (editionId: number, title: string, text: string): void => {
      insert.run(editionId, indexTerms(title), indexTerms(text))
    },
    /** Makes an edition unfindable: superseded or withdrawn. */
    remove: (editionId: number): void => {
      remove.run(editionId)
    },
  }
}
