import { join } from 'node:path'
import type { Logger } from 'pino'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { holdFile } from '../../platform/exclusive-file.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Principal } from '../principal.ts'
import type { JobKind, JobStep, PackageJobView } from './views.ts'

/** How far a job has got. */
export type JobProgress = PackageJobView['progress']

/** What a job has to keep to. */
export type JobHandle = {
  /** Fires when somebody cancels, and when the program is told to stop. */
  readonly signal: AbortSignal
  readonly report: (progress: JobProgress) => void
}

/** What came of a job: which package, and where a copy lies. */
export type JobOutcome = { readonly sequence: number | null; readonly place: string | null }

/** A job that has begun. */
export type StartedJob<T> = { readonly view: PackageJobView; readonly done: Promise<Result<T>> }

/** The one job of the exchange at a time, in all processes of the data folder. */
export type ExchangeJobs = {
  /**
   * Begins a job; refuses `package.export-running` while another one runs, here or in another process. `done` is what the work gives, or
   * `package.export-cancelled`; it rejects when the work broke, which is a fault of the product.
   */
  readonly start: <T extends JobOutcome>(
    job: { readonly kind: JobKind; readonly by: Pick<Principal, 'id' | 'name'>; readonly first: JobStep },
    work: (handle: JobHandle) => Promise<Result<T>>,
  ) => Result<StartedJob<T>>
  /** The job that runs, or the last one that ran here; null before the first. */
  readonly current: () => PackageJobView | null
  /** Asks the running job to stop; it stops at the next piece, and everything unfinished is taken away. */
  readonly cancel: () => void
  /** Cancels and waits for the end. */
  readonly close: () => Promise<void>
}

/**
 * Opens the place for jobs of the exchange. Two at once would take the same number and the same changes, or fill one stick from two sides.
 * @example deps.exchangeJobs.start({ kind: 'EXPORT', by: principal, first: 'PREPARE' }, work)
 */
export function openExchangeJobs(of: {
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  readonly dataFolder: string
}): ExchangeJobs {
  let view: PackageJobView | null = null
  let running: { readonly cancel: AbortController; readonly ended: Promise<unknown> } | null = null

  const settle = (ended: Partial<PackageJobView>): void => {
    running = null
    if (view !== null) view = { ...view, ...ended }
  }
  return {
    start: (job, work) => {
      if (running !== null) return refuse('package.export-running')
      const held = holdFile(join(of.dataFolder, 'export.lock'))
      if (held === null) return refuse('package.export-running')
      const cancel = new AbortController()
      const started: PackageJobView = {
        id: of.ids.next(),
        kind: job.kind,
        startedAt: of.clock.now(),
        startedBy: { id: job.by.id, name: job.by.name },
        state: 'RUNNING',
        progress: { step: job.first, done: 0, total: 0, bytes: 0 },
        sequence: null,
        place: null,
        refusal: null,
      }
      view = started
      const report = (progress: JobProgress): void => {
        if (view?.id === started.id) view = { ...view, progress }
      }
      const done = (async (): ReturnType<typeof work> => {
        try {
          const result = await work({ signal: cancel.signal, report })
          if (result.ok) {
            settle({ state: 'DONE', sequence: result.value.sequence, place: result.value.place })
          } else if (result.code === 'package.export-cancelled') {
            settle({ state: 'CANCELLED' })
          } else {
            settle({ state: 'REFUSED', refusal: { code: result.code, params: plain(result.params) } })
          }
          return result
        } catch (error) {
          // Nobody may wait for it: what broke is for the log, and the screen says that it failed.
          of.logger.error({ err: error, kind: job.kind }, 'job of the exchange failed')
          settle({ state: 'REFUSED', refusal: { code: 'request.failed', params: {} } })
          throw error
        } finally {
          held.letGo()
        }
      })()
      running = { cancel, ended: done.catch(() => undefined) }
      return accept({ view: started, done })
    },
    current: () => view,
    cancel: () => running?.cancel.abort(),
    close: async () => {
      running?.cancel.abort()
      await running?.ended
    },
  }
}

function plain(params: Readonly<Record<string, string | number | boolean>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  )
}
