import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { formatRoute, parseRoute, type Route } from './route.ts'
import { current, goBack, goTo, startTrail, type Trail } from './trail.ts'

// A page that is still being fetched has no heading yet. It gets the focus when it comes, unless somebody has gone on meanwhile:
// who works by keyboard or by ear would otherwise stand nowhere.
function focusHeading(page: HTMLElement): () => void {
  const focus = (): boolean => {
    const heading = page.querySelector<HTMLElement>('h1')
    heading?.focus({ preventScroll: true })
    return heading !== null
  }
  if (focus()) return () => undefined
  const before = document.activeElement
  const coming = new MutationObserver(() => {
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== before
    if (isElsewhere || focus()) coming.disconnect()
  })
  coming.observe(page, { childList: true, subtree: true })
  return () => {
    coming.disconnect()
  }
}

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
    if (isFirst.current || page.current === null) {
      isFirst.current = false
      return undefined
    }
    return focusHeading(page.current)
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
