import type { NewVersion, StoredVersion } from '../../db/repos/catalogue-repo.ts'
import type { Writes } from '../../db/store.ts'
import {
  checkFiledOn,
  mayTakeStep,
  rolesFor,
  type VersionStep,
} from '../../domain/catalogue/version-state.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type AuditAction, record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { startUpkeep } from '../duty/upkeep.ts'
import { type Principal, requireRole } from '../principal.ts'
import { catalogueDetail } from './catalogue-detail.ts'
import type { CatalogueDetail } from './views.ts'

/**
 * Begins a new draft version with the rows of the version that counts. Needs HANDLER or ADMINISTRATOR. Refuses
 * `catalogue.not-found`, `catalogue.version-open` with the `number` of the one under way.
 * @example beginVersion(deps, principal, catalogueId)
 */
export function beginVersion(deps: Deps, principal: Principal, id: string): Result<CatalogueDetail> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<CatalogueDetail> => {
    const catalogue = read.catalogue.byId(id)
    if (!catalogue) return refuse('catalogue.not-found')
    const versions = read.catalogue.versions(id)
    const open = versions.find(({ state }) => state === 'DRAFT' || state === 'SUBMITTED')
    if (open) return refuse('catalogue.version-open', { number: open.number })
    const row: NewVersion = {
      id: deps.ids.next(),
      catalogueId: id,
      number: (versions[0]?.number ?? 0) + 1,
      sourceFile: catalogue.version.sourceFile,
      columns: catalogue.version.columns,
      createdBy: principal.id,
      createdAt: deps.clock.now(),
    }
    write.catalogue.insertVersion(row, read.catalogue.versionItems(catalogue.version))
    write.catalogue.addAuthor(row.id, principal.id)
    const subject = { kind: 'catalogue', id }
    record(deps, write, principal, 'catalogue.revise', subject, { versionNumber: row.number })
    return catalogueDetail(read, principal, id, row.id)
  })
}

type Change = Partial<StoredVersion>
type StepRecord = { readonly change: Change; readonly detail?: Readonly<Record<string, string | number>> }

function takeStep(
  deps: Deps,
  principal: Principal,
  versionId: string,
  step: VersionStep,
  action: AuditAction,
  work: (version: StoredVersion, now: string) => Result<StepRecord>,
): Result<CatalogueDetail> {
  const allowed = requireRole(principal, ...rolesFor(step))
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<CatalogueDetail> => {
    const version = read.catalogue.version(versionId)
    if (!version) return refuse('catalogue.version-not-found')
    const may = mayTakeStep(step, { ...version, authors: read.catalogue.authors(versionId) }, principal)
    if (!may.ok) return may
    const done = work(version, deps.clock.now())
    if (!done.ok) return done
    write.catalogue.updateVersion(versionId, done.value.change)
    const { catalogueId } = version
    record(
      deps,
      write,
      principal,
      action,
      { kind: 'catalogue', id: catalogueId },
      { versionNumber: version.number, ...done.value.detail },
    )
    return catalogueDetail(read, principal, catalogueId, versionId)
  })
}

/**
 * Submits a draft version for approval (送审); from now on its rows stand still. Needs HANDLER or ADMINISTRATOR. Refuses
 * `catalogue.version-not-found`, `catalogue.version-wrong-state`, `catalogue.nothing-to-take` for a version without rows.
 * @example submitVersion(deps, principal, versionId)
 */
export function submitVersion(deps: Deps, principal: Principal, id: string): Result<CatalogueDetail> {
  return takeStep(deps, principal, id, 'submit', 'catalogue.submit', (version, now) => {
    if ((deps.store.read.catalogue.rowCounts(version.catalogueId).get(id) ?? 0) === 0)
      return refuse('catalogue.nothing-to-take')
    return accept({
      change: { state: 'SUBMITTED', submittedBy: principal.id, submittedAt: now, returnReason: '' },
    })
  })
}

/**
 * Approves a submitted version (审定): it is frozen and from now on the one that counts; duties are generated anew. Needs
 * DEPUTY_LEADER or REVIEWER, and nobody who submitted or wrote it. Refuses `catalogue.version-not-found`,
 * `catalogue.version-wrong-state`, `catalogue.submitter-may-not-approve`.
 * @example approveVersion(deps, leader, versionId)
 */
