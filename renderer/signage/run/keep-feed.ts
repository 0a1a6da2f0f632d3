import type { FeedKeeper, HeldFeed } from '../feed/feed-keeper.ts'
import type { PageStore } from './store.ts'

const KEY = 'feed'
// Changes with what a feed is made of: an older program's feed is not guessed at.
const FORMAT = 1
// A feed is bounded by the server; a store that holds more was written by something else.
const MOST_BYTES = 16 * 1024 * 1024

type Kept = {
  readonly format: number
  readonly screenId: string
  readonly version: string
  readonly text: string
}

/**
 * Keeps the feed for the next start of the page.
 * @example await keepFeed(store, held)
 */
export async function keepFeed(store: PageStore, held: HeldFeed): Promise<void> {
  const text = JSON.stringify(held)
  if (text.length > MOST_BYTES) return
  const { screen, version } = held.feed
  const kept: Kept = { format: FORMAT, screenId: screen.id, version, text }
  await store.write([[KEY, kept]])
}

/** The two clocks of a computer at one moment. */
export type Moment = { readonly elapsed: number; readonly wall: string }

/**
 * A kept feed as if it had come at the moment it did, by the clocks of this start: what passed meanwhile only the wall clock knows.
 * Where that went backwards nobody knows how long it was, and the two clocks parted: the page then says 时间待校 and hides nothing.
 * @example broughtBack(held, { elapsed: performance.now(), wall: new Date().toISOString() })
 */
export function broughtBack(held: HeldFeed, now: Moment): HeldFeed {
  const passed = Date.parse(now.wall) - Date.parse(held.wallAt)
  return { ...held, heldFrom: now.elapsed - (passed >= 0 ? passed : 0) }
}

/**
 * The feed of the last start, or null: none, another screen's, another program's, or half of one.
 * @example await keptFeed(store, 'hall', now)
 */
export async function keptFeed(store: PageStore, screenId: string, now: Moment): Promise<HeldFeed | null> {
  const kept = await store.read<Partial<Kept>>(KEY)
  if (kept?.format !== FORMAT || kept.screenId !== screenId || typeof kept.text !== 'string') return null
  try {
    const held = JSON.parse(kept.text) as HeldFeed
    const isWhole = held.feed.version === kept.version && !Number.isNaN(Date.parse(held.wallAt))
    return isWhole ? broughtBack(held, now) : null
  } catch {
    return null
  }
}

// What was taken down by a word alone has the version of before; it must not come back with the next start.
function markOf({ feed }: HeldFeed): string {
  const columns = Object.values(feed.entries).map(({ length }) => length)
  return [feed.version, feed.takeovers.length, ...columns].join(' ')
}

/**
 * Keeps the feed whenever it changed, whoever changed it: an answer, or a word that a notice is taken down while nobody answers.
 * That there is no such screen any more is an answer too, and nothing of it is kept. Returns how to stop.
 */
export function keepFollowing(
  store: PageStore,
  keeper: Pick<FeedKeeper, 'state' | 'onChange'>,
  onKept: (held: HeldFeed) => void = () => undefined,
): () => void {
  let mark = ''
  return keeper.onChange(() => {
    const { held, reach } = keeper.state()
    if (held === null) {
      mark = ''
      if (reach === 'UNKNOWN') void store.write([[KEY, null]])
      return
    }
    const next = markOf(held)
    if (next === mark) return
    mark = next
    onKept(held)
    void keepFeed(store, held)
  })
}
