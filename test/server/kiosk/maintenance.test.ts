import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { THIS_COMPUTER } from '../../../server/kiosk/caller.ts'
import { createPinGuard } from '../../../server/kiosk/pin-guard.ts'
import { takeJournalEntry } from '../../../server/replica/journal-entries.ts'
import type { MaintenanceDone, MaintenanceEvent, MaintenanceGrant } from '../../../server/kiosk/views.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const PIN = '704815'
const MINUTE = 60_000

let board: TestBoard
let staff: Staff
let glass: DeskClient

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  glass = board.visitor()
})

afterEach(() => board.close())

const setPin = (desk: DeskClient, pin: string, password = PASSWORD) =>
  desk.json<RefusalBody>('PUT', '/api/desk/kiosk/pin', { pin, password })
const enter = (pin: string, visitor = glass) =>
  visitor.post<MaintenanceGrant & RefusalBody>('/api/public/kiosk/maintenance', { pin })
const act = (grant: string, action: string) =>
  glass.post<MaintenanceDone & RefusalBody>('/api/public/kiosk/maintenance/actions', { grant, action })

describe('Setting the maintenance PIN', () => {
  it('needs the administrator and the own password once more', async () => {
    expect((await setPin(staff.handler, PIN)).body.code).toBe('trust.role-missing')
    expect((await setPin(staff.administrator, PIN, 'something else')).body.code).toBe('trust.wrong-password')
    expect((await setPin(staff.administrator, '123456')).body.code).toBe('kiosk.pin-weak')
    expect((await glass.get('/api/public/kiosk/settings')).body).toMatchObject({ hasPin: false })
    expect((await setPin(staff.administrator, PIN)).status).toBe(200)
    expect((await glass.get('/api/public/kiosk/settings')).body).toEqual({
      ...{ idleSeconds: 90, warningSeconds: 20, attract: true, readingRoom: false, hasPin: true },
    })
  })

  it('keeps a hash and never the digits, in no answer and no log', async () => {
    await setPin(staff.administrator, PIN)
    await enter('815704')
    const rows = ['kiosk_pin', 'kiosk_event', 'audit_event'].flatMap((table) =>
      board.deps.store.database.prepare(`SELECT * FROM ${table}`).all(),
    )
    expect(JSON.stringify(rows)).toContain('$argon2id$')
    expect(JSON.stringify(rows)).not.toMatch(/704815|815704/)
  })
})

