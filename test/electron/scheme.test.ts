import { describe, expect, test } from 'vitest'
import { createDeskProxy } from '../../electron/scheme.ts'

type Seen = { address: string; headers: Headers; method: string; body: string }

/** A desk mount that sets cookies as the real one does and notes what arrives. */
function deskMount() {
  const seen: Seen[] = []
  const fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address instanceof Request ? address.url : address)
    const body = init.body ? await new Response(init.body).text() : ''
    seen.push({ address: url.href, headers: new Headers(init.headers), method: init.method ?? 'GET', body })
    if (url.pathname === '/open') {
      const headers = new Headers({ location: '/desk/' })
      headers.append('set-cookie', 'board-launch=launch-secret; Path=/; HttpOnly; SameSite=Strict')
      return new Response(null, { status: 302, headers })
    }
    if (url.pathname === '/api/desk/session') {
      const headers = new Headers({ 'content-type': 'application/json', 'content-encoding': 'gzip' })
      const value = init.method === 'DELETE' ? 'board-session=; Max-Age=0' : 'board-session=s1; HttpOnly'
      headers.append('set-cookie', value)
      return new Response('{}', { headers })
    }
    if (url.pathname === '/old') {
      return new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:8631/new' } })
    }
    return new Response('ok', { headers: { 'content-security-policy': "default-src 'self'" } })
  }
  return { seen, fetch }
}

async function connected() {
  const mount = deskMount()
  const proxy = createDeskProxy(mount.fetch)
  await proxy.connect('http://127.0.0.1:8631/open?key=abc')
  return { ...mount, proxy }
}

describe('The way from app://board to the desk mount', () => {
  test('carries the launch cookie and the session, and shows the page neither', async () => {
    const { proxy, seen } = await connected()
    const signedIn = await proxy.answer(
      new Request('app://board/api/desk/session', { method: 'POST', body: '{"password":"x"}' }),
    )
    expect(signedIn.headers.get('set-cookie')).toBeNull()
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: '{"password":"x"}' })

    const page = await proxy.answer(new Request('app://board/api/desk/notices?q=低保'))
    expect(seen.at(-1)?.headers.get('cookie')).toBe('board-launch=launch-secret; board-session=s1')
    expect(seen.at(-1)?.address).toBe('http://127.0.0.1:8631/api/desk/notices?q=%E4%BD%8E%E4%BF%9D')
    expect(page.headers.get('content-security-policy')).toBe("default-src 'self'")
    expect([...page.headers].flat().join(' ')).not.toContain('secret')
  })

  test('forgets the session when the server takes its cookie back', async () => {
    const { proxy, seen } = await connected()
    await proxy.answer(new Request('app://board/api/desk/session', { method: 'POST', body: '{}' }))
    await proxy.answer(new Request('app://board/api/desk/session', { method: 'DELETE' }))
    await proxy.answer(new Request('app://board/api/desk/status'))
    expect(seen.at(-1)?.headers.get('cookie')).toBe('board-launch=launch-secret')
  })

  test('forgets everything when the board server was started anew', async () => {
    const { proxy, seen } = await connected()
    await proxy.answer(new Request('app://board/api/desk/session', { method: 'POST', body: '{}' }))
    await proxy.connect('http://127.0.0.1:9000/open?key=def')
    await proxy.answer(new Request('app://board/api/desk/status'))
    expect(seen.at(-1)?.headers.get('cookie')).toBe('board-launch=launch-secret')
    expect(seen.at(-1)?.address).toBe('http://127.0.0.1:9000/api/desk/status')
  })

  test('writes come from the mount’s own origin, as the server demands', async () => {
    const { proxy, seen } = await connected()
    const headers = { origin: 'app://board', 'content-length': '2', cookie: 'board-launch=forged' }
    await proxy.answer(new Request('app://board/api/desk/notices', { method: 'POST', headers, body: '{}' }))
    expect(seen.at(-1)?.headers.get('origin')).toBe('http://127.0.0.1:8631')
    expect(seen.at(-1)?.headers.get('content-length')).toBeNull()
    expect(seen.at(-1)?.headers.get('cookie')).toBe('board-launch=launch-secret')
  })

  test('a page of another origin, or another host under the scheme, gets nothing through', async () => {
    const { proxy, seen } = await connected()
    const before = seen.length
    const headers = { origin: 'https://evil.example' }
    const foreign = await proxy.answer(
      new Request('app://board/api/desk/status', { method: 'POST', headers }),
    )
    const other = await proxy.answer(new Request('app://board.evil.example/api/desk/status'))
    expect([foreign.status, other.status]).toEqual([403, 404])
    expect(seen).toHaveLength(before)
  })

  test('redirections stay inside the scheme, and unpacked bodies say so', async () => {
    const { proxy } = await connected()
    const moved = await proxy.answer(new Request('app://board/old'))
    expect(moved.headers.get('location')).toBe('app://board/new')
    const packed = await proxy.answer(
      new Request('app://board/api/desk/session', { method: 'POST', body: '{}' }),
    )
    expect(packed.headers.get('content-encoding')).toBeNull()
  })

  test('before the board server listens every page is told to wait', async () => {
    const proxy = createDeskProxy(deskMount().fetch)
    expect((await proxy.answer(new Request('app://board/desk/'))).status).toBe(503)
  })
})
