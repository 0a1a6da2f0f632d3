import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublicEdition } from '../../server/display/views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { DeskStatus } from '../../server/office/views.ts'
import type { DeskClient } from '../support/desk-client.ts'
import { MOUNTS, type MountedBoard } from '../support/mounts.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'
import { addressOf, appRoutes, type AppRoute, OPEN_DESK_ROUTES } from './app-routes.ts'

type RefusalBody = { code: string; params: object; requestId: string }

const REFUSAL_KEYS = ['code', 'params', 'requestId']

async function refusalOf(response: Response): Promise<RefusalBody> {
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  const body = (await response.json()) as RefusalBody
  expect(Object.keys(body).sort()).toEqual(REFUSAL_KEYS)
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  return body
}

function expectSafeHeaders(response: Response, what: string): void {
  const headers = Object.fromEntries(response.headers)
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  const policy = headers['content-security-policy'] ?? ''
  expect(policy, what).toMatch(/default-src '(self|none)'/)
  expect(policy, what).not.toMatch(/script-src[^;]*'unsafe|unsafe-eval|default-src[^;]*\*/)
  expect(headers, what).toHaveProperty('cache-control')
  expect(headers, what).not.toHaveProperty('access-control-allow-origin')
}

const line = ({ method, path }: AppRoute) => `${method} ${path}`

function call(client: DeskClient, route: AppRoute): Promise<Response> {
  const write = !['GET', 'HEAD'].includes(route.method)
  return client.raw(route.method, addressOf(route), {
    ...(write && { body: '{}', headers: { 'content-type': 'application/json' } }),
  })
}

describe.each(MOUNTS)('over $name, before the office is set up', ({ open }) => {
  let board: MountedBoard
  beforeAll(async () => {
    board = await open()
  })
  afterAll(() => board.close())

  it('nothing public answers', async () => {
    for (const route of appRoutes(board.deps).filter(({ path }) => path.startsWith('/api/public/'))) {
      const response = await call(board.visitor(), route)
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([503, 'office.not-set-up'])
    }
  })

  it('the desk tells its own browser that it is not set up, and lets nobody else know anything', async () => {
    const desk = await board.desk()
    const status = await desk.get<DeskStatus>('/api/desk/status')
    expect(status.body).toMatchObject({ setUp: false, office: null, people: [], session: null })
    expect((await desk.raw('GET', '/api/desk/notices')).status).toBe(401)
    expect((await board.stranger().raw('GET', '/api/desk/status')).status).toBe(401)
  })
})

describe.each(MOUNTS)('over $name', ({ open, anyHost }) => {
  let board: MountedBoard
  let staff: Staff
  let routes: AppRoute[]
  let deskRoutes: AppRoute[]
  let published: NoticeDetail

  beforeAll(async () => {
    board = await open()
    staff = await setUpOffice(board.desk)
    routes = appRoutes(board.deps)
    deskRoutes = routes.filter(({ path }) => path.startsWith('/api/desk/'))
    const item = await importVillageCatalogue(staff.handler)
    const { id, revision } = await writeDraft(staff.handler, {
      title: '关于停电检修的通知',
      body: paragraphs('河西村停电。'),
      catalogueItemId: item.id,
    })
    published = await publishDraft(staff, id, revision)
  })
  afterAll(() => board.close())

  describe('trust', () => {
    it('no desk route exists on the public mount, whatever cookies are sent', async () => {
      const visitor = board.visitor()
      const cookie = `board-launch=${board.launchSecret}; board-session=${staff.administrator.cookie('board-session')}`
      for (const route of deskRoutes) {
        const write = route.method !== 'GET'
        const response = await visitor.raw(route.method, addressOf(route), {
          headers: { cookie, 'content-type': 'application/json' },
          ...(write && { body: '{}' }),
        })
        expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([404, 'request.not-found'])
      }
      expect((await visitor.raw('GET', `/open?key=${board.launchSecret}`)).status).toBe(404)
      expect((await visitor.raw('GET', '/desk/')).status).toBe(404)
    })

    it('every desk route asks for the cookie of this launch', async () => {
      for (const route of deskRoutes) {
        const response = await call(board.stranger(), route)
        expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([401, 'trust.launch-secret-missing'])
      }
    })

    it('every desk route but signing in asks for a signed-in person', async () => {
      const desk = await board.desk()
      for (const route of deskRoutes.filter((candidate) => !OPEN_DESK_ROUTES.includes(line(candidate)))) {
        const response = await call(desk, route)
        expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([401, 'trust.not-signed-in'])
      }
    })

    it('every one of them is shut while the session is locked', async () => {
      const { body } = await staff.reviewer.get<DeskStatus>('/api/desk/status')
      const desk = await board.desk()
      const password = 'yunxi-2026'
      await desk.post('/api/desk/session', { accountId: body.session?.account.id, password })
      await desk.post('/api/desk/session/lock')
      for (const route of deskRoutes.filter((candidate) => !OPEN_DESK_ROUTES.includes(line(candidate)))) {
        const response = await call(desk, route)
        expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([423, 'trust.locked'])
      }
      expect((await desk.post<DeskStatus>('/api/desk/session/unlock', { password })).body.session?.locked).toBe(false)
      expect((await desk.raw('GET', '/api/desk/notices')).status).toBe(200)
    })

    it('what needs a role is refused to everybody without it', async () => {
      const id = published.id
      const submissionHash = published.submission?.hash ?? ''
      const decision = { decision: 'APPROVED', reason: '', submissionHash }
      const account = { name: '赵新', roles: [], password: 'yunxi-2026' }
      const questions: [keyof Staff, string, string, unknown][] = [
        ['handler', 'POST', '/api/desk/accounts', account],
        ['handler', 'PATCH', '/api/desk/accounts/0', { disabled: true }],
        ['reviewer', 'PUT', '/api/desk/office', (await staff.reviewer.get<DeskStatus>('/api/desk/status')).body.office],
        ['administrator', 'POST', '/api/desk/notices', {}],
        ['reviewer', 'PUT', `/api/desk/notices/${id}/draft`, { revision: 1, content: published.draft.content }],
        ['reviewer', 'DELETE', `/api/desk/notices/${id}/attachments/0`, {}],
        ['reviewer', 'POST', `/api/desk/notices/${id}/submit`, { revision: 1 }],
        ['secrecyReviewer', 'POST', `/api/desk/notices/${id}/recall`, {}],
        ['reviewer', 'POST', `/api/desk/notices/${id}/mask`, { hitIds: ['x'] }],
        ['handler', 'POST', `/api/desk/notices/${id}/overrides`, { hitIds: ['x'], reason: '公务' }],
        ['reviewer', 'POST', `/api/desk/notices/${id}/publish`, { submissionHash }],
        ['deputyLeader', 'POST', `/api/desk/notices/${id}/revise`, {}],
        ['administrator', 'POST', `/api/desk/notices/${id}/withdraw`, { reason: 'EXPIRED', note: '到期', hideTitle: false }],
        ['reviewer', 'PATCH', '/api/desk/catalogue-items/0', { serial: '1' }],
        ['reviewer', 'POST', '/api/desk/packages', {}],
      ]
      for (const [who, method, path, body] of questions) {
        const answer = await staff[who].json<RefusalBody>(method, path, body)
        expect([answer.status, answer.body.code], `${who} ${method} ${path}`).toEqual([403, 'trust.role-missing'])
      }
      const { id: draftId, revision } = await writeDraft(staff.handler, {
        title: '值班安排',
        body: paragraphs('值班。'),
        catalogueItemId: published.draft.content.catalogueItemId,
      })
      const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${draftId}/submit`, { revision })
      const hash = submitted.body.submission?.hash
      for (const [who, kind] of [['reviewer', 'SECRECY_REVIEW'], ['secrecyReviewer', 'REVIEW'], ['handler', 'REVIEW']] as const) {
        const path = `/api/desk/notices/${draftId}/decisions`
        const answer = await staff[who].post<RefusalBody>(path, { ...decision, kind, submissionHash: hash })
        expect([answer.status, answer.body.code], `${who} ${kind}`).toEqual([403, 'trust.role-missing'])
      }
    })

    it('the public mount only reads: no write is taken, wherever it goes', async () => {
      const before = board.deps.store.database.prepare('SELECT total_changes() AS n').get()
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const route of routes.filter(({ path }) => !path.startsWith('/api/desk'))) {
          const response = await call(board.visitor(), { method, path: route.path })
          expect(response.status, `${method} ${route.path}`).toBe(404)
          await refusalOf(response)
        }
      }
      expect(board.deps.store.database.prepare('SELECT total_changes() AS n').get()).toEqual(before)
    })

    it('a write of a foreign page, or of no page, is refused on both mounts', async () => {
      const origins = ['http://evil.example', 'null', 'http://127.0.0.1:1', `${board.deskOrigin}.evil.example`, 'file://', '']
      for (const origin of origins) {
        for (const client of [staff.handler, board.visitor()]) {
          const response = await client.raw('POST', '/api/desk/notices', {
            body: '{}',
            headers: { origin, 'content-type': 'application/json' },
          })
          expect([response.status, (await refusalOf(response)).code], origin).toEqual([403, 'request.cross-origin'])
        }
      }
    })

    it('the desk answers to its own names only', async () => {
      for (const host of ['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1', 'LOCALHOST']) {
        const response = await staff.handler.raw('GET', '/api/desk/notices', { headers: { host } })
        expect([response.status, (await refusalOf(response)).code], host).toEqual([421, 'request.wrong-host'])
      }
    })

    it('the public mount answers to foreign names only on the network of the office', async () => {
      const response = await board.visitor().raw('GET', '/api/public/home', { headers: { host: 'gongkailan.yunxi.lan:8632' } })
      expect(response.status).toBe(anyHost ? 200 : 421)
    })
  })

  describe('answers', () => {
    it('the public reads what was published, with its list, its sheet and its search', async () => {
      const visitor = board.visitor()
      const hash = published.submission?.hash ?? ''
      const index = encodeURIComponent(published.indexNumber ?? '')
      for (const [path, shape] of [
        ['/api/public/home', { total: 1, newest: [{ title: '关于停电检修的通知' }] }],
        ['/api/public/notices', { total: 1, next: null }],
        [`/api/public/notice?index=${index}`, { state: 'PUBLISHED', hash }],
        [`/api/public/search?q=${encodeURIComponent('停电')}`, { total: 1 }],
        [`/api/public/editions/${hash}`, { hash }],
        [`/api/public/editions/${hash}/sheet`, { draft: false, hash }],
      ] as const) {
        const answer = await visitor.get<PublicEdition>(path)
        expect(answer.status, path).toBe(200)
        expect(answer.body, path).toMatchObject(shape)
        expect(answer.headers.get('cache-control'), path).toBe('no-store')
      }
    })

    it('the desk reads every list', async () => {
      for (const path of ['status', 'accounts', 'catalogues', 'catalogue-items?q=财务', 'notices', 'notice-counts', 'outbox', 'packages', 'audit', 'audit/proof']) {
        const answer = await staff.handler.get(`/api/desk/${path}`)
        expect(answer.status, path).toBe(200)
      }
      for (const path of ['', '/gate', '/sheet?of=submission']) {
        expect((await staff.reviewer.get(`/api/desk/notices/${published.id}${path}`)).status, path).toBe(200)
      }
    })

    it('HEAD answers like GET without a body', async () => {
      const response = await board.visitor().raw('HEAD', '/api/public/home')
      expect([response.status, await response.text()]).toEqual([200, ''])
    })

    it('the screens are sent with a nonce of their own each time, and cached only when their name is a hash', async () => {
      const visitor = board.visitor()
      const nonces = new Set<string>()
      for (let time = 0; time < 2; time++) {
        const page = await visitor.raw('GET', '/kiosk/')
        const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1] ?? ''
        expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
        expect(page.headers.get('cache-control')).toBe('no-store')
        nonces.add(nonce)
      }
      expect(nonces.size).toBe(2)
      const script = await visitor.raw('GET', '/assets/kiosk-1a2b.js')
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    })

    it('a script is sent gzipped to a browser that can read that', async () => {
      const packed = await board.visitor().raw('GET', '/assets/kiosk-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(packed.headers.get('vary')).toBe('accept-encoding')
      expect(Buffer.from(await packed.arrayBuffer()).subarray(0, 2).toString('hex')).toBe('1f8b')
    })

    it('the API description lists every route, and on the public mount none of the desk', async () => {
      const named = (paths: object) =>
        Object.entries(paths as Record<string, object>).flatMap(([path, item]) =>
          Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
        )
      const described = await staff.handler.get<{ paths: object; components: object }>('/api/openapi.json')
      const wanted = routes.map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)\??/g, '{$1}')}`)
      expect(named(described.body.paths).sort()).toEqual(wanted.sort())
      const open = await board.visitor().get<{ paths: object }>('/api/openapi.json')
      expect(named(open.body.paths).filter((name) => /\/desk\/|\/open$/.test(name))).toEqual([])
      expect(named(open.body.paths).length).toBeGreaterThan(6)
    })
  })

  describe('refusals', () => {
    it('unknown addresses and methods a route does not have are not found', async () => {
      for (const [client, method, path] of [
        [staff.handler, 'GET', '/api/desk/nothing'],
        [staff.handler, 'POST', '/api/desk/notice-counts'],
        [staff.handler, 'PUT', '/api/desk/notices'],
        [staff.handler, 'GET', '/api/desk/notices/0/publish'],
        [staff.handler, 'GET', '/nothing.js'],
        [board.visitor(), 'GET', '/api/public/nothing'],
        [board.visitor(), 'GET', '/api'],
        [board.visitor(), 'OPTIONS', '/api/public/home'],
        [board.visitor(), 'GET', '/kiosk'],
      ] as const) {
        const response = await call(client, { method, path })
        expect([response.status, (await refusalOf(response)).code], `${method} ${path}`).toEqual([404, 'request.not-found'])
      }
    })

    it('input that does not fit is named by its field', async () => {
      for (const [method, path, body, field] of [
        ['POST', '/api/desk/accounts', { name: '', roles: [], password: 'x' }, 'name'],
        ['POST', '/api/desk/accounts', { name: '赵新', roles: ['KING'], password: 'x' }, 'roles.0'],
        ['POST', '/api/desk/notices/0/submit', { revision: '1' }, 'revision'],
        ['POST', '/api/desk/notices/0/publish', { submissionHash: 'A' }, 'submissionHash'],
        ['POST', '/api/desk/notices', { catalogueItemId: 7 }, 'catalogueItemId'],
        ['POST', '/api/desk/notices', { surprise: 1 }, ''],
      ] as const) {
        const answer = await staff.handler.json<RefusalBody>(method, path, body)
        expect([answer.status, answer.body], path).toEqual([
          400,
          { code: 'request.invalid', params: { field }, requestId: expect.any(String) as string },
        ])
      }
      const query = await board.visitor().get<RefusalBody>('/api/public/notices?cursor=abc')
      expect(query.body).toMatchObject({ code: 'request.invalid', params: { field: 'cursor' } })
    })

    it('a body that is no JSON, no form or nothing at all is invalid, not a failure of the server', async () => {
      for (const [path, type, body] of [
        ['/api/desk/notices', 'application/json', '{"catalogueItemId":'],
        ['/api/desk/notices', 'application/json', ''],
        ['/api/desk/notices/0/submit', 'text/plain', '{"revision":1}'],
        ['/api/desk/notices/0/attachments', 'multipart/form-data; boundary=x', '--x\r\nrubbish'],
        ['/api/desk/notices/0/attachments', 'multipart/form-data', ''],
        ['/api/desk/catalogues', 'application/json', '{}'],
        ['/api/desk/packages/verify', 'application/x-www-form-urlencoded', 'file=abc'],
      ] as const) {
        const response = await staff.handler.raw('POST', path, { body, headers: { 'content-type': type } })
        expect([response.status, (await refusalOf(response)).code], `${path} ${type}`).toEqual([400, 'request.invalid'])
      }
    })

    it('a body that is too long is refused: 6 MB for words, 60 MB where files are taken, at the desk only', async () => {
      const megabytes = (n: number) => ({ 'content-length': String(n * 1024 * 1024), 'content-type': 'application/json' })
      const send = async (client: DeskClient, path: string, size: number) =>
        refusalOf(await client.raw('POST', path, { headers: megabytes(size) }))
      if (board.ports !== null) {
        expect((await send(staff.handler, '/api/desk/notices', 7)).code).toBe('request.too-large')
        expect((await send(staff.handler, '/api/desk/notices/0/attachments', 61)).code).toBe('request.too-large')
        expect((await send(board.visitor(), '/api/public/attachments', 7)).code).toBe('request.too-large')
      }
      const long = `"${'长'.repeat(2 * 1024 * 1024 + 1)}"`
      const response = await staff.handler.raw('POST', '/api/desk/notices', {
        body: long,
        headers: { 'content-type': 'application/json' },
      })
      expect([response.status, (await refusalOf(response)).code]).toEqual([413, 'request.too-large'])
    })

    it('every answer carries the headers that keep a browser from doing harm', async () => {
      const asked: [DeskClient, string, string, Record<string, string>?][] = [
        [staff.handler, 'GET', '/api/desk/status'],
        [staff.handler, 'GET', '/desk/'],
        [staff.handler, 'GET', '/'],
        [staff.handler, 'GET', '/api/desk/nothing'],
        [staff.handler, 'POST', '/api/desk/notices', { origin: 'http://evil.example' }],
        [staff.handler, 'GET', '/api/desk/status', { host: 'evil.example' }],
        [board.stranger(), 'GET', '/api/desk/status'],
        [board.stranger(), 'GET', `/open?key=${board.launchSecret}`],
        [board.stranger(), 'GET', '/open?key=wrong'],
        [board.visitor(), 'GET', '/kiosk/'],
        [board.visitor(), 'GET', '/assets/kiosk-1a2b.js'],
        [board.visitor(), 'GET', '/api/public/home'],
        [board.visitor(), 'GET', `/api/public/editions/${published.submission?.hash}/attachments/0`],
        [board.visitor(), 'GET', '/api/openapi.json'],
      ]
      for (const [client, method, path, headers] of asked) {
        const response = await client.raw(method, path, headers ? { headers } : {})
        expectSafeHeaders(response, `${method} ${path} ${response.status}`)
      }
    })

    it('a failure inside is told as a number for the log, and carries the same headers', async () => {
      const response = await staff.handler.raw('GET', '/api/desk/audit?cursor=5', { headers: { 'x-request-id': 'told-by-technician' } })
      expect(response.headers.get('x-request-id')).toBe('told-by-technician')
      const trigger = board.deps.store.database
      trigger.exec('ALTER TABLE outbox RENAME TO outbox_away')
      try {
        const failed = await staff.handler.raw('GET', '/api/desk/outbox')
        expect(failed.status).toBe(500)
        expectSafeHeaders(failed, 'failure')
        const body = await refusalOf(failed)
        expect(body).toMatchObject({ code: 'request.failed', params: {} })
        expect(JSON.stringify(body)).not.toMatch(/outbox|SQLITE|\/|at /)
      } finally {
        trigger.exec('ALTER TABLE outbox_away RENAME TO outbox')
      }
    })
  })
})
