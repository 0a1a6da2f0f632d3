import { Worker } from 'node:worker_threads'
import type { Result } from '../../domain/refusal.ts'
import type { StagedPackage } from './export-file.ts'
import type { ExportRequest, ExportWord } from './export-worker.ts'
import type { JobHandle } from './job.ts'

/** Most memory of the thread's own heap, in megabytes: what it holds of a package is its numbers, not its texts. */
const MEMORY_MB = 512
/** Of that for what is new, which is mostly a record that was just written: left to itself it would grow to over 100 and gain no time. */
const YOUNG_MB = 8

/**
 * Has a thread of its own write a package, so that no request waits for it, not even at a kiosk. Cancelled at the signal. Throws when the
 * thread broke.
 * @example await stageInThread(request, job)
 */
export async function stageInThread(request: ExportRequest, job: JobHandle): Promise<Result<StagedPackage>> {
  // Run from a checkout the worker is TypeScript like everything else; built, it is JavaScript.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./export-worker.${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const cancel = (): void => worker.postMessage('CANCEL')
  job.signal.addEventListener('abort', cancel)
  const staged = new Promise<Result<StagedPackage>>((resolve, reject) => {
    worker.on('message', (said: ExportWord) => {
      if (said.word === 'PROGRESS') job.report(said.progress)
      if (said.word === 'DONE') resolve(said.result)
      if (said.word === 'FAILED') {
        reject(Object.assign(new Error(`export failed: ${said.fault}`), said.code && { code: said.code }))
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread of the export ended')))
  })
  worker.postMessage(request)
  try {
    return await staged
  } finally {
    job.signal.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}
