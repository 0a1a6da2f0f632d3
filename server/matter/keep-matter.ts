import type { Reads, Writes } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { legalityReviewed } from '../../domain/matter/decision-ready.ts'
import { checkEntry, type MatterEntry } from '../../domain/matter/matter-entry.ts'
import type { MatterKind } from '../../domain/matter/matter-kind.ts'
import { detect } from '../../domain/privacy/detect.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { safeName } from '../notice/attachment/safe-name.ts'
import { sniffAttachment } from '../notice/attachment/sniff.ts'
import { type Principal, requireRole } from '../principal.ts'
import { matterStanding } from './matter-standing.ts'
import { findMatter, isKindFixed, matterDetail, mayReadMatters } from './matter-views.ts'
import { recordHash } from './record-hash.ts'
import type { MatterDetail } from './views.ts'

/** The facts of a matter as a person writes them. */
export type MatterFacts = {
  readonly unitId: string
  readonly kind: MatterKind
  readonly title: string
  /** 目标任务, 措施步骤, 责任单位 and 责任人. */
  readonly target: string
  readonly measures: string
  readonly owner: string
}

/**
 * What the log says of something in a matter.
 * @example record(deps, write, principal, 'matter.edit', matterSubject(id))
 */
export const matterSubject = (id: string) => ({ kind: 'matter', id })

// The title becomes the title of published drafts, and stands on lists before any gate has read it.
function checkFacts(read: Reads, facts: MatterFacts): Result<MatterFacts> {
  const title = facts.title.trim()
  if (title === '') return refuse('matter.title-required')
  const [hit] = detect(title).filter(({ severity }) => severity === 'BLOCK')
  if (hit) return refuse('matter.title-personal', { kind: hit.kind })
  const unit = read.unit.byId(facts.unitId)
  if (!unit) return refuse('unit.not-found')
  if (unit.disabled) return refuse('unit.disabled')
  const { target, measures, owner } = facts
  return accept({ ...facts, title, target: target.trim(), measures: measures.trim(), owner: owner.trim() })
}

/**
 * Opens a decision file. Needs HANDLER. Refuses `matter.title-required`, `matter.title-personal`,
 * `unit.not-found`, `unit.disabled`.
 * @example openMatter(deps, handler, { unitId: 'township', kind: 'MAJOR_DECISION', title: '水源保护办法', … })
 */
export function openMatter(deps: Deps, principal: Principal, facts: MatterFacts): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const checked = checkFacts(read, facts)
    if (!checked.ok) return checked
    const now = deps.clock.now()
    const id = deps.ids.next()
    const by = { createdBy: principal.id, createdAt: now, editedBy: principal.id, editedAt: now }
    write.matter.insert({ ...checked.value, id, ...by })
    const { kind, unitId } = checked.value
    record(deps, write, principal, 'matter.create', matterSubject(id), { matterKind: kind, unitId })
    return matterDetail(read, principal, id, civilDateOf(now))
  })
}

/**
 * Writes the facts of a matter anew. Needs HANDLER. Refuses what `openMatter` refuses, `matter.not-found`, and
 * `matter.kind-fixed` for another kind or unit once something in the file was judged by it.
 * @example editMatterFacts(deps, handler, id, facts)
 */
export function editMatterFacts(
  deps: Deps,
  principal: Principal,
  id: string,
  facts: MatterFacts,
): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const found = findMatter(read, id)
    if (!found.ok) return found
    const checked = checkFacts(read, facts)
    if (!checked.ok) return checked
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const other = checked.value.kind !== found.value.kind || checked.value.unitId !== found.value.unitId
    if (other && isKindFixed(matterStanding(read, found.value, today))) return refuse('matter.kind-fixed')
    write.matter.update(id, { ...checked.value, editedBy: principal.id, editedAt: now })
    record(deps, write, principal, 'matter.edit', matterSubject(id), { matterKind: checked.value.kind })
    return matterDetail(read, principal, id, today)
  })
}

/**
 * Notes that a matter was worked on, so that it comes first in the list.
 * @example touchMatter(deps, write, principal, id)
 */
export function touchMatter(
  deps: Pick<Deps, 'clock'>,
  write: Writes,
  principal: Principal,
  id: string,
): void {
  write.matter.update(id, { editedBy: principal.id, editedAt: deps.clock.now() })
}

/**
 * Enters a step into the file; it is never changed, only made void by a later entry. Needs HANDLER. Refuses what
 * `checkEntry` refuses, `matter.file-not-found`, `notice.not-found`, `matter.entry-not-found` for an entry to make void
 * that is not there, and for a meeting what `legalityReviewed` refuses (R-016: a draft goes to a meeting only with the
 * result of the review).
 * @example enterStep(deps, handler, id, { step: 'MEETING', on: '2026-09-16', heading: '镇长办公会议', … })
 */
