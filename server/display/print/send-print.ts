import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { writePageRange } from '../../../domain/sheet/page-range.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { checkJob } from './check-subject.ts'
import { jobFile, type JobFile } from './job-file.ts'
import { handOver } from './hand-over.ts'
import { logJob, logPrint, recallPaper } from './log-print.ts'
import { launchOf } from './print-queue.ts'
import { findJob } from './print-jobs.ts'
import type { PrintJobView, PrintRoute } from './views.ts'

/** How a job is to go to paper; `pages` as typed, empty for all, `printer` empty where none is chosen. */
export type SendOrder = {
  readonly route: PrintRoute
  readonly printer: string
  readonly copies: number
  readonly pages: string
}

function checkState(job: PrintJobView): Result<true> {
  switch (job.state) {
    case 'READY':
    case 'DONE':
      return job.undecided ? refuse('print.undecided') : accept(true)
    case 'SENT':
    case 'UNSURE':
      return refuse('print.outcome-missing')
    case 'CANCELLED':
      return refuse('print.cancelled')
    case 'BUILDING':
    case 'FAILED':
      return refuse('print.not-built')
  }
}

async function checkMeans(deps: Deps, { route, printer }: SendOrder): Promise<Result<true>> {
  if (route === 'VIEWER') return deps.printers.view ? accept(true) : refuse('print.viewer-failed')
  if (route === 'BROWSER') return accept(true)
  const known = (await deps.printers.list()) ?? []
  return known.some(({ name }) => name === printer)
    ? accept(true)
    : refuse('print.printer-unknown', { printer })
}

const sending = new Set<string>()

/**
 * Sends a job to paper: looks again at what it says and who sends it, notes who sends what where before anything is handed over
 * and afterwards what the system said. Refuses `print.not-built`, `print.cancelled`, `print.undecided`, `print.outcome-missing` while nobody
 * has said what came out of the last sending, what `checkSubject` refuses, `print.pages-invalid`,
 * `print.file-gone`, `print.printer-unknown`, `print.printer-refused`, `print.printer-silent`, `print.viewer-failed`.
 * @example await sendPrint(deps, principal, id, { route: 'PRINTER', printer: 'HP-2055', copies: 2, pages: '1-3' }, address)
 */
export async function sendPrint(
  deps: Deps,
  principal: Principal,
  id: string,
  order: SendOrder,
  address: string,
): Promise<Result<PrintJobView>> {
  if (!deps.store.read.printJob.byId(id)) return refuse('print.job-not-found')
  const means = await checkMeans(deps, order)
  if (!means.ok) return means
  // Two clicks: the second must not become a second stack of paper.
  if (sending.has(id)) return refuse('print.outcome-missing')
  sending.add(id)
  try {
    // Read only now: while the printers were asked, it may have been sent or given up.
    const found = findJob(deps, id)
    if (!found.ok) return found
    const job = found.value
    for (const checked of [checkJob(deps, principal, id), checkState(job)]) if (!checked.ok) return checked
    const file = await jobFile(deps, job, order.pages)
    if (!file.ok) return file
    return await sendFile(deps, principal, job, order, file.value, address)
  } finally {
    sending.delete(id)
  }
}

async function sendFile(
  deps: Deps,
  principal: Principal,
  job: PrintJobView,
  order: SendOrder,
  file: JobFile,
  address: string,
): Promise<Result<PrintJobView>> {
  const { route, copies } = order
  const printer = route === 'PRINTER' ? order.printer : ''
  const pages = file.all ? '' : writePageRange(file.pages)
  const number = job.runs.length + 1
  const detail = { job: job.id, run: number }
  const run = deps.store.tx((write): Result<number> => {
    // Once more, now that nothing can come between: it may have been withdrawn or given up while the file was read.
    const now = findJob(deps, job.id)
    if (!now.ok) return now
    for (const still of [checkJob(deps, principal, job.id), checkState(now.value)])
      if (!still.ok) return still
    const sequence = write.printJob.addRun({
      ...{ jobId: job.id, number, route, printer, copies, pages },
      launch: launchOf(deps),
      accountId: principal.id,
      at: deps.clock.now(),
    })
    logPrint(deps, write, principal, job, { pages: file.pages.length, copies, route, ...detail })
    return accept(sequence)
  })
  if (!run.ok) return run
  const { ending, answer } = await handOver(deps, job, order, file, address)
  deps.store.tx((write) => {
    write.printJob.endRun({ run: run.value, ending, at: deps.clock.now() })
    if (ending === 'REFUSED') logJob(deps, write, principal, 'print.refused', detail)
    else recallPaper(deps, job.subject)
  })
  return answer.ok ? findJob(deps, job.id) : answer
}
