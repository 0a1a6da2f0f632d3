import {
  climb,
  forgetGone,
  type Ladder,
  type LadderEvent,
  type Remedy,
  WELL_LADDER,
} from '../../../domain/signage/recovery-ladder.ts'
import { mostStill } from '../../../domain/signage/screen-state.ts'
import type { OnGlass, Stage } from '../stage.ts'

/** Watches what gets onto the glass and says what is to be done when nothing does. */
export type GlassWatch = {
  readonly ladder: () => Ladder
  /** Milliseconds on the counting clock of the last progress. */
  readonly progressAt: () => number
  /** What stands, and since when. */
  readonly standing: () => { readonly on: OnGlass | null; readonly since: number }
  /** Looks whether the picture still moves; called every few seconds. */
  readonly look: () => void
  /** The night has come: what was given up on has its trial. */
  readonly rest: () => void
  /** Notices that are shown no more need not be remembered. */
  readonly forgetGone: (hashes: ReadonlySet<string>) => void
  readonly stop: () => void
}

/** What it needs of the world. `before` is what a former start left, by `keptLadder`. */
export type GlassWatchParts = {
  readonly stage: Stage
  /** Milliseconds that only grow within this start of the page. */
  readonly elapsed: () => number
  /** Milliseconds that go on across starts of the page. */
  readonly across: () => number
  readonly before: Ladder
  readonly onRemedy: (remedy: Remedy) => void
  readonly onRung: (ladder: Ladder) => void
}

// Looked at every ten seconds; after a longer silence the whole page stood still (the computer slept), not the picture.
const SLEPT_MS = 60_000

/** Of several parts the main one is what a screen is said to show. */
function main(standing: readonly OnGlass[]): OnGlass | null {
  return standing.find(({ pane }) => pane === null || pane === 'MAIN') ?? standing[0] ?? null
}

/**
 * Begins to watch. Progress is what the players tell of the glass, not that the page answers: a page that answers over a black
 * picture is the very failure this is for.
 */
export function watchGlass(parts: GlassWatchParts): GlassWatch {
  const { stage, elapsed, across } = parts
  let ladder = parts.before
  let progressAt = elapsed()
  let since = elapsed()
  let shownKey = ''
  let lookedAt = elapsed()

  function stand(next: Ladder): void {
    for (const hash of ladder.skipped) if (!next.skipped.includes(hash)) stage.unskip(hash)
    ladder = next
  }

  function step(event: LadderEvent): void {
    const [next, remedy] = climb(ladder, event, across())
    const changed = next.rung !== ladder.rung || next.skipped.length !== ladder.skipped.length
    stand(next)
    if (changed) parts.onRung(ladder)
    if (remedy.kind === 'SKIP') stage.skip(remedy.hash)
    if (remedy.kind !== 'NONE') parts.onRemedy(remedy)
  }

  for (const hash of ladder.skipped) stage.skip(hash)
  // A computer that is switched off for the night has its trial in the morning.
  const [rested] = climb(ladder, { kind: 'RESTED' }, across())
  stand(rested)
  const stop = stage.listen({
    onShown: (shown) => {
      const on = main(stage.standing())
      const key = on === null ? '' : `${on.kind} ${on.hash ?? ''}`
      if (key !== shownKey) since = elapsed()
      shownKey = key
      progressAt = elapsed()
      step({ kind: 'DREW', hash: shown.hash })
    },
    onProgress: () => {
      progressAt = elapsed()
    },
    onFailed: ({ hash }) => {
      step({ kind: 'FAILED', hash })
    },
  })
  return {
    ladder: () => ladder,
    progressAt: () => progressAt,
    standing: () => ({ on: main(stage.standing()), since }),
    look: () => {
      const on = main(stage.standing())
      const slept = elapsed() - lookedAt > SLEPT_MS
      lookedAt = elapsed()
      if (slept) progressAt = elapsed()
      if (elapsed() - progressAt > mostStill(on?.kind ?? 'NOTICE')) {
        // Each stall counts once, however often it is looked at.
        progressAt = elapsed()
        step({ kind: 'STALLED', hash: on?.hash ?? null })
      } else {
        step({ kind: 'PASSED' })
      }
    },
    rest: () => {
      step({ kind: 'RESTED' })
    },
    forgetGone: (hashes) => {
      const next = forgetGone(ladder, hashes)
      if (next === ladder) return
      stand(next)
      parts.onRung(ladder)
    },
    stop,
  }
}

/**
 * The ladder a former start of the page left, or the bottom of it: nothing left, or something that is none.
 * @example keptLadder(await store.read('ladder')).rung // 'WELL'
 */
export function keptLadder(kept: unknown): Ladder {
  const ladder = kept as Partial<Ladder> | null
  const isLadder =
    typeof ladder === 'object' &&
    ladder !== null &&
    typeof ladder.rung === 'string' &&
    Array.isArray(ladder.skipped) &&
    Array.isArray(ladder.recreations) &&
    typeof ladder.failures === 'object'
  if (!isLadder) return WELL_LADDER
  // Failures of a former start say nothing of this one; what was given up on, and how often it began anew, does. What was on trial
  // when the page ended has not been drawn: it may be what ended it.
  const before = { ...WELL_LADDER, ...(ladder as Ladder) }
  const skipped = [...new Set([...before.skipped, ...before.onTrial])]
  return { ...before, skipped, onTrial: [], failures: {}, stalls: 0, wellSince: null }
}
