import { expect, it } from 'vitest'
import { z } from 'zod'
import type { PublicEdition } from '../../server/display/views.ts'
import type { ContractBoard } from './contract-board.ts'

type Media = { schema: object }
type Operation = {
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { content?: Record<string, Media> }>
}
type ApiDescription = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas?: Record<string, object> }
}

/** Writes whose address says all. */
const TAKES_NOTHING = [
  'POST /api/desk/catalogue-templates/{id}',
  'POST /api/desk/catalogue-versions/{id}/approve',
  'POST /api/desk/catalogue-versions/{id}/submit',
  'POST /api/desk/catalogues/{id}/versions',
  'POST /api/desk/downward-items/{id}/read',
  'POST /api/desk/drives/{id}/take-in',
  'POST /api/desk/editions/{hash}/pdf',
  'POST /api/desk/exchange-tasks/{id}/offer-again',
  'POST /api/desk/network/send',
  'POST /api/desk/notice-batches/{batch}/end',
  'POST /api/desk/notices/{id}/discard',
  'POST /api/desk/notices/{id}/recall',
  'POST /api/desk/notices/{id}/review-slip/pdf',
  'POST /api/desk/notices/{id}/revise',
  'POST /api/desk/package-key/new',
  'POST /api/desk/package-key/next',
  'POST /api/desk/replicas/pairing-code',
  'POST /api/desk/replicas/{id}/end',
  'POST /api/desk/screens/{id}/pairing-code',
  'POST /api/desk/screens/{id}/unpair',
  'POST /api/desk/search-words/{id}/end',
  'POST /api/desk/session/activity',
  'POST /api/desk/session/lock',
  'POST /api/desk/sheet-templates/{id}/restore',
  'POST /api/desk/sheet-templates/{id}/retire',
]

/** A schema of the description as one that stands alone. */
function withDefinitions(schema: object | undefined, definitions: Record<string, object> = {}) {
  const whole = JSON.stringify({ ...schema, $defs: definitions })
  return JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
    typeof z.fromJSONSchema
  >[0]
}

