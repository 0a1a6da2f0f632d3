import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'

// What everybody sees on the first page, and what an office away for a while must still be able to show.
const EVERYBODYS: ReadonlySet<unknown> = new Set([
  'home',
  'shelves',
  'displays',
  'emergency',
  'lists',
  'matters',
  'kiosk',
])

/**
 * Whether an answer may stay when its visitor has gone: what everybody is shown, and never what one person searched for, read,
 * or leafed through.
 * @example staysAfterVisit(['search', '低保']) // false
 */
export function staysAfterVisit(key: QueryKey): boolean {
  return EVERYBODYS.has(key[0])
}

function firstPage(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('pages' in data)) return data
  const { pages, pageParams } = data as InfiniteData<unknown>
  return pages.length > 1 ? { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) } : data
}

/** Forgets what the last visitor looked up, and how far a list that everybody sees was unrolled. */
export function forgetLookedUp(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !staysAfterVisit(queryKey) })
  for (const { queryKey, state } of queries.getQueryCache().getAll()) {
    // As fresh as it was: what the office said long ago must not look new.
    queries.setQueryData(queryKey, firstPage(state.data), { updatedAt: state.dataUpdatedAt })
  }
}
