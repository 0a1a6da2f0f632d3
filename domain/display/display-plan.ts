import type { CivilDate } from '../notice/content.ts'

/** How long a 公示 hangs: so many calendar days or working days (domain book §4.4). */
export type DisplayLength = { readonly count: number; readonly unit: 'CALENDAR_DAY' | 'WORKING_DAY' }

/** Where it hangs: a registered board, or a place in words. */
export type DisplayPlace = { readonly boardId: string | null; readonly name: string }

/** How objections reach the office (异议反映渠道). */
export type ObjectionRoute = {
  readonly telephone: string
  readonly address: string
  readonly person: string
  readonly email: string
}

/**
 * What becomes of a display that has begun when its notice gets a next edition: the days begin anew, or they go on.
 * Decided with the edition it names, so that the answer of one correction is never taken for the next.
 */
export type DisplayRenewal = {
  readonly editionNumber: number
  readonly choice: 'RESTART' | 'CONTINUE'
  readonly reason: string
}

/** How a 公示 is displayed, as the notice itself says it. */
export type DisplayPlan = {
  /** First day; null begins on the day of publication. */
  readonly startsOn: CivilDate | null
  readonly length: DisplayLength
  readonly places: readonly DisplayPlace[]
  readonly objection: ObjectionRoute
  /** The rule the length comes from, in words; empty when the office set it itself. */
  readonly basis: string
  /** Only in a next edition of a notice that was displayed already. */
  readonly renewal?: DisplayRenewal
}
