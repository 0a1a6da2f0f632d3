import { nextTryAfter } from '../../../domain/exchange/next-try.ts'
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal.ts'
import type { Clock } from '../../../platform/clock.ts'
import { StepFailed } from './step.ts'
import { type Timers, waitFor } from './timers.ts'

/** Does steps again until they come through. */
export type Persistence = {
  /** Gives what the step gives, why it was given up, or null when somebody cancelled. */
  readonly run: <T>(step: () => Promise<T>) => Promise<Result<T> | null>
  /** Something came through: the patience begins anew. */
  readonly progressed: () => void
}

/** After so long without anything coming through it is given up, until the next sending. */
const GIVE_UP_MS = 20 * 60_000
const GIVE_UP_TRIES = 30

/**
 * Opens what does steps again: after a broken line it waits, longer each time, as long as the other side asks for at least, and gives up
 * after twenty minutes (or thirty tries) without anything coming through. What does not pass by itself ends it at once.
 * Refuses `network.unreachable` (never answered) and `network.interrupted`, and what the county refuses.
 * @example await openPersistence(parts).run(() => client.prove())
 */
export function openPersistence(parts: {
  readonly clock: Pick<Clock, 'elapsed'>
  readonly timers: Timers
  readonly signal: AbortSignal
  readonly reached: () => boolean
  /** How far it got, for the refusal. */
  readonly where: () => Readonly<Record<string, number>>
  /** Told that it waits and why, and null when it goes on. */
  readonly waits: (wait: { readonly milliseconds: number; readonly reason: string } | null) => void
}): Persistence {
  const { clock, timers, signal } = parts
  let tries = 0
  let since = clock.elapsed()
  const progressed = (): void => {
    tries = 0
    since = clock.elapsed()
  }
  const givenUp = (reason: string): Refusal =>
    parts.reached()
      ? refuse('network.interrupted', { reason, ...parts.where() })
      : refuse('network.unreachable', { reason })
  return {
    progressed,
    run: async (step) => {
      for (;;) {
        if (signal.aborted) return null
        try {
          const value = await step()
          progressed()
          return accept(value)
        } catch (error) {
          if (!(error instanceof StepFailed)) throw error
          const { failure } = error
          if (failure.kind === 'CANCELLED') return null
          if (failure.kind === 'FINAL') return failure.refusal
          tries += 1
          const wait = nextTryAfter(tries, timers.draw(), failure.retryAfter)
          if (tries >= GIVE_UP_TRIES || clock.elapsed() - since + wait > GIVE_UP_MS) {
            return givenUp(failure.reason)
          }
          parts.waits({ milliseconds: wait, reason: failure.reason })
          await waitFor(timers, wait, signal)
          parts.waits(null)
        }
      }
    },
  }
}
