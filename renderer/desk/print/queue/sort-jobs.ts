import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { openRun } from '../open-run.ts'

/** What the queue asks of a person, the most pressing first. */
export const QUEUE_PARTS = ['UNSURE', 'OUTCOME', 'FAILED', 'WAITING'] as const
/** One part. */
export type QueuePart = (typeof QUEUE_PARTS)[number]

/**
 * The part of the queue a job belongs to; null when nothing is to be done with it. Sent but untold asks for the outcome,
 * made but never sent waits.
 * @example queuePart({ ...job, state: 'UNSURE' }) // 'UNSURE'
 */
export function queuePart(job: PrintJobView): QueuePart | null {
  if (job.state === 'UNSURE') return 'UNSURE'
  if (job.state === 'FAILED') return 'FAILED'
  if (job.state === 'DONE' || job.state === 'CANCELLED') return null
  return openRun(job) === undefined ? 'WAITING' : 'OUTCOME'
}
