import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '../../county/web/page-of.ts'
import { ask, type Asked } from './county-api.ts'

/** A list that comes page by page: what came so far, and the way to more. */
export type PagedRows<Row> = {
  /** Undefined until the first page is here. */
  readonly data: readonly Row[] | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
  readonly more: (() => void) | null
  readonly busy: boolean
}

/** Asks for a list page by page. */
export function usePages<Row>(path: string, asked: Asked = {}): PagedRows<Row> {
  const pages = useInfiniteQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<Row>>(path, { ...asked, ...(pageParam !== null && { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  return {
    data: pages.data?.pages.flatMap((page) => page.rows),
    error: pages.data === undefined ? pages.error : null,
    refetch: pages.refetch,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    busy: pages.isFetchingNextPage,
  }
}
