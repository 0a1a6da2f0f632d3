import type { DeskSearch } from '../../../domain/notice/desk-search.ts'
import type { SavedSearch } from '../../../server/notice/search/saved-searches.ts'
import type { FoundNotices, SearchChoices } from '../../../server/notice/search/search-notices.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

/** Key of the searches a person keeps. */
export const SAVED_SEARCHES_KEY = ['saved-searches'] as const

export function findNotices(
  search: DeskSearch,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<FoundNotices> {
  return taken(
    api.desk['notice-searches'].$post({ json: { search, cursor } }, { init: { signal: signal ?? null } }),
  )
}

export function savedSearches(): Promise<readonly SavedSearch[]> {
  return taken(api.desk['saved-searches'].$get())
}

export function saveSearch(name: string, search: DeskSearch): Promise<readonly SavedSearch[]> {
  return taken(api.desk['saved-searches'].$post({ json: { name, search } }))
}

export function dropSearch(id: string): Promise<readonly SavedSearch[]> {
  return taken(api.desk['saved-searches'][':id'].$delete({ param: { id } }))
}

export function searchChoices(): Promise<SearchChoices> {
  return taken(api.desk['notice-search-choices'].$get())
}

/** What a search finds, as a workbook. */
export async function exportFound(search: DeskSearch): Promise<Blob> {
  const response = await send('/api/desk/notice-search-export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ search }),
  })
  return response.blob()
}
