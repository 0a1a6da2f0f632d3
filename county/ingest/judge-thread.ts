import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../domain/refusal.ts'
import type {
  JudgedBatch,
  JudgingRules,
  ProvedPackage,
  ReaderCall,
  ReaderValue,
  ThreadAnswer,
} from './judged.ts'
import { PackageReader } from './package-reader.ts'

const MEMORY_MB = 1024
/** Of that for what is new, which is mostly lines that were just read: half of what the engine would take, and some 80 less in all for a large package. */
const YOUNG_MB = 24
/** Bytes; a smaller package is read faster than a thread starts. */
const WORTH_A_THREAD = 2 * 1024 ** 2

/** A package being read, so that judging and writing into the database go on side by side. */
export type JudgeThread = {
  /** Proves the package; refuses as `openPackage` does. */
  readonly open: (path: string, trustedKeys: readonly string[] | null) => Promise<ProvedPackage | Refusal>
  /** The records, judged, in batches. */
  readonly batches: (rules: JudgingRules) => AsyncGenerator<JudgedBatch>
  /** Keeps files of the package among the county's files. */
  readonly keep: (dataFolder: string, hashes: readonly string[]) => Promise<void>
  readonly end: () => Promise<void>
}

type Asked = {
  readonly ask: (call: ReaderCall) => Promise<ReaderValue>
  readonly end: () => Promise<unknown>
}

/**
 * Starts reading a package of so many bytes, a large one in a thread of its own: one that takes more memory than any honest one ends the
 * thread with an error, and not the program.
 * @example const thread = startJudging(size)
 */
export function startJudging(size: number): JudgeThread {
  const { ask, end } = size < WORTH_A_THREAD ? here() : inThread()
  return {
    open: async (path, trustedKeys) =>
      (await ask({ call: 'open', path, trustedKeys })) as ProvedPackage | Refusal,
    batches: async function* (rules) {
      await ask({ call: 'judge', rules })
      let batch = (await ask({ call: 'next' })) as JudgedBatch | null
      while (batch !== null) {
        // Asked for before this one is worked off: the two sides never wait for each other's whole turn.
        const next = ask({ call: 'next' })
        next.catch(() => undefined)
        yield batch
        batch = (await next) as JudgedBatch | null
      }
    },
    keep: async (dataFolder, hashes) => {
      if (hashes.length > 0) await ask({ call: 'keep', dataFolder, hashes })
    },
    end: async () => {
      await ask({ call: 'close' }).catch(() => undefined)
      await end()
    },
  }
}

function here(): Asked {
  const reader = new PackageReader()
  return {
    ask: async (call) => {
      const value = await reader.work(call)
      reader.goOn()
      return value
    },
    end: () => Promise.resolve(),
  }
}

function inThread(): Asked {
  // Run from a checkout the worker is TypeScript like everything else; built, it is JavaScript.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./judge-worker.${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  type Waiting = { readonly resolve: (value: ReaderValue) => void; readonly reject: (error: Error) => void }
  let waiting: Waiting | null = null
  let broken: Error | null = null
  const lost = (error: Error): void => {
    broken ??= error
    waiting?.reject(broken)
    waiting = null
  }
  worker.on('message', (answer: ThreadAnswer) => {
    const asked = waiting
    waiting = null
    if (answer.done) asked?.resolve(answer.value)
    else asked?.reject(new Error(`reading a package failed: ${answer.fault}`))
  })
  worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => lost(new Error('reading a package ended')))
  // One call after another, as they were asked.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    ask: (call) => {
      const answered = turn.then(
        () =>
          new Promise<ReaderValue>((resolve, reject) => {
            if (broken !== null) return reject(broken)
            waiting = { resolve, reject }
            worker.postMessage(call)
          }),
      )
      turn = answered.catch(() => undefined)
      return answered
    },
    end: () => worker.terminate(),
  }
}
