import type { StoredAuditEvent } from '../../../db/repos/audit-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { mayLieOnPaper } from '../../../domain/sheet/print-state.ts'

/**
 * The printings of an edition as logged, oldest first, without those of which nothing came: refused by the printer, or said by
 * a person to have brought nothing. One that nobody has told of may lie on paper and counts. Where another notice has the same
 * text, its printings do not count, unless the log does not say of which notice they were.
 * @example paperPrints(read, edition).length > 0
 */
export function paperPrints(
  read: Reads,
  { hash, noticeId: own }: { readonly hash: string; readonly noticeId: string },
): readonly StoredAuditEvent[] {
  return read.audit.ofSubject('edition', hash).filter(({ action, detail }) => {
    const { job, run, noticeId = own } = detail
    if (action !== 'notice.print' || noticeId !== own) return false
    const runs = typeof job === 'string' ? read.printJob.byId(job)?.runs : undefined
    const sent = runs?.find(({ number }) => number === run)
    return sent === undefined || mayLieOnPaper(sent)
  })
}
