import { createMiddleware } from 'hono/factory'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { statusOf } from './errors.ts'
import { refusalBody } from './refusal-body.ts'

/** What a mount must say so that its own pages can be told from others. */
export type HostedMount = {
  /** Host headers this mount answers to; null answers to any (LAN, where the office's own name is not known). */
  readonly hosts: readonly string[] | null
}

type HostedEnv = {
  Bindings: { readonly mount: HostedMount }
  Variables: { requestId: string }
}

/**
 * A refusal as a whole answer, for what stands before the routes.
 * @example return refusedResponse(refuse('request.wrong-host'), c.var.requestId)
 */
export function refusedResponse(refusal: Refusal, requestId: string): Response {
  return Response.json(refusalBody(refusal, requestId), { status: statusOf(refusal.code) })
}

/**
 * Refuses foreign Host headers (DNS rebinding: a web page whose name points at 127.0.0.1), and every write that does
 * not come from one of our own pages (a page in another tab posting a form).
 * @example app.use(ownPagesOnly())
 */
export function ownPagesOnly() {
  return createMiddleware<HostedEnv>(async (c, next) => {
    const { hosts } = c.env.mount
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (hosts !== null && !hosts.includes(host)) {
      return refusedResponse(refuse('request.wrong-host'), c.var.requestId)
    }
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      // The whole origin: a page of another scheme under the same name and port is not ours.
      const { protocol } = new URL(c.req.url)
      if (c.req.header('origin') !== `${protocol}//${host}`) {
        return refusedResponse(refuse('request.cross-origin'), c.var.requestId)
      }
    }
    return next()
  })
}
