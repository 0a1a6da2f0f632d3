import type { CivilDate } from './content.ts'
import type { NoticeKind } from './notice-kind.ts'

/** 保管期限: for ever, 30 or 10 years (国家档案局令第8号; unverified). */
export const RETENTIONS = ['PERMANENT', 'YEARS_30', 'YEARS_10'] as const
/** One 保管期限. */
export type Retention = (typeof RETENTIONS)[number]

/** How far the rule was verified: only a copy of the order was read, and which kind gets which period is inferred. */
export const RETENTION_VERIFIED = 'UNVERIFIED'

const BY_KIND: Readonly<Partial<Record<NoticeKind, Retention>>> = {
  DECISION: 'PERMANENT',
  ANNUAL_REPORT: 'PERMANENT',
  ANNOUNCEMENT: 'YEARS_30',
  CIRCULAR: 'YEARS_30',
  OPINION: 'YEARS_30',
  REPORT: 'YEARS_30',
  REPLY: 'YEARS_30',
  MINUTES: 'YEARS_30',
  INTERPRETATION: 'YEARS_30',
  NAME_LIST: 'YEARS_30',
  FINANCE_TABLE: 'YEARS_30',
  WORK_PLAN: 'YEARS_30',
  PUBLIC_DISPLAY: 'YEARS_30',
}

const YEARS: Readonly<Record<Retention, number | null>> = { PERMANENT: null, YEARS_30: 30, YEARS_10: 10 }

/**
 * How long an edition is kept: what the office has set for its catalogue item, else by its kind. Source: R-064; domain book
 * §5.7 (国家档案局8号令), unverified.
 * @example retentionOf('NOTIFICATION', null) // 'YEARS_10'
 */
export function retentionOf(kind: NoticeKind, ofItem: Retention | null): Retention {
  return ofItem ?? BY_KIND[kind] ?? 'YEARS_10'
}

/**
 * The last day it is kept: periods are counted from the first day of the year after (unverified); null is for ever.
 * @example retainUntil('YEARS_10', '2026-11-23') // '2036-12-31'
 */
export function retainUntil(retention: Retention, publishDate: CivilDate): CivilDate | null {
  const years = YEARS[retention]
  return years === null ? null : `${String(Number(publishDate.slice(0, 4)) + years)}-12-31`
}
