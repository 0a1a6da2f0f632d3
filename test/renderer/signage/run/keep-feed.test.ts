import { describe, expect, it } from 'vitest'
import { broughtBack, keepFollowing, keptFeed } from '../../../../renderer/signage/run/keep-feed.ts'
import { isTimeKnown, serverTime } from '../../../../renderer/signage/feed/server-time.ts'
import type { FeedState, HeldFeed } from '../../../../renderer/signage/feed/feed-keeper.ts'
import type { PageStore } from '../../../../renderer/signage/run/store.ts'

const AS_OF = '2026-03-09T01:00:00.000Z'

const held = {
  feed: { asOf: AS_OF, clockState: 'TRUSTED' },
  heldFrom: 5_000_000,
  wallAt: '2026-03-09T01:00:02.000Z',
  orders: null,
} as unknown as HeldFeed

describe('the last feed after a power cut', () => {
  it('knows the time by what the wall clock says has passed', () => {
    const now = { elapsed: 800, wall: '2026-03-09T03:00:02.000Z' }
    const back = broughtBack(held, now)
    expect(new Date(serverTime(back, now.elapsed)).toISOString()).toBe('2026-03-09T03:00:00.000Z')
    expect(isTimeKnown(back, now)).toBe(true)
  })

  it('with a clock that fell back to the year 2020 the time is not known, and nothing is reckoned with it', () => {
    const now = { elapsed: 800, wall: '2020-01-01T00:00:00.000Z' }
    const back = broughtBack(held, now)
    expect(isTimeKnown(back, now)).toBe(false)
    expect(new Date(serverTime(back, now.elapsed)).toISOString()).toBe(AS_OF)
  })
})

describe('what is kept for the next start', () => {
  const NOW = { elapsed: 800, wall: '2026-03-09T01:00:02.000Z' }
  const feedOf = (version: string, hashes: readonly string[]) =>
    ({
      ...held,
      feed: {
        ...held.feed,
        ...{
          version,
          screen: { id: 'hall' },
          takeovers: [],
          entries: { all: hashes.map((hash) => ({ hash })) },
        },
        items: Object.fromEntries(hashes.map((hash) => [hash, {}])),
      },
    }) as unknown as HeldFeed

  function following() {
    const kept = new Map<string, unknown>()
    const store: PageStore = {
      read: <T>(key: string) => Promise.resolve((kept.get(key) ?? null) as T | null),
      write: (entries) => {
        for (const [key, value] of entries) kept.set(key, value)
        return Promise.resolve()
      },
    }
    let state: FeedState = { held: null, reach: 'ASKING' }
    let changed: () => void = () => undefined
    keepFollowing(store, {
      state: () => state,
      onChange: (call) => {
        changed = call
        return () => undefined
      },
    })
    return {
      become: (next: FeedState) => {
        state = next
        changed()
      },
      shownNext: async () => {
        const back = await keptFeed(store, 'hall', NOW)
        return back === null ? null : Object.keys(back.feed.items)
      },
    }
  }

  it('a notice taken down by a word alone, while the office answers nothing else, does not come back', async () => {
    const { become, shownNext } = following()
    become({ held: feedOf('1', ['a', 'b']), reach: 'ANSWERED' })
    expect(await shownNext()).toEqual(['a', 'b'])
    become({ held: feedOf('1', ['a', 'b']), reach: 'AWAY' })
    become({ held: feedOf('1', ['b']), reach: 'AWAY' })
    expect(await shownNext()).toEqual(['b'])
  })

  it('of a screen that was ended nothing is kept; an office that is away takes nothing', async () => {
    const { become, shownNext } = following()
    become({ held: feedOf('1', ['a']), reach: 'ANSWERED' })
    become({ held: feedOf('1', ['a']), reach: 'AWAY' })
    expect(await shownNext()).toEqual(['a'])
    become({ held: null, reach: 'UNKNOWN' })
    expect(await shownNext()).toBeNull()
    become({ held: feedOf('1', ['a']), reach: 'ANSWERED' })
    expect(await shownNext()).toEqual(['a'])
  })
})
