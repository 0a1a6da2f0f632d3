import { isWrittenAhead, statisticsFrom, type DutyStatistic } from '../../domain/exchange/duty-statistic.ts'
import type { Sql } from '../db/sql.ts'

/**
 * Takes away what came before of the days a package speaks of; its own lines replace them, and what is older stays. Says whether the lines
 * count: those of a package written ahead of the county's day replace nothing, which the office's page then says. Both are civil dates.
 * @example if (await clearStatistics(sql, officeId, '2026-11-22', '2026-11-22')) …
 */
export async function clearStatistics(
  sql: Sql,
  officeId: number,
  claimedDay: string,
  today: string,
): Promise<boolean> {
  if (isWrittenAhead(claimedDay, today)) {
    await sql.query('UPDATE office_standing SET statistics_ahead = $2 WHERE office_id = $1', [
      officeId,
      claimedDay,
    ])
    return false
  }
  const from = statisticsFrom(claimedDay)
  await sql.query('DELETE FROM duty_statistic WHERE office_id = $1 AND due COLLATE "C" >= $2', [
    officeId,
    from,
  ])
  await sql.query(
    `UPDATE office_standing SET statistics_ahead = NULL, statistics_from = least(statistics_from COLLATE "C", $2)
     WHERE office_id = $1`,
    [officeId, from],
  )
  return true
}

/**
 * Writes a batch of duties. The same duty twice in a package counts once, the later line.
 * @example await insertStatistics(sql, officeId, batch.rows)
 */
export async function insertStatistics(
  sql: Sql,
  officeId: number,
  statistics: readonly DutyStatistic[],
): Promise<void> {
  const rows = [...new Map(statistics.map((row) => [row.dutyId, row])).values()]
  const plain = (text: string): string => text.replaceAll('\0', '\ufffd')
  await sql.query(
    `INSERT INTO duty_statistic (office_id, duty_id, regime, catalogue, level1, level2, unit, title, period, due, state, closed_on,
       index_number)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::text[])
     ON CONFLICT (office_id, duty_id) DO UPDATE SET regime = excluded.regime, catalogue = excluded.catalogue, level1 = excluded.level1,
       level2 = excluded.level2, unit = excluded.unit, title = excluded.title, period = excluded.period, due = excluded.due,
       state = excluded.state, closed_on = excluded.closed_on, index_number = excluded.index_number`,
    [
      officeId,
      rows.map((row) => plain(row.dutyId)),
      rows.map((row) => row.regime),
      rows.map((row) => (row.catalogue === null ? null : plain(row.catalogue.name))),
      rows.map((row) => (row.catalogue === null ? null : plain(row.catalogue.level1))),
      rows.map((row) => (row.catalogue === null ? null : plain(row.catalogue.level2))),
      rows.map((row) => plain(row.unit)),
      rows.map((row) => plain(row.title)),
      rows.map((row) => row.period),
      rows.map((row) => row.due),
      rows.map((row) => row.state),
      rows.map((row) => row.closedOn),
      rows.map((row) => row.indexNumber),
    ],
  )
}
