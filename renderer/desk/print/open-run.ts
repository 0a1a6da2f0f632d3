import type { PrintJobView, PrintRun } from '../../../server/display/print/views.ts'

/** The sending of a job that may lie on paper and nobody has said the outcome of yet; undefined when there is none. */
export function openRun(job: Pick<PrintJobView, 'runs'>): PrintRun | undefined {
  return job.runs.findLast(({ outcome, refused }) => outcome === null && !refused)
}
