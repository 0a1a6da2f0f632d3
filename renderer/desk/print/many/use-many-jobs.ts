import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { cancelPrintJob, createPrintJobs, getPrintJob } from '../../api/print-api.ts'
import { PRINT_KEY, printJobKey } from '../print-keys.ts'
import type { SheetToPrint } from '../sheet-to-print.ts'
import { askAgainMs, neverSent } from '../use-print-job.ts'

/** Has many sheets made, once, and follows each; `replace` puts another job in the place of one. */
export function useManyJobs(sheets: readonly SheetToPrint[]) {
  const queries = useQueryClient()
  const [ids, setIds] = useState<readonly string[]>([])
  const make = useMutation({
    mutationFn: () => createPrintJobs(sheets.map(({ subject, templateId }) => ({ subject, templateId }))),
    onSuccess: (made) => {
      for (const job of made) queries.setQueryData<PrintJobView>(printJobKey(job.id), job)
      setIds(made.map(({ id }) => id))
      void queries.invalidateQueries({ queryKey: [...PRINT_KEY, 'open'] })
    },
  })
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    make.mutate()
  })
  // They are made one after the other: only the first that is not yet made can have changed.
  const firstBuilding = ids.find(
    (id) => queries.getQueryData<PrintJobView>(printJobKey(id))?.state === 'BUILDING',
  )
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: printJobKey(id),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => getPrintJob(id, signal),
      staleTime: Infinity,
      refetchInterval: ({ state }: { readonly state: { readonly data: PrintJobView | undefined } }) =>
        state.data?.state !== 'BUILDING' || id === firstBuilding ? askAgainMs(state.data) : false,
    })),
  })
  const jobs = found.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return {
    jobs,
    making: make.isPending,
    error: make.error ?? found.find(({ error }) => error !== null)?.error ?? null,
    replace: (old: string, made: PrintJobView) => {
      queries.setQueryData<PrintJobView>(printJobKey(made.id), made)
      setIds((before) => before.map((id) => (id === old ? made.id : id)))
    },
    /** What never went to paper leaves nothing behind in the queue. */
    giveUp: () => {
      const unused = jobs.filter(neverSent)
      void Promise.allSettled(unused.map(({ id }) => cancelPrintJob(id))).then(() =>
        queries.invalidateQueries({ queryKey: PRINT_KEY }),
      )
    },
  }
}
