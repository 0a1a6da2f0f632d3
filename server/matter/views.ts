import type { DueAnswer, DueTerm } from '../../domain/duty/due.ts'
import type { EntryStep, LegalityResult } from '../../domain/matter/matter-entry.ts'
import type { MatterKind } from '../../domain/matter/matter-kind.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import type { MatterStage, PathStage } from '../../domain/matter/matter-path.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { NoticeState } from '../../domain/notice/notice-state.ts'
import type { RefusalCode } from '../../domain/refusal-code.ts'
import type { RefusalParams } from '../../domain/refusal.ts'
import type { AdoptionCounts } from '../../domain/voice/adoption-summary.ts'
import type { AlikePair } from '../../domain/voice/alike.ts'
import type { ConsultationPlan, ConsultationState, UsualPeriod } from '../../domain/voice/consultation.ts'
import type { AdoptionResult } from '../../domain/voice/opinion.ts'
import type { OpinionChannel } from '../../domain/voice/opinion-channel.ts'
import type { UnitRef } from '../duty/views.ts'

/** A notice as part of a matter. */
export type MatterNoticeRef = {
  readonly id: string
  readonly role: MatterRole
  readonly title: string
  readonly state: NoticeState
  readonly indexNumber: string | null
  /** Day of its first publication; null before. */
  readonly publishedOn: CivilDate | null
  /** It hangs on the board now. */
  readonly shown: boolean
}

/** A date with how it was reckoned. */
export type ReckonedDate = DueAnswer & { readonly term: DueTerm }

/** A consultation as the desk shows it. */
export type ConsultationView = {
  readonly id: string
  readonly state: ConsultationState
  readonly plan: ConsultationPlan
  /** Null until it has opened, or a day to open is given. */
  readonly opensOn: CivilDate | null
  readonly closesOn: CivilDate | null
  /** How the last day is reckoned: from the opening day, or from today while none is given. */
  readonly end: ReckonedDate
  /** The draft came down before the last day. */
  readonly interrupted: boolean
  readonly draft: MatterNoticeRef | null
  readonly adoption: MatterNoticeRef | null
  readonly counts: AdoptionCounts
  readonly unanswered: number
  readonly firstUnanswered: number | null
  readonly may: {
    readonly edit: boolean
    readonly enter: boolean
    readonly summarize: boolean
    /** The feedback as drafted no longer tells what is on record. */
    readonly rewrite: boolean
    /** It was planned by mistake and can be given up. */
    readonly drop: boolean
  }
}

/** A matter as a line of the list. */
export type MatterRow = {
  readonly id: string
  readonly title: string
  readonly kind: MatterKind
  readonly unit: UnitRef
  /** The stage that comes next; null when nothing more is asked. */
  readonly next: MatterStage | null
  readonly consultation: Pick<
    ConsultationView,
    'id' | 'state' | 'opensOn' | 'closesOn' | 'unanswered' | 'counts'
  > | null
  /** By when the legality review answers, while it has not. */
  readonly legalityDue: CivilDate | null
  readonly decidedOn: CivilDate | null
  readonly editedAt: string
}

/** An entry of the file. */
export type EntryView = {
  readonly sequence: number
  readonly step: EntryStep
  readonly on: CivilDate
  readonly heading: string
  readonly text: string
  readonly measure: string
  readonly result: LegalityResult | null
  readonly workdays: number | null
  readonly due: ReckonedDate | null
  readonly notice: { readonly id: string; readonly title: string } | null
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null
  readonly by: string
  readonly at: string
  /** It is void: why, and who said so. */
  readonly void: { readonly reason: string; readonly by: string; readonly on: CivilDate } | null
}

/** A matter with everything in its file. */
export type MatterDetail = MatterRow & {
  readonly target: string
  readonly measures: string
  readonly owner: string
  readonly today: CivilDate
  readonly path: readonly PathStage[]
  readonly entries: readonly EntryView[]
  readonly notices: readonly MatterNoticeRef[]
  readonly consultations: readonly ConsultationView[]
  readonly usual: UsualPeriod | null
  /** Why its decision could not be published today; null when it could. */
  readonly decisionBlocked: { readonly code: RefusalCode; readonly params: RefusalParams } | null
  /** The interpretation of its decision: planned until when, or waived. */
  readonly interpretation: { readonly due: CivilDate | null; readonly waived: string | null } | null
  readonly kindFixed: boolean
  readonly may: { readonly edit: boolean; readonly plan: boolean }
}

/** An opinion at the desk; name and contact only for those who handle it. */
export type OpinionView = {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly channel: OpinionChannel
  readonly receivedOn: CivilDate
  readonly late: boolean
  /** Given with a name. */
  readonly named: boolean
  readonly name: string | null
  readonly contact: string | null
  readonly text: string
  readonly mergedInto: { readonly id: string; readonly number: number } | null
  /** Numbers of the opinions it answers for. */
  readonly merged: readonly { readonly id: string; readonly number: number }[]
  readonly answer: {
    readonly result: AdoptionResult
    readonly reason: string
    readonly summary: string
    readonly by: string
    readonly at: string
  } | null
}

/** All opinions of a consultation. */
export type OpinionList = {
  readonly matter: { readonly id: string; readonly title: string }
  readonly consultation: ConsultationView
  readonly today: CivilDate
  readonly items: readonly OpinionView[]
  /** Opinions that probably say the same. */
  readonly alike: readonly AlikePair[]
}

/** What waits in matters, for the today page and the navigation. */
export type MatterCounts = {
  readonly matters: readonly {
    readonly id: string
    readonly title: string
    readonly consultationId: string
    /** Opinions that wait for an answer after the period has ended. */
    readonly unanswered: number
    readonly closesOn: CivilDate
    readonly daysLeft: number
  }[]
  readonly waiting: number
}

/** A matter that a notice belongs to. */
export type MatterOfNotice = {
  readonly id: string
  readonly title: string
  readonly role: MatterNoticeRef['role']
} | null
