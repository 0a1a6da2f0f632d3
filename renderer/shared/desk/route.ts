import { useSyncExternalStore } from 'react'

/**
 * Where the desk is: `path` is what stands behind `#`, without the question part (`/notices/42`),
 * `query` is the question part (`/notices?q=低保`).
 */
export type Route = { readonly path: string; readonly query: URLSearchParams }

const START = '/today'

/** Reads the route from the hash of an address; `start` is where an empty one leads. */
export function parseHash(hash: string, start = START): Route {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  const cut = text.indexOf('?')
  const path = cut === -1 ? text : text.slice(0, cut)
  const query = new URLSearchParams(cut === -1 ? '' : text.slice(cut + 1))
  const clean = path === '' || path === '/' ? start : `/${path.split('/').filter(Boolean).join('/')}`
  return { path: clean, query }
}

/** The address of a path, for `<a href>`. The question part goes along: `href('/notices?q=低保')`. */
export function href(path: string): string {
  return `#${path}`
}

/** Opens a path; the browser's back key returns from it. */
export function navigate(path: string): void {
  window.location.hash = path
}

/** Opens a path in place of the present one, for a corrected address or a changed filter. */
export function replace(path: string): void {
  window.history.replaceState(null, '', href(path))
  // replaceState is silent, but the screens listen for the hash.
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The present route; the component renders again when it changes. */
export function useRoute(start?: string): Route {
  return parseHash(
    useSyncExternalStore(listen, () => window.location.hash),
    start,
  )
}
