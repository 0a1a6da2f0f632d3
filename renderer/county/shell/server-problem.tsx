import { useQuery } from '@tanstack/react-query'
import type { CountyStatus } from '../../../county/account/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ask } from '../county-api.ts'
import { STATUS_KEY } from '../query-client.ts'

/** Says over the open page that the program is gone. The page stays, because something may stand in it that is not saved yet. */
export function ServerProblem() {
  const status = useQuery({
    queryKey: STATUS_KEY,
    queryFn: () => ask<CountyStatus>('status'),
    staleTime: Infinity,
  })
  return <RefusalMessage error={status.error} />
}
