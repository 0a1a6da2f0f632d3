import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { mayLieOnPaper } from '../../domain/sheet/print-state.ts'
import type { Deps } from '../deps.ts'
import { noticeOfPrint } from '../display/print/notice-of-print.ts'
import type { PrintSubject } from '../display/print/views.ts'
import { todayOf } from '../duty/today.ts'
import { recallLate } from '../notice/recall/open-recall.ts'
import { paperPrints } from '../notice/recall/paper-prints.ts'
import type { Principal } from '../principal.ts'
import { clockDoubtful } from './clock-doubt.ts'
import { requireBoard } from './require-board.ts'
import { requireDay } from './require-day.ts'

/** A sheet that was put up: of which edition, where, on which day, and who saw it. */
export type PuttingUp = {
  readonly edition: StoredEdition
  readonly boardId: string
  readonly on: CivilDate
  readonly witness: string
  readonly note: string
}

/** The newest printing of an edition that went to paper here, and its sheets; older ones stand in the log only. */
function printing(
  read: Reads,
  edition: StoredEdition,
): { readonly jobId: string | null; readonly pages: number | null } {
  const printed = paperPrints(read, edition).at(-1)
  const job = read.printJob
    .ofEdition(edition.hash)
    .find(
      ({ subject, cancelled, runs }) =>
        !cancelled &&
        runs.some(mayLieOnPaper) &&
        noticeOfPrint(read, JSON.parse(subject) as PrintSubject) === edition.noticeId,
    )
  const pages = job?.build?.pages ?? printed?.detail['pages']
  return { jobId: job?.id ?? null, pages: typeof pages === 'number' ? pages : null }
}

/**
 * Records that a sheet was put up (张贴日期, R-052), inside the caller's transaction: the one place through which every sheet gets
 * onto a wall. A plan for this edition and board is carried out by it and gives the sheet its id; of an edition that has gone it
 * goes on the recall list at once. Another edition of the notice that hangs there stays (S2). Gives the id of the sheet. Refuses
 * `board.not-found`, `unit.disabled`, `posting.named-persons`, `posting.circle-unnamed`, `posting.outside-circle`, `posting.date-invalid`, `posting.already-there`.
 * @example putUp(deps, write, read, principal, { edition, boardId, on: '2026-11-23', witness: '孙平', note: '' })
 */
export function putUp(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  { edition, boardId, on, witness, note }: PuttingUp,
): Result<string> {
  const board = requireBoard(read, edition, boardId)
  if (!board.ok) return board
  const now = deps.clock.now()
  const { today } = todayOf(read, now)
  const fits = requireDay(on, edition.publishDate, today)
  if (!fits.ok) return fits
  const standing = read.posting.sheets(read.posting.standing(boardId))
  const same = standing.filter(({ editionId }) => editionId === edition.id)
  if (same.some(({ postedOn }) => postedOn !== null)) {
    return refuse('posting.already-there', { board: board.value.name })
  }
  const plan = same.find(({ postedOn }) => postedOn === null)
  const id = plan?.id ?? deps.ids.next()
  if (plan) {
    write.posting.endPlan({
      ...{ planId: id, outcome: 'POSTED', reason: '', accountId: principal.id, at: now, onDay: on },
    })
  }
  write.recall.post({
    ...{ id, editionId: edition.id, boardId, postedOn: on, postedBy: principal.id, postedAt: now },
  })
  const paper = printing(read, edition)
  write.posting.detail({
    postingId: id,
    witness: witness.trim(),
    note: note.trim(),
    pages: paper.pages,
    printJobId: paper.jobId,
    clockDoubtful: clockDoubtful(deps),
  })
  const rowSha256 = read.posting.rowHash('PUT_UP', id)
  const detail = { boardId, hash: edition.hash, on, posting: id, rowSha256 }
  record(deps, write, principal, 'notice.post', { kind: 'notice', id: edition.noticeId }, detail)
  recallLate({ write, read, at: now, on: today }, edition)
  return accept(id)
}
