import type { CivilDate } from '../notice/content.ts'

/** From when to when an edition hung; `until` is the day it came down or the next one took its place, null while it hangs. */
export type HungSpan = { readonly from: CivilDate; readonly until: CivilDate | null }

/**
 * Whether a draft hung on every day of its consultation: taken down and hung again on one day it was there that day,
 * taken down on the last day it was not. Days that have not come yet count for what hangs.
 * @example hungThroughout([{ from: '2026-08-03', until: '2026-08-04' }], { opensOn: '2026-08-03', closesOn: '2026-09-02' }) // false
 */
export function hungThroughout(
  spans: readonly HungSpan[],
  period: { readonly opensOn: CivilDate; readonly closesOn: CivilDate },
): boolean {
  let seenUntil = period.opensOn
  for (const { from, until } of spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (from > seenUntil) return false
    if (until === null) return true
    if (until > seenUntil) seenUntil = until
  }
  return seenUntil > period.closesOn
}
