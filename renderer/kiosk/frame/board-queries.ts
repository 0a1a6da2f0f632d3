import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicPage,
  SearchAnswer,
} from '../../../server/display/views.ts'
import type { ContentGroup } from '../../../domain/display/content-group.ts'
import type { PublicBoard } from '../../../domain/display/public-board.ts'
import type { PublicShelves } from '../../../server/display/shelf/views.ts'
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
      // What has passed since is reckoned on the clock that cannot be set.
      return { home, receivedAt: Date.now(), heldFrom: performance.now() }
    },
  })
}

/** What the board holds by content group, board and unit. */
export function useShelves() {
  return useQuery({
    queryKey: ['shelves'],
    queryFn: ({ signal }): Promise<PublicShelves> => taken(board.units.$get({}, until(signal))),
  })
}

/** What a list is asked by; without anything it is all that is public. */
export type ListAsked = {
  readonly group?: string
  readonly unit?: string
  readonly board?: PublicBoard
  readonly contentGroup?: ContentGroup
}

/** A list, newest first. */
export function useNotices(asked: ListAsked) {
  return useInfiniteQuery({
    queryKey: ['notices', asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<PublicPage> =>
      taken(board.notices.$get({ query: { ...asked, ...from(pageParam) } }, until(signal))),
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
