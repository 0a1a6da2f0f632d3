import type { CountyCardRow } from '../../../db/repos/county-card-repo.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { readCountyCard } from '../../../sealed/card.ts'
import type { Deps } from '../../deps.ts'
import { nextPackageKey } from './office-keys.ts'
import { keyView } from './package-key-change.ts'
import type { CountyView, EnrolmentView } from './views.ts'

/**
 * A county on record as the desk shows it.
 * @example countyView(row).key.words
 */
export function countyView(row: CountyCardRow): CountyView {
  const read = readCountyCard(row.card)
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    instanceId: row.instanceId,
    key: keyView(row.keyId),
    address: row.address,
    hasCertificate: row.certificate !== null,
    claimedAt: read.ok ? read.value.document.claimedAt : row.addedAt,
    addedBy: { id: row.addedBy, name: row.addedByName },
    addedAt: row.addedAt,
  }
}

/**
 * Which county this office belongs to, and by which keys the two know each other. Refuses `office.not-set-up`.
 * @example enrolmentView(deps)
 */
export function enrolmentView(deps: Deps): Result<EnrolmentView> {
  const { read } = deps.store
  const office = read.office.office()
  if (!office) return refuse('office.not-set-up')
  const [county, ...former] = read.countyCard.all().map(countyView)
  const next = nextPackageKey(deps.dataFolder)
  return accept({
    office: {
      name: office.name,
      uscc: office.uscc,
      key: keyView(deps.packageKey().keyId),
      nextKey: next && keyView(next.keyId),
    },
    county: county ?? null,
    former,
  })
}
