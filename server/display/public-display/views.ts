import type { DisplayLength, ObjectionRoute } from '../../../domain/display/display-plan.ts'
import type { DisplayPreset } from '../../../domain/display/display-preset.ts'
import type { DisplayResultKind } from '../../../domain/display/display-result.ts'
import type { DisplayRunKind, DisplayStopKind, DisplayTerm } from '../../../domain/display/display-run.ts'
import type { DisplayState } from '../../../domain/display/display-state.ts'
import type { ObjectionChannel } from '../../../domain/display/objection.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import type { UnitRef } from '../../duty/views.ts'
import type { PersonRef } from '../../notice/views.ts'
import type { PhotoFile, PostingEventView } from '../../posting/views.ts'

/** A display as a list shows it. */
export type DisplayRow = {
  readonly id: string
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly unit: UnitRef
  readonly state: DisplayState
  readonly startsOn: CivilDate
  /** The last day as it was announced. */
  readonly endsOn: CivilDate
  /** The last day it must hang: `endsOn`, or later where the calendar now says so. */
  readonly lastDay: CivilDate
  readonly daysLeft: number | null
  readonly provisional: boolean
  readonly objections: number
  readonly unanswered: number
  /** A result was written and waits for the second person. */
  readonly resultWaits: boolean
}

/** The list of displays: those under way, what presses first in front; or all, newest first. */
export type DisplayList = {
  readonly today: CivilDate
  readonly items: readonly DisplayRow[]
  readonly next: string | null
}

/** What of the displays is to be done today. */
export type DisplaysToday = {
  readonly today: CivilDate
  readonly endsToday: readonly DisplayRow[]
  readonly awaitsResult: readonly DisplayRow[]
  readonly objectionOpen: readonly DisplayRow[]
  readonly interrupted: readonly DisplayRow[]
}

/** A span in which it hung, with what stopped it. */
export type DisplayRunView = {
  readonly number: number
  readonly kind: DisplayRunKind
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly term: DisplayTerm
  readonly provisional: boolean
  readonly reason: string
  readonly editionNumber: number
  readonly by: PersonRef
  readonly at: string
  /** What stopped it, from its first such day on. */
  readonly stop: DisplayStopView | null
  /** A gap that ended in `stop`. */
  readonly gap: DisplayStopView | null
}

/** What stopped a span. */
export type DisplayStopView = {
  readonly kind: DisplayStopKind
  readonly on: CivilDate
  readonly reason: string
  readonly by: PersonRef
}

/** An objection as the office sees it. */
export type ObjectionView = {
  readonly id: string
  readonly number: number
  readonly receivedOn: CivilDate
  readonly channel: ObjectionChannel
  readonly name: string
  readonly contact: string
  readonly text: string
  readonly late: boolean
  readonly enteredBy: PersonRef
  readonly answered: boolean
  /** Number of the objection it was merged into. */
  readonly mergedInto: number | null
  /** Answers and mergers, oldest first. */
  readonly entries: readonly {
    readonly kind: 'ANSWERED' | 'MERGED'
    readonly answer: string
    readonly into: number | null
    readonly by: PersonRef
    readonly at: string
  }[]
}

/** A result with what became of it. */
export type DisplayResultView = {
  readonly id: string
  readonly kind: DisplayResultKind
  readonly text: string
  readonly by: PersonRef
  readonly at: string
  readonly decided: {
    readonly decision: 'CONFIRMED' | 'RETURNED'
    readonly reason: string
    readonly by: PersonRef
    readonly on: CivilDate
  } | null
}

/** One display with everything the office knows of it. */
export type DisplayDetail = DisplayRow & {
  readonly today: CivilDate
  readonly documentNumber: string
  readonly hash: string
  readonly length: DisplayLength
  readonly places: readonly string[]
  readonly route: ObjectionRoute
  readonly basis: string
  /** How the last day is reckoned with the calendar that holds now. */
  readonly reckoned: DueAnswer & { readonly term: DisplayTerm }
  readonly runs: readonly DisplayRunView[]
  readonly objectionList: readonly ObjectionView[]
  readonly results: readonly DisplayResultView[]
  readonly may: {
    readonly object: boolean
    readonly answer: boolean
    readonly propose: boolean
    readonly confirm: boolean
    readonly remove: boolean
    readonly interrupt: boolean
    readonly displayAgain: boolean
  }
  /** Its days are over, and by the ledger no sheet hung through them on any board. */
  readonly hungOnNoBoard: boolean
  /** Why this person may not confirm the result that waits. */
  readonly ownResult: boolean
}

/** What a draft's display panel offers. */
export type DisplayChoices = {
  readonly presets: readonly DisplayPreset[]
  /** What the catalogue's deadline text asks for. */
  readonly suggested: { readonly length: DisplayLength; readonly deadlineText: string } | null
  readonly boards: readonly { readonly id: string; readonly name: string; readonly place: string }[]
  readonly route: ObjectionRoute
  /** A display of the edition that stands: a next edition must say what becomes of it. */
  readonly running: {
    readonly displayId: string
    readonly state: DisplayState
    readonly editionNumber: number
    readonly startsOn: CivilDate
    readonly lastDay: CivilDate
  } | null
}

