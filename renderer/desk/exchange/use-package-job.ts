import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CurrentJobView, JobKind, PackageJobView } from '../../../server/exchange/views.ts'
import { cancelPackageJob, getPackageJob } from '../api/exchange-api.ts'
import { OUTBOX_KEY } from '../query-client.ts'
import { EXCHANGE_KEY, PACKAGE_JOB_KEY } from './exchange-keys.ts'

const RUNNING_MS = 500

/**
 * A job of one kind, followed to its end. `ended` is one that ran before these eyes: what ended before the page was opened is no news.
 * There is one job at a time; `busy` says that some job runs, whichever it is.
 */
export function usePackageJob<Input>(kind: JobKind, start: (input: Input) => Promise<PackageJobView>) {
  const queries = useQueryClient()
  const [watched, setWatched] = useState<string | null>(null)
  const job =
    useQuery({
      queryKey: PACKAGE_JOB_KEY,
      queryFn: getPackageJob,
      refetchInterval: ({ state }) => (state.data?.job?.state === 'RUNNING' ? RUNNING_MS : false),
    }).data?.job ?? null
  const begin = useMutation({
    mutationFn: start,
    onSuccess: (begun) => {
      setWatched(begun.id)
      queries.setQueryData<CurrentJobView>(PACKAGE_JOB_KEY, { job: begun })
    },
  })
  const cancel = useMutation({
    mutationFn: cancelPackageJob,
    onSuccess: (answer) => queries.setQueryData<CurrentJobView>(PACKAGE_JOB_KEY, answer),
  })
  const mine = job?.kind === kind ? job : null
  if (mine?.state === 'RUNNING' && watched !== mine.id) setWatched(mine.id)
  const ended = mine !== null && mine.state !== 'RUNNING' && mine.id === watched ? mine : null
  const endedId = ended?.id
  useEffect(() => {
    if (endedId === undefined) return
    void queries.invalidateQueries({
      queryKey: EXCHANGE_KEY,
      predicate: ({ queryKey }) => queryKey[1] !== PACKAGE_JOB_KEY[1],
    })
    void queries.invalidateQueries({ queryKey: OUTBOX_KEY })
  }, [queries, endedId])
  return {
    running: mine?.state === 'RUNNING' ? mine : null,
    ended,
    busy: job?.state === 'RUNNING' || begin.isPending,
    error: begin.error ?? cancel.error,
    begin: begin.mutate,
    cancel: () => cancel.mutate(),
    cancelling: cancel.isPending,
  }
}
