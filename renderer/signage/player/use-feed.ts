import { useEffect, useState, useSyncExternalStore } from 'react'
import { programmeAt, type Programme } from '../../../domain/signage/programme.ts'
import { type FeedKeeper, type FeedState, type HeldFeed } from '../feed/feed-keeper.ts'
import { isTimeKnown, serverTime } from '../feed/server-time.ts'

/** What the screen goes by, from the keeper. */
export function useFeed(keeper: FeedKeeper): FeedState {
  useEffect(() => keeper.start(), [keeper])
  return useSyncExternalStore(keeper.onChange, keeper.state)
}

/** The programme now, and what is known of the time. */
export type Now = {
  readonly programme: Programme
  /** The office's time, in milliseconds since the epoch. */
  readonly time: number
  readonly timeKnown: boolean
}

/** Longest time after which the page looks at the clock again: a minute passes, and a computer that slept is noticed. */
const LOOK_MS = 10_000

/** The programme at a moment of this computer's two clocks. */
export function programmeNow(
  held: HeldFeed,
  moment: { readonly elapsed: number; readonly wall: string },
): Now {
  const time = serverTime(held, moment.elapsed)
  return reckoned(held, time, isTimeKnown(held, moment))
}

function nowOf(held: HeldFeed, still: boolean): Now {
  if (still) return reckoned(held, serverTime(held, held.heldFrom), true)
  return programmeNow(held, { elapsed: performance.now(), wall: new Date().toISOString() })
}

function reckoned(held: HeldFeed, time: number, timeKnown: boolean): Now {
  const { feed } = held
  // Doubt of this computer alone hides nothing either: its counted milliseconds may lack the hours it slept.
  const clock = timeKnown ? 'TRUSTED' : feed.clockState === 'TRUSTED' ? 'BEHIND' : feed.clockState
  return { programme: programmeAt(feed, new Date(time).toISOString(), clock), time, timeKnown }
}

function isSame(a: Now, b: Now): boolean {
  return (
    a.timeKnown === b.timeKnown &&
    Math.floor(a.time / 60_000) === Math.floor(b.time / 60_000) &&
    JSON.stringify(a.programme) === JSON.stringify(b.programme)
  )
}

/** Reckons the programme again whenever it can change by time alone, and looks at the clock every ten seconds. */
export function useNow(held: HeldFeed | null, still: boolean): Now | null {
  const [state, setState] = useState<{ readonly held: HeldFeed | null; readonly now: Now | null }>(() => ({
    held,
    now: held === null ? null : nowOf(held, still),
  }))
  // A newer feed counts in the very drawing that brings it.
  const now = state.held === held ? state.now : held === null ? null : nowOf(held, still)
  if (state.held !== held) setState({ held, now })
  useEffect(() => {
    if (held === null || still) return undefined
    let timer = 0
    const look = () => {
      const next = nowOf(held, false)
      setState((was) =>
        was.held === held && was.now !== null && isSame(was.now, next) ? was : { held, now: next },
      )
      const { nextChange } = next.programme
      const until = nextChange === null ? LOOK_MS : Date.parse(nextChange) - next.time
      timer = window.setTimeout(look, Math.min(LOOK_MS, Math.max(50, until)))
    }
    look()
    return () => {
      window.clearTimeout(timer)
    }
  }, [held, still])
  return now
}
