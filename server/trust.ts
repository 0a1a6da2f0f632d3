import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../domain/refusal.ts'
import type { Deps } from './deps.ts'
import { refusedResponse } from '../platform/own-pages-only.ts'
import { sameSecret } from '../platform/same-secret.ts'
import type { Principal } from './principal.ts'

/**
 * What a mount says of every request that comes through it. Trust comes from here and from nothing in the request:
 * not from a header, an address, or what process this is.
 */
export type Mount = {
  readonly kind: 'desk' | 'public'
  readonly transport: 'bare' | 'loopback' | 'lan'
  /** Host headers this mount answers to; null answers to any (LAN, where the office's own name is not known). */
  readonly hosts: readonly string[] | null
  /** Secret of this launch; the desk mount opens only to a browser that holds it. */
  readonly launchSecret: string
  /** Address of the public mount, for printing and for the desk's links; empty while there is none. */
  readonly publicAddress: () => string
  /** Address of the public mount in the office's network; null while it is not switched on. */
  readonly lanAddress?: () => string | null
}

/** Hono's types for this app: the mount is the environment. */
export type BoardEnv = {
  // `caller`: address the connection comes from; for counting only, nothing is trusted for it.
  Bindings: { readonly mount: Mount; readonly caller?: string | undefined }
  Variables: { requestId: string; principal: Principal; sessionToken: string; cspNonce: string }
}

/** Name of the cookie that proves the browser was opened by this launch. */
export const LAUNCH_COOKIE = 'board-launch'
/** Name of the cookie of an account session. */
export const SESSION_COOKIE = 'board-session'

/**
 * Lets only the desk mount through, and only pages of its own in a browser that was opened with this launch's key. On the public mount the
 * desk does not exist: 404, not 403, so that nothing is learnt from asking.
 * @example app.use('/api/desk/*', deskOnly())
 */
export function deskOnly() {
  return createMiddleware<BoardEnv>(async (c, next) => {
    const { mount } = c.env
    if (mount.kind !== 'desk') return refusedResponse(refuse('request.not-found'), c.var.requestId)
    // The cookie goes along with a link or picture on a page of another port of this PC; the browser says whose page it is.
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      return refusedResponse(refuse('request.cross-origin'), c.var.requestId)
    }
    if (!sameSecret(getCookie(c, LAUNCH_COOKIE) ?? '', mount.launchSecret)) {
      return refusedResponse(refuse('trust.launch-secret-missing'), c.var.requestId)
    }
    return next()
  })
}

/**
 * Lets only a signed-in person through and names the person. A request counts as activity only when the screen says so
 * (`/session/activity`) or when it writes: polling must not keep an empty chair signed in.
 * @example routes.use(signedIn(deps))
 */
export function signedIn(deps: Deps) {
  return createMiddleware<BoardEnv>(async (c, next) => {
    const token = getCookie(c, SESSION_COOKIE) ?? ''
    const session = deps.sessions.find(token)
    if (!session) return refusedResponse(refuse('trust.not-signed-in'), c.var.requestId)
    if (session.locked) return refusedResponse(refuse('trust.locked'), c.var.requestId)
    const account = deps.store.read.office.accountById(session.accountId)
    if (!account || account.disabled) {
      deps.sessions.close(token)
      return refusedResponse(refuse('trust.not-signed-in'), c.var.requestId)
    }
    // Whoever gave the password could act in this name: nothing is done in it before the person has set the own one.
    if (account.passwordSetByOther)
      return refusedResponse(refuse('trust.password-must-change'), c.var.requestId)
    if (c.req.method !== 'GET') deps.sessions.touch(token)
    c.set('principal', { id: account.id, name: account.name, roles: account.roles })
    c.set('sessionToken', token)
    return next()
  })
}

/**
 * Nothing public answers before the office is set up, nor after a restore until an administrator has confirmed it: what was
 * withdrawn since the backup would hang again. At the desk the same pages open, so that people can see what to withdraw.
 * `alsoRestored` lets through what shows nothing of the board by itself.
 * @example app.use('/api/public/*', afterSetUp(deps))
 */
export function afterSetUp(deps: Deps, { alsoRestored = false } = {}) {
  let setUp = false
  return createMiddleware<BoardEnv>(async (c, next) => {
    const { office } = deps.store.read
    setUp ||= office.office() !== undefined
    if (!setUp) return refusedResponse(refuse('office.not-set-up'), c.var.requestId)
    // Asked each time: a database is given another number while the public reads.
    const closed = !alsoRestored && (office.instance()?.restoredAt ?? null) !== null
    if (closed && c.env.mount.kind === 'public') {
      return refusedResponse(refuse('office.restored-unconfirmed'), c.var.requestId)
    }
    return next()
  })
}
