import type { UnknownEdition } from '../../domain/exchange/receipt.ts'
import type { Sql } from '../db/sql.ts'
import type { PackageOf } from './insert-editions.ts'

/** An edition that a package names, in an edition or in a withdrawal. */
export type OfferedEdition = { readonly indexNumber: string; readonly editionNumber: number }

/**
 * The editions of an office that the county holds, and that the first package of a restored database does not name. They stay: absence never
 * means deletion (lessons, story 1). Those that were taken down are not told.
 * @example const unknown = await editionsNotOffered(sql, from, offered)
 */
export async function editionsNotOffered(
  sql: Sql,
  from: PackageOf,
  offered: readonly OfferedEdition[],
): Promise<readonly UnknownEdition[]> {
  const named = new Set(offered.map(({ indexNumber, editionNumber }) => `${editionNumber} ${indexNumber}`))
  const held = await sql.query<UnknownEdition>(
    `SELECT index_number AS "indexNumber", edition_number AS "editionNumber", hash FROM edition e
     WHERE office_id = $1 AND NOT EXISTS (SELECT 1 FROM withdrawal w
       WHERE w.office_id = e.office_id AND w.index_number = e.index_number AND w.edition_number = e.edition_number
         AND w.edition_hash = e.hash)
     ORDER BY index_number, edition_number`,
    [from.officeId],
  )
  return held.filter(({ indexNumber, editionNumber }) => !named.has(`${editionNumber} ${indexNumber}`))
}
