/** The three sizes of text, as factors. */
export const TEXT_SIZES = [1, 1.3, 1.6] as const
/** One size of text. */
export type TextSize = (typeof TEXT_SIZES)[number]

/**
 * The size after the next press: larger, and from the largest back to the standard.
 * @example nextTextSize(1.6) // 1
 */
export function nextTextSize(size: TextSize): TextSize {
  const next = TEXT_SIZES[TEXT_SIZES.indexOf(size) + 1]
  return next ?? TEXT_SIZES[0]
}
