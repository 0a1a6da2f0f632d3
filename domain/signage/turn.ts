import type { PaneLayer, PaneProgramme, ProgrammeSource } from './programme.ts'
import { clampTo } from './screen-limits.ts'

/** That a notice began on a part of the screen; milliseconds on the screen's monotonic clock, which nobody sets. */
export type BegunTurn = { readonly hash: string; readonly beganAgo: number }

/** Whose turn it is; or, when all have begun as often as they may, in how many milliseconds one may begin again. */
export type Turn =
  | { readonly hash: string }
  | { readonly hash: null; readonly freeIn: number }
  /** There is nothing to show at all. */
  | { readonly hash: null; readonly freeIn: null }

/** The span in which beginnings are counted, in milliseconds. */
export const TURN_SPAN = 60 * 60_000

/** The loosest limit of the layer's subscriptions whose column holds a notice: one of them lets it begin so often. */
function limitOf(source: ProgrammeSource, layer: PaneLayer, hash: string): number | null {
  const limits = source.screen.subscriptions
    .filter(({ id }) => layer.subscriptionIds.includes(id))
    .filter(({ id }) => source.entries[id]?.some((entry) => entry.hash === hash))
    .map(({ mostPerHour }) => (mostPerHour === null ? null : clampTo('mostPerHour', mostPerHour)))
  return limits.reduce<number | null>(
    (loosest, limit) => (loosest === null || limit === null ? null : Math.max(loosest, limit)),
    limits.length === 0 ? null : 0,
  )
}

/** Milliseconds until a notice may begin again; 0 when it may now. */
function waitOf(hash: string, limit: number | null, begun: readonly BegunTurn[]): number {
  if (limit === null) return 0
  const ago = begun
    .filter((turn) => turn.hash === hash && turn.beganAgo < TURN_SPAN)
    .map(({ beganAgo }) => beganAgo)
    .sort((a, b) => a - b)
  // With as many as allowed within the hour, the place falls free when the oldest of those is an hour back.
  const oldest = ago[limit - 1]
  return oldest === undefined ? 0 : TURN_SPAN - oldest
}

/** The notices of a layer from the one after the last that began. */
function fromNext(layer: PaneLayer, begun: readonly BegunTurn[]): string[] {
  const latest = begun
    .filter(({ hash }) => layer.hashes.includes(hash))
    .reduce<BegunTurn | null>((a, b) => (a === null || b.beganAgo < a.beganAgo ? b : a), null)
  const place = latest === null ? 0 : layer.hashes.indexOf(latest.hash) + 1
  return [...layer.hashes.slice(place), ...layer.hashes.slice(0, place)]
}

/**
 * Which notice is next on a part of a screen, from what began there before: the one after the last of the winning priority that has
 * not begun as often within sixty minutes as its subscriptions allow; then the lower priorities the same way; then none, and in how
 * many milliseconds the first may begin again. Only beginnings of the last sixty minutes count against a limit.
 * @example nextTurn(feed, pane, [{ hash, beganAgo: 30_000 }]) // { hash: '…' }
 */
export function nextTurn(source: ProgrammeSource, pane: PaneProgramme, begun: readonly BegunTurn[]): Turn {
  let freeIn: number | null = null
  for (const layer of [pane, ...pane.beneath]) {
    for (const hash of fromNext(layer, begun)) {
      const wait = waitOf(hash, limitOf(source, layer, hash), begun)
      if (wait === 0) return { hash }
      freeIn = freeIn === null ? wait : Math.min(freeIn, wait)
    }
  }
  return { hash: null, freeIn }
}
