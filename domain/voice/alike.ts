/** Two opinions that probably say the same; `score` is between 0 and 1. */
export type AlikePair = { readonly one: string; readonly other: string; readonly score: number }

/** From here on two opinions are shown side by side; a person decides. */
export const ALIKE_FROM = 0.4

const MOST_PAIRS = 50
// Beyond this, comparing each with each would hold the desk up.
const MOST_COMPARED = 400

/** What carries no meaning of its own between two wishes. */
const PLAIN = /[\s\p{P}\p{S}]/gu

function pairsOf(text: string): ReadonlySet<string> {
  const signs = Array.from(text.toLowerCase().replaceAll(PLAIN, ''))
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`))
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let common = 0
  for (const pair of one) if (other.has(pair)) common += 1
  return (2 * common) / (one.size + other.size)
}

/**
 * How alike two texts are by the pairs of characters they share (Dice), 0 to 1; needs no network and no model.
 * @example alikeness('建议扩大保护范围', '希望扩大保护的范围') > 0.4 // true
 */
export function alikeness(one: string, other: string): number {
  return share(pairsOf(one), pairsOf(other))
}

/**
 * The opinions that probably say the same, the most alike first; at most fifty pairs among the first 400 opinions.
 * @example alikePairs([{ id: 'a', text: '建议扩大保护范围' }, { id: 'b', text: '建议扩大保护范围。' }])[0]?.score // 1
 */
export function alikePairs(
  opinions: readonly { readonly id: string; readonly text: string }[],
): readonly AlikePair[] {
  const known = opinions.slice(0, MOST_COMPARED).map(({ id, text }) => ({ id, pairs: pairsOf(text) }))
  const found: AlikePair[] = []
  known.forEach((one, at) => {
    for (const other of known.slice(at + 1)) {
      const score = share(one.pairs, other.pairs)
      if (score >= ALIKE_FROM) found.push({ one: one.id, other: other.id, score })
    }
  })
  return found.toSorted((one, other) => other.score - one.score).slice(0, MOST_PAIRS)
}
