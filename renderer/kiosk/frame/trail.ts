import { formatRoute, type Route } from './route.ts'

/** One page the visitor has been on, with the place down the page to come back to. */
export type Step = { readonly route: Route; readonly scroll: number }

/**
 * The way of one visitor through the kiosk, oldest first; the last step is on the glass.
 * It lives in memory and not in the browser's history: history cannot be wiped, and the next visitor would
 * step back into the last visitor's searches.
 */
export type Trail = readonly [Step, ...Step[]]

// A trail is for one visit; a child pressing tiles for an hour must not fill the memory.
const LONGEST = 50

/** Starts a trail on one page. */
export function startTrail(route: Route): Trail {
  return [{ route, scroll: 0 }]
}

/** Goes to another page, remembering how far down the page being left was; home starts the way anew. */
export function goTo(trail: Trail, route: Route, scroll: number): Trail {
  if (route.page === 'home') return startTrail(route)
  const here = current(trail)
  if (formatRoute(here.route) === formatRoute(route)) return trail
  const steps = [...trail.slice(0, -1), { route: here.route, scroll }, { route, scroll: 0 }]
  const [first = here, ...rest] = steps.slice(-LONGEST)
  return [first, ...rest]
}

/** Goes one page back; from the only page it leads home. */
export function goBack(trail: Trail): Trail {
  const [first, ...rest] = trail.slice(0, -1)
  return first ? [first, ...rest] : startTrail({ page: 'home' })
}

/** The page on the glass. */
export function current(trail: Trail): Step {
  return trail[trail.length - 1] ?? trail[0]
}
