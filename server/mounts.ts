import { createServer, type Server, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { closeServer, listenNear } from '../platform/listen.ts'
import { lanAddress } from '../platform/lan-address.ts'
import type { BoardEnv, Mount } from './trust.ts'

/** Answers a request that came through a mount; the response is handed on for whoever counts what is under way. */
export type Answerer = (
  request: Request,
  bindings: BoardEnv['Bindings'],
  response: ServerResponse,
) => Response | Promise<Response>

/** The two mounts of a program that listen: the desk on the loopback, the public one beside it. */
export type OpenMounts = {
  readonly deskUrl: string
  readonly deskPort: number
  readonly publicAddress: string
  readonly publicPort: number
  readonly close: () => Promise<void>
}

/**
 * A server for one mount. Who calls comes from the connection, never from the request.
 * @example mountServer((request, bindings) => app.fetch(request, bindings), mount)
 */
export function mountServer(answer: Answerer, mount: Mount): Server {
  const listener = getRequestListener(
    (request, env) => {
      const { incoming, outgoing } = env as HttpBindings
      return answer(request, { mount, caller: incoming.socket.remoteAddress }, outgoing)
    },
    { overrideGlobalObjects: false },
  )
  return createServer((request, response) => void listener(request, response))
}

/**
 * Opens the desk mount on the loopback and the public mount beside it, on the usual ports or any free ones. The two listeners are
 * two kinds of trust; nothing else decides what a request may do. When the second cannot listen, neither does.
 * @example const mounts = await openMounts({ answer, launchSecret })
 */
export async function openMounts(options: {
  readonly answer: Answerer
  readonly launchSecret: string
  readonly deskPort?: number | undefined
  readonly publicPort?: number | undefined
  /** Opens the public mount, and only that, to the office's network. */
  readonly lan?: boolean | undefined
}): Promise<OpenMounts> {
  const { answer, launchSecret } = options
  const lan = options.lan === true
  let publicAddress = ''
  let inNetwork: string | null = null
  const [deskHosts, publicHosts]: [string[], string[]] = [[], []]
  const shared = { launchSecret, publicAddress: () => publicAddress, lanAddress: () => inNetwork }
  const desk = mountServer(answer, { kind: 'desk', transport: 'loopback', hosts: deskHosts, ...shared })
  const open = mountServer(
    answer,
    lan
      ? { kind: 'public', transport: 'lan', hosts: null, ...shared }
      : { kind: 'public', transport: 'loopback', hosts: publicHosts, ...shared },
  )
  const close = async () => {
    await Promise.all([desk, open].map(closeServer))
  }
  try {
    const deskPort = await listenNear(desk, options.deskPort ?? 8631, '127.0.0.1')
    const publicPort = await listenNear(open, options.publicPort ?? 8632, lan ? '0.0.0.0' : '127.0.0.1')
    deskHosts.push(`127.0.0.1:${deskPort}`, `localhost:${deskPort}`)
    publicHosts.push(`127.0.0.1:${publicPort}`, `localhost:${publicPort}`)
    publicAddress = `http://127.0.0.1:${publicPort}`
    inNetwork = lan ? lanAddress(publicPort) : null
    const deskUrl = `http://127.0.0.1:${deskPort}/open?key=${launchSecret}`
    return { deskUrl, deskPort, publicAddress, publicPort, close }
  } catch (error) {
    await close()
    throw error
  }
}
