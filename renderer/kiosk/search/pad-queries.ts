import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InitialsAnswer, SpelledWords } from '../../../server/display/initials-view.ts'
import { api, taken } from '../../shared/api.ts'

const { search } = api.public

// Each key is an answer of its own; they need not be kept longer than somebody goes back a letter.
const KEPT_MS = 60_000

/**
 * What the keys find. Every key asks at once; the answer to fewer keys stays on the glass until the new one comes, and an answer that
 * comes late is given up.
 */
export function useKeys(keys: string) {
  return useQuery({
    queryKey: ['search', 'keys', keys],
    enabled: keys !== '',
    queryFn: ({ signal }): Promise<InitialsAnswer> =>
      taken(search.initials.$get({ query: { keys } }, { init: { signal } })),
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  })
}

/** Han words for typed pinyin, out of the board's own titles; none while there is no answer. */
export function useSpelledWords(pinyin: string): readonly string[] {
  const asked = useQuery({
    queryKey: ['search', 'spelled', pinyin],
    enabled: pinyin.length > 1,
    queryFn: ({ signal }): Promise<SpelledWords> =>
      taken(search.words.$get({ query: { keys: pinyin } }, { init: { signal } })),
    refetchInterval: false,
    gcTime: KEPT_MS,
  })
  return asked.data?.words ?? []
}
