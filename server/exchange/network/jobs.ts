import type { NetworkJobView } from './views.ts'

/** A sending that can be watched and cancelled. */
export type NetworkJob = {
  readonly view: () => NetworkJobView
  /** Asks it to stop; what the county has already stays there, and the next sending goes on from it. */
  readonly cancel: () => void
  /** Resolves when it has ended, however it ended; never rejects. */
  readonly ended: Promise<void>
}

/** The one sending at a time of this program; held in memory, since what was sent stands at the county. */
export type NetworkJobs = {
  /** The one that runs, or ran last; null before the first. */
  readonly current: () => NetworkJob | null
  readonly begin: (job: NetworkJob) => void
  /** Cancels what runs and waits for its end. */
  readonly close: () => Promise<void>
}

/**
 * Opens the place for the running sending.
 * @example openNetworkJobs().current() // null
 */
export function openNetworkJobs(): NetworkJobs {
  let current: NetworkJob | null = null
  return {
    current: () => current,
    begin: (job) => {
      current = job
    },
    close: async () => {
      current?.cancel()
      await current?.ended
    },
  }
}
