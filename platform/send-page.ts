import type { Context } from 'hono'
import type { StaticFile, StaticFiles } from './static-files.ts'

/**
 * Sends a file of the built screens: a page with this answer's nonce in it, anything else as it is, gzipped where that helps and kept
 * by the browser where its name holds its hash.
 * @example return sendPage(c, files, file, c.var.cspNonce)
 */
export function sendPage(c: Context, files: StaticFiles, file: StaticFile, nonce: string): Response {
  c.header('content-type', file.type)
  if (file.type.startsWith('text/html')) {
    return c.body(files.read(file).toString('utf8').replaceAll('__CSP_NONCE__', nonce))
  }
  c.header('cache-control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('vary', 'accept-encoding')
  const gzipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? files.readGzipped(file) : null
  if (gzipped) c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(gzipped ?? files.read(file)))
}
