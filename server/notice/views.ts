import type { DraftContent, PublicContent } from '../../domain/notice/content.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { NeededDecision } from '../../domain/notice/decisions.ts'
import type { NoticeState, WithdrawalReason } from '../../domain/notice/notice-state.ts'
import type { GateHit } from '../../domain/privacy/gate-hit.ts'
import type { PlacementView } from './placement-views.ts'
import type { DecisionOffer, DecisionView, ReferralView, RemarkView } from './review/views.ts'

/** A person's name and id as written into records. */
export type PersonRef = { readonly id: string; readonly name: string }

/** A line of the notice list at the desk. */
export type NoticeRow = {
  readonly id: string
  readonly title: string
  readonly noticeKind: NoticeKind
  readonly state: NoticeState
  readonly documentNumber: string
  readonly indexNumber: string | null
  readonly catalogueItem: string | null
  readonly handler: PersonRef
  readonly updatedAt: string
  readonly publishedAt: string | null
  /** What the current submission still waits for; empty unless IN_REVIEW. */
  readonly waitingFor: readonly NeededDecision[]
  readonly returnReason: string | null
  /** What would be published; null unless it is approved. */
  readonly submissionHash: string | null
  /** The minute it goes out by itself, and why it did not; null unless SCHEDULED. */
  readonly schedule: { readonly publishAt: string; readonly refused: boolean } | null
}

/** A page of rows; `next` is the cursor for the following page. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null; readonly total: number }

/** An attachment at the desk. */
export type AttachmentView = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly role: 'ATTACHMENT' | 'INLINE_IMAGE'
  /** What was taken out of the public copy, as codes the screen has words for. */
  readonly stripped: readonly StrippedPart[]
  /** Cells or paragraphs masked in the public copy. */
  readonly maskedCount: number
  readonly publicSize: number
  /** False for files whose text could not be read (a scanned PDF): the gate says so instead of passing them. */
  readonly textRead: boolean
}

/** Answer of adding a file: the file, and the revision the working copy has with it. */
export type AddedAttachment = AttachmentView & { readonly revision: number }

/** What the stripping of an attachment removed. */
export type StrippedPart =
  | 'PROPERTIES'
  | 'COMMENTS'
  | 'TRACKED_CHANGES'
  | 'HIDDEN_ROWS'
  | 'HIDDEN_COLUMNS'
  | 'HIDDEN_SHEETS'
  | 'HIDDEN_TEXT'
  | 'FORMULAS'
  | 'MACROS'
  | 'EMBEDDED_FILES'
  | 'EXIF'
  | 'SCRIPTS'
  | 'EXTERNAL_LINKS'

/** What was handed in: frozen, and named by its hash. */
export type SubmissionView = {
  readonly id: string
  readonly hash: string
  readonly content: PublicContent
  /** The files it shows, also one that is off the next draft. */
  readonly attachments: readonly AttachmentView[]
  /** Where it belongs, as it was handed in. */
  readonly placement: PlacementView
  readonly submittedBy: PersonRef
  readonly submittedAt: string
  /** Everything it needs, by stages: side by side inside one, one stage after the other. */
  readonly needed: readonly (readonly NeededDecision[])[]
  readonly decisions: readonly DecisionView[]
  readonly waitingFor: readonly NeededDecision[]
  /** Every 请示 that bears on it, oldest first, also of what was handed in before since the last publication. */
  readonly referrals: readonly ReferralView[]
  /** Published by one person before it was decided on; empty unless it was. */
  readonly emergencyReason: string
  readonly closed: boolean
}

/** A published edition in the desk's history. */
export type EditionView = {
  readonly hash: string
  /** What it came of: the review slip is asked for by it. */
  readonly submissionId: string
  readonly editionNumber: number
  readonly title: string
  readonly publishedAt: string
  readonly publishedBy: PersonRef
  readonly state: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly withdrawal: {
    readonly reason: WithdrawalReason
    readonly note: string
    readonly at: string
    readonly by: PersonRef
  } | null
}

/** Everything the desk shows of one notice. */
export type NoticeDetail = {
  readonly id: string
  readonly state: NoticeState
  readonly indexNumber: string | null
  readonly draft: {
    readonly revision: number
    readonly content: DraftContent
    readonly updatedAt: string
    readonly updatedBy: PersonRef
  }
  readonly placement: PlacementView
  readonly attachments: readonly AttachmentView[]
  /** Everybody who has written on this notice since the last edition; none of them may decide. */
  readonly authors: readonly PersonRef[]
  readonly submission: SubmissionView | null
  /** Remarks on what was handed in since the last publication, oldest first; the author settles them on the next draft. */
  readonly remarks: readonly RemarkView[]
  readonly editions: readonly EditionView[]
  /** Published for a limited circle: on the boards of its unit, not on kiosk or screens, not in packages. */
  readonly paperOnly: boolean
  readonly history: readonly {
    readonly at: string
    readonly by: PersonRef
    readonly action: string
    readonly reason: string
  }[]
  /** What the person who asks may do now, so that the screen offers nothing that will be refused. */
  readonly may: {
    readonly edit: boolean
    readonly submit: boolean
    readonly recall: boolean
    /** The decisions this person may give now. */
    readonly decide: readonly DecisionOffer[]
    /** May put the open submission before a higher body. */
    readonly refer: boolean
    readonly answerReferral: boolean
    /** May write a remark on the open submission. */
    readonly remark: boolean
    /** May go on with a next draft while the submission is open; what hangs or is decided on stays as it is. */
    readonly nextDraft: boolean
    readonly publish: boolean
    readonly withdraw: boolean
    readonly revise: boolean
    /** May put the next draft away again and go back to the edition published last. */
    readonly discard: boolean
    readonly override: boolean
  }
}

/** Answer of the privacy gate. `fits` is true when nothing blocks. */
export type GateReport = {
  readonly fits: boolean
  readonly revision: number
  readonly hits: readonly GateHit[]
  /** Attachments whose text could not be read; shown as "not checked", never as clean. */
  readonly unread: readonly { readonly attachmentId: string; readonly name: string }[]
}

/** Answer of a save. */
export type SavedDraft = {
  readonly revision: number
  readonly savedAt: string
  readonly content: DraftContent
}

/** Filter of the notice list. */
export type NoticeQuery = {
  readonly state?: NoticeState
  readonly q?: string
  readonly cursor?: string
}
