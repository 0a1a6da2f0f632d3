import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { lanAddress } from '../../platform/lan-address.ts'
import { closeServer, listenNear } from '../../platform/listen.ts'
import type { CountyEnv, PagesMount } from './trust.ts'

/** The listener of the county's pages while it runs. */
export type OpenPages = {
  /** Opens the pages: with the launch key on this computer, without it in the network. */
  readonly address: string
  readonly port: number
  readonly close: () => Promise<void>
}

type Answerer = (request: Request, bindings: CountyEnv['Bindings']) => Response | Promise<Response>

function serverFor(
  answer: Answerer,
  mount: PagesMount,
  tls: { readonly key: string; readonly certificate: string } | null,
): Server {
  const listener = getRequestListener((request) => answer(request, { mount }), {
    overrideGlobalObjects: false,
  })
  return tls === null
    ? createServer((request, response) => void listener(request, response))
    : createTlsServer(
        { key: tls.key, cert: tls.certificate },
        (request, response) => void listener(request, response),
      )
}

/**
 * Opens the county's pages on the loopback, for a browser that holds this launch's key, or in the office's network over HTTPS, where the
 * password alone opens: a password must not go through a network in the open.
 * @example await openPages({ answer, launchSecret, port: 8641, tls: null })
 */
export async function openPages(options: {
  readonly answer: Answerer
  readonly launchSecret: string
  readonly port: number
  /** Null: on this computer only. */
  readonly tls: { readonly key: string; readonly certificate: string } | null
}): Promise<OpenPages> {
  const { answer, launchSecret, tls } = options
  const hosts: string[] = []
  const lan = tls !== null
  const mount: PagesMount = lan
    ? { transport: 'lan', hosts: null, launchSecret: null }
    : { transport: 'loopback', hosts, launchSecret }
  const server = serverFor(answer, mount, tls)
  const port = await listenNear(server, options.port, lan ? '0.0.0.0' : '127.0.0.1')
  hosts.push(`127.0.0.1:${port}`, `localhost:${port}`)
  const inNetwork = lanAddress(port)?.replace('http:', 'https:') ?? `https://127.0.0.1:${port}`
  return {
    address: lan ? `${inNetwork}/` : `http://127.0.0.1:${port}/open?key=${launchSecret}`,
    port,
    close: () => closeServer(server),
  }
}
