import type { Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { ContentGroup } from '../../../domain/display/content-group.ts'
import type { PublicBoard } from '../../../domain/display/public-board.ts'
import type { UnitKind } from '../../../domain/office/unit.ts'

/** A unit with what the public may read of it now. */
export type PublicUnit = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly regime: Regime
  readonly count: number
}

/** What the board holds, as a citizen looks for it; the counts are those of the lists they lead to. */
export type PublicShelves = {
  readonly asOf: string
  /** All six, also the empty ones. */
  readonly contentGroups: readonly { readonly contentGroup: ContentGroup; readonly count: number }[]
  readonly boards: readonly { readonly board: PublicBoard; readonly count: number }[]
  /** The township first; a unit out of use only while something of it hangs. */
  readonly units: readonly PublicUnit[]
}

/** A heading of the public list with the content groups its notices stand in, for the desk. */
export type ContentGroupHeading = {
  readonly groupId: string
  readonly name: string
  readonly catalogueName: string
  readonly regime: Regime
  readonly count: number
  /** Where the rule puts what stands under it, the most first. */
  readonly byRule: readonly { readonly contentGroup: ContentGroup; readonly count: number }[]
  /** Where the office has put the whole heading; null while the rule decides. */
  readonly chosen: ContentGroup | null
}

/** Every heading with something on the board. */
export type ContentGroupHeadings = {
  readonly headings: readonly ContentGroupHeading[]
  readonly mayChange: boolean
}
