import { type DeskSearch, emptySearch } from '../../../domain/notice/desk-search.ts'

/** The address of a search: only what it says stands in it. */
export function addressOfSearch(search: DeskSearch): string {
  const empty = emptySearch()
  const said = Object.entries(search).filter(([name, value]) => value !== empty[name as keyof DeskSearch])
  return `/search?${new URLSearchParams([['go', '1'], ...said.map(([name, value]) => [name, String(value)])]).toString()}`
}

/** The search of an address; null before anybody has searched. What the address says wrongly the server refuses. */
export function searchOfAddress(query: URLSearchParams): DeskSearch | null {
  if (query.get('go') === null) return null
  const said = [...query].filter(([name]) => name in emptySearch())
  return { ...emptySearch(), ...Object.fromEntries(said) }
}
