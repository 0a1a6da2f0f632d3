import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { CountyDeps } from '../../deps.ts'
import { countySelf } from '../../office/county-repo.ts'
import { countyCardFor } from '../../office/enrol.ts'
import { keysOf, officeById } from '../../office/office-repo.ts'

/** A card to carry back. */
export type CardFile = { readonly fileName: string; readonly text: string }

/**
 * The county's card for an enrolled office, for the key that counts now. Refuses `enrolment.office-not-found`, `enrolment.revoked` when no
 * key counts, and `county.not-set-up`.
 * @example await countyCardOf(deps, 3)
 */
export async function countyCardOf(deps: CountyDeps, officeId: number): Promise<Result<CardFile>> {
  const county = await countySelf(deps.sql)
  if (!county.ok) return county
  const office = await officeById(deps.sql, officeId)
  if (office === undefined) return refuse('enrolment.office-not-found', { uscc: '' })
  const key = (await keysOf(deps.sql, officeId)).find(({ state }) => state === 'ACTIVE')
  if (key === undefined) return refuse('enrolment.revoked')
  const text = await countyCardFor(deps, county.value, office.uscc, key.keyId)
  return accept({ fileName: `county-card-${office.uscc}.json`, text })
}
