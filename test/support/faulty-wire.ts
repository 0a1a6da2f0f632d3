import { connect, createServer, type Socket } from 'node:net'

/** How one connection fares: what breaks it, after so many bytes in that direction. Nothing: it goes through. */
export type Fate =
  | { readonly end: 'CUT' | 'HELD'; readonly direction: 'UP' | 'DOWN'; readonly after: number }
  | { readonly end: 'THROUGH' }

/** A wire between two programs that knows nothing of what goes over it, cut and held as a test says. */
export type FaultyWire = {
  readonly port: number
  readonly cuts: () => number
  readonly holds: () => number
  /** Bytes that went up so far. */
  readonly up: () => number
  readonly connections: () => number
  /** True while a connection is held. */
  readonly holding: () => boolean
  readonly cutAll: () => void
  readonly close: () => Promise<void>
}

/** Lays a wire; `upstream` is asked for each connection, so that a restarted program is found on its new port; null: nobody is there. */
export async function layFaultyWire(parts: {
  readonly upstream: () => number | null
  readonly fate: () => Fate
  readonly onHeld?: () => void
  readonly onUp?: (total: number) => void
}): Promise<FaultyWire> {
  const sockets = new Set<Socket>()
  const held = new Set<Socket>()
  let [cuts, holds, up, connections] = [0, 0, 0, 0]

  const server = createServer((client) => {
    connections += 1
    const port = parts.upstream()
    if (port === null) {
      client.destroy()
      return
    }
    const fate = parts.fate()
    const county = connect(port, '127.0.0.1')
    const both = [client, county]
    const end = (): void => both.forEach((one) => one.destroy())
    for (const one of both) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', end)
      one.on('close', () => {
        sockets.delete(one)
        held.delete(one)
        end()
      })
    }
    const carry = (from: Socket, to: Socket, direction: 'UP' | 'DOWN'): void => {
      let went = 0
      from.on('data', (piece: Buffer) => {
        const left = fate.end !== 'THROUGH' && fate.direction === direction ? fate.after - went : Infinity
        const through = piece.subarray(0, Math.max(0, left))
        went += through.length
        if (direction === 'UP') up += through.length
        if (direction === 'UP') parts.onUp?.(up)
        const open = to.writable && through.length > 0 ? to.write(through) : true
        if (through.length < piece.length && fate.end === 'CUT') {
          cuts += 1
          // What was let through arrives first: half an answer, not none.
          to.end(end)
          return
        }
        if (through.length < piece.length) {
          holds += 1
          from.pause()
          to.pause()
          held.add(client)
          parts.onHeld?.()
          return
        }
        if (!open) {
          from.pause()
          to.once('drain', () => from.resume())
        }
      })
    }
    carry(client, county, 'UP')
    carry(county, client, 'DOWN')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the wire has a port')
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: address.port,
    cuts: () => cuts,
    holds: () => holds,
    up: () => up,
    connections: () => connections,
    holding: () => held.size > 0,
    cutAll,
    close: () =>
      new Promise((resolve) => {
        cutAll()
        server.close(() => resolve())
      }),
  }
}
