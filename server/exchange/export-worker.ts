import { parentPort } from 'node:worker_threads'
import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import type { Result } from '../../domain/refusal.ts'
import { openBlobStore } from '../../platform/blob-store.ts'
import { systemClock } from '../../platform/clock.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { type ExportSource, stagePackage, type StagedPackage } from './export-file.ts'
import { sparingly } from './export-progress.ts'
import type { JobProgress } from './job.ts'

/** What the thread is asked for. */
export type ExportRequest = Pick<
  ExportSource,
  'dataFolder' | 'version' | 'now' | 'whole' | 'free' | 'key' | 'nextKey'
> & {
  /** Name of the database. */
  readonly database: string
}

/** What the thread says. */
export type ExportWord =
  | { readonly word: 'PROGRESS'; readonly progress: JobProgress }
  | { readonly word: 'DONE'; readonly result: Result<StagedPackage> }
  | { readonly word: 'FAILED'; readonly fault: string; readonly code: string | null }

const port = parentPort
if (port === null) throw new Error('this file is the body of a worker thread')

const cancel = new AbortController()

async function work(request: ExportRequest): Promise<Result<StagedPackage>> {
  const { database: file, ...rest } = request
  const opened = openDatabase(file, { readonly: true })
  if (!opened.ok) return opened
  const store = storeOver(opened.value)
  try {
    // An edition is read once and not again: the 32 MB of pages that requests live on would only be memory here.
    opened.value.pragma('cache_size = -2000')
    // One transaction: everything is read as it stands now, whatever is published meanwhile.
    opened.value.exec('BEGIN')
    return await stagePackage({
      ...rest,
      read: store.read,
      blobs: openBlobStore(request.dataFolder),
      identity: () => loadAgeIdentity(request.dataFolder),
      signal: cancel.signal,
      report: sparingly(systemClock().elapsed, (progress) =>
        port?.postMessage({ word: 'PROGRESS', progress } satisfies ExportWord),
      ),
    })
  } finally {
    store.close()
  }
}

port.on('message', (message: ExportRequest | 'CANCEL') => {
  if (message === 'CANCEL') {
    cancel.abort()
    return
  }
  work(message).then(
    (result) => port.postMessage({ word: 'DONE', result } satisfies ExportWord),
    // Only what kind of fault it was: a message may quote what was read.
    (error: unknown) =>
      port.postMessage({
        word: 'FAILED',
        fault:
          error instanceof Error
            ? `${error.name} ${(error.stack ?? '').split('\n').slice(1, 6).join('')}`
            : 'unknown',
        code: (error as NodeJS.ErrnoException).code ?? null,
      } satisfies ExportWord),
  )
})