/** What follows from putting something up again after a gap, both ways of counting. */
export type AgainPreview = {
  readonly hung: number
  readonly anew: DueAnswer & { readonly term: DisplayTerm }
  readonly remaining: DueAnswer & { readonly term: DisplayTerm }
}

/** What the public reads of a display. */
export type PublicDisplay = {
  readonly state: 'SCHEDULED' | 'ON_DISPLAY' | 'INTERRUPTED' | 'ENDED' | 'RESULT_PUBLISHED' | 'REMOVED_EARLY'
  readonly startsOn: CivilDate
  readonly lastDay: CivilDate
  readonly daysLeft: number | null
  readonly term: DisplayTerm
  readonly provisional: boolean
  readonly basis: string
  readonly places: readonly string[]
  readonly route: ObjectionRoute
  /** Since when it does not hang, with every reason. */
  readonly removal: { readonly on: CivilDate; readonly reason: string } | null
  readonly result: { readonly text: string; readonly on: CivilDate } | null
  /** Former spans, oldest first; empty when it hung once. */
  readonly earlier: readonly {
    readonly startsOn: CivilDate
    readonly until: CivilDate
    readonly reason: string
  }[]
}

/** A line of the displays that end soon, on the kiosk's first page. */
export type PublicDisplayRow = {
  readonly indexNumber: string
  readonly title: string
  readonly lastDay: CivilDate
  readonly daysLeft: number
}

/** What the certificate of a display (公示证明) says; no name of anybody who objected. */
export type CertificatePaper = {
  /** True while the display has not ended: 阶段证明. */
  readonly interim: boolean
  readonly office: string
  readonly unit: string | null
  readonly today: CivilDate
  readonly title: string
  readonly documentNumber: string
  readonly indexNumber: string
  readonly hash: string
  readonly state: DisplayState
  readonly basis: string
  readonly places: readonly string[]
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly lastDay: CivilDate
  readonly reckoned: DueAnswer & { readonly term: DisplayTerm }
  readonly runs: readonly Omit<DisplayRunView, 'by' | 'at'>[]
  readonly objections: readonly {
    readonly number: number
    readonly receivedOn: CivilDate
    readonly channel: ObjectionChannel
    readonly late: boolean
    readonly answer: string
    readonly answeredOn: CivilDate | null
    readonly mergedInto: number | null
  }[]
  readonly result: { readonly text: string; readonly on: CivilDate } | null
  /** Since when it does not hang, with every reason. */
  readonly removal: { readonly on: CivilDate; readonly reason: string } | null
  readonly postings: readonly CertificatePosting[]
  /** Its days are over, and none of these sheets hung through them: the paper says so. */
  readonly hungOnNoBoard: boolean
  /** Screens that showed it and can prove it. */
  readonly screens: readonly CertificateScreen[]
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** What one paired screen proves of a display; minutes, and instants. Screens are never added up. */
export type CertificateScreen = {
  readonly name: string
  readonly place: string
  /** When it was first and last on this screen within the period; null when no record proves a time. */
  readonly firstAt: string | null
  readonly lastAt: string | null
  /** On the glass; null, not zero, when the screen has no record that proves a time. */
  readonly shownMinutes: number | null
  /** Of that, with no more than a part of it (a cut table, not all of its pages), and with no more than its title. */
  readonly partMinutes: number
  readonly titleMinutes: number
  /** Under a clock in doubt; not part of the above. */
  readonly unprovedMinutes: number
  /** Civil dates with proved time. */
  readonly days: number
  /** The screen's hours in the period, and how much of them has any record. */
  readonly openMinutes: number
  readonly recordedMinutes: number
  /** The longest spans of its hours without a record, in order, and how many more there are. */
  readonly gaps: readonly { readonly from: string; readonly until: string }[]
  readonly moreGaps: number
  /** Some of what the screen told was cut to what can be. */
  readonly isClamped: boolean
}

/** A sheet on a wall as its certificate tells of it: who put it up and took it down, and what can be shown for it. */
export type CertificatePosting = {
  /** Name of the board. */
  readonly place: string
  /** Where the board stands; empty when the register does not say. */
  readonly where: string
  readonly postedOn: CivilDate | null
  readonly postedBy: string
  readonly removedOn: CivilDate | null
  readonly removedBy: string
  readonly witness: string
  /** Last day on which it had to hang; null when nothing asks for one. */
  readonly minimumLastDay: CivilDate | null
  /** It came down before that day, for this reason. */
  readonly early: { readonly reason: string } | null
  readonly events: readonly PostingEventView[]
  /** Photographs, oldest first; the page asks for their files by its ticket. */
  readonly photos: readonly PhotoFile[]
}

/** What the certificate of a single sheet without a 公示 (张贴证明) says. */
export type PostingPaper = {
  /** It still hangs. */
  readonly interim: boolean
  readonly office: string
  readonly unit: string | null
  readonly today: CivilDate
  readonly title: string
  readonly documentNumber: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly hash: string
  readonly posting: CertificatePosting
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}
