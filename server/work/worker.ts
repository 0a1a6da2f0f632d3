import { parentPort } from 'node:worker_threads'
import { TASKS, type TaskAnswer, type TaskCall } from './tasks.ts'

const port = parentPort
if (port === null) throw new Error('this file is the body of a worker thread')

port.on('message', ({ call, name, input }: TaskCall) => {
  const task = TASKS[name] as (input: unknown) => Promise<unknown>
  task(input).then(
    (output) => port.postMessage({ call, done: true, output } satisfies TaskAnswer),
    // Only what kind of fault it was: a library's message may quote the file it choked on.
    (error: unknown) =>
      port.postMessage({
        call,
        done: false,
        fault:
          error instanceof Error
            ? `${error.name} ${(error.stack ?? '').split('\n').slice(1, 6).join('')}`
            : 'unknown',
      } satisfies TaskAnswer),
  )
})
