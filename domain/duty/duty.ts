import type { Regime } from '../catalogue/catalogue-item.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DeadlineRule } from './deadline/deadline-rule.ts'
import type { DueTerm } from './due.ts'
import type { RuleScope, Verification } from './rule-record.ts'

/** Why a duty exists. */
export const DUTY_KINDS = [
  'PERIODIC', // generated ahead for a month, quarter, half-year or year
  'EVENT', // something was formed, changed, approved, received…
  'BATCH', // one batch of a 按批次 item
  'STAGE', // one stage of a staged item
  'STANDING_CHECK', // the yearly "still true?" of a standing item
  'INTERPRETATION', // 政策解读 within 3 working days of its policy
  'EMERGENCY', // hours
] as const
/** One kind. */
export type DutyKind = (typeof DUTY_KINDS)[number]

/** How a duty was closed. */
export const DUTY_CLOSINGS = [
  'PUBLISHED',
  'NIL', // 零报告, with a reason
  'WAIVED', // by a leader, with a reason
  'CHECKED', // "still true", standing items only
] as const
/** One way. */
export type DutyClosingKind = (typeof DUTY_CLOSINGS)[number]

/** Derived from dates and closing, never stored (design §4.5). */
export const DUTY_STATES = [
  'OPEN',
  'DUE_SOON', // within three working days
  'OVERDUE',
  'DONE',
  'DONE_LATE',
  'DONE_UNCONFIRMED', // closed while the clock was in doubt: neither on time nor late until confirmed
  'NIL_REPORTED',
  'NIL_REPORTED_LATE',
  'WAIVED',
] as const
/** One state. */
export type DutyState = (typeof DUTY_STATES)[number]

/** By which rule a duty is due: the catalogue's own words, and the rule of the set that fills in or applies. */
export type DutyGround = {
  /** 公开时限 as the catalogue has it; empty when there is no catalogue item. */
  readonly deadlineText: string
  readonly rule: DeadlineRule
  /** The rule of the set behind it (`CQ15M`), or null when the catalogue alone says it. */
  readonly ruleId: string | null
  readonly ruleVersion: number | null
  readonly ruleName: string
  readonly basis: string
  readonly scope: RuleScope | null
  readonly verified: Verification
}

/** A generated or registered obligation (domain book §10.1). */
export type Duty = {
  readonly id: string
  readonly kind: DutyKind
  readonly unitId: string
  readonly itemId: string | null
  readonly regime: Regime
  readonly title: string
  /** `2026-10`, `2026-Q4`, `2026-H2`, `2026`; empty for duties of an event. */
  readonly period: string
  /** What happened, as the clerk named it; empty for periodic duties. */
  readonly event: string
  /** From 1; 0 when the item has no stages. */
  readonly stage: number
  readonly stageName: string
  readonly policyNoticeId: string | null
  readonly term: DueTerm
  /** Civil date from which the duty can be worked off: the period's end, the event's day. */
  readonly startsOn: CivilDate
  readonly target: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly assigneeId: string | null
  readonly closing: DutyClosing | null
}

/** How and when a duty was closed. */
export type DutyClosing = {
  readonly kind: DutyClosingKind
  /** Instant, UTC. */
  readonly at: string
  /** Civil date. */
  readonly on: CivilDate
  readonly accountId: string
  readonly noticeId: string | null
  readonly reason: string
  /** The clock was older than the newest record and nobody has confirmed the date yet. */
  readonly clockDoubt: boolean
}
