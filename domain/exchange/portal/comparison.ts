import type { CivilDate } from '../../notice/content.ts'

/** One notice of the own board, as it is compared with a list: what the public may see of it, and of a withdrawn one its tombstone. */
export type OwnEntry = {
  readonly indexNumber: string
  /** Null where the title of a withdrawn notice must not be seen. */
  readonly title: string | null
  /** Publication of the current edition, `YYYY-MM-DD`; of a withdrawn notice the day it went. */
  readonly publishDate: CivilDate
  /** Publication of its first edition. */
  readonly firstPublishDate: CivilDate
  readonly documentDate: CivilDate | null
  readonly documentNumber: string
  readonly state: 'PUBLISHED' | 'WITHDRAWN'
}

/** One line of a portal's or the county's list; what the list does not say is null. */
export type ListedEntry = {
  /** Sheet and row (from 1) as a person finds them in the file; the sheet is empty for CSV and JSON. */
  readonly sheet: string
  readonly row: number
  readonly indexNumber: string | null
  readonly title: string | null
  readonly date: CivilDate | null
  readonly documentNumber: string | null
  /** The list itself marks it as taken down. */
  readonly withdrawn: boolean
}

/** Why a line, or a part of it, could not be compared. With an unreadable date it is still compared by what else it says. */
export type UnreadableReason =
  'NOTHING_TO_FIND_IT_BY' | 'DATE_UNREADABLE' | 'LISTED_TWICE' | 'SHEET_WITHOUT_HEADING'

/** A line that was not compared, or not in all it says; never dropped in silence. */
export type UnreadableRow = {
  readonly sheet: string
  readonly row: number
  readonly reason: UnreadableReason
  /** What stands in it, so that a person finds it; may hold personal data, the command line never prints it. */
  readonly text: string
}

/** In what an own notice and its line differ; `WITHDRAWN_THERE`: the list marks as taken down what is public here. */
export type EntryDifference = 'TITLE' | 'DATE' | 'DOCUMENT_NUMBER' | 'STILL_LISTED' | 'WITHDRAWN_THERE'

/** Why two are shown side by side although their index numbers do not say that they are the same. */
export type UncertainReason = 'SAME_TITLE' | 'SAME_DOCUMENT_NUMBER' | 'SEVERAL'

/** What the comparison of the own published set with a list found. Every own notice and every line stands in exactly one group. */
export type Comparison = {
  /** On the board and not in the list. */
  readonly onlyHere: readonly OwnEntry[]
  /** In the list and not on the board. */
  readonly onlyThere: readonly ListedEntry[]
  readonly different: readonly {
    readonly own: OwnEntry
    readonly listed: ListedEntry
    readonly differences: readonly EntryDifference[]
  }[]
  readonly uncertain: readonly {
    readonly own: readonly OwnEntry[]
    readonly listed: ListedEntry
    readonly reason: UncertainReason
  }[]
  /** How many lines agree: those of a notice in which nothing differs, and those taken down there that are not public here. */
  readonly same: number
}
