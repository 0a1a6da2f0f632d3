import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { programmeAt } from '../../../domain/signage/programme.ts'
import { createPanePlay, DRAW_MS, REST_MS } from '../../../renderer/signage/player/pane-play.ts'
import { createTurns } from '../../../renderer/signage/player/turns.ts'
import type { ScreenFeed } from '../../../server/signage/views.ts'
import { signageFeed, textBody } from '../../support/signage-feed.ts'

const NOTICES = ['停电通知', '防汛通知', '缴费通知'].map((title) => ({ title, body: textBody(title) }))
const [A, B, C] = ['1', '2', '3'].map((letter) => letter.repeat(64))

function bill(feed: ScreenFeed, keeps: (hash: string) => boolean = () => true) {
  const programme = programmeAt(feed, feed.asOf)
  const pane = programme.state === 'RUNNING' ? programme.panes[0] : undefined
  if (pane === undefined) throw new Error('nothing runs')
  return { source: feed, pane, keeps }
}

let slow: string[] = []
const play = () =>
  createPanePlay(
    () => performance.now(),
    (hash) => slow.push(hash),
  )

beforeEach(() => {
  slow = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the turns of one part of the screen', () => {
  it('go through all notices and begin again', () => {
    const turns = play()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES)))
    const seen = [turns.on().hash]
    for (let turn = 0; turn < 3; turn += 1) {
      turns.drew()
      vi.advanceTimersByTime(10_000)
      turns.done()
      seen.push(turns.on().hash)
    }
    expect(seen).toEqual([A, B, C, A])
  })

  it('counts the turns of a single notice, which stays where it is', () => {
    const turns = play()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES.slice(0, 1))))
    turns.done()
    expect(turns.on()).toEqual({ hash: A, turn: 1 })
  })

  it('takes a notice off the moment it may stand no longer', () => {
    const turns = play()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES)))
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES), (hash) => hash !== A))
    expect(turns.on().hash).toBe(B)
    turns.bill(bill(signageFeed('television', 'FULL', [])))
    expect(turns.on().hash).toBeNull()
  })

  it('leaves what stands alone when a newer feed still has it', () => {
    const turns = play()
    const changed = vi.fn<() => void>()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES)))
    turns.onChange(changed)
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES)))
    expect(changed).not.toHaveBeenCalled()
  })

  it('lets a notice rest that draws nothing, and tells it', () => {
    const turns = play()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES)))
    vi.advanceTimersByTime(DRAW_MS)
    expect(slow).toEqual([A])
    expect(turns.on().hash).toBe(B)
  })

  it('comes back by itself to the only notice after its rest', () => {
    const turns = play()
    turns.bill(bill(signageFeed('television', 'FULL', NOTICES.slice(0, 1))))
    turns.rest(A ?? '')
    expect(turns.on().hash).toBeNull()
    vi.advanceTimersByTime(REST_MS)
    expect(turns.on().hash).toBe(A)
  })

  it('has one timer at most, whatever happens, and none once it is over', () => {
    const turns = play()
    const feed = signageFeed('television', 'FULL', NOTICES)
    for (let at = 0; at < 50; at += 1) {
      turns.bill(bill(feed))
      turns.done()
      turns.rest(turns.on().hash ?? '')
      expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
    }
    turns.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the memory of turns', () => {
  it('is no longer than an hour of the shortest turns', () => {
    const turns = createTurns()
    for (let at = 0; at < 10_000; at += 1) turns.began('a', at * 1000)
    expect(turns.size()).toBeLessThanOrEqual(450)
  })
})
