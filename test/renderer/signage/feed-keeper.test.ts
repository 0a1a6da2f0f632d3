import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFeedKeeper } from '../../../renderer/signage/feed/feed-keeper.ts'
import { asOfText, isTimeKnown, serverTime } from '../../../renderer/signage/feed/server-time.ts'
import { programmeNow } from '../../../renderer/signage/player/use-feed.ts'
import { signageFeed, textBody } from '../../support/signage-feed.ts'

const FEED = signageFeed('television', 'FULL', [
  { title: '停电通知', body: textBody('停电。') },
  { title: '防汛通知', body: textBody('防汛。') },
])
let answer: () => Promise<Response>
let asked = 0

function json(body: unknown, status = 200): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { status }))
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T01:42:00.000Z') })
  asked = 0
  answer = () => json(FEED)
  vi.stubGlobal('fetch', () => {
    asked += 1
    return answer()
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function begun() {
  const keeper = createFeedKeeper('/api/public/screens/hall/feed')
  const stop = keeper.start()
  await vi.advanceTimersByTimeAsync(10)
  return { keeper, stop }
}

describe('the feed of a screen', () => {
  it('is asked for every minute', async () => {
    const { keeper, stop } = await begun()
    expect(keeper.state()).toMatchObject({ reach: 'ANSWERED' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toBe(2)
    stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked).toBe(2)
  })

  it.each<[string, () => Promise<Response>]>([
    ['nobody answers', () => Promise.reject(new TypeError('silence'))],
    ['the server fails', () => json({ code: 'request.failed' }, 500)],
    ['half an answer comes', () => Promise.resolve(new Response('{"asOf":"2026-'))],
    ['the answer is something else', () => json({ status: 'ok' })],
  ])('stays when %s', async (_, broken) => {
    const { keeper, stop } = await begun()
    answer = broken
    keeper.ask()
    await vi.advanceTimersByTimeAsync(10)
    expect(keeper.state().reach).toBe('AWAY')
    expect(Object.keys(keeper.state().held?.feed.items ?? {})).toHaveLength(2)
    answer = () => json(FEED)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(keeper.state().reach).toBe('ANSWERED')
    stop()
  })

  it('goes when the office answers that there is no such screen', async () => {
    const { keeper, stop } = await begun()
    answer = () => json({ code: 'screen.not-found' }, 404)
    keeper.ask()
    await vi.advanceTimersByTimeAsync(10)
    expect(keeper.state()).toMatchObject({ reach: 'UNKNOWN', held: null })
    stop()
  })

  it('loses a withdrawn notice before the next feed comes', async () => {
    const { keeper, stop } = await begun()
    keeper.takeDown(['11990000000000001G/2026-00001'])
    expect(keeper.state().held?.feed.entries['MAIN']).toHaveLength(1)
    stop()
  })

  it('never has two questions under way', async () => {
    answer = () => new Promise(() => undefined)
    const { keeper, stop } = await begun()
    for (let at = 0; at < 20; at += 1) keeper.ask()
    expect(asked).toBe(1)
    stop()
  })
})

describe('a computer that slept and does not find the office', () => {
  const HOUR = 3_600_000
  const notices = [
    { title: '停电通知', body: textBody('停电。'), expiresAt: '2026-11-23T02:42:00.000Z' },
    { title: '防汛通知', body: textBody('防汛。') },
  ]
  const openingHours = [{ weekdays: [1], from: '08:00', to: '18:00' }]
  const held = {
    feed: signageFeed('television', 'FULL', notices, { asOf: '2026-11-23T01:42:00.000Z', openingHours }),
    ...{ heldFrom: 0, wallAt: '2026-11-23T01:42:00.000Z', orders: null },
  }
  const count = ({ programme }: ReturnType<typeof programmeNow>) =>
    programme.state === 'RUNNING' ? programme.panes.map(({ hashes }) => hashes.length) : programme.state

  it('hides nothing by a clock that may have been set, and says that the time is in doubt and of what day it is', () => {
    const now = programmeNow(held, { elapsed: 60_000, wall: '2026-11-23T14:00:00.000Z' })
    expect([now.timeKnown, count(now)]).toEqual([false, [2]])
    expect(asOfText(held.feed.asOf, now)).toBe('11-23 09:42')
  })

  it('still takes down at its minute what ran out by the time it counted itself', () => {
    const now = programmeNow(held, { elapsed: HOUR, wall: '2026-11-23T14:00:00.000Z' })
    expect([now.timeKnown, count(now)]).toEqual([false, [1]])
  })

  it('goes by its hours again as soon as the two clocks agree', () => {
    const now = programmeNow(held, { elapsed: 9 * HOUR, wall: '2026-11-23T10:42:00.000Z' })
    expect([now.timeKnown, count(now)]).toEqual([true, 'CLOSED'])
    const before = programmeNow(held, { elapsed: 60_000, wall: '2026-11-23T01:43:00.000Z' })
    expect(asOfText(held.feed.asOf, before)).toBe('09:42')
  })
})

describe('the time on a screen', () => {
  it('is that of the office and what was counted since, whatever the clock of the screen says', async () => {
    const { keeper, stop } = await begun()
    const { held } = keeper.state()
    if (held === null) throw new Error('no feed')
    expect(serverTime(held, held.heldFrom + 90_000)).toBe(Date.parse('2026-11-23T01:43:30.000Z'))
    const wall = (minutes: number) => new Date(Date.parse(held.wallAt) + minutes * 60_000).toISOString()
    expect(isTimeKnown(held, { elapsed: held.heldFrom + 90_000, wall: wall(1.5) })).toBe(true)
    expect(isTimeKnown(held, { elapsed: held.heldFrom + 90_000, wall: wall(600) })).toBe(false)
    expect(
      isTimeKnown(
        { ...held, feed: { ...held.feed, clockState: 'BEHIND' } },
        { elapsed: held.heldFrom, wall: wall(0) },
      ),
    ).toBe(false)
    stop()
  })
})
