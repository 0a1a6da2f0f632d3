import { refuse, type Result, accept } from '../../domain/refusal.ts'
import type { InstanceMark } from '../../domain/exchange/package-records.ts'
import type { Sql } from '../db/sql.ts'

/** The county as its documents name it. */
export type CountySelf = {
  readonly name: string
  /** 行政区划代码, six digits. */
  readonly code: string
  readonly instance: InstanceMark
  /** Where offices reach it, `https://…`; null when they cannot. */
  readonly address: string | null
}

/**
 * Who this county is. Refuses `county.not-set-up`.
 * @example const county = await countySelf(sql)
 */
export async function countySelf(sql: Sql): Promise<Result<CountySelf>> {
  const [row] = await sql.query<{ name: string; code: string; instance_id: string; address: string | null }>(
    'SELECT name, code, instance_id, address FROM county',
  )
  if (row === undefined) return refuse('county.not-set-up')
  const former = await sql.query<{ id: string }>('SELECT id FROM county_instance_former ORDER BY position')
  const { name, code, address, instance_id: id } = row
  return accept({ name, code, address, instance: { id, former: former.map((one) => one.id) } })
}
