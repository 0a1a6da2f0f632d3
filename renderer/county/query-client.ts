import type { QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '../shared/desk/query-client.ts'
import { STATUS_KEY } from '../shared/desk/session/session-status.ts'

/** The pages' cache of answers. Whatever was done changes lists on several pages: each is asked for when it is looked at. */
export function createCountyQueryClient(): QueryClient {
  return createQueryClient(
    (client) => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] }),
  )
}
