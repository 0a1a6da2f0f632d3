import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type LiveSource, openLive } from '../../../renderer/shared/live/open-live.ts'
import { reloadSafely } from '../../../renderer/shared/live/reload-safely.ts'

type Opened = LiveSource & { readonly address: string; isClosed: boolean }

let opened: Opened[]
let said: unknown[]
let stop: () => void

function newest(): Opened {
  const source = opened[opened.length - 1]
  if (!source) throw new Error('a line was opened')
  return source
}

const event = (version: string) =>
  JSON.stringify({ version, asOf: '', clockState: 'TRUSTED', withdrawn: [], mark: `${version}@7` })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
  opened = []
  said = []
  stop = openLive(
    { onEvent: ({ version }) => said.push(version), onLine: (stands) => said.push(stands) },
    (address) => {
      const source: Opened = {
        ...{ address, isClosed: false, onmessage: () => undefined, onerror: () => undefined },
        close: () => (source.isClosed = true),
      }
      opened.push(source)
      return source
    },
  )
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a line that broke is opened anew with the mark of what was heard last, after growing pauses', () => {
  newest().onmessage(event('v1'))
  expect(said).toEqual([true, 'v1'])
  for (const seconds of [2, 4, 8, 16, 32, 60, 60]) {
    const before = opened.length
    newest().onerror()
    expect(newest().isClosed).toBe(true)
    vi.advanceTimersByTime(seconds * 1000 * 0.74)
    expect(opened).toHaveLength(before)
    vi.advanceTimersByTime(seconds * 1000 * 0.52)
    expect(opened).toHaveLength(before + 1)
  }
  expect(newest().address).toBe('/api/public/live?since=v1%407')
})

it('a line that says nothing for fifty seconds is dead, whatever the browser believes', () => {
  newest().onmessage(event('v1'))
  vi.advanceTimersByTime(49_000)
  expect(newest().isClosed).toBe(false)
  vi.advanceTimersByTime(2000)
  expect(opened[0]?.isClosed).toBe(true)
})

it('half an answer is passed over', () => {
  newest().onmessage('{"version":')
  newest().onmessage('{"version":1}')
  expect(said).toEqual([])
})

it('after the end nothing is opened any more', () => {
  newest().onerror()
  stop()
  vi.advanceTimersByTime(300_000)
  expect(opened).toHaveLength(1)
})

it('a page never loads itself anew into an absent or a half-answering server', async () => {
  const reload = vi.fn()
  expect(await reloadSafely({ probe: () => Promise.reject(new Error('away')), reload })).toBe(false)
  expect(await reloadSafely({ probe: () => Promise.resolve(false), reload })).toBe(false)
  expect(reload).not.toHaveBeenCalled()
  expect(await reloadSafely({ probe: () => Promise.resolve(true), reload })).toBe(true)
  expect(reload).toHaveBeenCalledOnce()
})
