import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicPage,
  SearchAnswer,
} from '../../server/display/views.ts'
import { getJson } from '../shared/request.ts'

const API = '/api/public'

function address(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== null) search.set(name, value)
  const text = search.toString()
  return text === '' ? `${API}${path}` : `${API}${path}?${text}`
}

/** The first page, and when it came: the pair tells whether the two clocks agree. */
export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: async ({ signal }) => {
      const home = await getJson<BoardHome>(address('/home', {}), signal)
      return { home, receivedAt: Date.now() }
    },
  })
}

/** A list: one group, or everything when `group` is null. */
export function useNotices(group: string | null) {
  return useInfiniteQuery({
    queryKey: ['notices', group],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      getJson<PublicPage>(address('/notices', { group, cursor: pageParam }), signal),
    getNextPageParam: (last) => last.next,
  })
}

/** What a search finds. */
export function useSearch(query: string) {
  return useInfiniteQuery({
    queryKey: ['search', query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      getJson<SearchAnswer>(address('/search', { q: query, cursor: pageParam }), signal),
    getNextPageParam: (last) => last.next,
  })
}

/** A notice by its index number: the current edition, or what stays after a withdrawal. */
export function useNotice(indexNumber: string) {
  return useQuery({
    queryKey: ['notice', indexNumber],
    queryFn: ({ signal }) => getJson<PublicNotice>(address('/notice', { index: indexNumber }), signal),
  })
}

/** One edition by its hash, as a code on paper names it. */
export function useEdition(hash: string) {
  return useQuery({
    queryKey: ['edition', hash],
    queryFn: ({ signal }) =>
      getJson<PublicEdition>(address(`/editions/${encodeURIComponent(hash)}`, {}), signal),
  })
}

/** Address prefix of an edition's attachments. */
export function attachmentBase(hash: string): string {
  return `${API}/editions/${encodeURIComponent(hash)}/attachments/`
}
