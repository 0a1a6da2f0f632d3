import type { HitKind, HitSeverity } from './gate-hit.ts'

/**
 * What a detector found in one text. `start` and `end` are UTF-16 offsets in that text; `masked` has the length
 * of the found value and is safe to show, the value itself is not part of it.
 * @example { kind: 'MOBILE', severity: 'BLOCK', start: 2, end: 13, masked: '138****8000' }
 */
export type Finding = {
  readonly kind: HitKind
  readonly severity: HitSeverity
  readonly start: number
  readonly end: number
  readonly masked: string
}
