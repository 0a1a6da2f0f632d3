/** When a duty arises (时限类别, domain book §1.2 D). Those with a period are generated ahead, the others by an event. */
export const DEADLINE_CLASSES = [
  'IMMEDIATE', // 即时公开、随时公开
  'ON_EVENT', // 自形成、变更、批准、收到…之日起
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'PER_BATCH', // 按批次
  'STAGED', // 逐段公开
  'STANDING', // 长期公开
] as const
/** One class. */
export type DeadlineClass = (typeof DEADLINE_CLASSES)[number]

/** What an amount counts. Hours run through nights and holidays. */
export const DEADLINE_UNITS = ['workday', 'day', 'hour'] as const
/** One unit. */
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number]

/** The event an amount is counted from; the day of the event itself is not counted (民法典第201条). */
export const DEADLINE_EVENTS = [
  'formed',
  'changed',
  'formed_or_changed',
  'obtained',
  'formed_or_obtained',
  'approved',
  'approval_received',
  'received',
  'received_or_supplemented',
  'accepted',
  'decided',
  'published',
  'delivered',
  'letter_delivered',
  'detected',
  'completed',
  'event',
  'period_end',
] as const
/** One event. */
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number]

/** The month a `monthday` lies in, seen from the period that is disclosed. `lastMonth` is the period's own last month. */
export const PERIOD_OFFSETS = [
  'lastMonth',
  'nextMonth',
  'nextQuarterFirstMonth',
  'nextHalfFirstMonth',
  'nextYearFirstMonth',
] as const
/** One offset. */
export type PeriodOffset = (typeof PERIOD_OFFSETS)[number]

/** One stage of a staged disclosure, in order (R-012 逐段公开). */
export type DeadlineStage = {
  readonly name: string
  readonly amount: number
  readonly unit: DeadlineUnit
  readonly from: DeadlineEvent
}

/**
 * 公开时限 as data (domain book §12). At most one of three forms says when it is due: `amount`+`unit`+`from`;
 * `monthday`+`offset`; `date`. With none of them the default rule of the regime fills in (`即时`, `按月` without a day).
 */
export type DeadlineRule = {
  readonly class: DeadlineClass
  readonly amount?: number
  readonly unit?: DeadlineUnit
  readonly from?: DeadlineEvent
  /** 1 to 31; 31 means the last day of a shorter month. */
  readonly monthday?: number
  readonly offset?: PeriodOffset
  /** `MM-DD`, every year. */
  readonly date?: string
  readonly stages?: readonly DeadlineStage[] | undefined
}

/** 公示N个工作日: how long it must hang at least; `min` null means for good (长期公示). */
export type DisplayPeriod = { readonly min: number | null; readonly unit: 'workday' | 'day' }

/** What was understood of a deadline text; the text itself is always kept beside it. */
export type DeadlineReading = {
  /** Null when the text names no rule that was understood: the clerk sets one. */
  readonly rule: DeadlineRule | null
  readonly displayPeriod: DisplayPeriod | null
  /** Parts that reserve another rule: 法律法规另有规定的从其规定. */
  readonly reservations: readonly string[]
  /** Parts that set another rule under a condition: 集体财务往来较多的，每月公布一次. */
  readonly conditions: readonly string[]
  /** Parts that were not understood, for the clerk to look at. */
  readonly unread: readonly string[]
}
