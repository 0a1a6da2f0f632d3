import type { PublicationStep } from '../publication-steps.ts'

/**
 * Ends the 定时发布 of a submission in the transaction that publishes it, whoever publishes: it can never come due again.
 * @example endSchedule(step)
 */
export function endSchedule({ write, read, submissionId, at }: PublicationStep): void {
  const schedule = read.schedule.of(submissionId)
  if (schedule) write.schedule.end(schedule.id, 'PUBLISHED', at)
}
