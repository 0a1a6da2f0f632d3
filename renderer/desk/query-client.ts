import type { QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '../shared/desk/query-client.ts'

// Keys of what the shell itself shows; whoever changes these things invalidates them.

/** Numbers beside the notices in the navigation. */
export const NOTICE_COUNTS_KEY = ['notice-counts'] as const
/** How many duties are overdue or due soon; part of what is asked again when a duty changes. */
export const DUE_COUNT_KEY = ['duties', 'count'] as const
/** What waits for the next package. */
export const OUTBOX_KEY = ['outbox'] as const
/** Whether the board waits for a confirmation after a restore. */
export const RESTORE_KEY = ['restore-state'] as const

/** The desk's cache of answers. */
export function createDeskQueryClient(): QueryClient {
  return createQueryClient((client) => {
    void client.invalidateQueries({ queryKey: NOTICE_COUNTS_KEY })
    void client.invalidateQueries({ queryKey: OUTBOX_KEY })
    void client.invalidateQueries({ queryKey: DUE_COUNT_KEY })
  })
}
