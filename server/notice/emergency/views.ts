import type { CivilDate } from '../../../domain/notice/content.ts'
import type { NeededDecision } from '../../../domain/notice/decisions.ts'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import type { EmergencyKind } from '../../../domain/notice/emergency-template.ts'
import type { LateReviewState } from '../../../domain/notice/late-review.ts'
import type { DecisionOffer, DecisionView } from '../review/views.ts'
import type { PersonRef } from '../views.ts'

/** One of the two clocks of an emergency; `closedAt` null while it runs, `dueAt` null should its duty not count hours. */
export type EmergencyClock = {
  readonly dutyId: string
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly basis: string
  readonly verified: 'LAW' | 'SOURCE' | 'PAGE' | 'UNVERIFIED'
  readonly closedAt: string | null
}

/** What one person published, and how its review after the fact stands. */
export type EmergencyNoticeView = {
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly hash: string
  readonly submissionHash: string
  /** Of the edition that stands, else as it was published. */
  readonly mark: EmergencyMark
  readonly publishedBy: PersonRef
  readonly publishedAt: string
  readonly reason: string
  /** It stands on the board now. */
  readonly standing: boolean
  /** It holds the kiosk now, as it was published or as it was corrected. */
  readonly holdsKiosk: boolean
  readonly review: {
    readonly state: LateReviewState
    readonly due: string
    readonly overdue: boolean
    readonly decisions: readonly DecisionView[]
    readonly waitingFor: readonly NeededDecision[]
    /** What the person who asks may give now; a committee's slip is entered at the notice. */
    readonly mayGive: readonly DecisionOffer[]
  }
}

/** An emergency at the desk. */
export type EmergencyView = {
  readonly id: string
  readonly kind: EmergencyKind
  readonly event: string
  readonly unitId: string
  readonly unitName: string
  readonly itemId: string | null
  readonly startedAt: string
  readonly openedBy: PersonRef
  readonly openedAt: string
  readonly first: EmergencyClock
  readonly followUp: EmergencyClock
  readonly notices: readonly EmergencyNoticeView[]
  readonly end: { readonly at: string; readonly by: PersonRef; readonly reason: string } | null
}

/** What the emergency page asks for. */
export type EmergencyList = {
  readonly now: string
  readonly emergencies: readonly EmergencyView[]
  /** Rows of the catalogue that speak of emergencies, for the unit that keeps them. */
  readonly items: readonly { readonly id: string; readonly path: string; readonly unitId: string }[]
  readonly office: { readonly name: string; readonly telephone: string }
}

/** For the mark beside the key: how many run, wait for their review (how many of them too long), and were found wrong. */
export type EmergencyCounts = {
  readonly open: number
  readonly toReview: number
  readonly overdue: number
  readonly toCorrect: number
}
