import { connect } from 'node:net'

/** What came back, as bytes on the wire: the first line, the head and the body. */
export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string }

/**
 * Sends bytes as they are. Every proper HTTP client tidies an address or a header before it sends it; an attacker's
 * does not.
 */
export function rawRequest(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text, 'latin1'))
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.once('error', reject)
    socket.once('close', () => {
      const answer = Buffer.concat(chunks).toString('utf8')
      const [head = '', ...rest] = answer.split('\r\n\r\n')
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') })
    })
  })
}

/** A GET of a target exactly as written. */
export function rawGet(
  port: number,
  target: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return rawRequest(port, [`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
}
