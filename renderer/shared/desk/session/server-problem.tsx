import { useQuery } from '@tanstack/react-query'
import { RefusalMessage } from '../../ui/refusal-message.tsx'
import { useProgram } from './program.ts'
import { STATUS_KEY } from './session-status.ts'

/**
 * Says over the open screen that the server is gone or takes this page for a stranger. The screen stays, because
 * something may stand in it that is not saved yet.
 */
export function ServerProblem() {
  const { steps } = useProgram()
  const status = useQuery({ queryKey: STATUS_KEY, queryFn: steps.status, staleTime: Infinity })
  return <RefusalMessage error={status.error} />
}
