import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import {
  checkReview,
  checkUndisclosedEntry,
  type ReviewOutcome,
  type UndisclosedEntry,
} from '../../domain/register/undisclosed-matter.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { createNotice, writeDraft } from '../notice/edit-notice.ts'
import { type Principal, requireRole } from '../principal.ts'
import { matterDetail, REVIEWING_ROLES, wroteEntry } from './undisclosed-views.ts'
import type { MatterDetail } from './views.ts'

const subject = (id: string) => ({ kind: 'undisclosed', id })

/** Checks an entry against what the office has: its units, its people, its day. */
function checkEntry(deps: Deps, read: Reads, entry: UndisclosedEntry): Result<UndisclosedEntry> {
  const checked = checkUndisclosedEntry(entry, civilDateOf(deps.clock.now()))
  if (!checked.ok) return checked
  if (!read.unit.byId(entry.unitId)) return refuse('unit.not-found')
  const reviewer = read.office.accountById(entry.reviewerId)
  if (!reviewer || !REVIEWING_ROLES.some((role) => reviewer.roles.includes(role))) {
    return refuse('register.reviewer-invalid')
  }
  return checked
}

/**
 * Puts a matter that is not disclosed on record. Needs HANDLER. Refuses what `checkUndisclosedEntry` refuses,
 * `unit.not-found`, `register.reviewer-invalid`. The log holds codes and dates, never a word of the entry.
 * @example enterMatter(deps, handler, entry)
 */
export function enterMatter(deps: Deps, principal: Principal, entry: UndisclosedEntry): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const checked = checkEntry(deps, read, entry)
    if (!checked.ok) return checked
    const now = deps.clock.now()
    const id = deps.ids.next()
    const by = { enteredBy: principal.id, enteredAt: now, editedBy: principal.id, editedAt: now }
    write.undisclosed.insert({ ...checked.value, id, ...by })
    const { ground, reviewDue } = checked.value
    record(deps, write, principal, 'undisclosed.enter', subject(id), { ground, reviewDue })
    return matterDetail(read, principal, id, civilDateOf(now))
  })
}

/**
 * Corrects an entry before its first re-review; from then on it is what was decided on. Needs HANDLER. Refuses
 * `register.not-found`, `register.wrong-state` and what `enterMatter` refuses.
 * @example editMatter(deps, handler, id, { ...entry, title: '…' })
 */
export function editMatter(
  deps: Deps,
  principal: Principal,
  id: string,
  entry: UndisclosedEntry,
): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const before = read.undisclosed.byId(id)
    if (!before) return refuse('register.not-found')
    if (read.undisclosed.reviews(id).length > 0) return refuse('register.wrong-state')
    const checked = checkEntry(deps, read, entry)
    if (!checked.ok) return checked
    const now = deps.clock.now()
    const after = checked.value
    const fields = (Object.keys(after) as (keyof UndisclosedEntry)[]).filter(
      (field) => after[field] !== before[field],
    )
    if (fields.length === 0) return matterDetail(read, principal, id, civilDateOf(now))
    write.undisclosed.update(id, { ...after, editedBy: principal.id, editedAt: now })
    record(deps, write, principal, 'undisclosed.edit', subject(id), { fields: fields.join(',') })
    return matterDetail(read, principal, id, civilDateOf(now))
  })
}

/**
 * Decides a re-review (条例第18条). Needs REVIEWER, SECRECY_REVIEWER or DEPUTY_LEADER, and not the person who wrote the
 * entry. Refuses `register.not-found`, `register.wrong-state` when nothing is withheld any more,
 * `register.author-may-not-review`, and what `checkReview` refuses.
 * @example reviewMatter(deps, reviewer, id, { outcome: 'STILL_WITHHELD', reason: '仍属内部讨论', nextDue: null })
 */
export function reviewMatter(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly outcome: ReviewOutcome; readonly reason: string; readonly nextDue: string | null },
): Result<MatterDetail> {
  const allowed = requireRole(principal, ...REVIEWING_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const matter = read.undisclosed.byId(id)
    if (!matter) return refuse('register.not-found')
    if (wroteEntry(matter, principal.id)) return refuse('register.author-may-not-review')
    if (read.undisclosed.reviews(id).at(-1)?.outcome === 'DISCLOSED') return refuse('register.wrong-state')
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const checked = checkReview(input, today)
    if (!checked.ok) return checked
    const { outcome, reason, nextDue } = checked.value
    write.undisclosed.addReview({
      matterId: id,
      outcome,
      reason,
      nextDue,
      reviewedBy: principal.id,
      reviewedAt: now,
      reviewedOn: today,
    })
    record(deps, write, principal, 'undisclosed.review', subject(id), {
      outcome,
      ...(nextDue !== null && { nextDue }),
    })
    return matterDetail(read, principal, id, today)
  })
}

/**
 * Begins the notice that a re-review decided on; it takes the title along unless that is an alias. Needs HANDLER. Refuses
 * `register.not-found`, and `register.wrong-state` when the newest review discloses nothing or has a draft already.
 * @example startDisclosure(deps, handler, id) // { ok: true, value: { noticeId: '0193…' } }
 */
export function startDisclosure(
  deps: Deps,
  principal: Principal,
  id: string,
): Result<{ readonly noticeId: string }> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<{ readonly noticeId: string }> => {
    const matter = read.undisclosed.byId(id)
    if (!matter) return refuse('register.not-found')
    const last = read.undisclosed.reviews(id).at(-1)
    if (!last || last.outcome === 'STILL_WITHHELD' || last.noticeId !== null) {
      return refuse('register.wrong-state')
    }
    const created = createNotice(deps, principal, { catalogueItemId: null })
    if (!created.ok) return created
    const notice = read.notice.byId(created.value)
    if (!notice) throw new Error('a notice that was just made is there')
    const content = {
      ...notice.content,
      title: matter.alias ? '' : matter.title,
      documentNumber: matter.documentNumber,
      documentDate: matter.documentNumber === '' ? null : matter.producedOn,
    }
    const written = writeDraft(deps, write, read, principal, notice.id, {
      revision: notice.revision,
      content,
    })
    if (!written.ok) return written
    write.undisclosed.addDraft(last.sequence, notice.id)
    record(deps, write, principal, 'undisclosed.start-draft', subject(id), { noticeId: notice.id })
    return accept({ noticeId: notice.id })
  })
}
