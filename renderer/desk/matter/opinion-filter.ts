import type { OpinionView } from '../../../server/matter/views.ts'

/** Which opinions are shown. */
export const OPINION_FILTERS = ['ALL', 'OPEN', 'ANSWERED', 'MERGED'] as const
/** One filter. */
export type OpinionFilter = (typeof OPINION_FILTERS)[number]

/** Says of an opinion whether a filter shows it. */
export function shownBy(filter: OpinionFilter): (opinion: OpinionView) => boolean {
  return ({ mergedInto, answer }) => {
    switch (filter) {
      case 'ALL':
        return true
      case 'OPEN':
        return mergedInto === null && answer === null
      case 'ANSWERED':
        return mergedInto === null && answer !== null
      case 'MERGED':
        return mergedInto !== null
    }
  }
}
