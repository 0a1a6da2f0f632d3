import type { CivilDate } from '../../notice/content.ts'

/** A day that is not what its weekday says. */
export type CalendarDay = {
  readonly date: CivilDate
  readonly kind: 'HOLIDAY' | 'WORKDAY'
  /** 国庆节; for a 调休 workday the holiday it belongs to. */
  readonly name: string
}

/** The 调休 arrangement of one year, as the State Council office publishes it each autumn (domain book §6). */
export type CalendarYear = {
  readonly year: number
  /** Document or file it was taken from. */
  readonly source: string
  readonly days: readonly CalendarDay[]
}

/** What a calendar says of one day. */
export type DayMeaning = {
  readonly working: boolean
  readonly reason: 'WEEKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP_WORKDAY' | 'LOCAL_HOLIDAY' | 'LOCAL_WORKDAY'
  /** Name of the holiday; empty for plain days. */
  readonly name: string
  /** False where the notice that decides is not on record: then the answer is provisional (暂算). */
  readonly covered: boolean
  /** The year whose notice that is; null when the day is covered. */
  readonly missingYear: number | null
}

/** Working days as far as they are known. */
export type WorkingCalendar = {
  /** First and last day of the years on record, both inclusive; the last days may still be moved (`covered`). */
  readonly coverage: { readonly from: CivilDate; readonly to: CivilDate }
  readonly meaning: (date: CivilDate) => DayMeaning
}
