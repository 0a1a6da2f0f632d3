import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { openRun } from '../open-run.ts'

/** Where one sheet of many stands. */
export type ManyState = 'BUILDING' | 'READY' | 'UNDECIDED' | 'FAILED' | 'SENT' | 'DONE' | 'CANCELLED'

/**
 * Where one sheet of many stands, in the words of that list: a sheet whose last sending is told of and left nothing open is
 * ready again.
 * @example manyState({ ...job, state: 'READY', undecided: true }) // 'UNDECIDED'
 */
export function manyState(job: PrintJobView): ManyState {
  if (openRun(job) !== undefined || job.state === 'SENT' || job.state === 'UNSURE') return 'SENT'
  if (job.state === 'READY') return job.undecided ? 'UNDECIDED' : 'READY'
  return job.state
}

/** How many of them stand in each state. */
export function countStates(jobs: readonly PrintJobView[]): Readonly<Record<ManyState, number>> {
  const counts = { BUILDING: 0, READY: 0, UNDECIDED: 0, FAILED: 0, SENT: 0, DONE: 0, CANCELLED: 0 }
  for (const job of jobs) counts[manyState(job)] += 1
  return counts
}