describe('The way out from the glass', () => {
  it('is not there before a PIN was set', async () => {
    expect((await enter(PIN)).body.code).toBe('kiosk.pin-not-set')
  })

  it('gives five minutes of the fixed actions, each in the log', async () => {
    await setPin(staff.administrator, PIN)
    const { grant } = (await enter(PIN)).body
    const check = await act(grant, 'SELF_CHECK')
    expect(check.body.system?.platform).toBe('LINUX')
    expect((await act(grant, 'LEAVE_KIOSK')).body).toMatchObject({ closes: false, system: null })
    expect((await act(grant, 'rm -rf')).body.code).toBe('request.invalid')
    board.clock.advance(5 * MINUTE)
    expect((await act(grant, 'RELOAD')).body.code).toBe('kiosk.grant-ended')
    expect((await act('guessed', 'RELOAD')).body.code).toBe('kiosk.grant-ended')
    const log = await staff.administrator.get<MaintenanceEvent[]>('/api/desk/kiosk/maintenance-log')
    expect(log.body.map(({ kind }) => kind)).toEqual(['LEAVE_KIOSK', 'SELF_CHECK', 'PIN_RIGHT', 'PIN_SET'])
    expect((await staff.handler.get<RefusalBody>('/api/desk/kiosk/maintenance-log')).body.code).toBe(
      'trust.role-missing',
    )
    const actions = board.deps.store.read.audit.ofSubject('kiosk', 'kiosk').map(({ action }) => action)
    expect(actions).toEqual(['kiosk.pin', 'kiosk.maintenance', 'kiosk.maintenance', 'kiosk.maintenance'])
  })

  it('closes for a quarter of an hour after five wrong PINs, also for the right one', async () => {
    await setPin(staff.administrator, PIN)
    const codes: string[] = []
    for (let time = 0; time < 5; time++) codes.push((await enter(`90210${time}`)).body.code)
    expect(codes).toEqual([...Array<string>(4).fill('kiosk.pin-wrong'), 'kiosk.pin-locked'])
    expect((await enter(PIN)).body).toMatchObject({ code: 'kiosk.pin-locked', params: { minutes: 15 } })
    board.clock.advance(15 * MINUTE)
    expect((await enter(PIN)).status).toBe(200)
  })

  it('counts parallel guesses as if they came one after the other', async () => {
    await setPin(staff.administrator, PIN)
    const guesses = Array.from({ length: 12 }, (_, at) => enter(String(902_100 + at)))
    await Promise.all(guesses)
    expect((await enter(PIN)).body.code).toBe('kiosk.pin-locked')
    const wrong = board.deps.store.read.kiosk.events(null).filter(({ kind }) => kind === 'PIN_WRONG')
    // Guessing at a closed door leaves no rows: it cannot fill the disk.
    expect(wrong).toHaveLength(5)
  })

  it('stays open at the glass and at every other computer while one of the network guesses for days', async () => {
    await setPin(staff.administrator, PIN)
    const guesser = board.visitor('192.168.1.66')
    for (let hour = 0; hour < 72; hour++) {
      for (let time = 0; time < 6; time++) await enter('902100', guesser)
      board.clock.advance(60 * MINUTE)
    }
    expect((await enter(PIN)).status).toBe(200)
    expect((await enter(PIN, board.visitor('192.168.1.20'))).status).toBe(200)
  })

  it('is closed to the whole network after thirty wrong ones of a day, however many computers guess, and not at the glass', async () => {
    await setPin(staff.administrator, PIN)
    for (let at = 0; at < 50; at++) await enter('902100', board.visitor(`192.168.1.${at}`))
    const wrong = board.deps.store.read.kiosk.events(null).filter(({ kind }) => kind === 'PIN_WRONG')
    expect(wrong).toHaveLength(30)
    expect((await enter(PIN, board.visitor('192.168.1.99'))).body.code).toBe('kiosk.pin-locked')
    expect((await enter(PIN)).status).toBe(200)
    const { dataFolder } = board
    board.deps.store.close()
    board = openTestBoard({}, dataFolder)
    board.clock.advance(MINUTE)
    expect((await enter(PIN, board.visitor('192.168.1.99'))).body.code).toBe('kiosk.pin-locked')
    board.clock.advance(24 * 60 * MINUTE)
    expect((await enter(PIN, board.visitor('192.168.1.99'))).status).toBe(200)
  })

  it('counts for itself: what is done at a replica opens nothing here and closes nothing, and the log says where it was', async () => {
    await setPin(staff.administrator, PIN)
    board.deps.store.database
      .prepare(`INSERT INTO replica SELECT 'replica-1', '北街触摸屏', 'key', id, ? FROM account LIMIT 1`)
      .run(board.clock.now())
    const at = board.clock.now()
    const replica = board.deps.store.read.replica.byId('replica-1')
    if (!replica) throw new Error('it is paired')
    const come = (sequence: number, payload: object) =>
      takeJournalEntry(
        board.deps,
        { replica, drift: 0 },
        { kind: 'KIOSK_EVENT', at, run: 'run-1', sequence, clockTrusted: true, payload },
      )
    for (let time = 0; time < 5; time++) await enter('902100')
    await come(1, { kind: 'RELOAD' })
    await come(2, { kind: 'PIN_RIGHT', address: null })
    const restarted = createPinGuard(board.deps)
    expect(await restarted.enter(PIN, THIS_COMPUTER)).toMatchObject({ ok: false, code: 'kiosk.pin-locked' })
    await setPin(staff.administrator, '581304')
    await come(3, { kind: 'PIN_WRONG', failures: 12, address: '192.168.1.7' })
    expect((await createPinGuard(board.deps).enter('581304', THIS_COMPUTER)).ok).toBe(true)
    const log = await staff.administrator.get<MaintenanceEvent[]>('/api/desk/kiosk/maintenance-log')
    expect(log.body.slice(0, 2)).toMatchObject([
      { kind: 'PIN_RIGHT', replica: null, address: null },
      { kind: 'PIN_WRONG', replica: '北街触摸屏', address: '192.168.1.7' },
    ])
  })

  it('gives nothing for a PIN that is replaced while it is being checked', async () => {
    await setPin(staff.administrator, PIN)
    const guard = createPinGuard({
      ...board.deps,
      passwords: {
        ...board.deps.passwords,
        verify: async (hash, pin) => {
          const isRight = await board.deps.passwords.verify(hash, pin)
          await setPin(staff.administrator, '581304')
          guard.forget()
          return isRight
        },
      },
    })
    expect((await guard.enter(PIN, THIS_COMPUTER)).ok).toBe(false)
    expect((await createPinGuard(board.deps).enter('581304', THIS_COMPUTER)).ok).toBe(true)
  })

  it('stays closed through a restart, and a clock set back neither opens it nor holds it longer', async () => {
    await setPin(staff.administrator, PIN)
    for (let time = 0; time < 5; time++) await enter(`90210${time}`)
    const { dataFolder } = board
    board.deps.store.close()
    const again = openTestBoard({}, dataFolder)
    board = again
    const { clock } = again
    clock.set('2026-11-23T01:47:00.000Z')
    const visitor = again.visitor()
    expect((await enter(PIN, visitor)).body).toMatchObject({
      code: 'kiosk.pin-locked',
      params: { minutes: 10 },
    })
    clock.set('2020-01-01T00:00:00.000Z')
    expect((await enter(PIN, visitor)).body).toMatchObject({ params: { minutes: 10 } })
    clock.advance(10 * MINUTE)
    expect((await enter(PIN, visitor)).status).toBe(200)
  })

  it('opens again when the administrator sets a new PIN, and grants of the old one end', async () => {
    await setPin(staff.administrator, PIN)
    const { grant } = (await enter(PIN)).body
    for (let time = 0; time < 5; time++) await enter(`90210${time}`)
    await setPin(staff.administrator, '581304')
    expect((await act(grant, 'RELOAD')).body.code).toBe('kiosk.grant-ended')
    expect((await enter('581304')).status).toBe(200)
  })
})

describe('How the kiosk behaves', () => {
  it('is set by the administrator within its bounds, and every version is kept', async () => {
    const rules = { idleSeconds: 120, warningSeconds: 20, attract: false, readingRoom: true }
    const put = (desk: DeskClient, some: object) =>
      desk.json<RefusalBody>('PUT', '/api/desk/kiosk/settings', { ...rules, ...some })
    expect((await put(staff.handler, {})).body.code).toBe('trust.role-missing')
    expect((await put(staff.administrator, { idleSeconds: 29 })).body.code).toBe('request.invalid')
    expect((await put(staff.administrator, { idleSeconds: 30 })).body.code).toBe('kiosk.warning-too-long')
    expect((await put(staff.administrator, {})).status).toBe(200)
    expect((await put(staff.administrator, {})).status).toBe(200)
    expect((await put(staff.administrator, { attract: true })).body).toMatchObject({
      setBy: { name: '陈静' },
    })
    expect((await glass.get('/api/public/kiosk/settings')).body).toMatchObject({ ...rules, attract: true })
    const versions = board.deps.store.database.prepare('SELECT count(*) FROM kiosk_setting').pluck().get()
    expect(versions).toBe(2)
  })
})
