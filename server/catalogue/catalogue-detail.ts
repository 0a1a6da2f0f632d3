import type { StoredVersion } from '../../db/repos/catalogue-repo.ts'
import type { Reads } from '../../db/store.ts'
import { mayTakeStep, type VersionStep } from '../../domain/catalogue/version-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Principal } from '../principal.ts'
import type { CatalogueDetail, CatalogueSummary, VersionView } from './views.ts'

/** The steps as the screens name them. */
function mayOf(read: Reads, version: StoredVersion, principal: Principal): VersionView['may'] {
  const standing = { ...version, authors: read.catalogue.authors(version.id) }
  const may = (step: VersionStep): boolean => mayTakeStep(step, standing, principal).ok
  return {
    edit: may('edit'),
    submit: may('submit'),
    approve: may('approve'),
    sendBack: may('sendBack'),
    file: may('file'),
    discard: may('discard'),
  }
}

/**
 * Every catalogue as the list shows it.
 * @example listCatalogues(read)[0]?.deadlinesUnset
 */
export function listCatalogues(read: Reads): readonly CatalogueSummary[] {
  const unset = read.catalogue.deadlinesUnset()
  const open = new Map(read.catalogue.openVersions().map((version) => [version.catalogueId, version]))
  const units = Map.groupBy(read.catalogue.units(), ({ catalogueId }) => catalogueId)
  return read.catalogue.list().map((catalogue) => {
    const under = open.get(catalogue.id)
    // A first draft counts itself while nothing is approved; it is not under way beside anything.
    const beside = under && under.id !== catalogue.version.id ? under : null
    return {
      ...catalogue,
      deadlinesUnset: unset.get(catalogue.id) ?? 0,
      openVersion: beside && { id: beside.id, number: beside.number, state: beside.state },
      unitIds: (units.get(catalogue.id) ?? []).map(({ unitId }) => unitId),
    }
  })
}

/**
 * A catalogue with its versions and the rows of one of them: of the version that counts when none is named. Refuses
 * `catalogue.not-found`, `catalogue.version-not-found`.
 * @example catalogueDetail(read, principal, id)
 */
export function catalogueDetail(
  read: Reads,
  principal: Principal,
  id: string,
  versionId?: string,
): Result<CatalogueDetail> {
  const catalogue = read.catalogue.byId(id)
  if (!catalogue) return refuse('catalogue.not-found')
  const counts = read.catalogue.rowCounts(id)
  const people = new Map(read.office.accounts().map((account) => [account.id, account.name]))
  const person = (accountId: string | null) =>
    accountId === null ? null : { id: accountId, name: people.get(accountId) ?? '' }
  const stored = read.catalogue.versions(id)
  // Only a catalogue no notice names can go altogether.
  const keepsLast = stored.length === 1 && read.catalogue.isNamed(id)
  const versions = stored.map((version): VersionView => {
    const may = mayOf(read, version, principal)
    return {
      ...version,
      itemCount: counts.get(version.id) ?? 0,
      inUse: version.id === catalogue.version.id,
      createdBy: person(version.createdBy),
      submittedBy: person(version.submittedBy),
      approvedBy: person(version.approvedBy),
      filedBy: person(version.filedBy),
      may: { ...may, discard: may.discard && !keepsLast },
    }
  })
  const shown = versions.find((version) => version.id === (versionId ?? catalogue.version.id))
  if (!shown) return refuse('catalogue.version-not-found')
  const keeper = principal.roles.some((role) => role === 'HANDLER' || role === 'ADMINISTRATOR')
  return accept({
    catalogue,
    versions,
    shown,
    items: read.catalogue.versionItems(shown),
    unitIds: read.catalogue
      .units()
      .filter(({ catalogueId }) => catalogueId === id)
      .map(({ unitId }) => unitId),
    unitItems: read.catalogue.unitItemsOf(id),
    mayRevise: keeper && !versions.some(({ state }) => state === 'DRAFT' || state === 'SUBMITTED'),
  })
}
