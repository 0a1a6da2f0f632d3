import type { Sql } from '../db/sql.ts'
import { COUNTY_ROLES, type CountyRole } from './role.ts'
import type { CountyAccountView } from './views.ts'

/** A person of the county's program as stored. */
export type StoredCountyAccount = CountyAccountView & {
  readonly passwordHash: string
  /** Somebody else gave the password, so it must be changed before anything is done with it. */
  readonly passwordSetByOther: boolean
}

type Row = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly password_hash: string
  readonly password_set_by_other: boolean
  readonly disabled: boolean
}

const COLUMNS = 'id, name, roles, password_hash, password_set_by_other, disabled'

function accountOf(row: Row): StoredCountyAccount {
  return {
    id: row.id,
    name: row.name,
    roles: COUNTY_ROLES.filter((role) => row.roles.includes(role)),
    passwordHash: row.password_hash,
    passwordSetByOther: row.password_set_by_other,
    disabled: row.disabled,
  }
}

/**
 * Everybody, in the order of being added.
 * @example (await accounts(sql)).length
 */
export async function accounts(sql: Sql): Promise<readonly StoredCountyAccount[]> {
  const rows = await sql.query<Row>(`SELECT ${COLUMNS} FROM account ORDER BY id`)
  return rows.map(accountOf)
}

/**
 * One person by id.
 * @example await accountById(sql, id) // undefined when there is none
 */
export async function accountById(sql: Sql, id: string): Promise<StoredCountyAccount | undefined> {
  const [row] = await sql.query<Row>(`SELECT ${COLUMNS} FROM account WHERE id = $1`, [id])
  return row && accountOf(row)
}

/**
 * One person by name, as written.
 * @example await accountByName(sql, '韩梅')
 */
export async function accountByName(sql: Sql, name: string): Promise<StoredCountyAccount | undefined> {
  const [row] = await sql.query<Row>(`SELECT ${COLUMNS} FROM account WHERE name = $1`, [name])
  return row && accountOf(row)
}

/**
 * Writes a new person.
 * @example await insertAccount(sql, account, deps.clock.now())
 */
export async function insertAccount(sql: Sql, account: StoredCountyAccount, at: string): Promise<void> {
  await sql.query(
    `INSERT INTO account (id, name, roles, password_hash, password_set_by_other, disabled, created_at)
     VALUES ($1, $2, $3::text[], $4, $5, $6, $7)`,
    [
      account.id,
      account.name,
      account.roles,
      account.passwordHash,
      account.passwordSetByOther,
      account.disabled,
      at,
    ],
  )
}

/** What of a person may change. */
export type AccountChange = {
  readonly roles?: readonly CountyRole[]
  readonly disabled?: boolean
  readonly password?: { readonly hash: string; readonly setByOther: boolean }
}

/**
 * Changes what is named and nothing else.
 * @example await updateAccount(sql, id, { disabled: true })
 */
export async function updateAccount(sql: Sql, id: string, change: AccountChange): Promise<void> {
  await sql.query(
    `UPDATE account SET roles = coalesce($2::text[], roles), disabled = coalesce($3, disabled),
       password_hash = coalesce($4, password_hash), password_set_by_other = coalesce($5, password_set_by_other)
     WHERE id = $1`,
    [
      id,
      change.roles ?? null,
      change.disabled ?? null,
      change.password?.hash ?? null,
      change.password?.setByOther ?? null,
    ],
  )
}
