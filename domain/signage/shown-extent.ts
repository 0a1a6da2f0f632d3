/** How much of a notice stood on the glass, most first: all of it as the screen has it, a part of it, or no more than its title. */
export const SHOWN_EXTENTS = ['WHOLE', 'PART', 'TITLE'] as const
/** One of them. */
export type ShownExtent = (typeof SHOWN_EXTENTS)[number]

/**
 * How much of a notice a record proves: one of a whole notice of which not every page was seen proves a part.
 * @example provedExtent({ extent: 'WHOLE', pagesShown: 1, pagesTotal: 20 }) // 'PART'
 */
export function provedExtent(shown: {
  readonly extent: ShownExtent | null
  readonly pagesShown: number
  readonly pagesTotal: number
}): ShownExtent | null {
  return shown.extent === 'WHOLE' && shown.pagesShown < shown.pagesTotal ? 'PART' : shown.extent
}
