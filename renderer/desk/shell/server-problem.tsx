import { useQuery } from '@tanstack/react-query'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getStatus } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'

/**
 * Says over the open screen that the server is gone or takes this page for a stranger. The screen stays, because
 * something may stand in it that is not saved yet.
 */
export function ServerProblem() {
  const status = useQuery({ queryKey: STATUS_KEY, queryFn: getStatus, staleTime: Infinity })
  return <RefusalMessage error={status.error} />
}
