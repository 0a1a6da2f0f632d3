import { itemKey } from '../../domain/exchange/judge-edition.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { allowedNow } from '../allowance/allowance-repo.ts'
import type { CountyDeps } from '../deps.ts'
import type { Sql } from '../db/sql.ts'
import type { EnrolledOffice } from '../office/office-repo.ts'
import type { JudgingRules } from './judged.ts'

/**
 * By what an office's records are judged now: its forms of index number, the lines of all catalogues the county has given out to it,
 * and what a person has allowed.
 * @example const rules = await judgingRules(deps, sql, office)
 */
export async function judgingRules(
  deps: Pick<CountyDeps, 'clock'>,
  sql: Sql,
  office: EnrolledOffice,
): Promise<JudgingRules> {
  const lines = await sql.query<{ catalogue: string; level1: string; level2: string }>(
    `SELECT DISTINCT catalogue, level1, level2 FROM catalogue_line
     WHERE item_id IN (SELECT item_id FROM downward_package_item WHERE office_id = $1)`,
    [office.id],
  )
  const catalogues = new Map<string, string[]>()
  for (const { catalogue, level1, level2 } of lines) {
    const keys = catalogues.get(catalogue) ?? []
    keys.push(itemKey(level1, level2))
    catalogues.set(catalogue, keys)
  }
  const now = deps.clock.now()
  return {
    indexTemplates: office.indexTemplates,
    office: { uscc: office.uscc, regionCode: office.regionCode },
    catalogues: [...catalogues],
    allowed: await allowedNow(sql, office.id),
    now,
    today: civilDateOf(now),
  }
}
