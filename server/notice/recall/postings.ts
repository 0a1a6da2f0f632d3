import type { CivilDate } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { todayOf } from '../../duty/today.ts'
import { putUp } from '../../posting/put-up.ts'
import { requireEdition } from '../../posting/require-board.ts'
import { requireDay } from '../../posting/require-day.ts'
import { takeDown } from '../../posting/take-down.ts'
import { type Principal, requireRole } from '../../principal.ts'

/**
 * Records that a sheet was put up on a board of the wall (张贴日期, R-052): of the edition in force, or late of one that is named;
 * of an edition that has gone it goes on the recall list at once. Needs HANDLER or DEPUTY_LEADER. Refuses what `putUp` refuses,
 * `notice.not-found`, `notice.wrong-state`, `notice.edition-not-found`.
 * @example postSheet(deps, handler, id, { boardId, postedOn: '2026-11-23' })
 */
export function postSheet(
  deps: Deps,
  principal: Principal,
  id: string,
  input: {
    readonly boardId: string
    readonly postedOn: CivilDate
    readonly editionNumber?: number | undefined
    readonly witness?: string | undefined
  },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const edition = requireEdition(read, id, input.editionNumber)
    if (!edition.ok) return edition
    const { boardId, postedOn: on, witness = '' } = input
    const put = putUp(deps, write, read, principal, {
      edition: edition.value,
      boardId,
      on,
      witness,
      note: '',
    })
    return put.ok ? accept(true) : put
  })
}

/**
 * Records that a sheet was taken down; what the recall list asked of it is done with that. Needs HANDLER or DEPUTY_LEADER. Refuses
 * `posting.not-found`, `posting.date-invalid`, `posting.early-removal` without a reason before its last day.
 * @example removeSheet(deps, handler, id, { postingId, removedOn: '2026-12-03' })
 */
export function removeSheet(
  deps: Deps,
  principal: Principal,
  id: string,
  input: {
    readonly postingId: string
    readonly removedOn: CivilDate
    readonly reason?: string | undefined
    readonly note?: string | undefined
  },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const [sheet] = read.posting.sheets([input.postingId])
    const hangs = sheet?.postedOn !== null && sheet?.removedOn === null && sheet.errorReason === null
    if (!sheet || sheet.noticeId !== id || sheet.postedOn === null || !hangs) {
      return refuse('posting.not-found')
    }
    const latest = read.posting.events([sheet.id]).at(-1)?.onDay ?? sheet.postedOn
    const fits = requireDay(input.removedOn, latest, todayOf(read, deps.clock.now()).today)
    if (!fits.ok) return fits
    const { removedOn: on, reason = '', note = '' } = input
    const taken = takeDown(deps, write, read, principal, sheet, { on, reason, note })
    if (!taken.ok) return taken
    record(deps, write, principal, 'notice.unpost', { kind: 'notice', id }, taken.value)
    return accept(true)
  })
}

/**
 * Ticks a place of the recall list off: taken down, or seen not to hang there. Needs HANDLER or DEPUTY_LEADER. A tick is final.
 * Refuses `recall.not-found`, `recall.already-done`, `posting.date-invalid`.
 * @example tickRecall(deps, handler, 7, { removedOn: '2026-11-23', note: '' })
 */
export function tickRecall(
  deps: Deps,
  principal: Principal,
  entryId: number,
  input: { readonly removedOn: CivilDate; readonly note: string },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const entry = read.recall.byId(entryId)
    if (!entry) return refuse('recall.not-found')
    if (entry.removedOn !== null) return refuse('recall.already-done')
    const edition = read.edition.byId(entry.editionId)
    const earliest = edition?.publishDate ?? entry.openedOn
    const fits = requireDay(input.removedOn, earliest, todayOf(read, deps.clock.now()).today)
    if (!fits.ok) return fits
    const { noticeId, editionId, boardId } = entry
    const note = input.note.trim()
    // Ticked before the sheets: what takes them down answers only what is still open.
    write.recall.tick({
      ...{ entryId, removedOn: input.removedOn, note, accountId: principal.id, at: deps.clock.now() },
    })
    const hanging = read.posting.sheets(read.posting.standing(boardId))
    for (const sheet of hanging.filter((one) => one.editionId === editionId && one.postedOn !== null)) {
      const seenOn = read.posting.events([sheet.id]).at(-1)?.onDay
      const seen = requireDay(input.removedOn, seenOn ?? input.removedOn, input.removedOn)
      if (!seen.ok) return seen
      const { postedOn } = sheet
      // Seen not to hang there on a day before it was put up: it was gone on the day it came.
      const on = postedOn !== null && input.removedOn < postedOn ? postedOn : input.removedOn
      const taken = takeDown(deps, write, read, principal, sheet, { on, reason: '', note })
      if (!taken.ok) return taken
      record(deps, write, principal, 'notice.unpost', { kind: 'notice', id: noticeId }, taken.value)
    }
    const detail = { boardId, editionNumber: entry.editionNumber, on: input.removedOn }
    record(deps, write, principal, 'notice.recall-tick', { kind: 'notice', id: noticeId }, detail)
    return accept(true)
  })
}
