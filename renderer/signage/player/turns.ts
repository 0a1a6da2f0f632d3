import type { PaneProgramme, ProgrammeSource } from '../../../domain/signage/programme.ts'
import { type BegunTurn, nextTurn, TURN_SPAN, type Turn } from '../../../domain/signage/turn.ts'

// Turns last eight seconds at least, so an hour never has more.
const MOST_BEGUN = 450

/** What began on one part of the screen, by the screen's monotonic clock; bounded, since it runs for months. */
export type Turns = {
  readonly next: (source: ProgrammeSource, pane: PaneProgramme, now: number) => Turn
  readonly began: (hash: string, now: number) => void
  /** How many beginnings are remembered. */
  readonly size: () => number
}

/** An empty memory of turns. */
export function createTurns(): Turns {
  let begun: { readonly hash: string; readonly at: number }[] = []
  return {
    next: (source, pane, now) =>
      nextTurn(
        source,
        pane,
        begun.map(({ hash, at }): BegunTurn => ({ hash, beganAgo: now - at })),
      ),
    began: (hash, now) => {
      begun = [...begun.filter(({ at }) => now - at < TURN_SPAN), { hash, at: now }].slice(-MOST_BEGUN)
    },
    size: () => begun.length,
  }
}
