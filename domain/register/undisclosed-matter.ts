import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { ExemptionGround } from './exemption-ground.ts'

/** What a handler enters of a matter that is not disclosed (R-003; columns of the register: domain book §2.8). */
export type UndisclosedEntry = {
  readonly unitId: string
  /** 信息名称, or a neutral alias of it. */
  readonly title: string
  readonly alias: boolean
  /** 信息编号; empty when it has none. */
  readonly informationNumber: string
  /** 内容描述. */
  readonly description: string
  /** 发文字号; empty when it has none. */
  readonly documentNumber: string
  /** 生成时间. */
  readonly producedOn: CivilDate | null
  readonly ground: ExemptionGround
  /** 不予公开的理由. */
  readonly reason: string
  /** Account of the person who decided not to disclose. */
  readonly reviewerId: string
  readonly decidedOn: CivilDate
  /** When it has to be looked at again. */
  readonly reviewDue: CivilDate
}

/** What a re-review decides: all stays withheld, a part is disclosed (条例第37条), or all of it is. */
export const REVIEW_OUTCOMES = ['STILL_WITHHELD', 'PART_DISCLOSED', 'DISCLOSED'] as const
/** One outcome. */
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/**
 * The day a matter is to be looked at again unless somebody says otherwise: one year after the decision (条例第18条 asks
 * for a periodic evaluation and leaves the period to the office).
 * @example usualReviewDue('2026-11-23') // '2027-11-23'
 */
export function usualReviewDue(decidedOn: CivilDate): CivilDate {
  return Temporal.PlainDate.from(decidedOn).add({ years: 1 }).toString()
}

/**
 * Checks an entry before it is put on record, and tidies the blanks at its ends. Refuses `register.title-required`,
 * `register.reason-required`, `register.date-order` (with the `field` that is too early or too late) and
 * `register.alias-required`: this computer is not made for state secrets, so that of one only an alias may be entered
 * (保守国家秘密法: no state secret on equipment that is not made for it).
 * @example checkUndisclosedEntry(entry, '2026-11-23').ok
 */
export function checkUndisclosedEntry(entry: UndisclosedEntry, today: CivilDate): Result<UndisclosedEntry> {
  const tidy: UndisclosedEntry = {
    ...entry,
    title: entry.title.trim(),
    informationNumber: entry.informationNumber.trim(),
    description: entry.description.trim(),
    documentNumber: entry.documentNumber.trim(),
    reason: entry.reason.trim(),
  }
  if (tidy.title === '') return refuse('register.title-required')
  if (tidy.reason === '') return refuse('register.reason-required')
  if (tidy.ground === 'STATE_SECRET' && !tidy.alias) return refuse('register.alias-required')
  if (tidy.producedOn !== null && tidy.producedOn > tidy.decidedOn) {
    return refuse('register.date-order', { earlier: 'producedOn', later: 'decidedOn' })
  }
  if (tidy.decidedOn > today) return refuse('register.date-order', { earlier: 'decidedOn', later: 'today' })
  if (tidy.reviewDue <= tidy.decidedOn) {
    return refuse('register.date-order', { earlier: 'decidedOn', later: 'reviewDue' })
  }
  return accept(tidy)
}

/**
 * Checks a re-review: a reason, and a next day after today unless nothing stays withheld. Refuses
 * `register.reason-required`, `register.date-order`.
 * @example checkReview({ outcome: 'DISCLOSED', reason: '已过保护期', nextDue: null }, '2026-11-23').ok // true
 */
export function checkReview(
  review: { readonly outcome: ReviewOutcome; readonly reason: string; readonly nextDue: CivilDate | null },
  today: CivilDate,
): Result<typeof review> {
  const reason = review.reason.trim()
  if (reason === '') return refuse('register.reason-required')
  if (review.outcome === 'DISCLOSED') return accept({ outcome: review.outcome, reason, nextDue: null })
  const nextDue = review.nextDue ?? usualReviewDue(today)
  if (nextDue <= today) return refuse('register.date-order', { earlier: 'today', later: 'nextDue' })
  return accept({ outcome: review.outcome, reason, nextDue })
}
