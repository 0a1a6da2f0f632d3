import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RefusalError } from '../shared/request.ts'

/** Keys of what the shell itself shows; whoever changes these things invalidates them. */
export const STATUS_KEY = ['status'] as const
/** Numbers beside the notices in the navigation. */
export const NOTICE_COUNTS_KEY = ['notice-counts'] as const
/** How many duties are overdue or due soon; part of what is asked again when a duty changes. */
export const DUE_COUNT_KEY = ['duties', 'count'] as const
/** What waits for the next package. */
export const OUTBOX_KEY = ['outbox'] as const
/** Whether the board waits for a confirmation after a restore. */
export const RESTORE_KEY = ['restore-state'] as const

const SESSION_CODES: readonly string[] = [
  'request.offline',
  'trust.locked',
  'trust.not-signed-in',
  'trust.password-must-change',
  'trust.launch-secret-missing',
  'office.not-set-up',
]

/** The desk's cache of answers. */
export function createDeskQueryClient(): QueryClient {
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
        if (mutation.meta?.session === true) return
        void client.invalidateQueries({ queryKey: NOTICE_COUNTS_KEY })
        void client.invalidateQueries({ queryKey: OUTBOX_KEY })
        void client.invalidateQueries({ queryKey: DUE_COUNT_KEY })
      },
    }),
    defaultOptions: {
      // The board server is on this PC: a browser that believes itself offline must still ask it.
      queries: { networkMode: 'always', retry: false, staleTime: 5000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
