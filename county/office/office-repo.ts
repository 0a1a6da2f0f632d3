import type { Sql } from '../db/sql.ts'

/** An enrolled office. */
export type EnrolledOffice = {
  readonly id: number
  readonly name: string
  readonly uscc: string
  readonly regionCode: string
  /** Forms of index number that are accepted, the agreed one first. */
  readonly indexTemplates: readonly string[]
  readonly expectedInstance: string | null
}

/** A key of an office. */
export type OfficeKey = {
  readonly keyId: string
  readonly publicKey: string
  readonly recipient: string
  readonly state: 'PENDING' | 'ACTIVE' | 'REVOKED'
  readonly cameBy: 'CARD' | 'PACKAGE'
  readonly endedBy: 'REPLACED' | 'PERSON' | null
}

const OFFICE = `id, name, uscc, region_code AS "regionCode", index_templates AS "indexTemplates",
  expected_instance AS "expectedInstance"`
const KEY = `key_id AS "keyId", public_key AS "publicKey", recipient, state, came_by AS "cameBy", ended_by AS "endedBy"`

/**
 * One office by its 统一社会信用代码; undefined when none is enrolled.
 * @example await officeByUscc(sql, '11990000000000001G')
 */
export async function officeByUscc(sql: Sql, uscc: string): Promise<EnrolledOffice | undefined> {
  return (await sql.query<EnrolledOffice>(`SELECT ${OFFICE} FROM office WHERE uscc = $1`, [uscc]))[0]
}

/**
 * One office by its number here.
 * @example await officeById(sql, 3)
 */
export async function officeById(sql: Sql, id: number): Promise<EnrolledOffice | undefined> {
  return (await sql.query<EnrolledOffice>(`SELECT ${OFFICE} FROM office WHERE id = $1`, [id]))[0]
}

/**
 * All offices by name.
 * @example (await allOffices(sql)).length
 */
export async function allOffices(sql: Sql): Promise<readonly EnrolledOffice[]> {
  return sql.query<EnrolledOffice>(`SELECT ${OFFICE} FROM office ORDER BY name, id`)
}

/**
 * The keys of an office, the newest first: the first active one counts from now on.
 * @example (await keysOf(sql, office.id)).find(({ state }) => state === 'ACTIVE')
 */
export async function keysOf(sql: Sql, officeId: number): Promise<readonly OfficeKey[]> {
  return sql.query<OfficeKey>(`SELECT ${KEY} FROM office_key WHERE office_id = $1 ORDER BY position DESC`, [
    officeId,
  ])
}

/**
 * A key with its office, by its id; undefined when no office has it.
 * @example await keyById(sql, keyId)
 */
export async function keyById(
  sql: Sql,
  keyId: string,
): Promise<(OfficeKey & { readonly officeId: number }) | undefined> {
  const [row] = await sql.query<OfficeKey & { officeId: number }>(
    `SELECT ${KEY}, office_id AS "officeId" FROM office_key WHERE key_id = $1`,
    [keyId],
  )
  return row
}

/**
 * Ids of all keys by which a package may be proved: active ones, and those that their own successor has replaced, because a package from
 * before may come again and is then known.
 * @example await openPackage(path, { trustedKeys: await provingKeys(sql) })
 */
export async function provingKeys(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ key_id: string }>(
    `SELECT key_id FROM office_key WHERE state = 'ACTIVE' OR ended_by = 'REPLACED'`,
  )
  return rows.map((row) => row.key_id)
}
