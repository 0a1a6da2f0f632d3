import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { isForThePen } from '../../../domain/sheet/by-hand.ts'
import { readPageRange, writePageRange } from '../../../domain/sheet/page-range.ts'
import { tookNothing } from '../../../domain/sheet/print-state.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { logJob, recallPaper } from './log-print.ts'
import { findJob } from './print-jobs.ts'
import { letGoOf, startPrinting } from './print-queue.ts'
import type { PrintJobView, PrintRun, PrintSubject } from './views.ts'

/** What a person says came out of a sending; `pages` are those that came, when only a part did. */
export type ToldOutcome = {
  readonly run: number
  readonly came: NonNullable<PrintRun['outcome']>['came']
  readonly pages: string
}

/**
 * Notes what a person says came out. May be said again: the newest word counts, the earlier stays on record. Refuses
 * `print.job-not-found`, `print.run-not-found`, `print.pages-invalid` when a part is told without pages of it.
 * @example tellOutcome(deps, principal, id, { run: 1, came: 'PART', pages: '1-2' })
 */
export function tellOutcome(
  deps: Deps,
  principal: Principal,
  id: string,
  told: ToldOutcome,
): Result<PrintJobView> {
  const job = deps.store.read.printJob.byId(id)
  if (!job) return refuse('print.job-not-found')
  const run = job.runs.find(({ number }) => number === told.run)
  if (!run || tookNothing(run)) return refuse('print.run-not-found')
  const count = job.build?.pages ?? 0
  const pages = told.came === 'PART' ? readPageRange(told.pages, count) : []
  const sent = new Set(readPageRange(run.pages, count))
  const isPart = pages !== null && (told.came !== 'PART' || told.pages.trim() !== '')
  if (!isPart || !pages.every((page) => sent.has(page)))
    return refuse('print.pages-invalid', { pages: count })
  deps.store.tx((write) => {
    write.printJob.addOutcome({
      run: run.sequence,
      came: told.came,
      pages: writePageRange(pages),
      accountId: principal.id,
      at: deps.clock.now(),
    })
    logJob(deps, write, principal, 'print.outcome', {
      ...{ job: id, run: told.run, came: told.came },
      ...(told.came === 'PART' && { pages: pages.length }),
    })
    if (told.came !== 'NOTHING') recallPaper(deps, JSON.parse(job.subject) as PrintSubject)
  })
  return findJob(deps, id)
}

/**
 * Takes a person's decision on characters that are missing: those named are left for the pen, the rest is printed in the face
 * that stands in; what no face has can only be left. With any left for the pen the PDF is made anew. Once for each job. Refuses
 * `print.job-not-found`, `print.not-built`, `print.cancelled`, `print.decided`, `print.not-missing` for a character no face was
 * wanting for, and `print.undrawn` for one that would be printed as an empty box.
 * @example decideGlyphs(deps, principal, id, ['䶮'], 'http://127.0.0.1:8632')
 */
export function decideGlyphs(
  deps: Deps,
  principal: Principal,
  id: string,
  byHand: readonly string[],
  address: string,
): Result<PrintJobView> {
  const found = findJob(deps, id)
  if (!found.ok) return found
  const { state, undecided, type } = found.value
  if (state === 'CANCELLED') return refuse('print.cancelled')
  if (state !== 'READY' || type === null) return refuse('print.not-built')
  if (!undecided) return refuse('print.decided')
  const missing = new Set(type.missing.map(({ character }) => character))
  const other = byHand.find((character) => !missing.has(character) || !isForThePen(character))
  if (other !== undefined) return refuse('print.not-missing', { character: other })
  const empty = type.missing.find(
    ({ character, shownIn }) => shownIn === null && isForThePen(character) && !byHand.includes(character),
  )
  if (empty !== undefined) return refuse('print.undrawn', { character: empty.character })
  deps.store.tx((write) => {
    const at = deps.clock.now()
    write.printJob.decide({ jobId: id, byHand: [...new Set(byHand)], accountId: principal.id, at })
    logJob(deps, write, principal, 'print.decide', { job: id, byHand: byHand.length })
  })
  if (byHand.length > 0) startPrinting(deps, address)
  return findJob(deps, id)
}

/**
 * Gives a job up; nothing of it is deleted. What may lie on paper already cannot be given up: that is told first. Refuses
 * `print.job-not-found`, `print.outcome-missing`, `print.cancelled`.
 * @example cancelPrint(deps, principal, id)
 */
export function cancelPrint(deps: Deps, principal: Principal, id: string): Result<PrintJobView> {
  const done = deps.store.tx((write): Result<true> => {
    const found = findJob(deps, id)
    if (!found.ok) return found
    const { state } = found.value
    if (state === 'SENT' || state === 'UNSURE') return refuse('print.outcome-missing')
    if (state === 'CANCELLED') return refuse('print.cancelled')
    // Done is done: there is nothing left to give up.
    if (state === 'DONE') return accept(true)
    write.printJob.cancel({ jobId: id, accountId: principal.id, at: deps.clock.now() })
    logJob(deps, write, principal, 'print.cancel', { job: id })
    return accept(true)
  })
  if (done.ok) letGoOf(deps, id)
  return done.ok ? findJob(deps, id) : done
}
