/** A passer-by reads some five characters a second, and needs a moment to find the place [K]. */
const MILLISECONDS_A_CHARACTER = 200
const TO_FIND_THE_PLACE = 4000

/** A page never flashes by, and never stands so long that the screen seems stuck. */
export const PAGE_STAY = { least: 8000, most: 60_000 } as const

/** Characters a moving line may pass in a second: one in a quarter of a second at most [K]. */
export const TICKER_CHARACTERS_A_SECOND = 4

/**
 * Milliseconds a page stands.
 * @example pageStay(100) // 24000
 */
export function pageStay(characters: number): number {
  const wanted = TO_FIND_THE_PLACE + characters * MILLISECONDS_A_CHARACTER
  return Math.min(PAGE_STAY.most, Math.max(PAGE_STAY.least, wanted))
}
