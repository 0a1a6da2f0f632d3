import type { CivilDate } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { recallLate } from './open-recall.ts'

/**
 * Whether a day can be one on which something happened to a sheet: not before the sheet was there, not after today. Refuses
 * `posting.date-invalid`.
 * @example requireDay('2026-11-23', '2026-11-20', '2026-11-23').ok // true
 */
export function requireDay(day: CivilDate, earliest: CivilDate, today: CivilDate): Result<true> {
  return day < earliest || day > today ? refuse('posting.date-invalid', { earliest }) : accept(true)
}

/**
 * Records that a sheet was put up on a board of the wall (张贴日期, R-052): of the edition in force, or late of one that is named;
 * of an edition that has gone it goes on the recall list at once. Needs HANDLER or DEPUTY_LEADER. Refuses
 * `board.not-found`, `unit.disabled`, `posting.already-there`, `posting.date-invalid`, `notice.wrong-state`,
 * `notice.edition-not-found`.
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
  },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, null)
    if (!notice.ok) return notice
    const { editionNumber } = input
    const edition = read.edition
      .ofNotice(id)
      .find((one) =>
        editionNumber === undefined ? one.state === 'PUBLISHED' : one.editionNumber === editionNumber,
      )
    if (!edition && editionNumber !== undefined) return refuse('notice.edition-not-found')
    if (!edition) return refuse('notice.wrong-state', { state: notice.value.state, action: 'PUBLISH' })
    const board = read.unit.boards().find((one) => one.id === input.boardId)
    if (!board) return refuse('board.not-found')
    if (board.disabled) return refuse('unit.disabled', { name: board.name })
    const now = deps.clock.now()
    const fits = requireDay(input.postedOn, edition.publishDate, civilDateOf(now))
    if (!fits.ok) return fits
    const hangs = read.recall
      .postings(id)
      .some(
        (sheet) => sheet.editionId === edition.id && sheet.boardId === board.id && sheet.removedOn === null,
      )
    if (hangs) return refuse('posting.already-there', { board: board.name })
    write.recall.post({
      id: deps.ids.next(),
      editionId: edition.id,
      boardId: board.id,
      postedOn: input.postedOn,
      postedBy: principal.id,
      postedAt: now,
    })
    const detail = { boardId: board.id, hash: edition.hash, on: input.postedOn }
    record(deps, write, principal, 'notice.post', { kind: 'notice', id }, detail)
    recallLate({ write, read, at: now, on: civilDateOf(now) }, edition)
    return accept(true)
  })
}

/** What hangs of an edition on a board goes, and what was asked about it is answered; inside the caller's transaction. */
function takeSheetsDown(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  place: { readonly noticeId: string; readonly editionId: number; readonly boardId: string },
  gone: { readonly on: CivilDate; readonly note: string },
): void {
  const { noticeId, editionId, boardId } = place
  const at = deps.clock.now()
  const here = (one: {
    readonly editionId: number
    readonly boardId: string
    readonly removedOn: string | null
  }) => one.editionId === editionId && one.boardId === boardId && one.removedOn === null
  for (const sheet of read.recall.postings(noticeId).filter(here)) {
    // Seen not to hang there on a day before it was put up: it was gone on the day it came.
    const on = gone.on < sheet.postedOn ? sheet.postedOn : gone.on
    write.recall.remove({ postingId: sheet.id, removedOn: on, removedBy: principal.id, removedAt: at })
  }
  for (const entry of read.recall.ofNotice(noticeId).filter(here)) {
    write.recall.tick({ entryId: entry.id, removedOn: gone.on, note: gone.note, accountId: principal.id, at })
  }
}

/**
 * Records that a sheet was taken down; what the recall list asked of it is done with that. Needs HANDLER or DEPUTY_LEADER. Refuses
 * `posting.not-found`, `posting.date-invalid`.
 * @example removeSheet(deps, handler, id, { postingId, removedOn: '2026-12-03' })
 */
export function removeSheet(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly postingId: string; readonly removedOn: CivilDate },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const sheet = read.recall.postings(id).find((one) => one.id === input.postingId)
    if (!sheet || sheet.removedOn !== null) return refuse('posting.not-found')
    const fits = requireDay(input.removedOn, sheet.postedOn, civilDateOf(deps.clock.now()))
    if (!fits.ok) return fits
    const { editionId, boardId } = sheet
    takeSheetsDown(
      deps,
      write,
      read,
      principal,
      { noticeId: id, editionId, boardId },
      { on: input.removedOn, note: '' },
    )
    const detail = { boardId, editionNumber: sheet.editionNumber, on: input.removedOn }
    record(deps, write, principal, 'notice.unpost', { kind: 'notice', id }, detail)
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
    const fits = requireDay(input.removedOn, earliest, civilDateOf(deps.clock.now()))
    if (!fits.ok) return fits
    const { noticeId, editionId, boardId } = entry
    takeSheetsDown(
      deps,
      write,
      read,
      principal,
      { noticeId, editionId, boardId },
      {
        on: input.removedOn,
        note: input.note.trim(),
      },
    )
    const detail = { boardId, editionNumber: entry.editionNumber, on: input.removedOn }
    record(deps, write, principal, 'notice.recall-tick', { kind: 'notice', id: noticeId }, detail)
    return accept(true)
  })
}
