import type { Deps } from '../deps.ts'
import { feedOf, screenInUse } from './screen-feed.ts'
import { openShortContents } from './short-content.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { expiryTime } from '../display/public-views.ts'

// More screens than an office has; beyond it the one asked for longest ago is reckoned anew.
const MOST_KEPT = 64
const MINUTE = 16

/** Answers feeds as JSON texts. */
export type FeedCache = { readonly feed: (screenId: string) => Result<string> }

/**
 * Keeps the feed of each screen while nothing public changed and the minute is the same: a wall of screens that all ask after one
 * publication costs one reckoning each. The instant of the answer is never an old one, since a screen goes by it.
 * @example openFeedCache(deps).feed(screenId)
 */
export function openFeedCache(deps: Deps): FeedCache {
  const kept = new Map<string, { readonly key: string; readonly rest: string }>()
  const contents = openShortContents()
  return {
    feed: (screenId) => {
      const { read } = deps.store
      const screen = screenInUse(read, screenId)
      if (!screen.ok) return screen
      const now = deps.clock.now()
      const version = deps.live.version()
      const key = `${version} ${now.slice(0, MINUTE)}`
      const known = kept.get(screenId)
      kept.delete(screenId)
      const entry =
        known?.key === key
          ? known
          : {
              key,
              rest: JSON.stringify({
                ...feedOf(read, screen.value, { now, version }, contents),
                asOf: undefined,
              }),
            }
      kept.set(screenId, entry)
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break
        kept.delete(oldest)
      }
      return accept(`{"asOf":${JSON.stringify(expiryTime(read, now))},${entry.rest.slice(1)}`)
    },
  }
}
