import type { PrintState } from '../../../domain/sheet/print-state.ts'
import type { Deps } from '../../deps.ts'
import { jobView } from './job-view.ts'
import { MOST_SHEETS } from './print-jobs.ts'
import type { PrintHistory, PrintJobView } from './views.ts'

/** States in which a person has still something to do. */
const OPEN: ReadonlySet<PrintState> = new Set(['BUILDING', 'READY', 'FAILED', 'SENT', 'UNSURE'])

/** Jobs of one answer of the history. */
const PAGE = 50

/**
 * Print jobs with which a person has still something to do, newest first: every one whose paper nobody has told of, however
 * many wait, and the newest 200 of the others.
 * @example listOpenPrints(deps).length
 */
export function listOpenPrints(deps: Deps): readonly PrintJobView[] {
  const { untold, unsettled } = deps.store.read.printJob
  const found = untold().map((job) => ({ sequence: job.sequence, view: jobView(deps, job) }))
  const most = found.length + MOST_SHEETS
  for (let before = Number.MAX_SAFE_INTEGER; found.length < most;) {
    const jobs = unsettled(MOST_SHEETS, before)
    for (const job of jobs) {
      const view = jobView(deps, job)
      if (OPEN.has(view.state) && found.length < most) found.push({ sequence: job.sequence, view })
    }
    const last = jobs.at(-1)
    if (!last || jobs.length < MOST_SHEETS) break
    before = last.sequence
  }
  return found.toSorted((one, other) => other.sequence - one.sequence).map(({ view }) => view)
}

/**
 * What was ever sent to paper, the last sent first, 50 at a time: of all, of one notice, or with words in the title. `before` is
 * the job after which to go on. What was only looked at is no part of it.
 * @example printHistory(deps, { words: '停电' }).jobs[0]?.runs
 */
export function printHistory(
  deps: Deps,
  {
    words = '',
    noticeId,
    before,
  }: {
    readonly words?: string | undefined
    readonly noticeId?: string | undefined
    readonly before?: string | undefined
  },
): PrintHistory {
  const { edition, printJob } = deps.store.read
  const last = before === undefined ? undefined : printJob.byId(before)?.runs.at(-1)?.sequence
  const hashes = noticeId === undefined ? null : edition.ofNotice(noticeId).map(({ hash }) => hash)
  const found = printJob.printed(PAGE + 1, { words: words.trim(), hashes, before: last ?? null })
  const jobs = found.slice(0, PAGE)
  const next = found.length > PAGE ? (jobs.at(-1)?.id ?? null) : null
  return { jobs: jobs.map((job) => jobView(deps, job)), next }
}
