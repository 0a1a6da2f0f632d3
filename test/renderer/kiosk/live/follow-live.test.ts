import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { followLive } from '../../../../renderer/kiosk/live/follow-live.ts'
import type { LiveEvent } from '../../../../server/signage/views.ts'

const row = (indexNumber: string) => ({ indexNumber, title: indexNumber })

let queries: QueryClient
let asked: string[]

beforeEach(() => {
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  asked = []
})

/** Puts an answer on the glass; what it is asked anew gives `next`. */
function onGlass(key: readonly string[], answer: unknown, next: unknown = answer) {
  queries.setQueryData(key, answer)
  const observer = new QueryObserver(queries, {
    queryKey: key,
    queryFn: () => {
      asked.push(key[0] ?? '')
      return next
    },
  })
  observer.subscribe(() => undefined)
}

const event = (version: string, ...withdrawn: string[]): LiveEvent => ({
  ...{ version, withdrawn, asOf: '2026-11-23T01:42:00.000Z', clockState: 'TRUSTED', mark: `${version}@1` },
})

describe('what the board tells a kiosk that listens', () => {
  it('a notice that was taken down leaves every list at once, before anything is asked', () => {
    onGlass(['home'], { newest: [row('a'), row('b')], total: 2 })
    onGlass(['notices', 'x'], { pages: [{ items: [row('a')] }, { items: [row('b')] }] })
    followLive(queries)(event('1', 'a'))
    expect(queries.getQueryData(['home'])).toEqual({ newest: [row('b')], total: 2 })
    expect(queries.getQueryData(['notices', 'x'])).toEqual({ pages: [{ items: [] }, { items: [row('b')] }] })
  })

  it('somebody who reads it is given what stays of it', async () => {
    const tombstone = { ...row('a'), state: 'WITHDRAWN' }
    onGlass(['notice', 'a'], { ...row('a'), content: '正文' }, tombstone)
    const follow = followLive(queries)
    follow(event('1'))
    follow(event('2', 'a'))
    expect(queries.getQueryData(['notice', 'a'])).toBeUndefined()
    await expect.poll(() => queries.getQueryData(['notice', 'a'])).toEqual(tombstone)
  })

  it('at a new version the glass is asked anew, and what nobody looks at is forgotten', async () => {
    onGlass(['home'], { newest: [] })
    queries.setQueryData(['notice', 'b'], row('b'))
    const follow = followLive(queries)
    follow(event('1'))
    follow(event('1'))
    expect(asked).toEqual([])
    follow(event('2'))
    expect(queries.getQueryData(['notice', 'b'])).toBeUndefined()
    await expect.poll(() => asked).toEqual(['home'])
  })

  it('an answer that holds nothing of what went down is not touched', () => {
    const answer = { newest: [row('b')] }
    onGlass(['home'], answer)
    followLive(queries)(event('1', 'a'))
    expect(queries.getQueryData(['home'])).toBe(answer)
  })
})
