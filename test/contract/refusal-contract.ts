import { expect, it } from 'vitest'
import type { DeskClient } from '../support/desk-client.ts'
import { call, type ContractBoard, expectSafeHeaders, type RefusalBody, refusalOf } from './contract-board.ts'

/** How is said no: codes, fields, limits, headers, and what a failure tells. */
export function refusalContract(contract: () => ContractBoard): void {
  it('unknown addresses and methods a route does not have are not found', async () => {
    const { board, staff } = contract()
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
      expect([response.status, (await refusalOf(response)).code], `${method} ${path}`).toEqual([
        404,
        'request.not-found',
      ])
    }
  })

  it('input that does not fit is named by its field', async () => {
    const { board, staff } = contract()
    for (const [method, path, body, field] of [
      ['POST', '/api/desk/accounts', { name: '', roles: [], password: 'x' }, 'name'],
      ['POST', '/api/desk/accounts', { name: '赵新', roles: ['KING'], password: 'x' }, 'roles.0'],
      ['POST', '/api/desk/notices/0/submit', { revision: '1' }, 'revision'],
      ['POST', '/api/desk/notices/0/publish', { submissionHash: 'A' }, 'submissionHash'],
      ['POST', '/api/desk/notices', { catalogueItemId: 7 }, 'catalogueItemId'],
      ['POST', '/api/desk/notices', { surprise: 1 }, 'surprise'],
      ['PUT', '/api/desk/notices/0/placement', { revision: 1, placement: {} }, 'placement.unitId'],
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

  it('a mistyped name in a question is refused, not passed over as if nothing had been asked', async () => {
    const { board, staff, published } = contract()
    for (const [client, path] of [
      [staff.handler, 'audit?curser=2'],
      [staff.handler, 'catalogue-items?query=财务'],
      [staff.handler, 'notices?status=DRAFT'],
      [staff.handler, `notices/${published.id}/sheet?of=submission&hash=0`],
      [board.visitor(), 'notices?grup=1'],
      [board.visitor(), 'notice?index=1&edition=2'],
      [board.visitor(), 'search?q=停电&page=2'],
    ] as const) {
      const address = `/api/${client === staff.handler ? 'desk' : 'public'}/${path}`
      const answer = await client.get<RefusalBody>(address)
      expect([answer.status, answer.body.code], address).toEqual([400, 'request.invalid'])
    }
  })

  it('a body that is no JSON, no form or nothing at all is invalid, not a failure of the server', async () => {
    const { staff } = contract()
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
      expect([response.status, (await refusalOf(response)).code], `${path} ${type}`).toEqual([
        400,
        'request.invalid',
      ])
    }
  })

  it('a body that is too long is refused: 6 MB for words, 60 MB where files are taken, at the desk only', async () => {
    const { board, staff } = contract()
    const megabytes = (n: number) => ({
      'content-length': String(n * 1024 * 1024),
      'content-type': 'application/json',
    })
    const send = async (client: DeskClient, path: string, size: number) =>
      refusalOf(await client.raw('POST', path, { headers: megabytes(size) }))
    if (board.ports !== null) {
      expect((await send(staff.handler, '/api/desk/notices', 7)).code).toBe('request.too-large')
      expect((await send(staff.handler, '/api/desk/notices/0/attachments', 61)).code).toBe(
        'request.too-large',
      )
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
    const { board, staff, published } = contract()
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
    const { board, staff } = contract()
    const response = await staff.handler.raw('GET', '/api/desk/audit?cursor=5', {
      headers: { 'x-request-id': 'told-by-technician' },
    })
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
}
