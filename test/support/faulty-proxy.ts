import {
  createServer,
  request,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'

/**
 * What stands between a screen and its server. `DOWN`: nobody answers. `HELD`: the request is taken and not answered until the
 * mode changes. `HALF`: the head and half of the body come, then the line breaks. `ERROR`: an answer of 502 from something that
 * is not the board.
 */
export type LineState = 'THROUGH' | 'DOWN' | 'HELD' | 'HALF' | 'ERROR'

/** A line between a screen and its server that a test can cut in every way. */
export type FaultyLine = {
  /** The address a screen is given in place of the server's. */
  readonly origin: string
  readonly set: (state: LineState) => void
  /** Requests that came in, by path, oldest first. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** Lays a line before a server; `upstream` is asked for each request, so that a restarted server is found on its new port. */
export async function layFaultyLine(upstream: () => string): Promise<FaultyLine> {
  let state: LineState = 'THROUGH'
  const sockets = new Set<Socket>()
  const waiting = new Set<() => void>()
  const asked: string[] = []

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const target = new URL(upstream())
    const headers: Record<string, string | string[] | undefined> = { ...from.headers, host: target.host }
    if (headers['origin'] !== undefined) headers['origin'] = target.origin
    const half = state === 'HALF'
    // Compressed, half an answer could not be told from a whole short one.
    if (half) delete headers['accept-encoding']
    const asking: ClientRequest = request(
      new URL(from.url ?? '/', target),
      { method: from.method ?? 'GET', headers },
      (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.headers)
        if (!half) return void answer.pipe(to)
        answer.once('data', (bytes: Buffer) => {
          to.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => to.destroy())
        })
        answer.once('end', () => to.destroy())
      },
    )
    asking.on('error', () => to.destroy())
    to.on('close', () => asking.destroy())
    from.pipe(asking)
  }

  function answer(from: IncomingMessage, to: ServerResponse): void {
    switch (state) {
      case 'DOWN':
        return void from.socket.destroy()
      case 'ERROR':
        return void to.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
      case 'HELD':
        waiting.add(() => {
          answer(from, to)
        })
        return undefined
      case 'THROUGH':
      case 'HALF':
        return pass(from, to)
    }
  }

  const server = createServer((from, to) => {
    asked.push(from.url ?? '')
    answer(from, to)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    if (state === 'DOWN') socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line has a port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    asked,
    set: (next) => {
      state = next
      // A stream that was opened before is cut as well: that is what a pulled cable does.
      if (next !== 'THROUGH') for (const socket of sockets) if (next !== 'HELD') socket.destroy()
      const now = [...waiting]
      if (next !== 'HELD') waiting.clear()
      if (next !== 'HELD') for (const go of now) go()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
