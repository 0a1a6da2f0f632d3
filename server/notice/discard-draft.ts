import type { Reads, Writes } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { draftOf } from '../../domain/notice/public-content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'

// A file that was added goes off the working copy, one that was taken off comes back; none is deleted.
function restoreFiles(write: Writes, read: Reads, noticeId: string, content: PublicContent): void {
  const shown = new Set(content.attachments.map(({ id }) => id))
  for (const { id, removed } of read.attachment.everOfNotice(noticeId)) {
    if (removed === shown.has(id)) write.attachment.update(id, { removed: !removed })
  }
}

/**
 * Puts a next draft away that was begun by mistake or has become pointless: the working copy is the edition published last
 * again, text, place and files, and the notice is what that edition is, PUBLISHED or WITHDRAWN. Nothing of the editions
 * changes. Needs HANDLER. Refuses `notice.wrong-state`, also for a notice that was never published: there is nothing to go
 * back to.
 * @example discardDraft(deps, handler, id)
 */
export function discardDraft(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'DISCARD')
    if (!notice.ok) return notice
    const editions = read.edition.ofNotice(id)
    const last = editions[0]
    const submission = last && read.submission.byId(last.submissionId)
    if (!last || !submission) {
      return refuse('notice.wrong-state', { state: notice.value.state, action: 'DISCARD' })
    }
    const content = JSON.parse(last.content) as PublicContent
    const { catalogueItemId, modeReason, placement } = submission
    restoreFiles(write, read, id, content)
    if (placement) write.placement.set(id, placement)
    write.notice.update(id, {
      state: editions.some(({ state }) => state === 'PUBLISHED') ? 'PUBLISHED' : 'WITHDRAWN',
      content: draftOf(content, { catalogueItemId, disclosureModeReason: modeReason }),
      ...{ title: content.title, catalogueItemId, revision: notice.value.revision + 1 },
      ...{ updatedBy: principal.id, updatedAt: deps.clock.now() },
    })
    record(deps, write, principal, 'notice.discard-draft', { kind: 'notice', id }, { hash: last.hash })
    return accept(true)
  })
}
