import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportAnswer, ScreenReport, ScreenStatus } from '../../../server/signage/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { pairScreen, putUpScreen, report, sendReport, shown } from '../../support/report-flow.ts'

const MINUTE = 60_000
const JPEG = `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64')}`

let flow: EditionFlow
let visitor: DeskClient
let hash: string
let screenId: string
let token: string
let good = 320

beforeAll(async () => {
  flow = await openEditionFlow()
  visitor = flow.board.visitor()
  hash = (await flow.publish()).editions[0]?.hash ?? ''
})

afterAll(() => flow.board.close())

/** A screen of its own for a test, paired an hour ago. */
async function freshScreen(name: string): Promise<void> {
  screenId = putUpScreen(flow.board, { name })
  token = await pairScreen(flow.staff, visitor, screenId)
  flow.board.clock.advance(60 * MINUTE)
}

const send = (body: ScreenReport, as = token) =>
  sendReport<ReportAnswer & Refused>(visitor, screenId, as, body)

const kept = () =>
  flow.board.deps.store.read.screenEvidence.endedBetween(screenId, '2000-01-01', '2030-01-01')

const status = async (): Promise<ScreenStatus> => {
  const answer = await flow.staff.handler.get<{ screens: ScreenStatus[] }>('/api/desk/screen-status')
  const found = answer.body.screens.find(({ screen }) => screen.id === screenId)
  if (!found) throw new Error('the screen is listed')
  return found
}

const notice = (number: number, some: Parameters<typeof shown>[1] = {}) =>
  shown(number, { kind: 'NOTICE', hash, ...some })

describe('a screen is paired by a code', () => {
  it('a code is good once, for its screen, for ten minutes', async () => {
    screenId = putUpScreen(flow.board, { name: '配对' })
    const path = `/api/public/screens/${screenId}/pairing`
    const give = async () =>
      (await flow.staff.handler.post<{ code: string }>(`/api/desk/screens/${screenId}/pairing-code`)).body
        .code
    const code = await give()
    const other = putUpScreen(flow.board, { name: '别的屏' })
    expect((await visitor.post(`/api/public/screens/${other}/pairing`, { code })).status).toBe(403)
    expect((await visitor.post(path, { code: code.toLowerCase().replace('-', ' ') })).status).toBe(200)
    expect((await visitor.post(path, { code })).status).toBe(403)
    const late = await give()
    flow.board.clock.advance(10 * MINUTE)
    expect((await visitor.post<Refused>(path, { code: late })).body.code).toBe('screen.code-wrong')
  })

  it('wrong codes, whoever sends them, do not end the right one', async () => {
    screenId = putUpScreen(flow.board, { name: '猜码' })
    flow.board.clock.advance(MINUTE)
    const path = `/api/public/screens/${screenId}/pairing`
    const given = await flow.staff.handler.post<{ code: string }>(
      `/api/desk/screens/${screenId}/pairing-code`,
    )
    const answers: number[] = []
    for (let time = 0; time < 21; time++) {
      answers.push((await visitor.post(path, { code: 'AAAAA-AAAAA' })).status)
    }
    expect([...new Set(answers)]).toEqual([403, 503])
    expect((await visitor.post(path, { code: given.body.code })).status).toBe(200)
  })

  it('the token is kept nowhere, and pairing anew or ending it shuts the former one out', async () => {
    await freshScreen('换机')
    const former = token
    const { database } = flow.board.deps.store
    const stored = JSON.stringify(database.prepare('SELECT * FROM screen_pairing').all())
    expect(stored).not.toContain(former)
    token = await pairScreen(flow.staff, visitor, screenId)
    expect((await send(report([]), former)).body.code).toBe('screen.token-wrong')
    expect((await send(report([]))).status).toBe(200)
    await flow.staff.handler.post(`/api/desk/screens/${screenId}/unpair`)
    expect((await send(report([]))).body.code).toBe('screen.token-wrong')
    expect(await status()).toMatchObject({ paired: false })
  })
})

