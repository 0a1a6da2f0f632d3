import { useQuery } from '@tanstack/react-query'
import type { DutyFooting } from '../../../server/duty/views.ts'
import { getToday } from '../api/duty-api.ts'
import { DUE_COUNT_KEY } from '../query-client.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import { todayOf } from './today-of.ts'

/** The instant countdowns go by: a clock older than the newest record is not believed. */
export function instantOf(clock: DutyFooting['clock']): string {
  return clock.trusted || clock.newestRecord === null ? clock.now : clock.newestRecord
}

/** Which day it is at the board and when it said so, for pages whose own answer does not tell; the navigation keeps it fresh. */
export function useBoardDay(): { readonly today: string; readonly instant: string; readonly saidAt: number } {
  const { clock } = useOpenDesk()
  const answer = useQuery({ queryKey: DUE_COUNT_KEY, queryFn: ({ signal }) => getToday({}, signal) })
  const footing = answer.data?.footing
  const instant = instantOf(footing?.clock ?? clock)
  return { today: footing?.today ?? todayOf(instant), instant, saidAt: answer.dataUpdatedAt }
}
