import type { Sql } from '../db/sql.ts'
import { allOffices, type EnrolledOffice } from './office-repo.ts'

/** All offices by name: those that are believed, and those whose keys were all ended. */
export type OfficeReach = {
  readonly active: readonly EnrolledOffice[]
  readonly revoked: readonly EnrolledOffice[]
}

/**
 * Whom something for all offices is for: an office with an active key. One whose keys were ended gets nothing until it is enrolled again.
 * @example (await officeReach(sql)).active.map(({ id }) => id)
 */
export async function officeReach(sql: Sql): Promise<OfficeReach> {
  const rows = await sql.query<{ id: number }>(
    `SELECT DISTINCT office_id AS id FROM office_key WHERE state = 'ACTIVE'`,
  )
  const active = new Set(rows.map(({ id }) => id))
  const offices = await allOffices(sql)
  return {
    active: offices.filter(({ id }) => active.has(id)),
    revoked: offices.filter(({ id }) => !active.has(id)),
  }
}
