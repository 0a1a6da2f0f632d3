import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { TakeoverAnswer } from '../../../server/display/takeover-view.ts'
import { api, taken } from '../../shared/api.ts'

// Soon enough for somebody who stands before the glass when the warning comes.
const ASK_MS = 5_000

/** What holds the glass now. */
export type Takeover = TakeoverAnswer['takeovers'][number]

/**
 * Emergency notices that hold the kiosk, newest first. While the office's computer is away the last answer stays, but only
 * until its own time: that is reckoned by how long ago the answer came, not by the screen's clock.
 */
export function useTakeovers(): readonly Takeover[] {
  const query = useQuery({
    queryKey: ['emergency'],
    queryFn: async ({ signal }) => {
      const answer: TakeoverAnswer = await taken(api.public.emergency.$get({}, { init: { signal } }))
      return { answer, heldFrom: performance.now() }
    },
    refetchInterval: ASK_MS,
    gcTime: Infinity,
  })
  const [passed, setPassed] = useState(() => performance.now())
  useEffect(() => {
    const timer = window.setInterval(() => {
      setPassed(performance.now())
    }, ASK_MS)
    return () => {
      window.clearInterval(timer)
    }
  }, [])
  if (query.data === undefined) return []
  const { answer, heldFrom } = query.data
  const now = Date.parse(answer.asOf) + Math.max(0, passed - heldFrom)
  return answer.takeovers.filter(({ until }) => Date.parse(until) > now)
}
