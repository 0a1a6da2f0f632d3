import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RefusalError } from '../shared/request.ts'

/** Which county this is and who sits here. */
export const STATUS_KEY = ['status'] as const

const SESSION_CODES: readonly string[] = [
  'request.offline',
  'trust.locked',
  'trust.not-signed-in',
  'trust.password-must-change',
  'trust.launch-secret-missing',
  'county.not-set-up',
]

/** The pages' cache of answers. */
export function createCountyQueryClient(): QueryClient {
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
        if (mutation.meta?.session === true) return
        // Whatever was done changes lists on several pages; they are asked for again when they are looked at.
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
