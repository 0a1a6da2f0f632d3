/** The sizes of text, as factors: to twice the standard (200 %). */
export const TEXT_SIZES = [1, 1.3, 1.6, 2] as const
/** One size of text. */
export type TextSize = (typeof TEXT_SIZES)[number]

/** In 长者模式 nothing is smaller than this. */
export const ELDER_TEXT_SIZE: TextSize = 1.3

/**
 * The size after the next press: larger, and from the largest back to the standard.
 * @example nextTextSize(2) // 1
 */
export function nextTextSize(size: TextSize): TextSize {
  const next = TEXT_SIZES[TEXT_SIZES.indexOf(size) + 1]
  return next ?? TEXT_SIZES[0]
}
