import type { StoredEdition } from '../../../db/repos/edition-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import type { PublicationStep, WithdrawalStep } from '../publication-steps.ts'
import { paperPrints } from './paper-prints.ts'

type Opening = {
  readonly write: Writes
  readonly read: Reads
  readonly noticeId: string
  readonly editionIds: readonly number[]
  readonly cause: 'WITHDRAWN' | 'CORRECTED'
  readonly at: string
  readonly on: CivilDate
}

/** Where sheets of an edition hang, by record; and where they may hang, since one was printed for the boards of its unit. */
function boardsOf(read: Reads, noticeId: string, editionId: number): Map<string, boolean> {
  const boards = new Map<string, boolean>()
  const edition = read.edition.byId(editionId)
  const printed = edition !== undefined && paperPrints(read, edition).length > 0
  const record = read.editionRecord.of(editionId)
  if (printed && record) {
    // Also on boards closed since: the paper did not come down with the entry in the list.
    for (const board of read.unit.boards()) {
      if (board.unitId === record.unitId) boards.set(board.id, false)
    }
  }
  // Newest first: the last thing recorded of a board is what counts there.
  const told = new Set<string>()
  for (const sheet of read.recall.postings(noticeId)) {
    if (sheet.editionId !== editionId || told.has(sheet.boardId)) continue
    told.add(sheet.boardId)
    if (sheet.removedOn === null) boards.set(sheet.boardId, true)
    else boards.delete(sheet.boardId)
  }
  return boards
}

function openRecall({ write, read, noticeId, editionIds, cause, at, on }: Opening): void {
  const known = read.recall.ofNotice(noticeId)
  for (const editionId of editionIds) {
    for (const [boardId, posted] of boardsOf(read, noticeId, editionId)) {
      const former = known.filter((entry) => entry.editionId === editionId && entry.boardId === boardId)
      const asked = former.some(({ removedOn }) => removedOn === null)
      // Ticked off once, it comes back only when somebody has put a sheet up again.
      if (asked || (former.length > 0 && !posted)) continue
      write.recall.open({ editionId, boardId, cause, posted, openedAt: at, openedOn: on })
    }
  }
}

/**
 * Asks for the old paper to come down when a 更正 replaces it: what is wrong on the wall is read longer than on any screen
 * (lessons §3.1). An update may hang on until the next round.
 * @example recallCorrected(step)
 */
export function recallCorrected({ write, read, noticeId, former, content, at, on }: PublicationStep): void {
  if (former === undefined || content.change?.kind !== 'CORRECTION') return
  const editionIds = read.edition
    .ofNotice(noticeId)
    .filter(({ state }) => state === 'SUPERSEDED')
    .map(({ id }) => id)
  openRecall({ write, read, noticeId, editionIds, cause: 'CORRECTED', at, on })
}

/**
 * Asks for the paper of a withdrawn notice to come down, board by board.
 * @example recallWithdrawn(step)
 */
export function recallWithdrawn({ write, read, noticeId, editionIds, at, on }: WithdrawalStep): void {
  openRecall({ write, read, noticeId, editionIds, cause: 'WITHDRAWN', at, on })
}

/**
 * Asks for paper of an edition that comes to light, or out of the printer, after the edition has gone: taken down, or replaced by
 * a 更正. Does nothing while the edition stands or was only updated.
 * @example recallLate({ write, read, at, on }, edition)
 */
export function recallLate(
  { write, read, at, on }: Pick<Opening, 'write' | 'read' | 'at' | 'on'>,
  { id, noticeId, state, indexNumber }: StoredEdition,
): void {
  const corrected = (): boolean =>
    read.editionRecord
      .changes(indexNumber)
      .some(({ editionId, kind }) => editionId > id && kind === 'CORRECTION')
  const cause =
    state === 'WITHDRAWN' ? 'WITHDRAWN' : state === 'SUPERSEDED' && corrected() ? 'CORRECTED' : null
  if (cause !== null) openRecall({ write, read, noticeId, editionIds: [id], cause, at, on })
}
