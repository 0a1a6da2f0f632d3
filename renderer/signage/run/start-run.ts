import { isNightPause } from '../../../domain/signage/night-pause.ts'
import type { Remedy } from '../../../domain/signage/recovery-ladder.ts'
import { openLive } from '../../shared/live/open-live.ts'
import { reloadSafely } from '../../shared/live/reload-safely.ts'
import type { FeedKeeper } from '../feed/feed-keeper.ts'
import { serverTime } from '../feed/server-time.ts'
import type { Stage } from '../stage.ts'
import { keepFollowing, keptFeed } from './keep-feed.ts'
import { openPageStore } from './store.ts'
import { tellOffice } from './tell-office.ts'
import { keptLadder, watchGlass } from './watch-glass.ts'

const LOOK_MS = 10_000
const NIGHT_LOOK_MS = 5 * 60_000

/** What the page does when the run asks for it. */
export type RunParts = {
  readonly screenId: string
  readonly keeper: FeedKeeper
  readonly stage: Stage
  /** Draws everything anew without loading the page. */
  readonly redraw: () => void
  /** The page that cannot fail instead of the programme. */
  readonly safe: (isSafe: boolean) => void
  readonly programVersion: string
}

const elapsed = () => performance.now()
const across = () => performance.timeOrigin + performance.now()

/**
 * Keeps a screen going for months: listens for changes, brings the last feed back while the office is away, watches the glass, climbs
 * the ladder, tells the office, and begins the page anew at night. Nothing of it may stop the picture: whatever fails here, the
 * programme goes on. The returned function ends it.
 */
export async function startRun(parts: RunParts): Promise<() => void> {
  const { screenId, keeper, stage } = parts
  const store = openPageStore(screenId)
  const heldNow = () => keeper.state().held
  const officeTime = () => {
    const held = heldNow()
    return held === null ? null : serverTime(held, elapsed())
  }

  const kept = await keptFeed(store, screenId, { elapsed: elapsed(), wall: new Date().toISOString() })
  if (kept !== null) keeper.hold(kept)

  const onRemedy = (remedy: Remedy) => {
    if (remedy.kind === 'RETRY' || remedy.kind === 'SKIP') parts.redraw()
    if (remedy.kind === 'SAFE') parts.safe(true)
    if (remedy.kind === 'RECREATE') void recreate()
  }
  const watch = watchGlass({
    ...{ stage, elapsed, across, onRemedy },
    before: keptLadder(await store.read('ladder')),
    onRung: (ladder) => {
      document.documentElement.dataset['rung'] = ladder.rung
      parts.safe(ladder.rung === 'SAFE')
      void store.write([['ladder', ladder]])
      teller.changed()
    },
  })
  const teller = tellOffice({
    ...{ screenId, store, stage, watch, elapsed, officeTime, programVersion: parts.programVersion },
    glass: () => document.querySelector<HTMLElement>('#root'),
  })
  parts.safe(watch.ladder().rung === 'SAFE')
  // Written down before what is tried again can end the page: it has its trial once a night and not at every start.
  void store.write([['ladder', watch.ladder()]])

  async function recreate(): Promise<void> {
    await teller.settle()
    await store.write([['ladder', watch.ladder()]])
    // Where the server is away the page stays: drawn anew it has a chance, loaded anew it has none.
    if (!(await reloadSafely())) parts.redraw()
  }

  const stopKeeping = keepFollowing(store, keeper, ({ feed }) => {
    watch.forgetGone(new Set(Object.keys(feed.items)))
  })
  const stopLive = openLive({
    onEvent: ({ version, withdrawn }) => {
      keeper.takeDown(withdrawn)
      if (version !== heldNow()?.feed.version) keeper.ask()
    },
  })
  const looking = window.setInterval(() => {
    teller.beat()
    watch.look()
    // For the window around the page, which sees whether it goes on counting.
    document.documentElement.dataset['beat'] = String(Math.round(elapsed()))
  }, LOOK_MS)
  const nights = window.setInterval(() => {
    const instant = officeTime()
    const isLit = watch.standing().on?.kind !== 'CLOSED'
    if (instant !== null && isNightPause({ isLit, instant, runningFor: elapsed() })) {
      void teller.settle().then(async () => {
        // The new start tries again what was given up on; where none is possible, this one does.
        if (!(await reloadSafely())) watch.rest()
      })
    }
  }, NIGHT_LOOK_MS)

  return () => {
    window.clearInterval(looking)
    window.clearInterval(nights)
    stopLive()
    stopKeeping()
    teller.stop()
    watch.stop()
  }
}