export function approveVersion(deps: Deps, principal: Principal, id: string): Result<CatalogueDetail> {
  const approved = takeStep(deps, principal, id, 'approve', 'catalogue.approve', (_, now) =>
    accept({ change: { state: 'APPROVED', approvedBy: principal.id, approvedAt: now } }),
  )
  if (approved.ok) startUpkeep(deps)
  return approved
}

/**
 * Sends a submitted version back to be mended, with the reason. Needs DEPUTY_LEADER or REVIEWER, and nobody who
 * submitted or wrote it. Refuses as approving does, and `duty.reason-required`.
 * @example returnVersion(deps, leader, versionId, '第3条缺少公开依据')
 */
export function returnVersion(
  deps: Deps,
  principal: Principal,
  id: string,
  reason: string,
): Result<CatalogueDetail> {
  return takeStep(deps, principal, id, 'sendBack', 'catalogue.return', () =>
    reason.trim() === ''
      ? refuse('duty.reason-required')
      : accept({
          change: { state: 'DRAFT', submittedBy: null, submittedAt: null, returnReason: reason.trim() },
        }),
  )
}

/** 备案: the day, with whom, under which number. */
export type Filing = {
  readonly filedOn: CivilDate
  readonly filedWith: string
  readonly filingNumber: string
}

/**
 * Records that an approved version was filed (备案). Needs HANDLER, ADMINISTRATOR or DEPUTY_LEADER. Refuses
 * `catalogue.version-not-found`, `catalogue.version-wrong-state`, and `catalogue.filing-date` for a day before the approval
 * or after today.
 * @example fileVersion(deps, principal, versionId, { filedOn: '2026-11-23', filedWith: '示例县政务公开办', filingNumber: '' })
 */
export function fileVersion(
  deps: Deps,
  principal: Principal,
  id: string,
  filing: Filing,
): Result<CatalogueDetail> {
  return takeStep(deps, principal, id, 'file', 'catalogue.file', (version, now) => {
    const approvedOn = civilDateOf(version.approvedAt ?? now)
    const inOrder = checkFiledOn(filing.filedOn, approvedOn, civilDateOf(now))
    if (!inOrder.ok) return inOrder
    return accept({
      change: {
        state: 'FILED',
        filedBy: principal.id,
        filedOn: filing.filedOn,
        filedWith: filing.filedWith.trim(),
        filingNumber: filing.filingNumber.trim(),
      },
      detail: { filedOn: filing.filedOn },
    })
  })
}

function forget(write: Writes, version: StoredVersion, only: boolean): void {
  write.catalogue.deleteDraft(version.id)
  // A catalogue without a version is on no list; no unit keeps it any more.
  if (only) write.catalogue.setUnits(version.catalogueId, [])
}

/**
 * Throws a draft version away; its items stay for the records that name them. Gives null when it was the only version and
 * the catalogue is gone from all lists. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.version-not-found`,
 * `catalogue.version-wrong-state`, also for the only version of a catalogue whose items notices name.
 * @example discardVersion(deps, principal, versionId)
 */
export function discardVersion(deps: Deps, principal: Principal, id: string): Result<CatalogueDetail | null> {
  const allowed = requireRole(principal, ...rolesFor('discard'))
  if (!allowed.ok) return allowed
  const discarded = deps.store.tx((write, read): Result<CatalogueDetail | null> => {
    const version = read.catalogue.version(id)
    if (!version) return refuse('catalogue.version-not-found')
    const may = mayTakeStep('discard', { ...version, authors: read.catalogue.authors(id) }, principal)
    if (!may.ok) return may
    const { catalogueId, number, state } = version
    const only = read.catalogue.versions(catalogueId).length === 1
    if (only && read.catalogue.isNamed(catalogueId)) return refuse('catalogue.version-wrong-state', { state })
    forget(write, version, only)
    const subject = { kind: 'catalogue', id: catalogueId }
    record(deps, write, principal, 'catalogue.discard', subject, { versionNumber: number })
    return only ? accept(null) : catalogueDetail(read, principal, catalogueId)
  })
  if (discarded.ok) startUpkeep(deps)
  return discarded
}