export function enterStep(
  deps: Deps,
  principal: Principal,
  id: string,
  input: MatterEntry,
): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const found = findMatter(read, id)
    if (!found.ok) return found
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const standing = matterStanding(read, found.value, today)
    const { kind } = found.value
    const { entries, ground } = standing
    const opinionsUntil = ground.earlyReason ? null : (ground.consultation?.closesOn ?? null)
    const checked = checkEntry(input, { kind, today, entered: entries, opinionsUntil })
    if (!checked.ok) return checked
    const entry = checked.value
    const reviewed = entry.step === 'MEETING' ? legalityReviewed(standing.ground) : accept(true)
    if (!reviewed.ok) return reviewed
    const named = namesKnown(read, id, entry, standing.entries)
    if (!named.ok) return named
    const { workdays, on } = entry
    const asked = entry.step === 'LEGALITY_REQUEST' && workdays !== null
    const kept = {
      ...entry,
      workdays: asked ? workdays : null,
      result: entry.step === 'LEGALITY_RESULT' ? entry.result : null,
    }
    const sequence = write.matter.addEntry({
      ...kept,
      matterId: id,
      dueOn: asked ? dueOf({ amount: workdays, unit: 'workday', start: on }, calendarOf(read)).due : null,
      enteredBy: principal.id,
      enteredAt: now,
    })
    touchMatter(deps, write, principal, id)
    const action = entry.step === 'VOID' ? 'matter.void' : 'matter.entry'
    record(deps, write, principal, action, matterSubject(id), {
      entryStep: entry.step,
      sequence,
      sha256: recordHash('matter_entry', kept),
      ...(entry.voids !== null && { voids: entry.voids }),
    })
    return matterDetail(read, principal, id, today)
  })
}

function namesKnown(
  read: Reads,
  matterId: string,
  { step, voids, fileId, noticeId }: MatterEntry,
  standing: readonly { readonly sequence: number }[],
): Result<true> {
  if ((step === 'VOID') !== (voids !== null)) return refuse('matter.entry-not-found')
  if (voids !== null && !standing.some(({ sequence }) => sequence === voids)) {
    return refuse('matter.entry-not-found')
  }
  if (fileId !== null && !read.matter.files(matterId).some(({ id }) => id === fileId)) {
    return refuse('matter.file-not-found')
  }
  return noticeId !== null && !read.notice.byId(noticeId) ? refuse('notice.not-found') : accept(true)
}

/**
 * Keeps a file of a matter (审查意见, 会议纪要) as it was given; it never leaves the office. Needs HANDLER. Refuses
 * `matter.not-found`, and what `sniffAttachment` refuses.
 * @example await addMatterFile(deps, handler, id, { name: '审查意见.pdf', bytes })
 */
export async function addMatterFile(
  deps: Deps,
  principal: Principal,
  matterId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly id: string; readonly name: string; readonly size: number }>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const found = findMatter(deps.store.read, matterId)
  if (!found.ok) return found
  const name = safeName(file.name)
  const sniffed = sniffAttachment(file.bytes, name)
  if (!sniffed.ok) return sniffed
  const sha256 = await deps.blobs.put(file.bytes)
  return deps.store.tx((write) => {
    const id = deps.ids.next()
    const size = file.bytes.byteLength
    write.matter.addFile({
      ...{ id, matterId, name, size, sha256 },
      mediaType: sniffed.value.mediaType,
      addedBy: principal.id,
      addedAt: deps.clock.now(),
    })
    record(deps, write, principal, 'matter.add-file', matterSubject(matterId), { file: id, sha256 })
    return accept({ id, name, size })
  })
}

/**
 * Reads a file of a matter; the log says who did. Refuses `matter.file-not-found`, `trust.role-missing`.
 * @example await readMatterFile(deps, principal, matterId, fileId)
 */
export async function readMatterFile(
  deps: Deps,
  principal: Principal,
  matterId: string,
  fileId: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }>> {
  const allowed = mayReadMatters(principal)
  if (!allowed.ok) return allowed
  const file = deps.store.read.matter.files(matterId).find(({ id }) => id === fileId)
  if (!file) return refuse('matter.file-not-found')
  const bytes = await deps.blobs.get(file.sha256)
  deps.store.tx((write) =>
    record(deps, write, principal, 'matter.read-file', matterSubject(matterId), { file: fileId }),
  )
  return accept({ bytes, name: file.name, mediaType: file.mediaType })
}
