import type { CivilDate } from '../../domain/notice/content.ts'
import { actOnPosting, type PostingAction } from '../../domain/posting/posting-machine.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type AuditAction, record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from '../duty/today.ts'
import { removeSheet } from '../notice/recall/postings.ts'
import { type Principal, requireRole } from '../principal.ts'
import { clockDoubtful } from './clock-doubt.ts'
import { putUp } from './put-up.ts'
import { requireDay } from './require-day.ts'
import { sheetState } from './sheet-standing.ts'

/** What can happen between putting up and taking down. */
export type RoundAction = Extract<PostingAction, 'CHECK' | 'DAMAGE' | 'REPOST'>

const ROUND_LOG: Readonly<Record<RoundAction, AuditAction>> = {
  CHECK: 'posting.check',
  DAMAGE: 'posting.damage',
  REPOST: 'posting.repost',
}

/**
 * Records that a planned sheet was put up. Needs HANDLER or DEPUTY_LEADER. Refuses `posting.not-found`, `posting.wrong-state`, and
 * what `putUp` refuses.
 * @example postPlanned(deps, handler, id, { on: '2026-11-23', witness: '孙平', note: '' })
 */
export function postPlanned(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly on: CivilDate; readonly witness: string; readonly note: string },
): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const [sheet] = read.posting.sheets([id])
    if (!sheet) return refuse('posting.not-found')
    const fits = actOnPosting(sheetState(sheet, read.posting.events([id])), 'POST')
    if (!fits.ok) return fits
    const edition = read.edition.byId(sheet.editionId)
    if (!edition) throw new Error('a plan names an edition')
    return putUp(deps, write, read, principal, { edition, boardId: sheet.boardId, ...input })
  })
}

/**
 * Records a round: seen whole, found damaged, put up again after damage. Needs HANDLER or DEPUTY_LEADER. Refuses
 * `posting.not-found`, `posting.wrong-state`, `posting.date-invalid`.
 * @example followSheet(deps, handler, id, 'CHECK', { on: '2026-11-24', note: '' })
 */
export function followSheet(
  deps: Deps,
  principal: Principal,
  id: string,
  action: RoundAction,
  { on, note }: { readonly on: CivilDate; readonly note: string },
): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const [sheet] = read.posting.sheets([id])
    if (!sheet) return refuse('posting.not-found')
    const events = read.posting.events([id])
    const next = actOnPosting(sheetState(sheet, events), action)
    if (!next.ok) return next
    const at = deps.clock.now()
    const fits = requireDay(on, events.at(-1)?.onDay ?? sheet.postedOn ?? on, todayOf(read, at).today)
    if (!fits.ok) return fits
    const event = write.posting.event({
      postingId: id,
      kind: next.value as 'CHECKED' | 'DAMAGED' | 'REPOSTED',
      onDay: on,
      note: note.trim(),
      clockDoubtful: clockDoubtful(deps),
      accountId: principal.id,
      at,
    })
    const detail = { boardId: sheet.boardId, on, rowSha256: read.posting.rowHash('ROUND', event) }
    record(deps, write, principal, ROUND_LOG[action], { kind: 'posting', id }, detail)
    return accept(id)
  })
}

/**
 * Records that a sheet came down. Needs HANDLER or DEPUTY_LEADER. Refuses `posting.not-found`, `posting.wrong-state`,
 * `posting.date-invalid`, `posting.early-removal`.
 * @example removePosting(deps, handler, id, { on: '2026-03-17', reason: '', note: '' })
 */
export function removePosting(
  deps: Deps,
  principal: Principal,
  id: string,
  { on, reason, note }: { readonly on: CivilDate; readonly reason: string; readonly note: string },
): Result<string> {
  const { read } = deps.store
  const [sheet] = read.posting.sheets([id])
  if (!sheet) return refuse('posting.not-found')
  const fits = actOnPosting(sheetState(sheet, read.posting.events([id])), 'REMOVE')
  if (!fits.ok) return fits
  const input = { postingId: id, removedOn: on, reason, note }
  const removed = removeSheet(deps, principal, sheet.noticeId, input)
  return removed.ok ? accept(id) : removed
}
