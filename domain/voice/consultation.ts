import { displayEnd } from '../duty/display-end.ts'
import type { DueAnswer } from '../duty/due.ts'
import type { WorkingCalendar } from '../duty/calendar/working-calendar.ts'
import type { MatterKind } from '../matter/matter-kind.ts'
import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { OpinionChannel } from './opinion-channel.ts'

/** How long opinions are gathered; the day it opens is not counted (民法典第201条). */
export type ConsultationPeriod = { readonly amount: number; readonly unit: 'day' | 'workday' }

/** How opinions are to be gathered (征求意见安排). */
export type ConsultationPlan = ConsultationPeriod & {
  /** Null opens it on the day the draft is published. */
  readonly opensOn: CivilDate | null
  /** Where opinions can be given: a number to call, an address, a place and time. */
  readonly channels: readonly { readonly channel: OpinionChannel; readonly detail: string }[]
  /** Why the period is shorter than usual; empty when it is not. */
  readonly shorterReason: string
}

/** What the published draft tells of it; `closesOn` is null while the opening day is the day of publication. */
export type ConsultationNotice = ConsultationPlan & { readonly closesOn: CivilDate | null }

/** The usual period of a kind of matter, where there is one. */
export type UsualPeriod = ConsultationPeriod & {
  /** Code of the source; the screens have words for it. */
  readonly basis: 'ORDER_713_15' | 'NOTICE_2018_37'
  /** Whether the source could be read. */
  readonly verified: 'VERIFIED' | 'UNVERIFIED'
}

const USUAL: Readonly<Partial<Record<MatterKind, UsualPeriod>>> = {
  MAJOR_DECISION: { amount: 30, unit: 'day', basis: 'ORDER_713_15', verified: 'VERIFIED' },
  NORMATIVE_DOCUMENT: { amount: 7, unit: 'workday', basis: 'NOTICE_2018_37', verified: 'UNVERIFIED' },
}

/**
 * How long opinions on a kind of matter are usually gathered: 30 days for a major decision (713号令第15条, townships by
 * reference, art. 42), 7 working days for a normative document (国办发〔2018〕37号, not verified); null where nothing says.
 * @example usualPeriod('MAJOR_DECISION')?.amount // 30
 */
export function usualPeriod(kind: MatterKind): UsualPeriod | null {
  return USUAL[kind] ?? null
}

/**
 * The last day on which opinions can be given, with its arithmetic.
 * @example consultationEnd('2026-08-03', { amount: 30, unit: 'day' }, calendar).due // '2026-09-02'
 */
export function consultationEnd(
  opensOn: CivilDate,
  { amount, unit }: ConsultationPeriod,
  calendar: WorkingCalendar,
): DueAnswer {
  const end = displayEnd(opensOn, { min: amount, unit }, calendar)
  if (end === null) throw new RangeError('a consultation has an end')
  return end
}

/**
 * Whether a plan is shorter than what is usual for the kind of matter; ends are compared, so that days and working days can be.
 * @example isShorter({ amount: 10, unit: 'day' }, 'MAJOR_DECISION', '2026-08-03', calendar) // true
 */
export function isShorter(
  period: ConsultationPeriod,
  kind: MatterKind,
  opensOn: CivilDate,
  calendar: WorkingCalendar,
): boolean {
  const usual = usualPeriod(kind)
  if (usual === null) return false
  return consultationEnd(opensOn, period, calendar).due < consultationEnd(opensOn, usual, calendar).due
}

/**
 * Checks a plan. Refuses `consultation.channel-required`, `consultation.opens-past`, `consultation.reason-required` with
 * the usual period when it is shorter and nobody says why.
 * @example checkPlan(plan, { kind: 'MAJOR_DECISION', today: '2026-08-01', calendar }).ok
 */
export function checkPlan(
  plan: ConsultationPlan,
  matter: { readonly kind: MatterKind; readonly today: CivilDate; readonly calendar: WorkingCalendar },
): Result<ConsultationPlan> {
  const { kind, today, calendar } = matter
  const channels = plan.channels
    .map(({ channel, detail }) => ({ channel, detail: detail.trim() }))
    .filter(({ detail }) => detail !== '')
  if (channels.length === 0) return refuse('consultation.channel-required')
  if (plan.opensOn !== null && plan.opensOn < today) {
    return refuse('consultation.opens-past', { date: plan.opensOn })
  }
  const shorterReason = plan.shorterReason.trim()
  const usual = usualPeriod(kind)
  const shorter = isShorter(plan, kind, plan.opensOn ?? today, calendar)
  if (usual && shorter && shorterReason === '') {
    return refuse('consultation.reason-required', { amount: usual.amount, unit: usual.unit })
  }
  return accept({ ...plan, channels, shorterReason: shorter ? shorterReason : '' })
}

/** How far a consultation has come (domain book §10.1); derived, never stored. */
export const CONSULTATION_STATES = ['PLANNED', 'OPEN', 'CLOSED', 'ANSWERING', 'RESULT_PUBLISHED'] as const
/** One state. */
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

/**
 * How far a consultation has come on a day: its last day still counts as open; after it, it is being answered as soon as one
 * opinion is.
 * @example consultationState({ opensOn: '2026-08-03', closesOn: '2026-09-02', answered: 0, resultPublished: false }, '2026-09-02') // 'OPEN'
 */
export function consultationState(
  consultation: {
    readonly opensOn: CivilDate | null
    readonly closesOn: CivilDate | null
    readonly answered: number
    readonly resultPublished: boolean
  },
  today: CivilDate,
): ConsultationState {
  const { opensOn, closesOn, answered, resultPublished } = consultation
  if (resultPublished) return 'RESULT_PUBLISHED'
  if (opensOn === null || closesOn === null || today < opensOn) return 'PLANNED'
  if (today <= closesOn) return 'OPEN'
  return answered === 0 ? 'CLOSED' : 'ANSWERING'
}
