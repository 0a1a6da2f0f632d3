import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Office } from '../../../domain/office/office.ts'
import type { DeskStatus, IndexTemplatePreview } from '../../../server/office/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { OFFICE, openTestBoard, PASSWORD, setUpOffice, type TestBoard } from '../../support/test-board.ts'

type Refused = { code: string; params: Record<string, unknown> }

let board: TestBoard
let desk: DeskClient

beforeEach(async () => {
  board = openTestBoard()
  desk = await board.desk()
})
afterEach(() => board.close())

const administrator = { name: '陈静', password: PASSWORD, roles: [] as string[] }
const setUp = (office: Partial<Office> = {}, person: Partial<typeof administrator> = {}) =>
  desk.post<DeskStatus & Refused>('/api/desk/setup', {
    office: { ...OFFICE, ...office },
    administrator: { ...administrator, ...person },
  })

describe('setting the office up', () => {
  it('signs the first administrator in and opens the board', async () => {
    const done = await setUp()
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({
      setUp: true,
      office: OFFICE,
      session: { account: { name: '陈静', roles: ['ADMINISTRATOR'] }, locked: false },
    })
    expect((await desk.get('/api/desk/notices')).status).toBe(200)
    expect((await board.visitor().get('/api/public/home')).status).toBe(200)
  })

  it('gives the first person the administrator’s role beside the chosen ones', async () => {
    const done = await setUp({}, { roles: ['HANDLER', 'HANDLER'] })
    expect(done.body.session?.account.roles).toEqual(['ADMINISTRATOR', 'HANDLER'])
  })

  it.each<[string, Partial<Office>, string]>([
    [
      'a code whose check digit is wrong',
      { uscc: `${OFFICE.uscc.slice(0, 17)}${OFFICE.uscc.endsWith('X') ? 'Y' : 'X'}` },
      'office.uscc-invalid',
    ],
    ['a code that is too short', { uscc: '119900' }, 'office.uscc-invalid'],
    ['a region code with letters', { regionCode: '99A000' }, 'office.region-code-invalid'],
    ['a region code that is too short', { regionCode: '99' }, 'office.region-code-invalid'],
    [
      'a template with an unknown field',
      { indexTemplate: '{uscc}/{month}-{seq:5}' },
      'office.index-template-invalid',
    ],
    [
      'a template without a serial',
      { indexTemplate: '{uscc}/{yyyy}' },
      'office.index-template-without-serial',
    ],
  ])('is refused for %s, and writes nothing', async (_, change, code) => {
    const refused = await setUp(change)
    expect([refused.status, refused.body.code]).toEqual([422, code])
    const { read } = board.deps.store
    expect([read.office.office(), read.office.accounts(), read.audit.count()]).toEqual([undefined, [], 0])
  })

  it('is refused for a password of fewer than eight characters, blanks not counted', async () => {
    for (const password of ['', '1234567', '12345   ']) {
      const refused = await setUp({}, { password })
      expect(refused.body).toMatchObject({ code: 'office.password-too-short', params: { minimum: 8 } })
    }
  })

  it.each(['name', 'telephone', 'address', 'openingHours'] as const)(
    'is refused when %s is blank, and names the field',
    async (field) => {
      const refused = await setUp({ [field]: '   ' })
      expect([refused.status, refused.body]).toMatchObject([
        400,
        { code: 'request.invalid', params: { field: `office.${field}` } },
      ])
    },
  )

  it('happens once: a second office is refused, also when two people do it at the same moment', async () => {
    const other = await board.desk()
    const body = { office: OFFICE, administrator }
    const both = await Promise.all(
      [desk, other].map((client) => client.post<Refused>('/api/desk/setup', body)),
    )
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect((await setUp()).body.code).toBe('office.already-set-up')
    expect(board.deps.store.read.office.accounts()).toHaveLength(1)
  })

  it('shows what an index template will make', async () => {
    const preview = (template: string) =>
      desk.post<IndexTemplatePreview & Refused>('/api/desk/index-template-preview', {
        template,
        uscc: OFFICE.uscc,
        regionCode: OFFICE.regionCode,
      })
    expect((await preview('{uscc}/{yyyy}-{seq:5}')).body.example).toBe(`${OFFICE.uscc}/2026-00001`)
    expect((await preview('{regionCode}-{yyyymmdd}-{seq:3}')).body.example).toBe('990000-20261123-001')
    expect((await preview('{yyyy')).body).toMatchObject({
      code: 'office.index-template-invalid',
      params: { position: 1 },
    })
  })
})

describe('the facts of the office', () => {
  it('are changed by the administrator, and the log says which', async () => {
    const staff = await setUpOffice(board.desk)
    const changed = { ...OFFICE, telephone: '0999-6100200', openingHours: '周一至周五 8:30—12:00' }
    const saved = await staff.administrator.json<Office>('PUT', '/api/desk/office', changed)
    expect([saved.status, saved.body]).toEqual([200, changed])
    expect(board.deps.store.read.audit.newest()).toMatchObject({
      action: 'office.update',
      detail: { fields: 'telephone,openingHours' },
    })
    const refused = await staff.administrator.json<Refused>('PUT', '/api/desk/office', {
      ...changed,
      uscc: 'x',
    })
    expect(refused.body.code).toBe('office.uscc-invalid')
    expect(board.deps.store.read.office.office()).toEqual(changed)
  })
})
