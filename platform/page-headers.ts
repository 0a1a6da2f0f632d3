import { randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'

/** What every request of ours carries from its first step to the answer. */
export type PageVariables = { requestId: string; cspNonce: string }

/**
 * What a page of ours may load: itself and nothing else. `forms` says whether it may send a form.
 * @example contentSecurityPolicy('bm9uY2U=', { forms: true })
 */
export function contentSecurityPolicy(nonce: string, { forms }: { readonly forms: boolean }): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The editor and React set style properties on elements; a stylesheet or a <style> still needs the nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    // Pages chosen from a PDF are put into a frame for the browser's own printing.
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
  ].join('; ')
}

/**
 * The headers of every answer: nothing is sniffed, framed, referred, cached or loaded from elsewhere. An answer that set a policy or a
 * time to keep of its own keeps it. Needs `requestId()` before it.
 * @example app.use(requestId()).use(pageHeaders({ formsFrom: () => true }))
 */
export function pageHeaders({ formsFrom }: { readonly formsFrom: (path: string) => boolean }) {
  return createMiddleware<{ Variables: PageVariables }>(async (c, next) => {
    c.set('cspNonce', randomBytes(16).toString('base64'))
    await next()
    const headers = c.res.headers
    // Set here once more: a refusal of the trust layer is an answer of its own and knows nothing of earlier headers.
    headers.set('x-request-id', c.var.requestId)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('x-frame-options', 'SAMEORIGIN')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set(
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
    )
    if (!headers.has('content-security-policy')) {
      headers.set(
        'content-security-policy',
        contentSecurityPolicy(c.var.cspNonce, { forms: formsFrom(c.req.path) }),
      )
    }
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  })
}
