import { coversFindings, type PrivacyFinding } from '../../domain/exchange/privacy-finding.ts'
import { allowancesOf, viewOf } from '../allowance/allowance-repo.ts'
import type { Sql } from '../db/sql.ts'
import { type Page, PAGE_ROWS, pageOf, readKey, writeKey } from '../web/page-of.ts'
import { OPEN_REJECTION } from '../web/office/office-queries.ts'
import type { RejectionRow } from './views.ts'

/** Which rejections; what is left out does not narrow. */
export type RejectionQuery = {
  readonly officeId?: number | undefined
  readonly code?: string | undefined
  /** Only those that nothing accepted has made good since. */
  readonly open?: boolean | undefined
  readonly after?: string | undefined
}

type Row = Omit<RejectionRow, 'fault' | 'findings' | 'allowance'> & {
  readonly code: RejectionRow['fault']['code']
  readonly params: string
  readonly findings: string
}

/**
 * A page of what was rejected and why, and of what was let in all the same, the newest first.
 * @example await rejectionPage(sql, { open: true })
 */
export async function rejectionPage(
  sql: Sql,
  wanted: RejectionQuery,
  most = PAGE_ROWS,
): Promise<Page<RejectionRow>> {
  const key = readKey(wanted.after, 'tntnn')
  const rows = await sql.query<Row>(
    `SELECT r.office_id AS "officeId", o.name AS "officeName", r.sequence, r.change, r.instance_id AS "instanceId",
       r.kind, r.index_number AS "indexNumber", r.edition_number AS "editionNumber", r.fault_code AS code,
       r.fault_params AS params, r.hash, r.findings, r.rejected_at AS "rejectedAt", NOT (${OPEN_REJECTION}) AS mended
     FROM rejection r JOIN office o ON o.id = r.office_id
     WHERE ($1::int IS NULL OR r.office_id = $1) AND ($2::text IS NULL OR r.fault_code = $2)
       AND (NOT $3::boolean OR (${OPEN_REJECTION}))
       AND ($4::text IS NULL OR (r.rejected_at COLLATE "C", r.office_id, r.instance_id, r.sequence, r.change)
         < ($4::text COLLATE "C", $5::int, $6::text COLLATE "C", $7::bigint, $8::bigint))
     ORDER BY r.rejected_at COLLATE "C" DESC, r.office_id DESC, r.instance_id DESC, r.sequence DESC, r.change DESC
     LIMIT $9`,
    [
      wanted.officeId ?? null,
      wanted.code ?? null,
      wanted.open ?? false,
      key?.[0] ?? null,
      key === null ? null : Number(key[1]),
      key?.[2] ?? null,
      key === null ? null : Number(key[3]),
      key === null ? null : Number(key[4]),
      most + 1,
    ],
  )
  const suspect = rows.filter(({ code }) => code === 'record.personal-data')
  const allowances = new Map(
    (await allowancesOf(sql, suspect)).map((one) => [`${one.officeId} ${one.hash}`, one]),
  )
  return pageOf(
    rows.map(({ code, params, findings, ...row }): RejectionRow => {
      const found = JSON.parse(findings) as readonly PrivacyFinding[]
      const allowance = allowances.get(`${row.officeId} ${row.hash}`)
      const isMeant =
        code === 'record.personal-data' && allowance && coversFindings(allowance.findings, found)
      return {
        ...row,
        findings: found,
        allowance: isMeant ? viewOf(allowance) : null,
        fault: { code, params: JSON.parse(params) as Readonly<Record<string, string | number>> },
      }
    }),
    (row) => writeKey([row.rejectedAt, row.officeId, row.instanceId, row.sequence, row.change]),
    most,
  )
}