/** What is answered: lists, editions, screens, the description of the API. */
export function answerContract(contract: () => ContractBoard): void {
  it('the public reads what was published, with its list, its sheet and its search', async () => {
    const { board, published } = contract()
    const visitor = board.visitor()
    const hash = published.submission?.hash ?? ''
    const index = encodeURIComponent(published.indexNumber ?? '')
    for (const [path, shape] of [
      ['/api/public/home', { total: 1, newest: [{ title: '关于停电检修的通知' }] }],
      ['/api/public/notices', { total: 1, next: null }],
      ['/api/public/notices?unit=township', { total: 1, next: null }],
      ['/api/public/units', { units: [{ id: 'township', count: 1 }] }],
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
    const { staff, published } = contract()
    for (const path of [
      'status',
      'calendar?year=2026',
      'calendar/changes',
      'calendar/due?from=2026-09-30&amount=20&unit=workday',
      'accounts',
      'catalogues',
      'catalogue-items?q=财务',
      'catalogue-templates',
      'content-groups',
      'notices',
      'notice-counts',
      'notice-warnings',
      'outbox',
      'packages',
      'portal/site',
      'county-card',
      'office-card',
      'office-card/qr',
      'receipts',
      'exchange-tasks',
      'exchange-today',
      'downward-items',
      'audit',
      'audit/proof',
      'register-choices',
      'register-counts',
      'undisclosed',
      'lists',
      'screens',
      'screen-columns',
    ]) {
      const answer = await staff.handler.get(`/api/desk/${path}`)
      expect(answer.status, path).toBe(200)
    }
    for (const path of ['', '/gate', '/duty-choices', '/sheet?of=submission']) {
      expect((await staff.reviewer.get(`/api/desk/notices/${published.id}${path}`)).status, path).toBe(200)
    }
  })

  it('HEAD answers like GET without a body', async () => {
    const { board } = contract()
    const response = await board.visitor().raw('HEAD', '/api/public/home')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('the screens are sent with a nonce of their own each time, and cached only when their name is a hash', async () => {
    const { board } = contract()
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

  it('the thread that reads PDFs may run WebAssembly and reach nothing but the board, the pages themselves may not', async () => {
    const { board } = contract()
    const policyOf = async (path: string) =>
      (await board.visitor().raw('GET', path)).headers.get('content-security-policy') ?? ''
    expect(await policyOf('/assets/pdf.worker.min-1a2b.js')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'",
    )
    for (const path of ['/assets/kiosk-1a2b.js', '/kiosk/', '/assets/pdf.workers/1a2b.js'])
      expect(await policyOf(path), path).not.toContain('wasm')
  })

  it('a script is sent gzipped to a browser that can read that', async () => {
    const { board } = contract()
    const packed = await board
      .visitor()
      .raw('GET', '/assets/kiosk-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(
      Buffer.from(await packed.arrayBuffer())
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('1f8b')
  })

  it('the API description lists every route, and on the public mount none of the desk', async () => {
    const { board, staff, routes } = contract()
    const named = (paths: object) =>
      Object.entries(paths as Record<string, object>).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
      )
    const described = await staff.handler.get<{ paths: object; components: object }>('/api/openapi.json')
    // `GET /` only sends a browser to its screen.
    const offered = routes.filter(({ path }) => path !== '/')
    const wanted = offered.map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)\??/g, '{$1}')}`)
    expect(named(described.body.paths).sort()).toEqual(wanted.sort())
    const open = await board.visitor().get<{ paths: object }>('/api/openapi.json')
    expect(named(open.body.paths).filter((name) => /\/desk\/|\/open$/.test(name))).toEqual([])
    expect(named(open.body.paths).length).toBeGreaterThan(6)
  })

  it('the API description says what every write takes, and where success is not 200', async () => {
    const { staff } = contract()
    const { body } = await staff.handler.get<ApiDescription>('/api/openapi.json')
    const operations = Object.entries(body.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        ...operation,
      })),
    )
    const silent = operations.filter(
      ({ name, requestBody }) => /^(POST|PUT|PATCH) /.test(name) && !requestBody,
    )
    expect(silent.map(({ name }) => name).sort()).toEqual(TAKES_NOTHING)
    const forms = operations.filter(({ requestBody }) => requestBody?.content['multipart/form-data'])
    expect(forms.map(({ name }) => name).sort()).toEqual([
      'POST /api/desk/boards/{id}/photo',
      'POST /api/desk/calendar/preview',
      'POST /api/desk/calendar/take',
      'POST /api/desk/catalogue-imports',
      'POST /api/desk/catalogues',
      'POST /api/desk/county-card',
      'POST /api/desk/dictionaries/{kind}/compare',
      'POST /api/desk/dictionaries/{kind}/versions',
      'POST /api/desk/downward',
      'POST /api/desk/lists/read',
      'POST /api/desk/lists/{id}/compare',
      'POST /api/desk/matters/{id}/files',
      'POST /api/desk/notices/{id}/attachments',
      'POST /api/desk/notices/{id}/committee-slip',
      'POST /api/desk/notices/{id}/docx',
      'POST /api/desk/notices/{id}/referral/answer',
      'POST /api/desk/notices/{id}/tables',
      'POST /api/desk/packages/verify',
      'POST /api/desk/portal/compare',
      'POST /api/desk/portal/compare.xlsx',
      'POST /api/desk/postings/{id}/photos',
      'POST /api/desk/receipts',
      'POST /api/public/photos/{secret}',
    ])
    const unusual = operations.flatMap(({ name, responses }) =>
      Object.keys(responses)
        .filter((status) => status !== '200' && status !== 'default')
        .map((status) => `${status} ${name}`),
    )
    expect(unusual.sort()).toEqual([
      '201 POST /api/desk/accounts',
      '201 POST /api/desk/calendar/local-days',
      '201 POST /api/desk/catalogue-imports',
      '201 POST /api/desk/catalogues',
      '201 POST /api/desk/catalogues/{id}/rows',
      '201 POST /api/desk/consultations/{id}/opinions',
      '201 POST /api/desk/emergencies',
      '201 POST /api/desk/lists',
      '201 POST /api/desk/matters/{id}/files',
      '201 POST /api/desk/notices/{id}/attachments',
      '201 POST /api/desk/notices/{id}/tables',
      '201 POST /api/desk/screens',
      '201 POST /api/desk/setup',
      '201 POST /api/desk/sheet-templates',
      '201 POST /api/desk/undisclosed',
      '201 POST /api/desk/units',
      '201 POST /api/desk/units/{id}/boards',
      '202 POST /api/desk/packages',
      '202 POST /api/desk/packages/{sequence}/carriage',
      '204 DELETE /api/desk/catalogue-imports/{id}',
      '204 DELETE /api/desk/catalogues/{id}/rows/{itemId}',
      '204 POST /api/desk/session/activity',
      '204 PUT /api/desk/units/{unitId}/items/{itemId}',
    ])
    for (const { name, responses } of operations) expect(responses, name).toHaveProperty('default')
  })

  it('what the public reads is what the API description says of it', async () => {
    const { board, published } = contract()
    const visitor = board.visitor()
    const { body } = await visitor.get<ApiDescription>('/api/openapi.json')
    const hash = published.submission?.hash ?? ''
    const index = encodeURIComponent(published.indexNumber ?? '')
    for (const [path, address] of [
      ['/home', '/home'],
      ['/notices', '/notices'],
      ['/notice', `/notice?index=${index}`],
      ['/search', `/search?q=${encodeURIComponent('停电')}`],
      ['/sheet-code', `/sheet-code?code=${hash}`],
      ['/editions/{hash}', `/editions/${hash}`],
      ['/editions/{hash}/sheet', `/editions/${hash}/sheet`],
      ['/editions/{hash}/take-away', `/editions/${hash}/take-away`],
    ] as const) {
      const said = body.paths[`/api/public${path}`]?.['get']?.responses['200']?.content?.['application/json']
      const schema = z.fromJSONSchema(withDefinitions(said?.schema, body.components.schemas))
      const answer = await visitor.get(`/api/public${address}`)
      expect(schema.safeParse(answer.body).error, path).toBeUndefined()
      expect(schema.safeParse({}).success, path).toBe(false)
    }
  })
}
