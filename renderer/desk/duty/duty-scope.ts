import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyScope } from '../api/duty-api.ts'
import { replace, useRoute } from '../../shared/desk/route.ts'
import { useOpenDesk } from '../shell/session-context.ts'

/** The word in the address that stands for whoever sits at the desk. */
export const MYSELF = 'me'

/** Filters as the address keeps them; an empty text is no filter. */
export type ScopeWords = { readonly unit: string; readonly regime: Regime | ''; readonly person: string }

/** Reads the filters out of the question part of an address. */
export function scopeWords(query: URLSearchParams): ScopeWords {
  return {
    unit: query.get('unit') ?? '',
    regime: REGIMES.find((one) => one === query.get('regime')) ?? '',
    person: query.get('person') ?? '',
  }
}

/** An address with some words of its question changed; an empty word is left out. */
export function addressWith(
  path: string,
  query: URLSearchParams,
  change: Readonly<Record<string, string>>,
): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The filters of the present page, what to ask the server for them, and how to change the address. */
export function useDutyScope(): {
  readonly words: ScopeWords
  readonly scope: DutyScope
  readonly query: URLSearchParams
  readonly change: (change: Readonly<Record<string, string>>) => void
} {
  const { path, query } = useRoute()
  const { session } = useOpenDesk()
  const words = scopeWords(query)
  const person = words.person === MYSELF ? session.account.id : words.person
  return {
    words,
    query,
    scope: {
      unit: words.unit === '' ? undefined : words.unit,
      regime: words.regime === '' ? undefined : words.regime,
      person: person === '' ? undefined : person,
    },
    change: (change) => {
      replace(addressWith(path, query, change))
    },
  }
}
