/** The sign for a character that is missing, as wide as one (虚缺号 of GB/T 15834 [mem, unverified]). */
const SQUARE = '□'

/**
 * Whether a character can be left for the pen: what stands in ASCII is in every face, and hashes, days and words of the
 * program are written in it.
 * @example isForThePen('䶮') // true
 */
export function isForThePen(character: string): boolean {
  return (character.codePointAt(0) ?? 0) > 0x7f
}

/**
 * The same public content with an empty square for each character that is to be written in by hand after printing, in every
 * text of it. Only for paper: what was published, its hash and its code stay as they are.
 * @example leaveSquares({ title: '张\ue000' }, ['\ue000']) // { title: '张□' }
 */
export function leaveSquares<T>(content: T, byHand: readonly string[]): T {
  if (byHand.length === 0) return content
  const wanted = new Set(byHand.filter(isForThePen))
  const squared = (value: unknown): unknown => {
    if (typeof value === 'string')
      return [...value].map((character) => (wanted.has(character) ? SQUARE : character)).join('')
    if (Array.isArray(value)) return value.map(squared)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, squared(part)]))
  }
  return squared(content) as T
}
