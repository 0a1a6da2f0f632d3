import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { CountyDeps } from '../deps.ts'
import { officeByUscc } from './office-repo.ts'

/**
 * Revokes an office's keys: nothing they signed is taken in any more, not even what waits here already, and what is held stays. The office needs
 * a new key (`board package-key new --now`) and enrols with its card. Refuses
 * `enrolment.office-not-found`, `enrolment.reason-required` and `enrolment.revoked` when no key is left.
 * @example await revokeOffice(deps, { uscc, reason: '电脑遗失', actor: 'cli' })
 */
export async function revokeOffice(
  deps: CountyDeps,
  wanted: { readonly uscc: string; readonly reason: string; readonly actor: string },
): Promise<Result<{ readonly keys: readonly string[] }>> {
  const reason = wanted.reason.trim()
  if (reason === '') return refuse('enrolment.reason-required')
  return deps.sql.transaction(async (sql) => {
    const office = await officeByUscc(sql, wanted.uscc)
    if (office === undefined) return refuse('enrolment.office-not-found', { uscc: wanted.uscc })
    const rows = await sql.query<{ key_id: string }>(
      `UPDATE office_key SET state = 'REVOKED', ended_by = 'PERSON', ended_at = $2, reason = $3
       WHERE office_id = $1 AND state <> 'REVOKED' RETURNING key_id`,
      [office.id, deps.clock.now(), reason],
    )
    if (rows.length === 0) return refuse('enrolment.revoked')
    const keys = rows.map((row) => row.key_id)
    await record(deps, sql, {
      actor: wanted.actor,
      action: 'office.key-revoked',
      office: office.id,
      detail: { keys: keys.join(' ') },
    })
    return accept({ keys })
  })
}
