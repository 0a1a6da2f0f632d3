import { accept, type Result } from '../../../domain/refusal.ts'
import type { ExpiredEdition } from '../../../db/repos/edition-record-repo.ts'
import type { Deps } from '../../deps.ts'
import { findNotice } from '../find-notice.ts'
import { takeDown } from '../take-down.ts'
import { expiryNote } from './expiry-note.ts'

/**
 * Turns what has run out into a withdrawal with the reason EXPIRED, in the name of who published it for so long; no public answer
 * has shown it since its minute anyway. What it was published for stays done.
 * @example endExpired(deps, { editionId: 7, noticeId, … })
 */
export function endExpired(
  deps: Deps,
  { editionId, noticeId, publishedBy, expiresAt }: ExpiredEdition,
): boolean {
  const ended = deps.store.tx((write, read): Result<boolean> => {
    const notice = findNotice(read, noticeId, null)
    const current = read.edition.byId(editionId)
    if (!notice.ok || current?.state !== 'PUBLISHED' || expiresAt > deps.clock.now()) return accept(false)
    const person = { id: publishedBy, name: read.office.accountById(publishedBy)?.name ?? '', roles: [] }
    takeDown(deps, write, read, person, notice.value, current, {
      reason: 'EXPIRED',
      note: expiryNote(),
      hideTitle: false,
      consolidatedInto: '',
      order: { authority: '', number: '' },
      detail: { scheduled: true, plannedAt: expiresAt },
    })
    return accept(true)
  })
  return ended.ok && ended.value
}
