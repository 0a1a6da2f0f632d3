import type { CountyDeps } from '../deps.ts'
import type { Sql } from '../db/sql.ts'

/** What the county's log tells. */
export const COUNTY_ACTIONS = [
  'county.set-up',
  'county.new-instance',
  'office.enrolled',
  'office.card-replaced',
  'office.key-revoked',
  'office.key-changed',
  'package.taken-in',
  'package.held',
  'package.known',
  'package.superseded',
  'package.given-up',
  'package.refused',
  'allowance.given',
  'allowance.withdrawn',
  'allowance.used',
  'downward.sent',
  'county.settings',
  'office.index-pattern',
  'edition.read-withdrawn',
  'account.add',
  'account.update',
  'account.own-password',
  'session.sign-in',
  'session.sign-out',
  'session.lock',
  'session.unlock',
  'session.wrong-password',
] as const
/** One kind of event. */
export type CountyAction = (typeof COUNTY_ACTIONS)[number]

/** What is written down. `detail` holds codes, ids, names of files and counts; never text of a notice. */
export type CountyEvent = {
  readonly actor: string
  readonly action: CountyAction
  readonly office: number | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Writes an event into the log, in the transaction that does what it tells.
 * @example await record(deps, sql, { actor: 'cli', action: 'package.held', office: 3, detail: { sequence: 7 } })
 */
export async function record(deps: Pick<CountyDeps, 'clock'>, sql: Sql, event: CountyEvent): Promise<void> {
  await sql.query(
    'INSERT INTO audit_event (at, actor, action, subject_office, detail) VALUES ($1, $2, $3, $4, $5)',
    [deps.clock.now(), event.actor, event.action, event.office, JSON.stringify(event.detail)],
  )
}
