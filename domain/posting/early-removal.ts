import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'

/** What taking a sheet down is to be recorded as. */
export type Removal = {
  readonly reason: string
  /** Last day on which it had to hang, when it comes down on that day or before; null when it may come down. */
  readonly earlyBefore: CivilDate | null
}

/**
 * Whether a sheet may come down on a day: through its last day it must hang, from the next day on it may come down (S4). Before
 * that only with a written reason, and it is recorded as taken down early. Refuses `posting.early-removal` with the last day.
 * @example checkRemoval({ on: '2026-03-16', reason: '' }, '2026-03-16') // posting.early-removal
 */
export function checkRemoval(
  { on, reason }: { readonly on: CivilDate; readonly reason: string },
  lastDay: CivilDate | null,
): Result<Removal> {
  const words = reason.trim()
  if (lastDay === null || on > lastDay) return accept({ reason: words, earlyBefore: null })
  return words === ''
    ? refuse('posting.early-removal', { lastDay })
    : accept({ reason: words, earlyBefore: lastDay })
}
