import { beforeEach, describe, expect, it } from 'vitest'
import { keepScreenWindow, screenPartition } from '../../electron/screen-window.ts'
import { type FakeElectron, fakeElectron, fakeTimer, type FakeWindow } from './fake-electron.ts'

const MINUTE = 60_000
const ADDRESS = 'http://127.0.0.1:8632/signage/hall'

let electron: FakeElectron
let timer: ReturnType<typeof fakeTimer>
let relaunched: number

function open(mayRelaunch = true) {
  keepScreenWindow({
    openWindow: electron.api.openWindow,
    timer,
    title: '信息公开栏',
    partition: screenPartition('hall'),
    relaunch: mayRelaunch ? () => (relaunched += 1) : null,
  }).show(ADDRESS)
}

function newest(): FakeWindow {
  const window = electron.windows.at(-1)
  if (!window) throw new Error('a window is open')
  return window
}

/** Lets minutes go by, answering every look. */
async function pass(minutes: number, perMinute: (minute: number) => void = () => undefined) {
  for (let minute = 0; minute < minutes; minute++) {
    perMinute(minute)
    timer.run(MINUTE)
    await Promise.resolve()
    await Promise.resolve()
  }
}

beforeEach(() => {
  electron = fakeElectron()
  timer = fakeTimer()
  relaunched = 0
})

describe('the window of a passive screen', () => {
  it('stands on a session of its own that outlives a power cut, locked and without keys', () => {
    open()
    expect(newest().options).toMatchObject({ kiosk: true, partition: 'persist:screen-hall', devTools: false })
    expect(newest().options.preload).toBeUndefined()
    expect(newest().loaded).toEqual([ADDRESS])
    expect(newest().press({ key: 'a' })).toBe(true)
  })

  it('a page that dies is loaded anew three times, then the window is made anew, then the program', () => {
    open()
    for (let time = 0; time < 3; time++) newest().crash('oom')
    expect([newest().reloads, electron.windows.length]).toEqual([3, 1])
    for (let time = 0; time < 3; time++) newest().crash('crashed')
    expect(electron.windows).toHaveLength(4)
    expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, true, true, false])
    newest().crash('crashed')
    expect(relaunched).toBe(1)
  })

  it('when the program was started anew too often already, there is a new window every ten minutes and no loop', () => {
    open(false)
    for (let time = 0; time < 40; time++) newest().crash('crashed')
    expect(electron.windows).toHaveLength(4)
    timer.run(10 * MINUTE)
    expect(electron.windows).toHaveLength(5)
  })

  it('after a quiet hour the mild remedy comes first again', () => {
    open()
    for (let time = 0; time < 4; time++) newest().crash('crashed')
    timer.run(61 * MINUTE)
    newest().crash('crashed')
    expect(newest().reloads).toBe(1)
  })

  it('a page that hangs is given fifteen seconds', () => {
    open()
    newest().hang(true)
    newest().hang(false)
    timer.run(MINUTE)
    expect(newest().reloads).toBe(0)
    newest().hang(true)
    timer.run(15_000)
    expect(newest().reloads).toBe(1)
  })

  it('a page that answers but counts no more is loaded anew; one that counts is left alone', async () => {
    open()
    const window = newest()
    await pass(10, (minute) => (window.beat = String(minute)))
    expect(window.reloads).toBe(0)
    await pass(5)
    expect(window.reloads).toBe(1)
  })

  it('a page that never begins to count has some minutes for its start, then it is loaded anew', async () => {
    open()
    const window = newest()
    await pass(4)
    expect(window.reloads).toBe(0)
    await pass(3)
    expect(window.reloads).toBe(1)
    await pass(2)
    expect(window.reloads).toBe(1)
    await pass(60)
    expect([window.reloads, electron.windows.length > 1]).toEqual([3, true])
  })
})
