import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'
import { countySelf } from '../office/county-repo.ts'
import { raiseMark, readMark, receiptMark } from './mark-file.ts'

/** Why the county has a new instance. */
export type NewInstanceReason = 'MARK_AHEAD' | 'PERSON'

/** What was found at a start. */
export type InstanceCheck =
  /** The database is the one the data folder knows, or a newer state of it. */
  | { readonly restored: false }
  /** It was restored from a backup; it has another id now, and every office will offer again what was lost. */
  | { readonly restored: true; readonly instanceId: string; readonly former: string; readonly lost: number }

/**
 * Looks at a start whether the database was restored: the data folder's mark is ahead of it, or names an instance it never heard of. Then it
 * gets a new id, so that the offices offer again what their last receipts said was held (lessons, story 2). Refuses `county.not-set-up`.
 * @example const check = await checkInstance(deps)
 */
export async function checkInstance(deps: CountyDeps): Promise<Result<InstanceCheck>> {
  const mark = await readMark(deps.dataFolder)
  const county = await countySelf(deps.sql)
  if (!county.ok) return county
  const { instance } = county.value
  if (mark === null || mark.instanceId === '') {
    await raiseMark(deps)
    return accept({ restored: false })
  }
  const receipts = await receiptMark(deps.sql)
  const isUnheardOf = mark.instanceId !== instance.id && !instance.former.includes(mark.instanceId)
  const isBehind = mark.instanceId === instance.id && receipts < mark.receipts
  if (!isUnheardOf && !isBehind) {
    await raiseMark(deps)
    return accept({ restored: false })
  }
  const id = await takeNewInstance(deps, 'cli', 'MARK_AHEAD', isUnheardOf ? [mark.instanceId] : [])
  return accept({
    restored: true,
    instanceId: id,
    former: instance.id,
    lost: Math.max(0, mark.receipts - receipts),
  })
}

/**
 * Gives the county's database a new id because a person says that it was restored. Refuses `county.not-set-up`.
 * @example await newInstance(deps, 'cli') // { ok: true, value: '0199…' }
 */
export async function newInstance(deps: CountyDeps, actor: string): Promise<Result<string>> {
  const county = await countySelf(deps.sql)
  return county.ok ? accept(await takeNewInstance(deps, actor, 'PERSON', [])) : county
}

/** The ids given up before this one: the database's own, and one under which receipts went out that it does not know of. */
async function takeNewInstance(
  deps: CountyDeps,
  actor: string,
  reason: NewInstanceReason,
  unheardOf: readonly string[],
): Promise<string> {
  const id = deps.ids.next()
  await deps.sql.transaction(async (sql) => {
    const county = await countySelf(sql)
    if (!county.ok) throw new Error('looked at above')
    for (const former of [county.value.instance.id, ...unheardOf]) await giveUp(deps, sql, former, reason)
    await sql.query('UPDATE county SET instance_id = $1', [id])
    await record(deps, sql, {
      actor,
      action: 'county.new-instance',
      office: null,
      detail: { reason, instanceId: id, former: county.value.instance.id },
    })
  })
  await raiseMark(deps)
  return id
}

async function giveUp(deps: CountyDeps, sql: Sql, former: string, reason: NewInstanceReason): Promise<void> {
  await sql.query(
    `INSERT INTO county_instance_former (position, id, ended_at, reason)
     SELECT coalesce(max(position), 0) + 1, $1, $2, $3 FROM county_instance_former`,
    [former, deps.clock.now(), reason],
  )
}

/** What a county is set up with. */
export type CountySetUp = {
  readonly name: string
  /** 行政区划代码, six digits. */
  readonly code: string
  /** `https://…`; null when offices cannot reach it over a network. */
  readonly address: string | null
}

/**
 * Sets a county up: its name and code, and the id of its database. Refuses `county.already-set-up` and `request.invalid` naming the field.
 * @example await setUpCounty(deps, { name: '示例县政务公开办公室', code: '990000', address: null })
 */
export async function setUpCounty(deps: CountyDeps, wanted: CountySetUp): Promise<Result<string>> {
  if (wanted.name.trim() === '') return refuse('request.invalid', { field: 'name' })
  if (!/^\d{6}$/.test(wanted.code)) return refuse('request.invalid', { field: 'code' })
  if (wanted.address !== null && !/^https:\/\/\S{1,490}$/.test(wanted.address)) {
    return refuse('request.invalid', { field: 'address' })
  }
  const id = deps.ids.next()
  const done = await deps.sql.transaction(async (sql) => {
    const rows = await sql.query(
      `INSERT INTO county (name, code, instance_id, address, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING instance_id`,
      [wanted.name.trim(), wanted.code, id, wanted.address, deps.clock.now()],
    )
    if (rows.length === 0) return refuse('county.already-set-up')
    const detail = { instanceId: id, code: wanted.code }
    await record(deps, sql, { actor: 'cli', action: 'county.set-up', office: null, detail })
    return accept(id)
  })
  if (done.ok) await raiseMark(deps)
  return done
}
