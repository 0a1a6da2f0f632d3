import type { PaneProgramme, ProgrammeSource } from '../../../domain/signage/programme.ts'
import { allHashes, playable } from './playable.ts'
import { createTurns } from './turns.ts'

/** What is on a part of the screen: a notice in its nth turn in a row, or nothing. */
export type OnPart = { readonly hash: string | null; readonly turn: number }

/** What a part may show now. */
export type PaneBill = {
  readonly source: ProgrammeSource
  readonly pane: PaneProgramme
  /** Whether a notice may be shown at all: it can be read here, and is not skipped. */
  readonly keeps: (hash: string) => boolean
}

/** Deals the turns of one part of the screen, with one timer at a time. */
export type PanePlay = {
  readonly on: () => OnPart
  readonly onChange: (changed: () => void) => () => void
  /** What may be shown changed; what may not stand any more is gone with this call. */
  readonly bill: (bill: PaneBill) => void
  /** The notice has been drawn. */
  readonly drew: () => void
  /** Its turn is over. */
  readonly done: () => void
  /** It could not be drawn: it rests a while, so that a broken notice does not flicker for ever. */
  readonly rest: (hash: string) => void
  readonly stop: () => void
}

/** How long a notice rests after a failure. */
export const REST_MS = 30_000
/** A notice that has not drawn anything by then has failed. */
export const DRAW_MS = 15_000
const LOOK_AGAIN_MS = 60_000
const NOTHING: OnPart = { hash: null, turn: 0 }

/**
 * A player for one part of the screen. `onTooSlow` hears of a notice that drew nothing.
 * @example createPanePlay(() => performance.now(), (hash) => stage.failed({ hash, reason: 'TOO_SLOW' }))
 */
export function createPanePlay(now: () => number, onTooSlow: (hash: string) => void): PanePlay {
  const watchers = new Set<() => void>()
  const turns = createTurns()
  const resting = new Map<string, number>()
  let bill: PaneBill | null = null
  let on = NOTHING
  let timer = 0
  const later = (milliseconds: number, act: () => void) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(act, milliseconds)
  }
  const become = (next: OnPart) => {
    if (next.hash === on.hash && next.turn === on.turn) return
    on = next
    for (const changed of watchers) changed()
  }
  const keeps = (hash: string) => bill !== null && bill.keeps(hash) && !resting.has(hash)
  const wake = () => {
    for (const [hash, until] of resting) if (until <= now()) resting.delete(hash)
  }
  const advance = () => {
    window.clearTimeout(timer)
    if (bill === null) return
    wake()
    const next = turns.next(bill.source, playable(bill.pane, keeps), now())
    if (next.hash === null) {
      const wait = Math.min(
        LOOK_AGAIN_MS,
        next.freeIn ?? LOOK_AGAIN_MS,
        resting.size > 0 ? REST_MS : LOOK_AGAIN_MS,
      )
      later(wait, advance)
      become(NOTHING)
      return
    }
    const { hash } = next
    turns.began(hash, now())
    const tooSlow = (since: number) => {
      // The computer slept meanwhile: the notice has had no time to be drawn.
      if (now() - since > 2 * DRAW_MS) return later(DRAW_MS, () => tooSlow(now() - DRAW_MS))
      rest(hash)
      onTooSlow(hash)
    }
    const began = now()
    later(DRAW_MS, () => {
      tooSlow(began)
    })
    become({ hash, turn: on.hash === hash ? on.turn + 1 : 0 })
  }
  const rest = (hash: string) => {
    resting.set(hash, now() + REST_MS)
    if (on.hash === hash) advance()
  }
  return {
    on: () => on,
    onChange: (changed) => {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
    bill: (next) => {
      bill = next
      wake()
      const mayStand = on.hash !== null && allHashes(next.pane).includes(on.hash) && keeps(on.hash)
      const hasSome = allHashes(next.pane).some(keeps)
      if (on.hash === null ? hasSome : !mayStand) advance()
    },
    drew: () => {
      window.clearTimeout(timer)
    },
    done: advance,
    rest,
    stop: () => {
      window.clearTimeout(timer)
    },
  }
}
