/** How long a program waits before it asks again over a line that broke, in milliseconds. */
const TRY_AGAIN = { first: 1_000, longest: 60_000 } as const

/**
 * Milliseconds until the next try: doubled with each one in vain, up to a minute, and drawn between the half and the whole of that, so
 * that the offices of a county do not all come at once when it is back. What the other side asks for is waited for at least.
 * `tries`: how often it was tried in vain since something last came through, from 1. `draw`: at random, from 0 to below 1.
 * `askedFor`: milliseconds of the other side's Retry-After, or null.
 * @example nextTryAfter(3, 0, null) // 2000
 */
export function nextTryAfter(tries: number, draw: number, askedFor: number | null): number {
  const whole = Math.min(TRY_AGAIN.first * 2 ** Math.min(tries - 1, 30), TRY_AGAIN.longest)
  return Math.max(Math.round(whole / 2 + (whole / 2) * draw), askedFor ?? 0)
}
