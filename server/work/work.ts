import { Worker } from 'node:worker_threads'
import type { TaskAnswer, TaskCall, TaskInput, TaskOutput, Tasks } from './tasks.ts'

/** Runs heavy work beside the server. */
export type Work = {
  /**
   * Runs one piece of work in the worker thread, after those that were asked for before; rejects when it broke, which is
   * a fault of the product, and with `WorkTimedOut` when it took too long or too much memory, which is one of the file.
   */
  readonly run: <Name extends keyof Tasks>(name: Name, input: TaskInput<Name>) => Promise<TaskOutput<Name>>
  /** Ends the worker thread; work under way is given up. */
  readonly close: () => Promise<void>
}

/**
 * How long, in milliseconds, the worker may be idle after a piece of work before it is ended, and a piece of work may take;
 * and how much memory, in megabytes.
 */
export type WorkLimits = {
  readonly idle: (after: keyof Tasks) => number
  readonly task: (name: keyof Tasks) => number
  readonly memory?: number
}

/**
 * A piece of work took longer, or more memory, than any file an office has needs; a file made to stop the program looks like this.
 * @example if (error instanceof WorkTimedOut) return refuse('request.file-too-slow')
 */
export class WorkTimedOut extends Error {
  constructor(name: keyof Tasks, what: 'too long' | 'too much memory' = 'too long') {
    super(`heavy work took ${what}: ${name}`)
  }
}

type Job = {
  readonly call: TaskCall
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}
type Running = { readonly job: Job; readonly worker: Worker; readonly timer: NodeJS.Timeout }

// Somebody who imports one file often imports another; duties are seen to once a day, large receipts are rarer still, and their memory is
// wanted back.
const LIMITS: WorkLimits = {
  idle: (after) => (after === 'keepDuties' || after === 'takeReceipts' ? 1000 : 30_000),
  task: () => 120_000,
}
const MEMORY_MB = 1024

/**
 * Opens a worker for heavy work: reading and cleaning of files, checking of PDFs. One thread, started at the first piece
 * of work and ended half a minute after the last, so that its libraries and memory are gone while nothing is imported,
 * and a kiosk never waits for a spreadsheet. One piece at a time: a worker that dies or has to be ended takes only the
 * piece it was at with it, and the next one starts fresh.
 * @example await openWork().run('readPdfPages', bytes)
 */
export function openWork(limits: WorkLimits = LIMITS): Work {
  const queue: Job[] = []
  let running: Running | null = null
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let calls = 0

  const drop = (): Promise<unknown> => {
    // Forgotten first: ending takes a while, and what is asked for meanwhile must not go to a thread that is being ended.
    const ended = worker
    worker = null
    return ended?.terminate() ?? Promise.resolve()
  }
  const settle = (settled: Running, answer: (job: Job) => void): void => {
    if (running !== settled) return
    clearTimeout(settled.timer)
    running = null
    answer(settled.job)
    next(settled.job.call.name)
  }
  const lost = (from: Worker, error: Error): void => {
    if (worker === from) worker = null
    if (running?.worker === from) settle(running, (job) => job.reject(error))
  }
  const start = (): Worker => {
    // Run from a checkout the worker is TypeScript like everything else; built, it is JavaScript.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const started = new Worker(new URL(`./worker.${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.memory ?? MEMORY_MB },
    })
    started.unref()
    started.on('message', (answer: TaskAnswer) => {
      if (running?.worker !== started || running.job.call.call !== answer.call) return
      settle(running, (job) => {
        if (answer.done) job.resolve(answer.output)
        else job.reject(new Error(`heavy work failed: ${answer.fault}`))
      })
    })
    started.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException
      const job = running?.worker === started ? running.job : null
      if (code === 'ERR_WORKER_OUT_OF_MEMORY' && job) {
        lost(started, new WorkTimedOut(job.call.name, 'too much memory'))
      } else lost(started, new Error(`heavy work died: ${code ?? error.name}`))
    })
    started.on('exit', () => lost(started, new Error('heavy work ended')))
    return started
  }
  const next = (after: keyof Tasks): void => {
    if (running) return
    clearTimeout(idle)
    const job = queue.shift()
    if (!job) {
      worker?.unref()
      idle = setTimeout(() => void drop(), limits.idle(after)).unref()
      return
    }
    worker ??= start()
    worker.ref()
    const { name } = job.call
    const timer = setTimeout(() => {
      void drop()
      settle(begun, ({ reject }) => reject(new WorkTimedOut(name)))
    }, limits.task(name))
    const begun: Running = { job, worker, timer: timer.unref() }
    running = begun
    worker.postMessage(job.call)
  }
  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        queue.push({ call: { call: ++calls, name, input }, resolve: resolve as Job['resolve'], reject })
        next(name)
      }),
    close: async () => {
      const ended = drop()
      const given = queue.splice(0)
      if (running) settle(running, (job) => job.reject(new Error('heavy work ended')))
      for (const { reject } of given) reject(new Error('heavy work ended'))
      clearTimeout(idle)
      await ended
    },
  }
}
