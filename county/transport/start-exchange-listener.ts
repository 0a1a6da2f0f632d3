import { mkdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { closeServer, listenNear } from '../../platform/listen.ts'
import { diskSpace } from '../../platform/free-space.ts'
import { EXCHANGE_PATHS } from '../../sealed/network/wire.ts'
import { COUNTY_LIMITS } from '../ingest/county-limits.ts'
import { openArrivals } from './arrivals.ts'
import { exchangeApp, officeShowing } from './exchange-app.ts'
import { openExchangeTokens } from './exchange-tokens.ts'
import type { ExchangeListener, ListenerOptions, ListenerParts } from './listener-parts.ts'
import { openNonces } from './nonces.ts'
import { uploadFolder } from './upload-folder.ts'
import { openUploads } from './uploads.ts'

const GB = 1024 ** 3
/** A line that says nothing for so long is dead. */
const SILENCE_MS = 120_000
const CLEAN_MS = 60 * 60_000
/** How long an office that asks after its package is let wait while it is taken in. */
const PATIENCE_MS = 20_000
const CONNECTIONS = 1024

/**
 * Listens for offices over HTTPS: they prove themselves, hand packages in, and fetch receipts and what was sent down. Uploads that were
 * whole when the program ended are taken in at the start; what nobody goes on with is removed after two weeks.
 * @example const listener = await startExchangeListener(parts, { port: 8643, host: '0.0.0.0', tls })
 */
export async function startExchangeListener(
  parts: ListenerParts,
  options: ListenerOptions,
): Promise<ExchangeListener> {
  const { uploadFolder: directory, clock } = parts
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const folder = uploadFolder(directory, clock)
  await folder.clean()
  const arrivals = openArrivals(folder, parts, options.patience ?? PATIENCE_MS)
  const largestPackage = options.largestPackage ?? COUNTY_LIMITS.bytes
  const uploads = openUploads(directory, folder, arrivals, {
    largestPackage,
    officeQuota: options.officeQuota ?? 2 * largestPackage,
    keepFree: options.keepFree ?? GB,
    askSpace: options.askSpace ?? diskSpace,
  })
  const tokens = openExchangeTokens(clock, parts.ids)
  const app = exchangeApp({ parts, arrivals, tokens, nonces: openNonces(clock) })
  const answer = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false })

  const upload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const office = await officeShowing(request.headers.authorization, tokens, parts.officeByUscc)
    if (!('refusal' in office)) return uploads.handle(request, response, office)
    const { code, params } = office.refusal
    // The rest of what was sent is not waited for.
    response.writeHead(office.status, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify({ code, params }))
  }
  const server = createServer(
    {
      key: options.tls.key,
      cert: options.tls.certificate,
      minVersion: 'TLSv1.2',
      handshakeTimeout: 20_000,
      // A piece of a package may take as long as the line is slow; silence is what ends it.
      requestTimeout: 0,
      headersTimeout: 30_000,
    },
    (request, response) => {
      if (!(request.url ?? '').startsWith(EXCHANGE_PATHS.uploads)) return void answer(request, response)
      upload(request, response).catch((error: unknown) => {
        parts.logger.warn({ err: error }, 'an upload failed')
        response.destroy()
      })
    },
  )
  server.timeout = SILENCE_MS
  server.maxConnections = CONNECTIONS
  const port = await listenNear(server, options.port, options.host)
  if (options.port !== 0 && port !== options.port) {
    await closeServer(server)
    // Every office's card names the usual one: on another nobody would ever be heard.
    throw Object.assign(new Error(`port ${options.port} is taken`), { code: 'EADDRINUSE' })
  }
  await arrivals.resume()
  const cleaning = setInterval(() => {
    folder.clean().catch((error: unknown) => parts.logger.warn({ err: error }, 'old uploads stay'))
  }, CLEAN_MS).unref()
  return {
    address: `https://${options.host}:${port}`,
    port,
    close: async () => {
      clearInterval(cleaning)
      await closeServer(server)
      await arrivals.close()
    },
  }
}
