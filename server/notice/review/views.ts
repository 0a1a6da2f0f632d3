import type { Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { Audience, CivilDate, DisclosureMode } from '../../../domain/notice/content.ts'
import type { NeededDecision } from '../../../domain/notice/decisions.ts'
import type { NoticeKind } from '../../../domain/notice/notice-kind.ts'
import type { DecisionKind, NoticeState } from '../../../domain/notice/notice-state.ts'
import type { ChainPatternName, ReviewChain } from '../../../domain/notice/review-chain.ts'
import type { ReferralResult } from '../../../domain/notice/referral.ts'
import type { RemarkPlace } from '../../../domain/notice/review-remark.ts'
import type { Role } from '../../../domain/office/role.ts'
import type { ExemptionGround } from '../../../domain/register/exemption-ground.ts'
import type { PersonRef } from '../views.ts'

/** A scan kept in the office: `GET …/committee-slip/:submissionId` and `GET …/referral/:referralId/answer` send it. */
export type OfficeScan = { readonly mediaType: string; readonly size: number }

/** One decision on a submission. */
export type DecisionView = NeededDecision & {
  readonly decision: 'APPROVED' | 'RETURNED'
  /** Who gave it; of a COMMITTEE_REVIEW who entered the slip. */
  readonly by: PersonRef
  readonly at: string
  readonly reason: string
  /** Why one person gave two of the decisions; empty otherwise. */
  readonly exceptionReason: string
  /** The signed slip of a committee: whose signatures it bears and of which day. */
  readonly slip: (OfficeScan & { readonly signedBy: string; readonly signedOn: CivilDate }) | null
  /** Given after an emergency publication. */
  readonly afterTheFact: boolean
}

/** A decision a person may give now; with `exception` only by saying why (`exceptionReason`). */
export type DecisionOffer = NeededDecision & {
  readonly exception: boolean
  /** On what was published in an emergency. */
  readonly afterTheFact: boolean
}

/** A remark on the spot. */
export type RemarkView = {
  readonly id: string
  readonly submissionId: string
  readonly submissionHash: string
  readonly place: RemarkPlace
  /** What the frozen text says there; empty for the place as a whole. */
  readonly quote: string
  readonly text: string
  readonly by: PersonRef
  readonly at: string
  /** The author has dealt with it on a next draft. */
  readonly settled: { readonly by: PersonRef; readonly at: string; readonly note: string } | null
}

/** A 请示 to a higher body, and its answer once there is one. */
export type ReferralView = {
  readonly id: string
  readonly submissionId: string
  readonly submissionHash: string
  readonly referredTo: string
  readonly question: string
  readonly by: PersonRef
  readonly at: string
  readonly answer: {
    readonly result: ReferralResult
    readonly text: string
    /** The body or person that answered, and on which day. */
    readonly answeredBy: string
    readonly answeredOn: CivilDate
    readonly enteredBy: PersonRef
    readonly at: string
    readonly scan: OfficeScan | null
  } | null
}

/** A chain of the office, for a regime and kind or any (null). */
export type ChainRuleView = {
  readonly regime: Regime | null
  readonly noticeKind: NoticeKind | null
  readonly chain: ReviewChain
  /** Null for a chain the product comes with. */
  readonly set: { readonly by: PersonRef; readonly at: string; readonly reason: string } | null
  /** Kinds nobody in the office can give: no enabled account holds a role for them. */
  readonly unstaffed: readonly DecisionKind[]
}

/** One change of a chain; `chain` is null where the office went back to what the product comes with. */
export type ChainChangeView = {
  readonly regime: Regime | null
  readonly noticeKind: NoticeKind | null
  readonly chain: ReviewChain | null
  readonly reason: string
  readonly by: PersonRef
  readonly at: string
}

/** Answer of `GET` and `PUT /review-chains`. */
export type ReviewChainsView = {
  /** What holds, the most particular first; the last one, for any regime and kind, always stands. */
  readonly rules: readonly ChainRuleView[]
  readonly patterns: readonly { readonly name: ChainPatternName; readonly chain: ReviewChain }[]
  /** Roles that may give each kind. */
  readonly roles: Readonly<Record<DecisionKind, readonly Role[]>>
  /** Kinds nobody in the office can give, whatever the chain. */
  readonly unstaffed: readonly DecisionKind[]
  readonly history: readonly ChainChangeView[]
}

/** Answer of `GET` and `POST /review-exception`: the exception of the two-person office. */
export type ReviewExceptionView = {
  readonly active: boolean
  /** Newest first. */
  readonly history: readonly {
    readonly active: boolean
    readonly reason: string
    readonly by: PersonRef
    readonly at: string
  }[]
}

/** One decision given under the exception. */
export type ExceptionRow = NeededDecision & {
  readonly noticeId: string
  readonly title: string
  readonly state: NoticeState
  readonly indexNumber: string | null
  /** The edition that came of it; null while nothing was published. */
  readonly editionNumber: number | null
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly by: PersonRef
  readonly reason: string
  readonly at: string
  /** What the same person decided on the same submission besides. */
  readonly besides: readonly NeededDecision[]
}

/** A publication by one person alone in an emergency. */
export type AloneRow = {
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly by: PersonRef
  readonly at: string
  readonly reason: string
}

/** Answer of `GET /review-exceptions-report`, newest first: decisions under the exception, publications by one person alone. */
export type ExceptionsReport = {
  readonly active: boolean
  readonly items: readonly ExceptionRow[]
  readonly alone: readonly AloneRow[]
}

/** A decision with the role its giver acted in. */
export type SlipDecision = DecisionView & { readonly role: Role }

/** Data of the 信息公开审查呈批单 (domain book §2.8). */
export type ReviewSlipView = {
  readonly noticeId: string
  readonly office: string
  readonly unit: string | null
  /** 信息名称 */
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly documentNumber: string
  readonly indexNumber: string | null
  /** 内容摘要: the abstract, else (`abstractGiven` false) the beginning of the text. */
  readonly abstract: string
  readonly abstractGiven: boolean
  /** 拟公开方式: the channels the catalogue names for the item; empty when it names none. */
  readonly channels: readonly string[]
  /** 公开范围 */
  readonly audience: Audience
  /** 公开时间: the deadline the catalogue names, and the day it was published. */
  readonly deadline: string
  readonly publishedOn: CivilDate | null
  /** 公开属性及理由 */
  readonly disclosureMode: DisclosureMode
  readonly disclosureModeReason: string
  /** 公开依据: what the catalogue gives as the legal basis. */
  readonly basis: string
  /** 不予公开的理由和依据: of the undisclosed matter this notice came from; null when it came from none. */
  readonly undisclosed: { readonly ground: ExemptionGround; readonly reason: string } | null
  readonly handler: PersonRef
  readonly submittedBy: PersonRef
  readonly submittedAt: string
  readonly submissionHash: string
  readonly emergencyReason: string
  readonly needed: readonly (readonly NeededDecision[])[]
  readonly decisions: readonly SlipDecision[]
  /** What was decided on what was handed in before for the same edition, oldest first: returned, or taken back. */
  readonly earlier: readonly {
    readonly submissionHash: string
    readonly submittedAt: string
    readonly decisions: readonly SlipDecision[]
  }[]
  readonly remarks: readonly RemarkView[]
  readonly referrals: readonly ReferralView[]
}
