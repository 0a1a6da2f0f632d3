import type { JobProgress } from './job.ts'

/** Milliseconds between two words about the progress: a message for each of thousands of lines would cost more than the line. */
const PAUSE = 100

/**
 * Hands on how far something has got, but not more often than anybody looks.
 * @example const report = sparingly(clock.elapsed, post)
 */
export function sparingly(
  elapsed: () => number,
  report: (progress: JobProgress) => void,
): (progress: JobProgress) => void {
  let last = -PAUSE
  let step: JobProgress['step'] | null = null
  return (progress) => {
    const now = elapsed()
    if (progress.step === step && now - last < PAUSE) return
    last = now
    step = progress.step
    report(progress)
  }
}
