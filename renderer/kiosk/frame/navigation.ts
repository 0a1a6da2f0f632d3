import { createContext, useContext } from 'react'
import type { Route } from './route.ts'

/** What a page may do to the way of the visitor. */
export type Navigation = {
  readonly open: (route: Route) => void
  readonly back: () => void
}

/** Given by the kiosk's frame to every page. */
export const NavigationContext = createContext<Navigation | null>(null)

/** The navigation of the frame around this page. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('page rendered outside the kiosk frame')
  return navigation
}
