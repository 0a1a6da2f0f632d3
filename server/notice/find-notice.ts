import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import { mayAct, type NoticeAction } from '../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/**
 * Finds a notice that an action is possible on. Refuses `notice.not-found`, `notice.wrong-state`.
 * @example findNotice(read, id, 'SUBMIT')
 */
export function findNotice(read: Reads, id: string, action: NoticeAction | null): Result<StoredNotice> {
  const notice = read.notice.byId(id)
  if (!notice) return refuse('notice.not-found')
  if (action !== null && !mayAct(notice.state, action)) {
    return refuse('notice.wrong-state', { state: notice.state, action })
  }
  return accept(notice)
}

/**
 * Refuses `notice.draft-conflict`, naming who saved last, when somebody has saved since the revision a person works on.
 * @example requireRevision(read, notice, 7)
 */
export function requireRevision(read: Reads, notice: StoredNotice, revision: number): Result<true> {
  if (notice.revision === revision) return accept(true)
  const by = read.office.accountById(notice.updatedBy)?.name ?? ''
  return refuse('notice.draft-conflict', { by, at: notice.updatedAt, revision: notice.revision })
}
