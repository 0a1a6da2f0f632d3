import { useQuery, type QueryKey } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'

/** Rows the server finds for the words typed into a field. */
export type Searched<Row> = {
  readonly words: string
  readonly type: (words: string) => void
  /** What was found; while the next answer is on its way, what was found for the words before. */
  readonly rows: readonly Row[]
  /** The rows do not yet answer the words in the field. */
  readonly behind: boolean
  readonly searching: boolean
  readonly error: Error | null
}

/** Searches while somebody types; `key` says all else that the answer depends on. */
export function useSearched<Row>(
  key: QueryKey,
  find: (words: string, signal: AbortSignal) => Promise<readonly Row[]>,
): Searched<Row> {
  const [words, type] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = useQuery({
    queryKey: [...key, asked],
    queryFn: ({ signal }) => find(asked, signal),
    placeholderData: (before) => before,
  })
  return {
    words,
    type,
    rows: found.data ?? [],
    behind: words.trim() !== asked || found.isPlaceholderData || found.isPending,
    searching: found.isFetching,
    error: found.error,
  }
}
