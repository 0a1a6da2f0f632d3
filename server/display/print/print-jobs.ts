import type { Writes } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { jobView } from './job-view.ts'
import { startPrinting } from './print-queue.ts'
import { sheetToPrint } from './print-subject.ts'
import type { PrintJobView, PrintSubject } from './views.ts'

/** One sheet somebody wants; `templateId` null leaves the choice to the program. */
export type NewPrintJob = { readonly subject: PrintSubject; readonly templateId: string | null }

/** As many sheets as a walk along the boards takes; more would keep a printer busy for half a day. */
export const MOST_SHEETS = 200

/**
 * Notes one sheet that somebody wants, and gives the id of its job. One that was taken down since it was chosen is noted as
 * failed if `among` others: the rest is printed all the same.
 */
function note(
  deps: Deps,
  write: Writes,
  principal: Principal,
  { subject, templateId }: NewPrintJob,
  among: boolean,
): Result<string> {
  const { ids, clock, store } = deps
  const job = {
    ...{ id: ids.next(), templateId, accountId: principal.id, at: clock.now() },
    subject: JSON.stringify(subject),
  }
  const sheet = sheetToPrint(deps, principal, { subject, templateId, byHand: [] })
  if (sheet.ok) {
    const { title, edition } = sheet.value
    write.printJob.add({
      ...job,
      title,
      editionHash: edition?.hash ?? null,
      current: edition?.current ?? null,
    })
    return accept(job.id)
  }
  const { code, params } = sheet
  const edition =
    subject.kind === 'EDITION' ? store.read.edition.byHash(subject.hash, subject.noticeId) : undefined
  if (!among || !edition || code.startsWith('trust.')) return sheet
  const content = JSON.parse(edition.content) as PublicContent
  write.printJob.add({ ...job, title: content.title, editionHash: edition.hash, current: null })
  const refusal = JSON.stringify(
    code === 'notice.not-found' ? refuse('print.edition-gone') : { code, params },
  )
  write.printJob.addBuild({ jobId: job.id, decided: false, refusal, at: job.at })
  return accept(job.id)
}

/**
 * Notes what is to be printed, in the order given, and begins to make the PDFs; the answer does not wait for them. Of many, an
 * edition that may be printed no more is a failed job of its own. `address` is that of the public mount. Refuses what
 * `sheetToPrint` refuses, and then notes none.
 * @example createPrintJobs(deps, principal, [{ subject, templateId: null }], 'http://127.0.0.1:8632')
 */
export function createPrintJobs(
  deps: Deps,
  principal: Principal,
  wanted: readonly NewPrintJob[],
  address: string,
): Result<readonly PrintJobView[]> {
  const done = deps.store.tx((write): Result<readonly string[]> => {
    const ids: string[] = []
    for (const sheet of wanted) {
      const noted = note(deps, write, principal, sheet, wanted.length > 1)
      if (!noted.ok) return noted
      ids.push(noted.value)
    }
    return accept(ids)
  })
  if (!done.ok) return done
  startPrinting(deps, address)
  return accept(done.value.map((id) => findJob(deps, id)).flatMap((job) => (job.ok ? [job.value] : [])))
}

/**
 * A print job. Refuses `print.job-not-found`.
 * @example findJob(deps, id).value.state // 'READY'
 */
export function findJob(deps: Deps, id: string): Result<PrintJobView> {
  const job = deps.store.read.printJob.byId(id)
  return job ? accept(jobView(deps, job)) : refuse('print.job-not-found')
}
