import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { CalendarWarning } from '../../domain/duty/calendar/calendar-year-check.ts'
import type { DueAnswer, DueStep, DueTerm } from '../../domain/duty/due.ts'
import type { DutyClosingKind, DutyGround, DutyKind, DutyState } from '../../domain/duty/duty.ts'
import type { RuleRecord } from '../../domain/duty/rule-record.ts'
import type { CalendarDay, DayMeaning } from '../../domain/duty/calendar/working-calendar.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { UnitKind } from '../../domain/office/unit.ts'
import type { PersonRef } from '../notice/views.ts'

/** A unit as duties name it. */
export type UnitRef = { readonly id: string; readonly name: string; readonly kind: UnitKind }

/** A duty as every list shows it: what, until when, by which rule, and how that was reckoned. */
export type DutyRow = {
  readonly id: string
  readonly kind: DutyKind
  readonly regime: Regime
  readonly unit: UnitRef
  readonly itemId: string | null
  /** Path of the item, or title of the policy document. */
  readonly title: string
  readonly period: string
  readonly event: string
  readonly stage: number
  readonly stageName: string
  readonly state: DutyState
  readonly startsOn: CivilDate
  readonly target: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly missingYears: readonly number[]
  /**
   * Working days from today until `due`, 0 on the day itself, negative by how many it is late; null once closed. For hours
   * see `dueAt`.
   */
  readonly workdaysLeft: number | null
  readonly term: DueTerm
  /** Empty where a closed duty was reckoned over another calendar than the one that holds. */
  readonly steps: readonly DueStep[]
  readonly ground: DutyGround
  readonly assignee: PersonRef | null
  /** The notice under way for it, if there is one. */
  readonly draft: { readonly noticeId: string; readonly title: string; readonly state: string } | null
  readonly closing: {
    readonly kind: DutyClosingKind
    readonly on: CivilDate
    readonly at: string
    readonly by: PersonRef
    readonly noticeId: string | null
    readonly reason: string
    readonly clockDoubt: boolean
  } | null
  readonly policyNotice: { readonly id: string; readonly title: string } | null
  readonly may: {
    readonly draft: boolean
    readonly nil: boolean
    readonly check: boolean
    readonly waive: boolean
    readonly assign: boolean
    readonly reopen: boolean
    readonly confirm: boolean
  }
}

/** A line of a duty's history. */
export type DutyEntryView = {
  readonly action: 'CLOSED' | 'REOPENED' | 'CONFIRMED' | 'ASSIGNED' | 'MOVED'
  readonly closing: DutyClosingKind | null
  readonly reason: string
  readonly formerDue: CivilDate | null
  readonly due: CivilDate | null
  readonly by: PersonRef | null
  readonly at: string
  readonly clockDoubt: boolean
}

/** A duty with its history. */
export type DutyDetail = DutyRow & { readonly history: readonly DutyEntryView[] }

/** How far the calendar reaches and whether the clock is to be believed; said on every page that shows due dates. */
export type DutyFooting = {
  /** The day the lists go by: the clock's, or the newest record's when the clock is older than that. */
  readonly today: CivilDate
  readonly clock: { readonly trusted: boolean; readonly now: string; readonly newestRecord: string | null }
  readonly calendar: { readonly from: CivilDate; readonly to: CivilDate }
  /** RUNNING while duties are generated or reckoned anew. */
  readonly upkeep: 'CURRENT' | 'RUNNING'
}

/** The today page. Duties: all that are overdue, due today, or due within the horizon, soonest first, a page of them. */
export type TodayView = {
  readonly footing: DutyFooting
  readonly counts: {
    readonly overdue: number
    readonly dueToday: number
    /** Within three working days, today not counted. */
    readonly dueSoon: number
    readonly unconfirmed: number
    /** Notices waiting for review. */
    readonly inReview: number
    /** 不公开事项 whose re-review is due. */
    readonly undisclosedReviews: number
  }
  readonly duties: readonly DutyRow[]
  /** Cursor of the next page, or null. */
  readonly next: string | null
  readonly unconfirmed: readonly DutyRow[]
  /** Changes of the calendar in the last fourteen days. */
  readonly calendarChanges: readonly CalendarChangeView[]
}

/** A page of duties. */
export type DutyPage = {
  readonly footing: DutyFooting
  readonly items: readonly DutyRow[]
  readonly next: string | null
  readonly total: number
}

/** Items against villages for one period: who is late. */
export type DutyMatrix = {
  readonly footing: DutyFooting
  readonly regime: Regime
  /** `2026-10`, `2026-Q4`, … */
  readonly period: string
  /** Periods that can be chosen, newest first. */
  readonly periods: readonly string[]
  readonly units: readonly (UnitRef & { readonly open: number; readonly late: number })[]
  readonly rows: readonly {
    readonly itemId: string
    readonly title: string
    /** In the order of `units`; null where the unit has no such duty. */
    readonly cells: readonly ({
      readonly dutyId: string
      readonly state: DutyState
      readonly due: CivilDate
      readonly closedOn: CivilDate | null
    } | null)[]
  }[]
}

