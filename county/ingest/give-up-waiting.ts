import { rm } from 'node:fs/promises'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { CountyDeps } from '../deps.ts'
import { officeByUscc } from '../office/office-repo.ts'
import { lockStanding } from '../office/standing.ts'
import { waitingPackages } from './package-rows.ts'
import { waitingFile } from './staging.ts'

/** What was given up. */
export type GivenUp = {
  readonly office: { readonly name: string; readonly uscc: string }
  /** Numbers of the packages. */
  readonly sequences: readonly number[]
}

/**
 * Gives up the packages of an office that wait for earlier ones, so that their room is free: a person has agreed with the office that what is
 * missing never comes, and the office offers again since its last receipt. As if they had never come, the same files may be handed in again.
 * Nothing that was taken in changes. Refuses `enrolment.office-not-found`.
 * @example await giveUpWaiting(deps, { uscc: '11990000000000001G', actor: 'cli' })
 */
export async function giveUpWaiting(
  deps: CountyDeps,
  { uscc, actor }: { readonly uscc: string; readonly actor: string },
): Promise<Result<GivenUp>> {
  const office = await officeByUscc(deps.sql, uscc)
  if (office === undefined) return refuse('enrolment.office-not-found', { uscc })
  const given = await deps.sql.transaction(async (sql) => {
    await lockStanding(sql, office.id)
    const waiting = await waitingPackages(sql, office.id)
    if (waiting.length === 0) return waiting
    await sql.query(`DELETE FROM package WHERE office_id = $1 AND state = 'WAITING'`, [office.id])
    await sql.query('UPDATE office_standing SET missing_from = NULL WHERE office_id = $1', [office.id])
    const detail = { packages: waiting.map(({ sequence }) => sequence).join(' ') }
    await record(deps, sql, { actor, action: 'package.given-up', office: office.id, detail })
    return waiting
  })
  // Only now: were the transaction undone, the files would be missed. What a crash leaves here is swept at a later start.
  for (const { seal } of given) await rm(waitingFile(deps.dataFolder, seal), { force: true })
  return accept({ office, sequences: given.map(({ sequence }) => sequence) })
}