describe('what a screen tells is kept once and only as far as it can be true', () => {
  it('a record is on the disk before it is acknowledged, and counts once however often it comes', async () => {
    await freshScreen('重发')
    const body = report([notice(11, { endedAgo: 5000 })])
    expect((await send(body)).body.accepted).toEqual([body.shown[0]?.id])
    flow.board.clock.advance(MINUTE)
    expect((await send(body)).body.accepted).toEqual([body.shown[0]?.id])
    expect(kept()).toMatchObject([{ hash, lasted: 60_000, doubt: '', replicaId: '' }])
  })

  it('an edition that was never public is refused by its record, the others are kept', async () => {
    await freshScreen('外来')
    const answer = await send(report([shown(21, { kind: 'NOTICE', hash: 'f'.repeat(64) }), shown(22)]))
    expect(answer.body).toMatchObject({ accepted: [shown(22).id], refused: [shown(21).id] })
    expect(kept()).toHaveLength(1)
  })

  it('a screen cannot speak for another, and a made-up token for none', async () => {
    await freshScreen('冒名')
    const mine = token
    const other = putUpScreen(flow.board, { name: '被冒名' })
    expect((await sendReport<Refused>(visitor, other, mine, report([]))).body.code).toBe('screen.token-wrong')
    expect((await send(report([]), 'made-up')).status).toBe(403)
  })

  it.each([
    ['a time in the future', { ...shown(31), endedAgo: -1000 }],
    ['a span of a year', { ...shown(31), spanned: 1e10 }],
    ['a notice without its edition', { ...shown(31), kind: 'NOTICE' }],
    ['a title of nothing', { ...shown(31), extent: 'TITLE' }],
    ['what nobody asked for', { ...shown(31), note: 'x' }],
  ])('%s is refused by its record, the others are kept', async (_, record) => {
    await freshScreen('边界')
    const sound = shown((good += 1))
    const answer = await send(report([record as never, sound]))
    expect(answer.body).toMatchObject({ accepted: [sound.id], refused: [shown(31).id] })
    expect(kept().map(({ id }) => id)).toEqual([sound.id])
  })

  it('too many records, and too large a picture, are refused', async () => {
    await freshScreen('太多')
    const many = Array.from({ length: 241 }, (_, number) => shown(1000 + number))
    expect((await send(report(many))).status).toBe(400)
    expect((await send(report([], { picture: `${JPEG}${'A'.repeat(100_000)}` }))).status).toBe(400)
    expect((await status()).hasPicture).toBe(false)
  })

  it('more than twenty reports a minute are put off', async () => {
    await freshScreen('太密')
    const answers: number[] = []
    for (let time = 0; time < 22; time++) answers.push((await send(report([]))).status)
    expect(answers.filter((one) => one === 503)).toHaveLength(2)
  })

  it('when the office clock was set between two reports, what they tell proves no time', async () => {
    await freshScreen('改钟')
    await send(report([notice(41)]))
    flow.board.clock.advance(2 * MINUTE)
    const before = flow.board.clock.now()
    flow.board.clock.set(new Date(Date.parse(before) + 3 * 60 * MINUTE).toISOString())
    await send(report([notice(42)]))
    expect(kept().map(({ doubt }) => doubt)).toEqual(['', 'CLOCK'])
    flow.board.clock.set(before)
  })

  it('under a clock older than the newest record everything is kept, and marked', async () => {
    await freshScreen('旧钟')
    const before = flow.board.clock.now()
    flow.board.clock.set('2020-01-01T00:00:00.000Z')
    expect((await send(report([notice(51)]))).status).toBe(200)
    flow.board.clock.set(before)
    expect(kept().map(({ doubt }) => doubt)).toEqual(['CLOCK'])
  })
})

describe('the desk sees how a screen is', () => {
  it('from never over well and stuck to silent, with its picture and what it shows', async () => {
    screenId = putUpScreen(flow.board, { name: '状态' })
    expect(await status()).toMatchObject({ state: 'NEVER', paired: false, last: null })
    token = await pairScreen(flow.staff, visitor, screenId)
    const health = { ...report([]).health, showing: { kind: 'NOTICE' as const, hash, page: 0 } }
    const clock = new Date(Date.parse(flow.board.clock.now()) - 90_000).toISOString()
    await send(report([], { health: { ...health, clock }, picture: JPEG }))
    expect(await status()).toMatchObject({
      state: 'WELL',
      hasPicture: true,
      last: { title: '停电检修通知', drift: -90, replica: null },
    })
    const picture = await flow.staff.handler.raw('GET', `/api/desk/screens/${screenId}/picture`)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    await send(report([], { health: { ...health, progressAgo: 20 * MINUTE } }))
    expect((await status()).state).toBe('STUCK')
    flow.board.clock.advance(5 * MINUTE)
    expect((await status()).state).toBe('SILENT')
  })

  it('notices that it cannot draw or nobody could read there, by name and with the reason; it is not called well', async () => {
    await freshScreen('缺页')
    const health = { ...report([]).health, skipped: ['f'.repeat(64)] }
    await send(report([], { health: { ...health, leftOut: [{ hash, reason: 'HEADLINE_TOO_LONG' }] } }))
    expect(await status()).toMatchObject({
      state: 'PARTLY',
      last: {
        missing: {
          named: [
            { title: '停电检修通知', reason: 'HEADLINE_TOO_LONG' },
            { title: null, reason: 'NOT_DRAWN' },
          ],
          number: 2,
        },
      },
    })
    await send(report([], { health: { ...health, skipped: [] } }))
    expect((await status()).state).toBe('WELL')
  })

  it('only changes are written down, and a screen that flaps fills nothing', async () => {
    await freshScreen('抖动')
    const { health } = report([])
    for (let time = 0; time < 40; time++) {
      await send(report([], { health: { ...health, rung: time % 20 < 10 ? 'WELL' : 'RETRYING' } }))
      flow.board.clock.advance(10_000)
    }
    const edges = await flow.staff.handler.get<{ edges: { rung: string }[] }>(
      `/api/desk/screens/${screenId}/edges`,
    )
    expect(edges.body.edges.map(({ rung }) => rung)).toEqual(['RETRYING', 'WELL', 'RETRYING', 'WELL'])
    for (let time = 0; time < 60; time++) {
      await send(report([], { lost: time + 1 }))
      flow.board.clock.advance(10_000)
    }
    const after = flow.board.deps.store.read.screenEvidence.edges(screenId, 100)
    expect(after).toHaveLength(12)
  })
})
