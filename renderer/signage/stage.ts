import type { Legibility } from '../../domain/signage/legibility.ts'
import type { ShownExtent } from '../../domain/signage/shown-extent.ts'
import type { ShownRecord } from '../../server/signage/views.ts'
import type { ScreenPane } from '../../domain/signage/screen.ts'

/** What stands on the glass: told when it was drawn, not when it was meant to be. */
export type OnGlass = {
  /** Null where the whole glass is one: takeover, closed, safe page. */
  readonly pane: ScreenPane | null
  readonly kind: ShownRecord['kind']
  /** Null unless an edition is shown. */
  readonly hash: string | null
  /** From 0. */
  readonly page: number
  readonly pages: number
  /** How much of the notice can be read there; null unless an edition is shown. */
  readonly extent: ShownExtent | null
}

/** A notice that could not be drawn. */
export type StageFailure = {
  readonly hash: string
  readonly reason: 'DREW_NOTHING' | 'THREW' | 'TOO_SLOW'
}

/** A notice that nobody could read on a part of this screen: `REFUSED` is not shown there, `AS_HEADLINE` without its text. */
export type LeftOut = { readonly hash: string; readonly pane: ScreenPane } & Exclude<
  Legibility,
  { outcome: 'LEGIBLE' }
>

/** What a listener wants to hear; all of them are optional. */
export type StageListener = {
  /** Something else stands in a part than before, another page of it, or the same again in its next turn. */
  readonly onShown?: (shown: OnGlass) => void
  /** A part of the screen has nothing any more (the layout changed, or something took the glass over). */
  readonly onGone?: (pane: ScreenPane | null) => void
  /** The glass made progress: something was drawn, a page was turned, or what stands still (closed, safe page) was looked at. */
  readonly onProgress?: () => void
  readonly onFailed?: (failure: StageFailure) => void
  /** What cannot be read whole, whenever that changes. */
  readonly onLeftOut?: (leftOut: readonly LeftOut[]) => void
}

/**
 * What really happens on the glass, for health, evidence and the ladder. The players tell it; whoever watches may say that a
 * notice is to be skipped.
 */
export type Stage = {
  /** Returns how to stop listening. */
  readonly listen: (listener: StageListener) => () => void
  readonly shown: (shown: OnGlass) => void
  readonly gone: (pane: ScreenPane | null) => void
  readonly progress: () => void
  readonly failed: (failure: StageFailure) => void
  readonly leftOut: (leftOut: readonly LeftOut[]) => void
  /** What stands in each part now, for a report. */
  readonly standing: () => readonly OnGlass[]
  /** What cannot be read whole now, for a report. */
  readonly unread: () => readonly LeftOut[]
  readonly skip: (hash: string) => void
  readonly unskip: (hash: string) => void
  readonly skipped: () => ReadonlySet<string>
  /** For React's `useSyncExternalStore`: called when what is skipped changes. */
  readonly onSkipped: (changed: () => void) => () => void
}

/** A stage with nothing on it. One a page. */
export function createStage(): Stage {
  const listeners = new Set<StageListener>()
  const watchers = new Set<() => void>()
  const standing = new Map<ScreenPane | null, OnGlass>()
  let unread: readonly LeftOut[] = []
  let skipped: ReadonlySet<string> = new Set()
  const tell = (call: (listener: StageListener) => void) => {
    for (const listener of listeners) call(listener)
  }
  const skipExactly = (next: ReadonlySet<string>) => {
    skipped = next
    for (const changed of watchers) changed()
  }
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    shown: (shown) => {
      standing.set(shown.pane, shown)
      tell((listener) => listener.onShown?.(shown))
      tell((listener) => listener.onProgress?.())
    },
    gone: (pane) => {
      if (standing.delete(pane)) tell((listener) => listener.onGone?.(pane))
    },
    progress: () => {
      tell((listener) => listener.onProgress?.())
    },
    failed: (failure) => {
      tell((listener) => listener.onFailed?.(failure))
    },
    leftOut: (leftOut) => {
      unread = leftOut
      tell((listener) => listener.onLeftOut?.(leftOut))
    },
    standing: () => [...standing.values()],
    unread: () => unread,
    skip: (hash) => {
      if (!skipped.has(hash)) skipExactly(new Set([...skipped, hash]))
    },
    unskip: (hash) => {
      if (skipped.has(hash)) skipExactly(new Set([...skipped].filter((one) => one !== hash)))
    },
    skipped: () => skipped,
    onSkipped: (changed) => {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
  }
}
