import type { CivilDate } from '../../domain/notice/content.ts'
import type { GroundArticle } from '../../domain/register/exemption-ground.ts'
import type { ListChangeKind, ListColumn, ListKind } from '../../domain/register/list-change.ts'
import type { ListNote } from '../../domain/register/read-list-grid.ts'
import type { ReviewStanding } from '../../domain/register/review-standing.ts'
import type { ReviewOutcome, UndisclosedEntry } from '../../domain/register/undisclosed-matter.ts'
import type { UnitRef } from '../duty/views.ts'
import type { PersonRef } from '../notice/views.ts'

/** What the forms of both registers offer: units that are not disabled, people who may have decided. */
export type RegisterChoices = {
  readonly units: readonly UnitRef[]
  readonly reviewers: readonly PersonRef[]
  /** Civil date of the office now. */
  readonly today: CivilDate
}

/** Numbers beside the navigation. */
export type RegisterCounts = {
  /** Matters to be looked at again within 30 days or since. */
  readonly undisclosedDue: number
  /** Change sets of lists this person may confirm. */
  readonly listsToConfirm: number
}

/** A matter that is not disclosed, as a line of the register. */
export type MatterRow = UndisclosedEntry & {
  readonly id: string
  readonly unit: UnitRef
  readonly article: GroundArticle
  readonly reviewer: PersonRef
  /** When it has to be looked at next; null when nothing is withheld any more. */
  readonly nextDue: CivilDate | null
  /** Days from today until then, negative by how many it is late; null like `nextDue`. */
  readonly daysLeft: number | null
  readonly standing: ReviewStanding
  /** What the newest review decided; null before the first. */
  readonly lastOutcome: ReviewOutcome | null
}

/** One re-review. */
export type ReviewView = {
  readonly sequence: number
  readonly outcome: ReviewOutcome
  readonly reason: string
  readonly nextDue: CivilDate | null
  readonly by: PersonRef
  readonly on: CivilDate
  /** The draft that was begun because of it. */
  readonly noticeId: string | null
}

/** A matter with its history and what the person at the desk may do about it. */
export type MatterDetail = MatterRow & {
  readonly enteredBy: PersonRef
  readonly enteredAt: string
  readonly reviews: readonly ReviewView[]
  readonly may: { readonly edit: boolean; readonly review: boolean; readonly startDraft: boolean }
  /** True when the person could review, had they not entered the matter. */
  readonly ownEntry: boolean
}

/** The register at the desk. */
export type UndisclosedRegister = {
  readonly items: readonly MatterRow[]
  readonly counts: Readonly<Record<ReviewStanding, number>>
}

/** What the today page tells of undisclosed matters: those to be looked at within 30 days or since, earliest first. */
export type UndisclosedDue = {
  readonly dueSoon: number
  readonly overdue: number
  readonly items: readonly MatterRow[]
}

/** How the public stands to a list. */
export type ListStanding = 'PUBLIC' | 'HIDDEN' | 'NOT_YET'

/** A list as a line. */
export type ListRowView = {
  readonly id: string
  readonly kind: ListKind
  readonly unit: UnitRef
  readonly name: string
  readonly standing: ListStanding
  /** Rows in force today. */
  readonly rowCount: number
  /** The day the newest change in force took effect; null before the first. */
  readonly changedOn: CivilDate | null
  /** Change sets that wait for a second person. */
  readonly waiting: number
  /** Confirmed change sets whose day has not come. */
  readonly coming: number
}

/** A row in force on the day asked for. */
export type ListRowInForce = {
  readonly id: string
  readonly texts: readonly string[]
  readonly version: string
  readonly since: CivilDate
  readonly place: number
  /** A confirmed change of this row that takes effect later; until then it cannot be changed. */
  readonly next: { readonly kind: ListChangeKind; readonly on: CivilDate } | null
}

/** One change of a row, with its texts under the headings of the change set. */
export type ChangeView = {
  readonly kind: ListChangeKind
  readonly rowId: string
  readonly before: readonly string[] | null
  readonly after: readonly string[] | null
}

