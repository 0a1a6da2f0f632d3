import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { PrintJobView } from '../../../server/display/print/views.ts'
import { cancelPrintJob, createPrintJob, getPrintJob, type PrintOrder } from '../api/print-api.ts'
import { PRINT_KEY, printJobKey } from './print-keys.ts'

// A sheet takes one or two seconds; a long list ten.
const BUILDING_MS = 400
// A printer that never answers is noticed by the server, not by us.
const SENT_MS = 3000

/** Puts a job as the server has just told it where every screen reads it. */
export function keepJob(queries: QueryClient, job: PrintJobView): void {
  queries.setQueryData<PrintJobView>(printJobKey(job.id), job)
  void queries.invalidateQueries({
    queryKey: PRINT_KEY,
    predicate: ({ queryKey }) => queryKey[1] === 'open' || queryKey[1] === 'all',
  })
}

/** How often a job is worth asking for again; false once only a person moves it. */
export function askAgainMs(job: PrintJobView | undefined): number | false {
  if (job?.state === 'BUILDING') return BUILDING_MS
  return job?.state === 'SENT' ? SENT_MS : false
}

/** One job, asked for again while something happens to it. */
export function usePrintJob(id: string | null) {
  return useQuery({
    queryKey: printJobKey(id ?? ''),
    queryFn: ({ signal }) => getPrintJob(id ?? '', signal),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => askAgainMs(state.data),
  })
}

/** Nothing of it ever went to paper. */
export function neverSent(job: PrintJobView): boolean {
  return job.runs.length === 0 && ['BUILDING', 'READY', 'FAILED'].includes(job.state)
}

/** Has a sheet made; what was made before and never printed is given up. */
export function useMakeJob(made: (job: PrintJobView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: PrintOrder) => createPrintJob(order),
    onSuccess: (job) => {
      keepJob(queries, job)
      made(job)
    },
  })
}

/** Gives a job up. */
export function useCancelJob(done?: (job: PrintJobView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: cancelPrintJob,
    onSuccess: (job) => {
      keepJob(queries, job)
      done?.(job)
    },
  })
}
