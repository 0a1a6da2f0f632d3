/** Life of the working copy of a notice (domain book §10.1). What has been published lives in editions. */
export const NOTICE_STATES = ['DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const
/** One state of a notice. */
export type NoticeState = (typeof NOTICE_STATES)[number]

/** What people do to a notice. */
export const NOTICE_ACTIONS = ['EDIT', 'SUBMIT', 'RECALL', 'DECIDE', 'PUBLISH', 'REVISE'] as const
/** One action on a notice. */
export type NoticeAction = (typeof NOTICE_ACTIONS)[number]

const ALLOWED: Readonly<Record<NoticeState, readonly NoticeAction[]>> = {
  DRAFT: ['EDIT', 'SUBMIT'],
  IN_REVIEW: ['DECIDE', 'RECALL'],
  RETURNED: ['EDIT', 'SUBMIT'],
  APPROVED: ['PUBLISH', 'RECALL'],
  PUBLISHED: ['REVISE'],
  WITHDRAWN: ['REVISE'],
}

/**
 * Says whether an action is possible in a state.
 * Withdrawing is not among them: it looks at the editions, since a published notice stays withdrawable while its next
 * draft is edited.
 * @example mayAct('DRAFT', 'PUBLISH') // false
 */
export function mayAct(state: NoticeState, action: NoticeAction): boolean {
  return ALLOWED[state].includes(action)
}

/** Reasons for taking an edition down (R-072; the reason is published with the tombstone). */
export const WITHDRAWAL_REASONS = ['PUBLISHED_IN_ERROR', 'CONSOLIDATED', 'EXPIRED', 'ORDERED_DOWN'] as const
/** One reason for taking an edition down. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** The decisions a submission needs before it may be published; each by another person, never by an author. */
export const DECISION_KINDS = ['REVIEW', 'SECRECY_REVIEW'] as const
/** One kind of decision. */
export type DecisionKind = (typeof DECISION_KINDS)[number]
