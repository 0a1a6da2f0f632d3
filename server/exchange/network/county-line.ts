import { X509Certificate } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'
import type { Timers } from './timers.ts'

/** A request to the county's listener. */
export type LineRequest = {
  readonly method: string
  /** Below the county's address. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | { readonly stream: Readable; readonly size: number }
  /** Told how many bytes of the body went out. */
  readonly onSent?: (bytes: number) => void
  readonly signal?: AbortSignal | undefined
  /** Bytes of the answer at most. */
  readonly most: number
  /** Takes the answer piece by piece instead of gathering it. */
  readonly into?: (piece: Uint8Array) => Promise<void>
}

/** An answer that came whole. */
export type LineAnswer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Why there is no answer. */
export class LineBroken extends Error {
  /** `CERTIFICATE`: somebody else answers there, and nothing was sent. `BROKEN`: the line; it may pass by itself. */
  readonly kind: 'CERTIFICATE' | 'BROKEN' | 'CANCELLED'
  /** True when the other side had proved itself on this line. */
  readonly reached: boolean
  constructor(kind: LineBroken['kind'], reason: string, reached = false) {
    super(reason)
    this.kind = kind
    this.reached = reached
  }
}

/** The way to the county's listener. */
export type CountyLine = {
  readonly origin: string
  /** Sends one request; throws `LineBroken`. */
  readonly ask: (request: LineRequest) => Promise<LineAnswer>
  readonly close: () => void
}

/** A line on which nothing moves for so long is dead. */
const SILENCE_MS = 60_000

const UNTRUSTED =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|CRL_|INVALID_PURPOSE)/u

/**
 * Connections that show the pinned certificate to the byte; its dates and name mean nothing, since the card vouches for it, and a clock that
 * is wrong by years must not cut the office off. Without a pinned one the system decides whom to trust.
 * Nothing is sent before that: the request waits until the certificate was compared.
 */
function provedAgent(pinned: string | null, pending: Set<TLSSocket>): Agent {
  const raw = pinned === null ? null : new X509Certificate(pinned).raw
  const agent = new Agent({ keepAlive: true, maxSockets: 2, maxCachedSessions: 0, minVersion: 'TLSv1.2' })
  agent.createConnection = (options, done) => {
    const { host } = options as { host?: string }
    const socket: TLSSocket = connect({
      ...(options as object),
      ...(raw !== null && { rejectUnauthorized: false }),
      ...(host !== undefined && isIP(host) === 0 && { servername: host }),
    })
    pending.add(socket)
    socket.once('close', () => pending.delete(socket))
    const failed = (error: Error): void => done?.(error, socket)
    socket.once('error', failed)
    socket.once('secureConnect', () => {
      pending.delete(socket)
      socket.off('error', failed)
      const shown = socket.getPeerX509Certificate()?.raw
      if (raw !== null && shown?.equals(raw) !== true) {
        socket.destroy()
        done?.(Object.assign(new Error('another certificate'), { code: 'CERT_OTHER' }), socket)
        return
      }
      done?.(null, socket)
    })
    return undefined
  }
  return agent
}

/**
 * Opens the way to the county as its card names it. Redirects are not followed: nobody but the county itself is sent anything.
 * @example openCountyLine({ address: 'https://10.1.2.3:8643', certificate, timers })
 */
export function openCountyLine(parts: {
  readonly address: string
  readonly certificate: string | null
  readonly timers: Timers
}): CountyLine {
  const { origin } = new URL(parts.address)
  // What is not proved yet belongs to no request: it is ended with the one that waits for it.
  const pending = new Set<TLSSocket>()
  const agent = provedAgent(parts.certificate, pending)
  const ask = (asked: LineRequest): Promise<LineAnswer> =>
    new Promise((resolve, reject) => {
      let reached = false
      let settled = false
      let silence = (): void => undefined
      const { body, signal } = asked
      const size = typeof body === 'string' ? Buffer.byteLength(body) : body?.size
      const sending = httpsRequest(new URL(asked.path, origin), {
        agent,
        method: asked.method,
        headers: { ...asked.headers, ...(size !== undefined && { 'content-length': String(size) }) },
      })
      const settle = (act: () => void): void => {
        if (settled) return
        settled = true
        silence()
        signal?.removeEventListener('abort', cancel)
        if (typeof body === 'object') body.stream.destroy()
        act()
      }
      const fail = (error: LineBroken): void => {
        // Its end tells once more of itself, and by then the next request may be on its way.
        if (settled) return
        settle(() => reject(error))
        sending.destroy()
        for (const socket of pending) socket.destroy()
      }
      const cancel = (): void => fail(new LineBroken('CANCELLED', 'cancelled', reached))
      const broken = (error: Error): void => {
        const { code = error.message } = error as NodeJS.ErrnoException
        fail(new LineBroken(UNTRUSTED.test(code) ? 'CERTIFICATE' : 'BROKEN', code, reached))
      }
      const alive = (): void => {
        silence()
        silence = parts.timers.after(SILENCE_MS, () => fail(new LineBroken('BROKEN', 'silence', reached)))
      }
      sending.on('error', broken)
      sending.on('socket', (socket) => {
        // It came out of the agent, so it has proved itself.
        reached = true
        socket.setNoDelay(true)
      })
      sending.on('response', (response) => {
        const pieces: Uint8Array[] = []
        let came = 0
        const take = async (): Promise<void> => {
          for await (const piece of response as AsyncIterable<Buffer>) {
            alive()
            came += piece.byteLength
            if (came > asked.most) throw Object.assign(new Error('too much'), { code: 'answer-too-long' })
            if (asked.into) await asked.into(piece)
            else pieces.push(piece)
          }
          if (!response.complete) throw Object.assign(new Error('cut'), { code: 'ECONNRESET' })
        }
        alive()
        take().then(() => {
          const { statusCode: status = 0, headers } = response
          settle(() => resolve({ status, headers, body: Buffer.concat(pieces) }))
          // The rest of a body that the other side did not want is not sent.
          if (!sending.writableFinished) sending.destroy()
        }, broken)
      })
      if (signal?.aborted === true) return cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      alive()
      if (typeof body !== 'object') {
        sending.end(body)
        return
      }
      let sent = 0
      body.stream.on('data', (piece: Buffer) => {
        sent += piece.byteLength
        alive()
        asked.onSent?.(sent)
      })
      body.stream.on('error', broken)
      body.stream.pipe(sending)
    })
  return { origin, ask, close: () => agent.destroy() }
}
