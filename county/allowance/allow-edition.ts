import { coversFindings } from '../../domain/exchange/privacy-finding.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { CountyDeps } from '../deps.ts'
import { lockStanding } from '../office/standing.ts'
import { allowancesOf, rejectedFindings, type EditionHash } from './allowance-repo.ts'
import type { AllowanceView } from './views.ts'

/** Who decides: an account's id and name, or `cli` with the name that was given. */
export type Decider = { readonly id: string; readonly name: string }

/**
 * Lets in a rejected edition in which personal data was found, that very text by its hash, under the name of a person and with a reason: from
 * then on it is judged by the other rules only, whenever the office offers it again. Covers what was found, no more. Refuses
 * `allowance.reason-required`, `allowance.not-rejected` (personal data was never the fault of such an edition) and `allowance.already`.
 * Source: domain book §7.4 (block, with an override that names the reviewer).
 * @example await allowEdition(deps, { officeId: 3, hash, reason: '政务值班手机，依法公开', by: { id, name: '韩梅' } })
 */
export async function allowEdition(
  deps: CountyDeps,
  asked: EditionHash & { readonly reason: string; readonly by: Decider },
): Promise<Result<AllowanceView>> {
  const { officeId, hash, by } = asked
  const reason = asked.reason.trim()
  if (reason === '') return refuse('allowance.reason-required')
  return deps.sql.transaction(async (sql): Promise<Result<AllowanceView>> => {
    const findings = await rejectedFindings(sql, asked)
    if (findings === null) return refuse('allowance.not-rejected')
    // A package of this office that is being taken in is finished first, or waits.
    await lockStanding(sql, officeId)
    const [before] = await allowancesOf(sql, [asked])
    const stands = before !== undefined && before.end?.how !== 'WITHDRAWN'
    // Detectors that have learned may find more in the same text than the person saw; that takes a decision of its own.
    if (stands && coversFindings(before.findings, findings)) {
      return refuse('allowance.already', { by: before.by })
    }
    const at = deps.clock.now()
    const number = (before?.number ?? 0) + 1
    await sql.query(
      `INSERT INTO allowance (office_id, hash, number, findings, reason, allowed_by, allowed_by_name, allowed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [officeId, hash, number, JSON.stringify(findings), reason, by.id, by.name, at],
    )
    await record(deps, sql, {
      actor: by.id,
      action: 'allowance.given',
      office: officeId,
      // The reason is a person's own words and stands with the allowance.
      detail: {
        hash,
        findings: findings.map(({ kind, place, count }) => `${kind} ${place} ${count}`).join(', '),
      },
    })
    return accept({ by: by.name, reason, at, end: null })
  })
}

/**
 * Takes an allowance back before an edition was taken in by it; the row stays rejected. Refuses `allowance.not-found` and `allowance.used`:
 * what was taken in by it is held.
 * @example await withdrawAllowance(deps, { officeId: 3, hash, by: { id, name: '韩梅' } })
 */
export async function withdrawAllowance(
  deps: CountyDeps,
  { officeId, hash, by }: EditionHash & { readonly by: Decider },
): Promise<Result<AllowanceView>> {
  return deps.sql.transaction(async (sql): Promise<Result<AllowanceView>> => {
    const known = await allowancesOf(sql, [{ officeId, hash }])
    if (known.length === 0) return refuse('allowance.not-found')
    await lockStanding(sql, officeId)
    const [standing] = await allowancesOf(sql, [{ officeId, hash }])
    if (standing === undefined || standing.end?.how === 'WITHDRAWN') return refuse('allowance.not-found')
    if (standing.end !== null) return refuse('allowance.used')
    const at = deps.clock.now()
    await sql.query(
      `INSERT INTO allowance_end (office_id, hash, number, how, ended_by_name, ended_at) VALUES ($1, $2, $3, 'WITHDRAWN', $4, $5)`,
      [officeId, hash, standing.number, by.name, at],
    )
    await record(deps, sql, {
      actor: by.id,
      action: 'allowance.withdrawn',
      office: officeId,
      detail: { hash },
    })
    const { reason, at: allowedAt } = standing
    return accept({ by: standing.by, reason, at: allowedAt, end: { how: 'WITHDRAWN', by: by.name, at } })
  })
}
