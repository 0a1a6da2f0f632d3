import { Worker } from 'node:worker_threads'
import type { TaskAnswer, TaskCall, TaskInput, TaskOutput, Tasks } from './tasks.ts'

/** Runs heavy work beside the server. */
export type Work = {
  /** Runs one piece of work in the worker thread; rejects when it broke, which is a fault of the product. */
  readonly run: <Name extends keyof Tasks>(name: Name, input: TaskInput<Name>) => Promise<TaskOutput<Name>>
  /** Ends the worker thread; work under way is given up. */
  readonly close: () => Promise<void>
}

type Waiting = { readonly resolve: (output: never) => void; readonly reject: (error: Error) => void }

const IDLE_MS = 30_000
const MEMORY_MB = 1024

/**
 * Opens a worker for heavy work: reading and cleaning of files, checking of PDFs. One thread, started at the first piece
 * of work and ended half a minute after the last, so that its libraries and memory are gone while nothing is imported,
 * and a kiosk never waits for a spreadsheet. A worker that dies fails what it was doing and the next one starts fresh.
 * @example await openWork().run('readPdfPages', bytes)
 */
export function openWork(): Work {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let calls = 0

  const end = (ended: Worker, error: Error): void => {
    if (worker === ended) worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    // Run from a checkout the worker is TypeScript like everything else; built, it is JavaScript.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const started = new Worker(new URL(`./worker.${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    started.unref()
    started.on('message', (answer: TaskAnswer) => {
      const call = waiting.get(answer.call)
      waiting.delete(answer.call)
      if (answer.done) call?.resolve(answer.output as never)
      else call?.reject(new Error(`heavy work failed: ${answer.fault}`))
      if (waiting.size === 0) {
        started.unref()
        idle = setTimeout(() => void started.terminate(), IDLE_MS).unref()
      }
    })
    started.on('error', (error) =>
      end(started, new Error(`heavy work died: ${(error as NodeJS.ErrnoException).code ?? error.name}`)),
    )
    started.on('exit', () => end(started, new Error('heavy work ended')))
    return started
  }
  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        worker ??= start()
        worker.ref()
        const call = ++calls
        waiting.set(call, { resolve: resolve as Waiting['resolve'], reject })
        worker.postMessage({ call, name, input } satisfies TaskCall)
      }),
    close: async () => {
      clearTimeout(idle)
      await worker?.terminate()
    },
  }
}
