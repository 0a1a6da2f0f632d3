import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { WordingReport } from '../../../../server/wording/views.ts'
import { getWording, wordingKey } from '../../api/wording-api.ts'

const AFTER_SAVE_MS = 1_500

/** What the wording check says; asked again a moment after each save, named by the instant of that save. */
export function useWording(
  id: string,
  of: WordingReport['of'],
  savedAt: string | null,
): UseQueryResult<WordingReport> {
  const queries = useQueryClient()
  const wording = useQuery({
    queryKey: wordingKey(id, of),
    queryFn: ({ signal }) => getWording(id, of, signal),
    // Another version of a dictionary may be in use since this screen was last open.
    staleTime: 0,
  })
  useEffect(() => {
    if (savedAt === null) return
    const timer = window.setTimeout(() => {
      void queries.invalidateQueries({ queryKey: wordingKey(id, of) })
    }, AFTER_SAVE_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [id, of, queries, savedAt])
  return wording
}
