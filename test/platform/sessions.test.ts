import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskStatus } from '../../server/office/views.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../support/test-board.ts'

const MINUTE = 60_000

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 10 })
  staff = await setUpOffice(board.desk)
})
afterEach(() => board.close())

const status = async (desk = staff.handler) => (await desk.get<DeskStatus>('/api/desk/status')).body
const works = async (desk = staff.handler) => (await desk.get('/api/desk/notices')).status

describe('an unattended desk', () => {
  it('locks itself after ten minutes, not before', async () => {
    board.clock.advance(10 * MINUTE)
    expect(await works()).toBe(200)
    board.clock.advance(1)
    expect(await works()).toBe(423)
    expect((await status()).session).toMatchObject({
      locked: true,
      idleLockMinutes: 10,
      account: { name: '周敏' },
    })
  })

  it('is not kept open by a screen that only asks for news', async () => {
    for (let minute = 0; minute < 11; minute++) {
      await works()
      board.clock.advance(MINUTE)
    }
    expect(await works()).toBe(423)
  })

  it('is kept open by typing and by saving', async () => {
    for (let minute = 0; minute < 30; minute += 6) {
      board.clock.advance(6 * MINUTE)
      if (minute % 12 === 0) await staff.handler.post('/api/desk/session/activity')
      else expect((await staff.handler.post('/api/desk/notices', {})).status).toBe(200)
    }
    expect(await works()).toBe(200)
  })

  it('locks one person, not the others', async () => {
    board.clock.advance(6 * MINUTE)
    await staff.reviewer.post('/api/desk/session/activity')
    board.clock.advance(6 * MINUTE)
    expect([await works(), await works(staff.reviewer)]).toEqual([423, 200])
  })

  it('locks also when the computer slept and its steady clock stood still', async () => {
    board.clock.set('2026-11-23T09:00:00.000Z')
    expect(await works()).toBe(423)
  })

  it('does not stay open for ever because the clock was set back', async () => {
    board.clock.set('2020-01-01T00:00:00.000Z')
    board.clock.advance(11 * MINUTE)
    expect(await works()).toBe(423)
  })

  it('opens with the own password and counts from then on', async () => {
    board.clock.advance(11 * MINUTE)
    const opened = await staff.handler.post<DeskStatus>('/api/desk/session/unlock', { password: PASSWORD })
    expect([opened.status, opened.body.session?.locked]).toEqual([200, false])
    board.clock.advance(9 * MINUTE)
    expect(await works()).toBe(200)
  })

  it('can be locked by hand', async () => {
    const locked = await staff.handler.post<DeskStatus>('/api/desk/session/lock')
    expect(locked.body.session?.locked).toBe(true)
    expect(await works()).toBe(423)
  })
})

describe('two people at one PC', () => {
  it('change over with one password, also from a locked screen, and each acts in the own name', async () => {
    const reviewer = (await status(staff.reviewer)).session?.account.id
    await staff.handler.post('/api/desk/session/lock')
    const switched = await staff.handler.post<DeskStatus>('/api/desk/session', {
      accountId: reviewer,
      password: PASSWORD,
    })
    expect(switched.body.session).toMatchObject({ account: { name: '韩立' }, locked: false })
    expect(board.deps.store.read.audit.newest()).toMatchObject({
      action: 'session.sign-in',
      actor: { name: '韩立' },
    })
    expect((await staff.handler.post<{ code: string }>('/api/desk/notices', {})).body.code).toBe(
      'trust.role-missing',
    )
  })

  it('a wrong password changes nobody over', async () => {
    const reviewer = (await status(staff.reviewer)).session?.account.id
    expect(
      (await staff.handler.post('/api/desk/session', { accountId: reviewer, password: 'wrong-one' })).status,
    ).toBe(403)
    expect((await status()).session?.account.name).toBe('周敏')
  })

  it('signing out leaves nobody at the desk', async () => {
    const gone = await staff.handler.json<DeskStatus>('DELETE', '/api/desk/session')
    expect(gone.status).toBe(200)
    expect((await status()).session).toBeNull()
    expect(await works()).toBe(401)
  })
})
