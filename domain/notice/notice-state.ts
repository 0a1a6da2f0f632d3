/** Life of the working copy of a notice (domain book §10.1). What has been published lives in editions. */
export const NOTICE_STATES = [
  'DRAFT', // 草稿
  'IN_REVIEW', // 审查中
  'REFERRED', // 请示上级: decisions rest until the answer is there
  'RETURNED', // 退回修改
  'APPROVED', // 已审定, not yet on the board
  'SCHEDULED', // 定时发布
  'PUBLISHED', // 已发布
  'WITHDRAWN', // 已撤下
  'ARCHIVED', // 已归档: read only
] as const
/** One state of a notice. */
export type NoticeState = (typeof NOTICE_STATES)[number]

/** What happens to a notice, by a person or by the clock. */
export const NOTICE_ACTIONS = [
  'EDIT',
  'SUBMIT',
  'RECALL',
  'DISCARD',
  'DECIDE',
  'REMARK',
  'REFER',
  'ANSWER_REFERRAL',
  'SCHEDULE',
  'UNSCHEDULE',
  'PUBLISH',
  'PUBLISH_EMERGENCY',
  'REVISE',
  'ARCHIVE',
  'REOPEN',
] as const
/** One action on a notice. */
export type NoticeAction = (typeof NOTICE_ACTIONS)[number]

type Transition = { readonly from: readonly NoticeState[]; readonly to: readonly NoticeState[] }

/** Nothing changes in the state. */
const SAME: Transition['to'] = []

/**
 * The life of a notice as one table: which action is possible in which states, and what may come of it. With no state
 * under `to` the notice stays what it is: while a submission is decided on, its author may go on with a next draft.
 * Published or returned with a next draft in hand, a notice is a draft again. A question put before a higher body is not taken
 * back with the text: it can be recalled when the answer is there, and handed in before that it rests again. DISCARD puts a next
 * draft away, so there must have been an edition. Withdrawing is not among the actions: it looks
 * at the editions, since what hangs stays withdrawable while its next draft is edited; a notice without one becomes WITHDRAWN,
 * and what was handed in for one goes back to DRAFT with the withdrawal.
 */
export const NOTICE_MACHINE: Readonly<Record<NoticeAction, Transition>> = {
  EDIT: { from: ['DRAFT', 'RETURNED', 'IN_REVIEW', 'REFERRED', 'APPROVED', 'SCHEDULED'], to: SAME },
  SUBMIT: { from: ['DRAFT', 'RETURNED'], to: ['IN_REVIEW', 'REFERRED'] },
  RECALL: { from: ['IN_REVIEW', 'APPROVED', 'SCHEDULED'], to: ['DRAFT'] },
  DISCARD: { from: ['DRAFT', 'RETURNED'], to: ['PUBLISHED', 'WITHDRAWN'] },
  DECIDE: { from: ['IN_REVIEW'], to: ['IN_REVIEW', 'APPROVED', 'RETURNED'] },
  REMARK: { from: ['IN_REVIEW', 'REFERRED'], to: SAME },
  REFER: { from: ['IN_REVIEW'], to: ['REFERRED'] },
  ANSWER_REFERRAL: { from: ['REFERRED'], to: ['IN_REVIEW'] },
  SCHEDULE: { from: ['APPROVED'], to: ['SCHEDULED'] },
  UNSCHEDULE: { from: ['SCHEDULED'], to: ['APPROVED'] },
  PUBLISH: { from: ['APPROVED', 'SCHEDULED'], to: ['PUBLISHED', 'DRAFT'] },
  PUBLISH_EMERGENCY: { from: ['DRAFT', 'RETURNED'], to: ['PUBLISHED'] },
  REVISE: { from: ['PUBLISHED', 'WITHDRAWN'], to: ['DRAFT'] },
  ARCHIVE: { from: ['WITHDRAWN'], to: ['ARCHIVED'] },
  REOPEN: { from: ['ARCHIVED'], to: ['WITHDRAWN'] },
}

/**
 * Says whether an action is possible in a state.
 * @example mayAct('DRAFT', 'PUBLISH') // false
 */
export function mayAct(state: NoticeState, action: NoticeAction): boolean {
  return NOTICE_MACHINE[action].from.includes(state)
}

/** Reasons for taking an edition down (R-072; the reason is published with the tombstone). */
export const WITHDRAWAL_REASONS = ['PUBLISHED_IN_ERROR', 'CONSOLIDATED', 'EXPIRED', 'ORDERED_DOWN'] as const
/** One reason for taking an edition down. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** Decisions a submission may need (domain book §2.8); which ones, and in which order, its review chain says. */
export const DECISION_KINDS = [
  'REVIEW', // 审核
  'SECRECY_REVIEW', // 保密审查
  'LEGALITY_REVIEW', // 合法性审查
  'LANGUAGE_REVIEW', // 文字审核, one for each language
  'COMMITTEE_REVIEW', // 村务监督委员会审核, by signed slip
  'LEADER_APPROVAL', // 审定
] as const
/** One kind of decision. */
export type DecisionKind = (typeof DECISION_KINDS)[number]
