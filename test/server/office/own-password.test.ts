import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountView, DeskStatus } from '../../../server/office/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import {
  GIVEN_PASSWORD,
  openTestBoard,
  PASSWORD,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../support/test-board.ts'

type Refused = { code: string }

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})
afterEach(() => board.close())

const signIn = (desk: DeskClient, accountId: string, password: string) =>
  desk.post<DeskStatus & Refused>('/api/desk/session', { accountId, password })
const setPassword = (desk: DeskClient, old: string, next: string) =>
  desk.post<DeskStatus & Refused>('/api/desk/session/password', { old, new: next })

async function newPerson(): Promise<{ id: string; desk: DeskClient }> {
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '赵新',
    roles: ['HANDLER', 'REVIEWER'],
    password: GIVEN_PASSWORD,
  })
  return { id: added.body.id, desk: await board.desk() }
}

describe('a password somebody else gave', () => {
  it('opens the desk for nothing but setting the own one, locking and leaving', async () => {
    const { id, desk } = await newPerson()
    const first = await signIn(desk, id, GIVEN_PASSWORD)
    expect([first.status, first.body.session?.mustSetPassword]).toEqual([200, true])
    for (const [method, path] of [
      ['GET', '/api/desk/notices'],
      ['POST', '/api/desk/notices'],
      ['GET', '/api/desk/accounts'],
      ['GET', '/api/desk/audit'],
      ['GET', '/api/desk/packages'],
      ['GET', '/api/desk/catalogues'],
    ] as const) {
      const refused = await desk.json<Refused>(method, path)
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'trust.password-must-change'])
    }
    expect((await desk.get<DeskStatus>('/api/desk/status')).status).toBe(200)
    expect((await desk.post('/api/desk/session/lock')).status).toBe(200)
    const open = await desk.post<DeskStatus>('/api/desk/session/unlock', { password: GIVEN_PASSWORD })
    expect(open.body.session).toMatchObject({ locked: false, mustSetPassword: true })
    expect((await desk.json<DeskStatus>('DELETE', '/api/desk/session')).body.session).toBeNull()
  })

  it('is good for nothing once the own one is set; only the person knows that one', async () => {
    const { id, desk } = await newPerson()
    await signIn(desk, id, GIVEN_PASSWORD)
    const set = await setPassword(desk, GIVEN_PASSWORD, 'my-own-2026')
    expect([set.status, set.body.session]).toMatchObject([
      200,
      { account: { name: '赵新' }, mustSetPassword: false, locked: false },
    ])
    expect((await desk.post('/api/desk/notices', {})).status).toBe(200)
    const other = await board.desk()
    expect((await signIn(other, id, GIVEN_PASSWORD)).body.code).toBe('trust.wrong-password')
    expect((await signIn(other, id, 'my-own-2026')).body.session?.mustSetPassword).toBe(false)
  })

  it('is what a reset leaves: the person signs in with it and sets the own one again', async () => {
    const { id, desk } = await newPerson()
    await signIn(desk, id, GIVEN_PASSWORD)
    await setPassword(desk, GIVEN_PASSWORD, 'my-own-2026')
    await staff.administrator.json('PATCH', `/api/desk/accounts/${id}`, { password: 'reset-2026' })
    expect((await desk.get('/api/desk/notices')).status).toBe(401)
    await signIn(desk, id, 'reset-2026')
    expect((await desk.get<Refused>('/api/desk/notices')).body.code).toBe('trust.password-must-change')
  })

  it('is not what the administrator has who sets the own one', async () => {
    const me = (await staff.administrator.get<DeskStatus>('/api/desk/status')).body.session?.account.id
    await staff.administrator.json('PATCH', `/api/desk/accounts/${me}`, { password: 'another-2026' })
    expect((await staff.administrator.get('/api/desk/accounts')).status).toBe(200)
  })
})

describe('the own password', () => {
  it('is set by whoever knows the old one', async () => {
    const refused = await setPassword(staff.handler, 'wrong-one', 'my-own-2026')
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.wrong-password'])
    expect((await staff.handler.get('/api/desk/notices')).status).toBe(200)
  })

  it.each([
    ['short', '1234567', 'office.password-too-short'],
    ['the same as the old one', PASSWORD, 'office.password-unchanged'],
    ['the old one in wide letters', 'ｙｕｎｘｉ-2026', 'office.password-unchanged'],
  ])('is refused when it is %s', async (_, next, code) => {
    const refused = await setPassword(staff.handler, PASSWORD, next)
    expect([refused.status, refused.body.code]).toEqual([422, code])
  })

  it('is not set from a locked screen, nor by nobody', async () => {
    await staff.handler.post('/api/desk/session/lock')
    expect((await setPassword(staff.handler, PASSWORD, 'my-own-2026')).status).toBe(423)
    expect((await setPassword(await board.desk(), PASSWORD, 'my-own-2026')).status).toBe(401)
  })

  it('slows guessing at an open desk down like the sign-in', async () => {
    for (let guess = 0; guess < 5; guess++) await setPassword(staff.handler, `guess-${guess}`, 'my-own-2026')
    expect((await setPassword(staff.handler, PASSWORD, 'my-own-2026')).status).toBe(429)
  })

  it('ends the other sessions of the person, and the log tells of it without the password', async () => {
    const id = (await staff.handler.get<DeskStatus>('/api/desk/status')).body.session?.account.id ?? ''
    const other = await board.desk()
    await signIn(other, id, PASSWORD)
    expect((await setPassword(staff.handler, PASSWORD, 'my-own-2026')).status).toBe(200)
    expect((await other.get('/api/desk/notices')).status).toBe(401)
    expect((await staff.handler.get('/api/desk/notices')).status).toBe(200)
    const newest = board.deps.store.read.audit.newest()
    expect(newest).toMatchObject({
      action: 'account.change-password',
      actor: { name: '周敏' },
      subjectId: id,
    })
    expect(JSON.stringify(newest)).not.toContain('my-own')
  })
})
