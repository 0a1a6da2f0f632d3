import { parentPort } from 'node:worker_threads'
import type { ReaderCall, ThreadAnswer } from './judged.ts'
import { PackageReader } from './package-reader.ts'

const port = parentPort
if (port === null) throw new Error('this file is the body of a worker thread')

const reader = new PackageReader()

port.on('message', (asked: ReaderCall) => {
  reader.work(asked).then(
    (value) => {
      port.postMessage({ done: true, value } satisfies ThreadAnswer)
      reader.goOn()
    },
    // Only what kind of fault it was: a message may quote what it choked on.
    (error: unknown) => {
      const { code, name } = error as { readonly code?: string; readonly name?: string }
      port.postMessage({ done: false, fault: code ?? name ?? 'unknown' } satisfies ThreadAnswer)
    },
  )
})
