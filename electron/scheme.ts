import { createCookieJar } from './cookie-jar.ts'
import type { ElectronApi } from './electron-api.ts'

/** Where the desk's pages live inside Electron. */
export const DESK_ORIGIN = 'app://board'

/** Must run before the app is ready: only then does Chromium take a scheme as a real, secure origin. */
export function registerScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** The way from `app://board` to the desk mount of the board server that runs now. */
export type DeskProxy = {
  /** Takes the address with the launch secret from the server, and opens it once for its cookie. */
  readonly connect: (deskUrl: string) => Promise<void>
  /** Answers one request of a page. */
  readonly answer: (request: Request) => Promise<Response>
}

/** Makes the proxy; `fetch` is handed in for tests. */
export function createDeskProxy(fetch: typeof globalThis.fetch): DeskProxy {
  const jar = createCookieJar()
  let mount: string | null = null

  return {
    connect: async (deskUrl) => {
      jar.clear()
      const opened = await fetch(deskUrl, { redirect: 'manual' })
      await opened.body?.cancel()
      jar.take(opened.headers)
      mount = new URL(deskUrl).origin
    },
    answer: async (request) => {
      const asked = new URL(request.url)
      // `app://board.evil/` is another host under the same scheme, and must not reach the desk.
      if (asked.protocol !== 'app:' || asked.host !== 'board') return new Response(null, { status: 404 })
      const origin = request.headers.get('origin')
      if (origin !== null && origin !== DESK_ORIGIN) return new Response(null, { status: 403 })
      if (mount === null) return new Response(null, { status: 503 })
      const answer = await fetch(mount + asked.pathname + asked.search, {
        method: request.method,
        headers: headersFor(request, mount, jar.header()),
        body: request.body,
        redirect: 'manual',
        ...(request.body === null ? {} : { duplex: 'half' }),
      })
      jar.take(answer.headers)
      return new Response(answer.body, { status: answer.status, headers: headersBack(answer, mount) })
    },
  }
}

/** The server sees a request from its own origin, with the cookies that the page never sees. */
function headersFor(request: Request, mount: string, cookies: string): Headers {
  const headers = new Headers(request.headers)
  for (const name of ['host', 'referer', 'content-length', 'connection']) headers.delete(name)
  headers.set('cookie', cookies)
  if (headers.has('origin')) headers.set('origin', mount)
  return headers
}

function headersBack(answer: Response, mount: string): Headers {
  const headers = new Headers(answer.headers)
  headers.delete('set-cookie')
  // fetch has unpacked the body already; with the old length and packing the page would read garbage.
  headers.delete('content-encoding')
  headers.delete('content-length')
  const target = headers.get('location')
  if (target?.startsWith(mount)) headers.set('location', DESK_ORIGIN + target.slice(mount.length))
  return headers
}
