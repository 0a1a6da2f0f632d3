import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicPage,
  SearchAnswer,
} from '../../../server/display/views.ts'
import { api, taken } from '../../shared/api.ts'

const board = api.public

// A screen that moved on must not wait for, or show, what it no longer asks for.
const until = (signal: AbortSignal) => ({ init: { signal } })

const from = (cursor: string | null) => (cursor === null ? {} : { cursor })

/** The first page, and when it came: the pair tells whether the two clocks agree. */
export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: async ({ signal }) => {
      const home: BoardHome = await taken(board.home.$get({}, until(signal)))
      return { home, receivedAt: Date.now() }
    },
  })
}

/** A list: one group, or everything when `group` is null. */
export function useNotices(group: string | null) {
  return useInfiniteQuery({
    queryKey: ['notices', group],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<PublicPage> =>
      taken(
        board.notices.$get(
          { query: { ...(group !== null && { group }), ...from(pageParam) } },
          until(signal),
        ),
      ),
    getNextPageParam: (last) => last.next,
  })
}

/** What a search finds. */
export function useSearch(query: string) {
  return useInfiniteQuery({
    queryKey: ['search', query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<SearchAnswer> =>
      taken(board.search.$get({ query: { q: query, ...from(pageParam) } }, until(signal))),
    getNextPageParam: (last) => last.next,
  })
}

/** A notice by its index number: the current edition, or what stays after a withdrawal. */
export function useNotice(indexNumber: string) {
  return useQuery({
    queryKey: ['notice', indexNumber],
    queryFn: ({ signal }): Promise<PublicNotice> =>
      taken(board.notice.$get({ query: { index: indexNumber } }, until(signal))),
  })
}

/** One edition by its hash, as a code on paper names it. */
export function useEdition(hash: string) {
  return useQuery({
    queryKey: ['edition', hash],
    queryFn: ({ signal }): Promise<PublicEdition> =>
      taken(board.editions[':hash'].$get({ param: { hash } }, until(signal))),
  })
}

/** Address prefix of an edition's attachments. */
export function attachmentBase(hash: string): string {
  return `/api/public/editions/${encodeURIComponent(hash)}/attachments/`
}
