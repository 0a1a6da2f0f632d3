import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RefusalError } from '../request.ts'
import { STATUS_KEY } from './session/session-status.ts'

const SESSION_CODES: readonly string[] = [
  'request.offline',
  'trust.locked',
  'trust.not-signed-in',
  'trust.password-must-change',
  'trust.launch-secret-missing',
  'office.not-set-up',
  'county.not-set-up',
]

/** A program's cache of answers; `changed` says what is asked again after something was done. */
export function createQueryClient(changed: (client: QueryClient) => void): QueryClient {
  // The server locks by itself; whichever request learns of it first brings the lock screen up.
  const noticeSession = (error: unknown) => {
    if (error instanceof RefusalError && SESSION_CODES.includes(error.code)) {
      void client.invalidateQueries({ queryKey: STATUS_KEY })
    }
  }
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== STATUS_KEY[0]) noticeSession(error)
      },
    }),
    mutationCache: new MutationCache({
      onError: noticeSession,
      onSuccess: (_data, _variables, _context, mutation) => {
        // Locking and leaving change nothing that is counted, and asking then would only be refused.
        if (mutation.meta?.session !== true) changed(client)
      },
    }),
    defaultOptions: {
      // The server is on this PC or near it: a browser that believes itself offline must still ask it.
      queries: { networkMode: 'always', retry: false, staleTime: 5000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
