/** What the page's address asks for: a screen as it is, a screen at another time (the desk only), or one notice for the desk. */
export type SignageAddress =
  | { readonly kind: 'SCREEN'; readonly screen: string; readonly at: string | null }
  | { readonly kind: 'NOTICE' }

const SCREEN = /\/signage\/([\w-]{1,64})$/u

/**
 * Reads the address of the page.
 * @example signageAddress('/signage/hall', '?at=2026-10-01T01:30:00.000Z') // { kind: 'SCREEN', screen: 'hall', at: '2026-10-01T01:30:00.000Z' }
 */
export function signageAddress(path: string, search: string): SignageAddress {
  const screen = SCREEN.exec(path)?.[1]
  if (screen === undefined || screen === 'index') return { kind: 'NOTICE' }
  return { kind: 'SCREEN', screen, at: new URLSearchParams(search).get('at') }
}

/**
 * Where the feed of a screen is asked for: the public one, or the desk's simulation of an instant.
 * @example feedAddress('hall', null) // '/api/public/screens/hall/feed'
 */
export function feedAddress(screen: string, at: string | null): string {
  return at === null
    ? `/api/public/screens/${encodeURIComponent(screen)}/feed`
    : `/api/desk/screens/${encodeURIComponent(screen)}/simulation?${new URLSearchParams({ at }).toString()}`
}
