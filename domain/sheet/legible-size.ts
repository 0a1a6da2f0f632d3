const MM_PER_POINT = 25.4 / 72
const MM_PER_METRE = 1000

/**
 * How the least size is reckoned: a character at least one two-hundredth of the distance high. A rule of thumb of sign
 * makers, taken as our own convention; no Chinese standard for paper on a board was found, so it warns and never refuses.
 * EN 301 549, 5.1.4 asks 0.7° (about one eightieth) of letters on closed devices; official documents (16 points) would fail
 * that from 46 cm.
 */
export const LEGIBILITY = { partOfDistance: 200, verified: 'UNVERIFIED' } as const

/**
 * Least size of text, in whole points, for people who read it from so many metres. A convention, see `LEGIBILITY`.
 * @example leastLegiblePoints(2) // 28
 */
export function leastLegiblePoints(metres: number): number {
  return Math.floor((metres * MM_PER_METRE) / LEGIBILITY.partOfDistance / MM_PER_POINT)
}

/**
 * From how far text of a size can be read by the same convention, in metres with one decimal, rounded down.
 * @example legibleFrom(16) // 1.1
 */
export function legibleFrom(points: number): number {
  return Math.floor(((points * MM_PER_POINT * LEGIBILITY.partOfDistance) / MM_PER_METRE) * 10) / 10
}

/**
 * What of a template is too small for the distance it is read from: text, table, or the least its tables may shrink to.
 * @example illegible({ ...template, readFrom: 2, leastTablePoints: 14 }) // ['LEAST_TABLE']
 */
export function illegible(template: {
  readonly readFrom: number
  readonly type: { readonly text: { readonly points: number }; readonly table: { readonly points: number } }
  readonly leastTablePoints: number
}): ('TEXT' | 'TABLE' | 'LEAST_TABLE')[] {
  const least = leastLegiblePoints(template.readFrom)
  const parts = [
    ['TEXT', template.type.text.points],
    ['TABLE', template.type.table.points],
    ['LEAST_TABLE', template.leastTablePoints],
  ] as const
  return parts.filter(([, points]) => points < least).map(([part]) => part)
}
