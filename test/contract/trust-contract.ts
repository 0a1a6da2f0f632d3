import { expect, it } from 'vitest'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { DeskStatus } from '../../server/office/views.ts'
import { paragraphs, writeDraft } from '../support/publish-flow.ts'
import type { Staff } from '../support/test-board.ts'
import { addressOf, OPEN_DESK_ROUTES } from './app-routes.ts'
import { call, type ContractBoard, line, type RefusalBody, refusalOf } from './contract-board.ts'

/** Writes of the public mount: kiosk, screens, phones and replicas. None of them changes what is published. */
const PUBLIC_WRITES: readonly string[] = [
  'POST /api/public/kiosk/maintenance',
  'POST /api/public/kiosk/maintenance/actions',
  'POST /api/public/reading-room/visits',
  'POST /api/public/reading-room/materials',
  'POST /api/public/reading-room/sheets',
  'POST /api/public/screens/:screen/pairing',
  'POST /api/public/screens/:screen/reports',
  'POST /api/public/photos/:secret',
  'POST /api/public/replicas/pairing',
  'POST /api/public/replica/reports',
]

/** Who may ask what: the mount, the launch, the session, the role, the sender. */
export function trustContract(contract: () => ContractBoard): void {
  it('no desk route exists on the public mount, whatever cookies are sent', async () => {
    const { board, staff, deskRoutes } = contract()
    const visitor = board.visitor()
    const cookie = `board-launch=${board.launchSecret}; board-session=${staff.administrator.cookie('board-session')}`
    for (const route of deskRoutes) {
      const write = route.method !== 'GET'
      const response = await visitor.raw(route.method, addressOf(route), {
        headers: { cookie, 'content-type': 'application/json' },
        ...(write && { body: '{}' }),
      })
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([
        404,
        'request.not-found',
      ])
    }
    expect((await visitor.raw('GET', `/open?key=${board.launchSecret}`)).status).toBe(404)
    expect((await visitor.raw('GET', '/desk/')).status).toBe(404)
  })

  it('every desk route asks for the cookie of this launch', async () => {
    const { board, deskRoutes } = contract()
    for (const route of deskRoutes) {
      const response = await call(board.stranger(), route)
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([
        401,
        'trust.launch-secret-missing',
      ])
    }
  })

  it('every desk route but signing in asks for a signed-in person', async () => {
    const { board, deskRoutes } = contract()
    const desk = await board.desk()
    for (const route of deskRoutes.filter((candidate) => !OPEN_DESK_ROUTES.includes(line(candidate)))) {
      const response = await call(desk, route)
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([
        401,
        'trust.not-signed-in',
      ])
    }
  })

  it('every one of them is shut while the session is locked', async () => {
    const { board, staff, deskRoutes } = contract()
    const { body } = await staff.reviewer.get<DeskStatus>('/api/desk/status')
    const desk = await board.desk()
    const password = 'yunxi-2026'
    await desk.post('/api/desk/session', { accountId: body.session?.account.id, password })
    await desk.post('/api/desk/session/lock')
    for (const route of deskRoutes.filter((candidate) => !OPEN_DESK_ROUTES.includes(line(candidate)))) {
      const response = await call(desk, route)
      expect([response.status, (await refusalOf(response)).code], line(route)).toEqual([423, 'trust.locked'])
    }
    expect((await desk.post<DeskStatus>('/api/desk/session/unlock', { password })).body.session?.locked).toBe(
      false,
    )
    expect((await desk.raw('GET', '/api/desk/notices')).status).toBe(200)
  })

  it('what needs a role is refused to everybody without it', async () => {
    const { staff, published } = contract()
    const id = published.id
    const submissionHash = published.submission?.hash ?? ''
    const decision = { decision: 'APPROVED', reason: '', submissionHash }
    const account = { name: '赵新', roles: [], password: 'yunxi-2026' }
    const questions: [keyof Staff, string, string, unknown][] = [
      ['handler', 'POST', '/api/desk/accounts', account],
      ['handler', 'PATCH', '/api/desk/accounts/0', { disabled: true }],
      [
        'reviewer',
        'PUT',
        '/api/desk/office',
        (await staff.reviewer.get<DeskStatus>('/api/desk/status')).body.office,
      ],
      ['administrator', 'POST', '/api/desk/notices', {}],
      ['reviewer', 'PUT', `/api/desk/notices/${id}/draft`, { revision: 1, content: published.draft.content }],
      ['reviewer', 'DELETE', `/api/desk/notices/${id}/attachments/0`, {}],
      ['reviewer', 'POST', `/api/desk/notices/${id}/submit`, { revision: 1 }],
      ['administrator', 'POST', `/api/desk/notices/${id}/recall`, {}],
      ['reviewer', 'POST', `/api/desk/notices/${id}/mask`, { hitIds: ['x'] }],
      ['handler', 'POST', `/api/desk/notices/${id}/overrides`, { hitIds: ['x'], reason: '公务' }],
      ['reviewer', 'POST', `/api/desk/notices/${id}/publish`, { submissionHash }],
      ['deputyLeader', 'POST', `/api/desk/notices/${id}/revise`, {}],
      [
        'administrator',
        'POST',
        `/api/desk/notices/${id}/withdraw`,
        { reason: 'EXPIRED', note: '到期', hideTitle: false },
      ],
      ['reviewer', 'PATCH', '/api/desk/catalogue-items/0', { serial: '1' }],
      ['reviewer', 'PATCH', '/api/desk/catalogues/0', { name: '目录' }],
      ['reviewer', 'PUT', '/api/desk/catalogues/0/units', { unitIds: [] }],
      ['reviewer', 'POST', '/api/desk/catalogues/0/rows', {}],
      ['reviewer', 'DELETE', '/api/desk/catalogues/0/rows/0', {}],
      ['reviewer', 'POST', '/api/desk/catalogues/0/versions', {}],
      ['reviewer', 'POST', '/api/desk/catalogue-imports/0/take', { sheets: [] }],
      ['reviewer', 'DELETE', '/api/desk/catalogue-imports/0', {}],
      ['reviewer', 'POST', '/api/desk/catalogue-templates/GOV_20', {}],
      ['reviewer', 'POST', '/api/desk/catalogue-versions/0/submit', {}],
      ['handler', 'POST', '/api/desk/catalogue-versions/0/approve', {}],
      ['handler', 'POST', '/api/desk/catalogue-versions/0/return', { reason: '有误' }],
      ['reviewer', 'POST', '/api/desk/catalogue-versions/0/file', { filedOn: '2026-11-23' }],
      ['reviewer', 'DELETE', '/api/desk/catalogue-versions/0', {}],
      ['reviewer', 'PUT', '/api/desk/units/0/items/0', { applies: true, reason: '', assigneeId: null }],
      ['reviewer', 'POST', '/api/desk/calendar/preview', {}],
      ['handler', 'POST', '/api/desk/calendar/take', { digest: '' }],
      [
        'handler',
        'POST',
        '/api/desk/calendar/local-days',
        { date: '2026-12-08', kind: 'HOLIDAY', name: '民族节', reason: '通知' },
      ],
      ['reviewer', 'DELETE', '/api/desk/calendar/local-days/1', { reason: '取消' }],
      ['reviewer', 'POST', '/api/desk/packages', {}],
      ['reviewer', 'POST', '/api/desk/undisclosed/0/draft', {}],
      [
        'handler',
        'POST',
        '/api/desk/undisclosed/0/reviews',
        { outcome: 'DISCLOSED', reason: '到期', nextDue: null },
      ],
      ['administrator', 'POST', '/api/desk/undisclosed-export', { unitId: null }],
      ['administrator', 'POST', '/api/desk/lists/0/standing', { action: 'HIDDEN', reason: '有误' }],
    ]
    for (const [who, method, path, body] of questions) {
      const answer = await staff[who].json<RefusalBody>(method, path, body)
      expect([answer.status, answer.body.code], `${who} ${method} ${path}`).toEqual([
        403,
        'trust.role-missing',
      ])
    }
    const { id: draftId, revision } = await writeDraft(staff.handler, {
      title: '值班安排',
      body: paragraphs('值班。'),
      catalogueItemId: published.draft.content.catalogueItemId,
    })
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${draftId}/submit`, {
      revision,
    })
    const hash = submitted.body.submission?.hash
    for (const [who, kind] of [
      ['reviewer', 'SECRECY_REVIEW'],
      ['secrecyReviewer', 'REVIEW'],
      ['handler', 'REVIEW'],
    ] as const) {
      const path = `/api/desk/notices/${draftId}/decisions`
      const answer = await staff[who].post<RefusalBody>(path, { ...decision, kind, submissionHash: hash })
      expect([answer.status, answer.body.code], `${who} ${kind}`).toEqual([403, 'trust.role-missing'])
    }
  })

  it('the public mount only reads: no write is taken, wherever it goes', async () => {
    const { board, routes } = contract()
    const before = board.deps.store.database.prepare('SELECT total_changes() AS n').get()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const route of routes.filter(({ path }) => !path.startsWith('/api/desk'))) {
        const response = await call(board.visitor(), { method, path: route.path })
        // What is taken in at all changes nothing without a secret, a code, a signature or a form that is right.
        const takesIn = PUBLIC_WRITES.includes(`${method} ${route.path}`)
        expect(
          takesIn ? [400, 401, 403, 404, 413, 422, 429, 503] : [404],
          `${method} ${route.path}`,
        ).toContain(response.status)
        await refusalOf(response)
      }
    }
    expect(board.deps.store.database.prepare('SELECT total_changes() AS n').get()).toEqual(before)
  })

  it('a write of a foreign page, or of no page, is refused on both mounts', async () => {
    const { board, staff } = contract()
    const origins = [
      'http://evil.example',
      'null',
      'http://127.0.0.1:1',
      `${board.deskOrigin}.evil.example`,
      'file://',
      '',
    ]
    for (const origin of origins) {
      for (const client of [staff.handler, board.visitor()]) {
        const response = await client.raw('POST', '/api/desk/notices', {
          body: '{}',
          headers: { origin, 'content-type': 'application/json' },
        })
        expect([response.status, (await refusalOf(response)).code], origin).toEqual([
          403,
          'request.cross-origin',
        ])
      }
    }
  })

  it('the desk answers to its own names only', async () => {
    const { staff } = contract()
    for (const host of [
      'evil.example',
      'evil.example:80',
      'localhost.evil.example',
      '127.0.0.1',
      'LOCALHOST',
    ]) {
      const response = await staff.handler.raw('GET', '/api/desk/notices', { headers: { host } })
      expect([response.status, (await refusalOf(response)).code], host).toEqual([421, 'request.wrong-host'])
    }
  })

  it('the public mount answers to foreign names only on the network of the office', async () => {
    const { board, anyHost } = contract()
    const response = await board
      .visitor()
      .raw('GET', '/api/public/home', { headers: { host: 'gongkailan.yunxi.lan:8632' } })
    expect(response.status).toBe(anyHost ? 200 : 421)
  })
}
