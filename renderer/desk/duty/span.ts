import type { CivilDate } from '../../../domain/notice/content.ts'
import { plusDays, weekdayOf } from '../../shared/duty/day-text.ts'

/** A month or a quarter of the calendar. */
export type SpanKind = 'month' | 'quarter'
/** Months of a span, first and last day. */
export type Span = { readonly months: readonly string[]; readonly from: CivilDate; readonly to: CivilDate }

function monthAfter(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/**
 * The span a month lies in.
 * @example spanOf('quarter', '2026-11').from // '2026-10-01'
 */
export function spanOf(kind: SpanKind, month: string): Span {
  const first = kind === 'month' ? month : monthAfter(month, -((Number(month.slice(5, 7)) - 1) % 3))
  const months = kind === 'month' ? [first] : [first, monthAfter(first, 1), monthAfter(first, 2)]
  const after = monthAfter(first, months.length)
  return { months, from: `${first}-01`, to: plusDays(`${after}-01`, -1) }
}

/** The month a span begins with, some spans later. */
export function spanAfter(kind: SpanKind, month: string, spans: number): string {
  return monthAfter(spanOf(kind, month).months[0] ?? month, spans * (kind === 'month' ? 1 : 3))
}

/** The days of a month in weeks from Monday to Sunday, with the days of the months around that fill the weeks. */
export function weeksOf(month: string): readonly (readonly CivilDate[])[] {
  const { from, to } = spanOf('month', month)
  const weeks: CivilDate[][] = []
  for (let day = plusDays(from, 1 - weekdayOf(from)); day <= to; day = plusDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => plusDays(day, index)))
  }
  return weeks
}

/** A month of the address; the present one when it is none. */
export function monthOfAddress(text: string | null, today: CivilDate): string {
  return text !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7)
}
