import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { getPrintPdf, sendPrintJob, tellOutcome, type SendOrder } from '../../api/print-api.ts'
import { openRun } from '../open-run.ts'
import { layInFrame } from '../send/frame-print.ts'
import { keepJob } from '../use-print-job.ts'
import { printTogether } from './print-together.ts'

/** How far something done sheet by sheet has come. */
export type ManyProgress = { readonly done: number; readonly of: number; readonly stopping: boolean }

/** Sends many sheets one after the other, or tells of them; it can be stopped between two, and stops at the first refusal. */
export function useSendMany() {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<ManyProgress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stopped = useRef(false)

  const each = async (
    jobs: readonly PrintJobView[],
    act: (job: PrintJobView) => Promise<PrintJobView>,
  ): Promise<void> => {
    for (const [at, job] of jobs.entries()) {
      if (stopped.current) return
      setProgress({ done: at, of: jobs.length, stopping: false })
      keepJob(queries, await act(job))
    }
  }
  const run = (work: () => Promise<void>): void => {
    stopped.current = false
    setError(null)
    work()
      .catch((refusal: unknown) => setError(refusal))
      .finally(() => setProgress(null))
  }
  const tell = async (job: PrintJobView, came: 'ALL' | 'NOTHING') => {
    const told = await tellOutcome(job.id, { run: openRun(job)?.number ?? 0, came, pages: '' })
    keepJob(queries, told)
    return told
  }
  const throughBrowser = async (jobs: readonly PrintJobView[], order: SendOrder) => {
    // The library that puts files together is loaded only by those who print this way.
    const { joinFiles } = await import('../send/join-files.ts')
    const files: Blob[] = []
    for (const [at, job] of jobs.entries()) {
      if (stopped.current) return
      setProgress({ done: at, of: jobs.length, stopping: false })
      files.push(await getPrintPdf(job.id, ''))
    }
    const print = await layInFrame(await joinFiles(files))
    let done = 0
    await printTogether(jobs, {
      note: async (job) => {
        setProgress({ done, of: jobs.length, stopping: false })
        done += 1
        const sent = await sendPrintJob(job.id, order)
        keepJob(queries, sent)
        return sent
      },
      takeBack: (job) => tell(job, 'NOTHING'),
      isStopped: () => stopped.current,
      print,
    })
  }
  return {
    progress,
    error,
    stop: () => {
      stopped.current = true
      setProgress((before) => before && { ...before, stopping: true })
    },
    send: (jobs: readonly PrintJobView[], order: SendOrder) =>
      run(() =>
        order.route === 'BROWSER'
          ? throughBrowser(jobs, order)
          : each(jobs, (job) => sendPrintJob(job.id, order)),
      ),
    allCame: (jobs: readonly PrintJobView[]) =>
      run(() =>
        each(
          jobs.filter((job) => openRun(job) !== undefined),
          (job) => tell(job, 'ALL'),
        ),
      ),
  }
}
