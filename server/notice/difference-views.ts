import type { Difference } from '../../domain/notice/difference.ts'

/** One side of a comparison. */
export type ComparedSide = {
  readonly of: 'EDITION' | 'SUBMISSION' | 'DRAFT'
  readonly hash: string
  /** Null for what is not published. */
  readonly editionNumber: number | null
  readonly publishedAt: string | null
}

/** What differs between two states of a notice; `from` and `difference` are null where nothing was published before. */
export type DifferenceView = {
  readonly from: ComparedSide | null
  readonly to: ComparedSide
  readonly difference: Difference | null
}
