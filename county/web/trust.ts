import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../../domain/refusal.ts'
import { refusedResponse } from '../../platform/own-pages-only.ts'
import type { PageVariables } from '../../platform/page-headers.ts'
import { sameSecret } from '../../platform/same-secret.ts'
import { accountById } from '../account/account-repo.ts'
import type { CountyPrincipal } from '../account/principal.ts'
import type { CountyWebDeps } from './web-deps.ts'

/** What the mount of the county's pages says of every request. Trust comes from here and from nothing in the request. */
export type PagesMount = {
  readonly transport: 'loopback' | 'lan'
  /** Host headers it answers to; null answers to any (LAN). */
  readonly hosts: readonly string[] | null
  /** Secret of this launch, which a browser on this computer must hold; null in the LAN, where the password alone opens. */
  readonly launchSecret: string | null
}

/** Hono's types for the county's pages: the mount is the environment. */
export type CountyEnv = {
  Bindings: { readonly mount: PagesMount }
  Variables: PageVariables & { principal: CountyPrincipal; sessionToken: string }
}

// Not the office's names: cookies know no ports, and a board may run on the same computer.
/** Name of the cookie that proves the browser was opened by this launch. */
export const COUNTY_LAUNCH_COOKIE = 'county-launch'
/** Name of the cookie of an account session. */
export const COUNTY_SESSION_COOKIE = 'county-session'

/**
 * Lets only pages of our own through, and on this computer only in a browser that was opened with this launch's key.
 * @example app.use('/api/*', openedHere())
 */
export function openedHere() {
  return createMiddleware<CountyEnv>(async (c, next) => {
    const { launchSecret } = c.env.mount
    // The cookie goes along with a link or picture on a page of another port of this PC; the browser says whose page it is.
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      return refusedResponse(refuse('request.cross-origin'), c.var.requestId)
    }
    if (launchSecret !== null && !sameSecret(getCookie(c, COUNTY_LAUNCH_COOKIE) ?? '', launchSecret)) {
      return refusedResponse(refuse('trust.launch-secret-missing'), c.var.requestId)
    }
    return next()
  })
}

/**
 * Lets only a signed-in person through and names the person. A request counts as activity only when the page says so or when it writes:
 * polling must not keep an empty chair signed in.
 * @example routes.use(signedInAtCounty(deps))
 */
export function signedInAtCounty(deps: CountyWebDeps) {
  return createMiddleware<CountyEnv>(async (c, next) => {
    const token = getCookie(c, COUNTY_SESSION_COOKIE) ?? ''
    const session = deps.sessions.find(token)
    if (!session) return refusedResponse(refuse('trust.not-signed-in'), c.var.requestId)
    if (session.locked) return refusedResponse(refuse('trust.locked'), c.var.requestId)
    const account = await accountById(deps.sql, session.accountId)
    if (!account || account.disabled) {
      deps.sessions.close(token)
      return refusedResponse(refuse('trust.not-signed-in'), c.var.requestId)
    }
    // Whoever gave the password could act in this name: nothing is done in it before the person has set the own one.
    if (account.passwordSetByOther) {
      return refusedResponse(refuse('trust.password-must-change'), c.var.requestId)
    }
    if (c.req.method !== 'GET') deps.sessions.touch(token)
    c.set('principal', { id: account.id, name: account.name, roles: account.roles })
    c.set('sessionToken', token)
    return next()
  })
}
