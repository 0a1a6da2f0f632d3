import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { formatRoute, parseRoute, type Route } from './route.ts'
import { current, goBack, goTo, startTrail, type Trail } from './trail.ts'

/** The visitor's way, kept in step with the address and with how far the page is scrolled. */
export function useTrail(page: RefObject<HTMLElement | null>) {
  const [trail, setTrail] = useState<Trail>(() => startTrail(parseRoute(window.location.hash)))
  const step = current(trail)
  const address = formatRoute(step.route)
  const isFirst = useRef(true)

  useLayoutEffect(() => {
    if (window.location.hash !== address) window.history.replaceState(null, '', address)
    page.current?.scrollTo({ top: step.scroll, behavior: 'instant' })
    // The first page must not take the focus from a visitor who is already typing.
    if (!isFirst.current) page.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    isFirst.current = false
  }, [address, page, step.scroll])

  useEffect(() => {
    const follow = () => {
      setTrail((now) => goTo(now, parseRoute(window.location.hash), 0))
    }
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
    }
  }, [])

  const open = useCallback(
    (route: Route) => {
      const scroll = page.current?.scrollTop ?? 0
      setTrail((now) => goTo(now, route, scroll))
      // Pressed on the first page itself, the home key still means "to the top".
      if (route.page === 'home') page.current?.scrollTo({ top: 0 })
    },
    [page],
  )
  const back = useCallback(() => {
    setTrail(goBack)
  }, [])

  return { route: step.route, canGoBack: trail.length > 1 || step.route.page !== 'home', open, back }
}
