import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../domain/refusal.ts'
import { refused } from './answer.ts'

/**
 * Refuses a body of more bytes than its address may take, with or without a length declared: `request.too-large`.
 * @example app.use(limitedBody((request) => 6 * 1024 * 1024))
 */
export function limitedBody<Bindings extends object>(
  limitOf: (bindings: Bindings, path: string, method: string) => number,
) {
  return createMiddleware<{ Bindings: Bindings }>((c, next) => {
    if (c.req.header('content-length') === undefined && c.req.raw.body) {
      // Without a length (every DELETE of a browser) the limit counts through a Request made from this one, and the
      // listener's own kind of request cannot be made from: it would answer 500.
      const { method, headers, body, signal } = c.req.raw
      c.req.raw = new Request(c.req.url, { method, headers, body, signal, duplex: 'half' })
    }
    return bodyLimit({
      maxSize: limitOf(c.env, c.req.path, c.req.method),
      onError: () => refused(c, refuse('request.too-large')),
    })(c, next)
  })
}