/** A calendar month of duties: how many of what on which day. */
export type DutyCalendar = {
  readonly footing: DutyFooting
  readonly from: CivilDate
  readonly to: CivilDate
  readonly days: readonly (DayMeaning & {
    readonly date: CivilDate
    readonly counts: Readonly<Partial<Record<DutyState, number>>>
    /** The first few of the day. */
    readonly duties: readonly {
      readonly id: string
      readonly title: string
      readonly unit: UnitRef
      readonly period: string
      readonly state: DutyState
    }[]
  })[]
}

/** Something that happened and starts duties: a batch, an approval, an emergency. */
export type DutyEventRequest = {
  readonly unitId: string
  readonly itemId: string
  /** What happened, in words: 第3批农机补贴. */
  readonly event: string
  /** Civil date of the event; for hours the instant in `startsAt`. */
  readonly startsOn: CivilDate
  readonly startsAt: string | null
  /** Rules of the set to apply besides the item's own (`EMER5`, `EMER24`); usually empty. */
  readonly ruleIds: readonly string[]
}

/** A change of the calendar, and which open duties it moved. */
export type CalendarChangeView = {
  readonly id: number
  readonly kind: 'YEAR' | 'LOCAL_DAY'
  readonly summary: string
  readonly fileName: string
  readonly signedBy: string
  readonly by: PersonRef
  readonly at: string
  /** Null until the duties have been reckoned anew. */
  readonly movedCount: number | null
  readonly moved: readonly {
    readonly dutyId: string
    readonly title: string
    readonly unit: UnitRef
    readonly formerDue: CivilDate
    readonly due: CivilDate
  }[]
}

/** One year of the calendar as the desk shows it. */
export type CalendarYearView = {
  readonly year: number
  readonly source: string
  /** 0 for the years that come with the program. */
  readonly version: number
  readonly days: readonly CalendarDay[]
  readonly localDays: readonly (CalendarDay & { readonly id: number; readonly reason: string })[]
}

/** The calendar page. */
export type CalendarView = {
  readonly coverage: { readonly from: CivilDate; readonly to: CivilDate }
  readonly years: readonly number[]
  readonly year: CalendarYearView | null
  readonly keys: readonly {
    readonly fingerprint: string
    readonly name: string
    readonly acceptedAt: string
  }[]
}

/** What a calendar file or a typed year would change; nothing is taken yet. */
export type CalendarPreview = {
  /** Hands the same content to `take`. */
  readonly digest: string
  readonly years: readonly {
    readonly year: number
    readonly source: string
    readonly days: readonly CalendarDay[]
    readonly added: readonly CalendarDay[]
    readonly removed: readonly CalendarDay[]
    readonly warnings: readonly CalendarWarning[]
  }[]
  readonly signature:
    | { readonly state: 'UNSIGNED' }
    | { readonly state: 'KNOWN'; readonly fingerprint: string; readonly name: string }
    | { readonly state: 'UNKNOWN_KEY'; readonly fingerprint: string }
}

/** Answer of the reckoner. */
export type DueView = DueAnswer

/** The rules: each in its newest version, with the former ones. */
export type RuleView = RuleRecord & {
  readonly builtIn: boolean
  readonly former: readonly RuleRecord[]
  /** Catalogue items in use that fall back on it. */
  readonly usedBy: number
}

/*
 * Routes at the desk (all signed in; errors as everywhere):
 * GET  /api/desk/today?unit=&regime=&person=&cursor=            → TodayView
 * GET  /api/desk/duties?from=&to=&unit=&regime=&person=&item=&state=&q=&cursor=   → DutyPage (by due)
 * GET  /api/desk/duties/:id                                     → DutyDetail
 * POST /api/desk/duties/:id/nil {reason} · /waive {reason} · /check {note} · /reopen {reason} · /confirm {on, reason} · /assign {accountId|null}   → DutyDetail
 * POST /api/desk/duties/assign {dutyIds, accountId|null}        → {assigned}
 * POST /api/desk/duty-events DutyEventRequest                   → DutyRow[]
 * GET  /api/desk/duty-calendar?from=&to=&unit=&regime=&person=  → DutyCalendar
 * GET  /api/desk/duty-matrix?regime=&period=                    → DutyMatrix
 * GET  /api/desk/duty-list.pdf?from=&to=&unit=&regime=&person=  → application/pdf (A4, the list that is pinned up or taken along)
 * GET  /api/desk/rules → RuleView[] ; POST /api/desk/rules RuleRecord without version → RuleView ; POST /api/desk/rules/read-deadline {text} → DeadlineReading
 * GET  /api/desk/calendar?year= → CalendarView ; POST /api/desk/calendar/preview (multipart file, or JSON of the file) → CalendarPreview ;
 * POST /api/desk/calendar/take (the same, with digest, confirmed) → CalendarChangeView ; GET /api/desk/calendar/changes → CalendarChangeView[]
 * POST /api/desk/calendar/local-days {date,kind,name,reason} → CalendarChangeView ; DELETE /api/desk/calendar/local-days/:id {reason} → CalendarChangeView
 * GET  /api/desk/calendar/due?from=&amount=&unit= → DueView
 */
