const DIGIT = 0.56
const POINT = 0.3
const LATIN = { wide: 0.8, usual: 0.58 } as const

function letterWeight(letter: string): number {
  if (letter >= '0' && letter <= '9') return DIGIT
  if (/[.,:;'!|]/u.test(letter)) return POINT
  if (!/[\u0020-\u007E\u00A0-\u024F]/u.test(letter)) return 1
  return /[A-Z@%&mw]/u.test(letter) ? LATIN.wide : LATIN.usual
}

/**
 * How wide a text is in Han characters: Latin letters and digits are a little over half as wide. For planning; what is drawn is
 * measured on the glass.
 * @example textWeight('公示2026') // 4.24
 */
export function textWeight(text: string): number {
  return [...text].reduce((weight, letter) => weight + letterWeight(letter), 0)
}

/**
 * Lines a text takes where so many Han characters stand in one.
 * @example linesOf('河西村2026年第三季度财务收支公示', 8) // 3
 */
export function linesOf(text: string, charactersPerLine: number): number {
  return Math.max(1, Math.ceil(textWeight(text) / Math.max(1, charactersPerLine)))
}
