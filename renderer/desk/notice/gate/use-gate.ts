import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { GateReport } from '../../../../server/notice/views.ts'
import { gateKey, submissionGateKey } from '../keys.ts'
import { getGate } from '../notice-api.ts'

const AFTER_SAVE_MS = 1_500

/** The gate's answer; asked again 1.5 s after each save, named by the instant of that save. */
export function useGate(id: string, savedAt: string | null): UseQueryResult<GateReport> {
  const queries = useQueryClient()
  const gate = useQuery({
    queryKey: gateKey(id),
    queryFn: ({ signal }) => getGate(id, 'draft', signal),
    staleTime: Infinity,
  })
  useEffect(() => {
    if (savedAt === null) return
    const timer = window.setTimeout(() => {
      void queries.invalidateQueries({ queryKey: gateKey(id) })
    }, AFTER_SAVE_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [id, queries, savedAt])
  return gate
}

/** The gate's answer about what was handed in, which the next draft does not change. */
export function useSubmissionGate(id: string): UseQueryResult<GateReport> {
  return useQuery({
    queryKey: submissionGateKey(id),
    queryFn: ({ signal }) => getGate(id, 'submission', signal),
    staleTime: Infinity,
  })
}
