import type { Reads, Writes } from '../../db/store.ts'
import { actOnPosting } from '../../domain/posting/posting-machine.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { clockDoubtful } from './clock-doubt.ts'
import { sheetState } from './sheet-standing.ts'

/** What was entered in error: a sheet with everything on record of it, or one of its photographs. */
export type ErrorSubject = { readonly id: string; readonly photoId: string | null }

function requireSubject(read: Reads, { id, photoId }: ErrorSubject): Result<{ readonly boardId: string }> {
  const [sheet] = read.posting.sheets([id])
  if (!sheet) return refuse('posting.not-found')
  if (photoId === null) {
    const fits = actOnPosting(sheetState(sheet, read.posting.events([id])), 'MARK_ERROR')
    return fits.ok ? accept(sheet) : fits
  }
  const photo = read.posting.photos([id]).find((one) => one.id === photoId)
  if (!photo) return refuse('photo.not-found')
  return photo.errorReason === null ? accept(sheet) : refuse('photo.in-error')
}

function mark(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  {
    subject,
    boardId,
    reason,
  }: { readonly subject: ErrorSubject; readonly boardId: string; readonly reason: string },
): void {
  const { id, photoId } = subject
  const row = write.posting.error({
    ...{ postingId: id, photoId, reason, accountId: principal.id, at: deps.clock.now() },
    clockDoubtful: clockDoubtful(deps),
  })
  const rowSha256 = read.posting.rowHash('ERROR', row)
  const detail = { boardId, ...(photoId !== null && { photo: photoId }), rowSha256 }
  record(deps, write, principal, 'posting.error', { kind: 'posting', id }, detail)
}

/**
 * Marks a sheet or a photograph as entered in error: written down of the wrong sheet, board or day. It stays to be read with the
 * reason, and counts nowhere: not on the morning lists, not for the days to hang, not on certificates. A mark is final; what is right is
 * entered anew. Needs HANDLER or DEPUTY_LEADER. Gives the id of the sheet. Refuses `posting.not-found`, `posting.wrong-state` for
 * what was never put up, `photo.not-found`, `photo.in-error`, `posting.reason-required`.
 * @example enterError(deps, handler, { id, photoId: null }, { reason: '登记到了别的公开栏' })
 */
export function enterError(
  deps: Deps,
  principal: Principal,
  subject: ErrorSubject,
  input: { readonly reason: string },
): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const found = requireSubject(read, subject)
    if (!found.ok) return found
    const reason = input.reason.trim()
    if (reason === '') return refuse('posting.reason-required')
    mark(deps, write, read, principal, { subject, boardId: found.value.boardId, reason })
    return accept(subject.id)
  })
}
