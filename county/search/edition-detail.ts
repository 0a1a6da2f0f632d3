import type { PublicContent } from '../../domain/notice/content.ts'
import { usedAllowance } from '../allowance/allowance-repo.ts'
import type { Sql } from '../db/sql.ts'
import { closedEdition, editionColumns, stateOfEdition } from './edition-standing.ts'
import type { EditionDetail, EditionRow } from './views.ts'

type Row = EditionRow &
  Pick<EditionDetail, 'hash' | 'acceptedAt' | 'sequence' | 'remarks'> & {
    readonly content: string | null
    readonly expiresAt: string | null
    readonly withdrawn: string | null
  }

/** Which edition. */
export type EditionKey = {
  readonly officeId: number
  readonly indexNumber: string
  readonly editionNumber: number
}

/**
 * An edition as it can be read at `now`, with what stands beside it; undefined when the county has none. Of one that is closed only what the
 * board says of it is given: that it was there, until when, and why it went.
 * @example await editionDetail(sql, { officeId: 3, indexNumber: 'X/2026-00017', editionNumber: 1 }, deps.clock.now())
 */
export async function editionDetail(
  sql: Sql,
  key: EditionKey,
  now: string,
): Promise<EditionDetail | undefined> {
  const values = [key.officeId, key.indexNumber, key.editionNumber]
  const [row] = await sql.query<Row>(
    `SELECT ${editionColumns('$4')}, e.hash, e.accepted_at AS "acceptedAt", e.sequence, e.remarks,
       e.expires_at AS "expiresAt", CASE WHEN ${closedEdition('$4')} THEN NULL ELSE e.content END AS content,
       (SELECT json_build_object('withdrawnAt', w.withdrawn_at, 'reason', w.reason, 'note', w.note)::text
         FROM withdrawal w WHERE w.office_id = e.office_id AND w.index_number = e.index_number
         AND w.edition_number = e.edition_number AND w.edition_hash = e.hash) AS withdrawn
     FROM edition e JOIN office o ON o.id = e.office_id
     WHERE e.office_id = $1 AND e.index_number = $2 AND e.edition_number = $3`,
    [...values, now],
  )
  if (row === undefined) return undefined
  const others = await sql.query<{ readonly number: number }>(
    `SELECT edition_number AS number FROM edition
     WHERE office_id = $1 AND index_number = $2 AND edition_number <> $3 ORDER BY edition_number`,
    values,
  )
  const { content, withdrawn, ...rest } = row
  return {
    ...rest,
    content: content === null ? null : (JSON.parse(content) as PublicContent),
    withdrawal: withdrawn === null ? null : (JSON.parse(withdrawn) as EditionDetail['withdrawal']),
    allowance: await usedAllowance(sql, { officeId: row.officeId, hash: row.hash }),
    others: others.map(({ number }) => number),
  }
}

/** A file of an edition, as the county keeps it. */
export type EditionFile = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  /** Its edition was taken down. */
  readonly withdrawn: boolean
}

/**
 * One file of an edition by its own id; undefined when the edition has no such file, or is closed at `now`.
 * @example await editionFile(sql, key, attachmentId, deps.clock.now())
 */
export async function editionFile(
  sql: Sql,
  key: EditionKey,
  attachmentId: string,
  now: string,
): Promise<EditionFile | undefined> {
  const [row] = await sql.query<EditionFile>(
    `SELECT a.name, a.media_type AS "mediaType", a.size, a.sha256, ${stateOfEdition('$5')} = 'WITHDRAWN' AS withdrawn FROM attachment a
     JOIN edition e USING (office_id, index_number, edition_number)
     WHERE office_id = $1 AND index_number = $2 AND edition_number = $3 AND a.attachment_id = $4
       AND NOT ${closedEdition('$5')}`,
    [key.officeId, key.indexNumber, key.editionNumber, attachmentId, now],
  )
  return row
}