/** A change set as the desk reads it. */
export type ChangeSetView = {
  readonly id: string
  readonly state: 'WAITING' | 'CONFIRMED' | 'RETURNED' | 'RECALLED'
  readonly reason: string
  readonly legalBasis: string
  readonly effectiveOn: CivilDate
  readonly sourceFile: string
  /** It takes personal information away: the public is not told what stood there before. */
  readonly personal: boolean
  /** The new name and headings, where they change. */
  readonly name: string | null
  readonly columns: readonly string[] | null
  /** Headings that `before` and `after` stand under. */
  readonly labels: readonly string[]
  readonly changes: readonly ChangeView[]
  readonly proposedBy: PersonRef
  readonly proposedAt: string
  readonly decision: { readonly by: PersonRef; readonly at: string; readonly reason: string } | null
  /** True when it no longer fits what has been confirmed since. */
  readonly outdated: boolean
  readonly may: { readonly confirm: boolean; readonly recall: boolean }
}

/** A list with its rows as of a day, and its change sets, newest first. */
export type ListDetail = {
  readonly id: string
  readonly kind: ListKind
  readonly unit: UnitRef
  readonly name: string
  readonly standing: ListStanding
  readonly hidden: { readonly reason: string; readonly by: PersonRef; readonly at: string } | null
  readonly on: CivilDate
  readonly today: CivilDate
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRowInForce[]
  readonly sets: readonly ChangeSetView[]
  readonly may: { readonly propose: boolean; readonly hide: boolean; readonly show: boolean }
}

/** Answer of reading a file that is to become a list. */
export type ListFileView = {
  readonly fileName: string
  readonly name: string
  readonly labels: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly ListNote[]
}

/** Answer of comparing a file with a list: what one change set would hold. */
export type ListComparisonView = {
  readonly fileName: string
  readonly columns: readonly { readonly id: string | null; readonly label: string }[]
  readonly columnsChanged: boolean
  readonly changes: readonly {
    readonly kind: ListChangeKind
    readonly rowId: string | null
    readonly texts: readonly string[] | null
    readonly before: readonly string[] | null
    readonly place: number
    readonly base: string | null
  }[]
  readonly same: number
  readonly notes: readonly ListNote[]
}

/** A public list as a line. */
export type PublicListRow = {
  readonly id: string
  readonly kind: ListKind
  readonly name: string
  readonly unit: string
  readonly rowCount: number
  readonly changedOn: CivilDate
}

/** All public lists. */
export type PublicLists = { readonly lists: readonly PublicListRow[] }

/** A public list as of today, with what has been changed in it and why (变更记录). */
export type PublicList = PublicListRow & {
  readonly asOf: CivilDate
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly id: string
    readonly texts: readonly string[]
    readonly since: CivilDate
  }[]
  /** Newest first; the last one is the first publication and names no rows. */
  readonly changes: readonly {
    readonly on: CivilDate
    readonly reason: string
    readonly legalBasis: string
    readonly first: boolean
    readonly added: number
    readonly changed: number
    readonly removed: number
    /** The new name, where it changed. */
    readonly name: string | null
    /** The new headings, where they changed. */
    readonly columns: readonly string[] | null
    readonly rows: readonly {
      readonly kind: ListChangeKind
      /** What the row is called; null where that was personal information and has been taken away. */
      readonly title: string | null
      /** Only of a changed row: what differs; null as above. */
      readonly fields: readonly {
        readonly label: string
        readonly before: string | null
        readonly after: string | null
      }[]
    }[]
  }[]
}

/*
 * Routes at the desk:
 * GET /register-choices → RegisterChoices ; GET /register-counts → RegisterCounts
 * GET /undisclosed → UndisclosedRegister ; POST /undisclosed UndisclosedEntry → 201 MatterDetail
 * GET /undisclosed/:id ; PUT /undisclosed/:id UndisclosedEntry ; POST /undisclosed/:id/reviews {outcome, reason, nextDue} → MatterDetail
 * POST /undisclosed/:id/draft {} → {noticeId} ; POST /undisclosed-export {unitId} → XLSX
 * GET /lists → ListRowView[] ; POST /lists/read (file) → ListFileView ; POST /lists → 201 ListDetail
 * GET /lists/:id?on= → ListDetail ; POST /lists/:id/compare (file) → ListComparisonView
 * POST /lists/:id/changes → ListDetail ; POST /lists/:id/standing {action, reason} → ListDetail ; GET /lists/:id/xlsx?on=
 * POST /list-changes/:id/decision {decision, reason, personal} → ListDetail
 * Public: GET /api/public/lists → PublicLists ; GET /api/public/lists/:id → PublicList
 */
