import { withoutEditions } from '../../../domain/signage/programme.ts'
import type { PublicScriptOrders } from '../../../server/language/views.ts'
import type { ScreenFeed } from '../../../server/signage/views.ts'
import { RefusalError, send } from '../../shared/request.ts'

/** The last good feed, and when it came by the two clocks of this computer. */
export type HeldFeed = {
  readonly feed: ScreenFeed
  /** Milliseconds of `performance.now()`, which nobody sets. */
  readonly heldFrom: number
  /** The wall clock at that moment, to notice later that it was set or that the computer slept. */
  readonly wallAt: string
  readonly orders: PublicScriptOrders | null
}

/** What the screen has to go by. */
export type FeedState = {
  readonly held: HeldFeed | null
  /** How the last question ended. `AWAY` keeps what is held; `UNKNOWN` is an answer: there is no such screen. */
  readonly reach: 'ASKING' | 'ANSWERED' | 'AWAY' | 'UNKNOWN'
}

/** Holds the last good feed and asks for a newer one; secondary channels only tell it to ask sooner. */
export type FeedKeeper = {
  readonly state: () => FeedState
  readonly onChange: (changed: () => void) => () => void
  /** Asks now, or as soon as the question under way is over. */
  readonly ask: () => void
  /** Takes notices off at once, by index number; the next feed does not have them either. */
  readonly takeDown: (indexNumbers: readonly string[]) => void
  /** Goes by the feed of a former start of the page as long as nobody has answered this one. */
  readonly hold: (held: HeldFeed) => void
  /** Begins to ask; returns how to stop. */
  readonly start: () => () => void
}

/** How often a screen asks by itself, and how soon again after it got no answer. */
const ASK_MS = 60_000
const FIRST_AGAIN_MS = 2000
// A server that takes the question and never answers must not hold the screen for ever.
const ANSWER_MS = 30_000

function isFeed(answer: unknown): answer is ScreenFeed {
  const feed = answer as Partial<ScreenFeed> | null
  return (
    typeof feed === 'object' &&
    feed !== null &&
    typeof feed.asOf === 'string' &&
    !Number.isNaN(Date.parse(feed.asOf)) &&
    typeof feed.screen?.geometry === 'object' &&
    typeof feed.items === 'object' &&
    typeof feed.entries === 'object' &&
    Array.isArray(feed.takeovers)
  )
}

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
  const answer = await send(address, { signal })
  return (await answer.json()) as unknown
}

/**
 * A keeper for the feed at an address. `isStill` asks once and not again, for a simulation.
 * @example createFeedKeeper('/api/public/screens/hall/feed').start()
 */
export function createFeedKeeper(address: string, isStill = false): FeedKeeper {
  const watchers = new Set<() => void>()
  let state: FeedState = { held: null, reach: 'ASKING' }
  let timer = 0
  let again = FIRST_AGAIN_MS
  let asking: AbortController | null = null
  let askAgain = false
  let running = false

  const become = (next: FeedState) => {
    state = next
    for (const changed of watchers) changed()
  }
  const later = (milliseconds: number) => {
    window.clearTimeout(timer)
    if (running) timer = window.setTimeout(ask, milliseconds)
  }
  const answered = async (signal: AbortSignal) => {
    const feed = await readJson(address, signal)
    if (!isFeed(feed)) throw new Error('not a feed')
    const needsOrders = Object.values(feed.items).some(({ sheet }) => (sheet.content.texts ?? []).length > 0)
    const orders = needsOrders
      ? ((await readJson('/api/public/script-orders', signal).catch(() => null)) as PublicScriptOrders | null)
      : null
    const { held } = state
    // The same version holds the same notices: keeping the old objects spares the garbage of a copy a minute.
    const items = held !== null && held.feed.version === feed.version ? held.feed.items : feed.items
    return { feed: { ...feed, items }, heldFrom: performance.now(), wallAt: new Date().toISOString(), orders }
  }
  const ask = () => {
    if (asking !== null) {
      askAgain = true
      return
    }
    const stop = new AbortController()
    asking = stop
    answered(AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)]))
      .then(
        (held) => {
          if (stop.signal.aborted) return
          again = FIRST_AGAIN_MS
          become({ held, reach: 'ANSWERED' })
          if (!isStill) later(ASK_MS)
        },
        (error: unknown) => {
          if (stop.signal.aborted) return
          const unknown = error instanceof RefusalError && error.code === 'screen.not-found'
          // A blip, an overloaded server and half an answer are all the same: what is held stays.
          become({ held: unknown ? null : state.held, reach: unknown ? 'UNKNOWN' : 'AWAY' })
          later(unknown ? ASK_MS : again)
          again = Math.min(ASK_MS, again * 2)
        },
      )
      .finally(() => {
        if (asking === stop) asking = null
        if (askAgain && running) {
          askAgain = false
          ask()
        }
      })
  }
  return {
    state: () => state,
    onChange: (changed) => {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
    ask,
    takeDown: (indexNumbers) => {
      const { held } = state
      if (held === null || indexNumbers.length === 0) return
      const gone = new Set(indexNumbers)
      const hashes = Object.entries(held.feed.items)
        .filter(([, { sheet }]) => sheet.indexNumber !== null && gone.has(sheet.indexNumber))
        .map(([hash]) => hash)
      if (hashes.length > 0)
        become({ ...state, held: { ...held, feed: withoutEditions(held.feed, new Set(hashes)) } })
    },
    hold: (held) => {
      if (state.held === null && state.reach !== 'UNKNOWN') become({ ...state, held })
    },
    start: () => {
      running = true
      ask()
      return () => {
        running = false
        window.clearTimeout(timer)
        asking?.abort()
        asking = null
      }
    },
  }
}
