import { createApp } from '../../server/app.ts'
import type { Deps } from '../../server/deps.ts'

/** One route of the app; parameters stand as `:id`. */
export type AppRoute = { readonly method: string; readonly path: string }

/** Every route the app really has, asked of the app itself, so that a new one cannot escape the suite. */
export function appRoutes(deps: Deps): AppRoute[] {
  const app = createApp(deps, { find: () => undefined, read: () => Buffer.alloc(0), readGzipped: () => null })
  const known = new Map<string, AppRoute>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || path.includes('*')) continue
    known.set(`${method} ${path}`, { method, path })
  }
  return [...known.values()]
}

/** An address that a route answers to: optional parameters left out, the others filled with something harmless. */
export function addressOf(route: AppRoute): string {
  return route.path.replaceAll(/\/:\w+\?/g, '').replaceAll(/:\w+/g, '0')
}

/** Routes that a browser of this launch may ask before anybody has signed in. */
export const OPEN_DESK_ROUTES: readonly string[] = [
  'GET /api/desk/status',
  'POST /api/desk/setup',
  'POST /api/desk/index-template-preview',
  'POST /api/desk/session',
  'POST /api/desk/session/lock',
  'POST /api/desk/session/unlock',
  'POST /api/desk/session/password',
  'POST /api/desk/session/activity',
  'DELETE /api/desk/session',
]
