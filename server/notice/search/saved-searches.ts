import type { DeskSearch } from '../../../domain/notice/desk-search.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'

/** A person keeps no more than this: a longer list is searched itself. */
const MOST_SAVED = 50

/** A search a person keeps. */
export type SavedSearch = { readonly id: string; readonly name: string; readonly search: DeskSearch }

/**
 * The searches a person keeps, by name; nobody sees another's.
 * @example savedSearches(deps, principal)
 */
export function savedSearches(deps: Pick<Deps, 'store'>, principal: Principal): readonly SavedSearch[] {
  return deps.store.read.deskSearch.saved(principal.id).map(({ id, name, search }) => ({ id, name, search }))
}

/**
 * Keeps a search under a name; one of the same name is replaced. Refuses `search.name-required`, `search.too-many`.
 * @example saveSearch(deps, principal, { name: '本月低保', search })
 */
export function saveSearch(
  deps: Deps,
  principal: Principal,
  input: { readonly name: string; readonly search: DeskSearch },
): Result<true> {
  const name = input.name.trim()
  if (name === '') return refuse('search.name-required')
  return deps.store.tx((write, read): Result<true> => {
    const kept = read.deskSearch.saved(principal.id)
    if (kept.length >= MOST_SAVED && !kept.some((one) => one.name === name)) {
      return refuse('search.too-many', { most: MOST_SAVED })
    }
    const createdAt = deps.clock.now()
    write.deskSearch.keep({
      id: deps.ids.next(),
      accountId: principal.id,
      name,
      search: input.search,
      createdAt,
    })
    return accept(true)
  })
}

/**
 * Throws a search away; what is not there, or another's, stays as it is.
 * @example dropSearch(deps, principal, id)
 */
export function dropSearch(deps: Deps, principal: Principal, id: string): void {
  deps.store.tx((write) => {
    write.deskSearch.drop(id, principal.id)
  })
}
