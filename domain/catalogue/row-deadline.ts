import type { DeadlineReading } from '../duty/deadline-rule.ts'
import { readDeadline } from '../duty/deadline-text.ts'

/** A number or a part of a month that waits for what it counts. */
const BARE = /^(?:[\d０-９]|[一二三四五六七八九十]|[上中下]旬|月?[底末])/u

function isUnderstood({ rule, displayPeriod }: DeadlineReading): boolean {
  return rule !== null || displayPeriod !== null
}

/**
 * Reads the deadline of a row; where the cell alone says too little, with what its heading says in brackets:
 * 公开时间（每月） over 10日前, 公开时限（工作日） over 20.
 * @example readRowDeadline('10日前', '公开时间（每月）').rule // { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' }
 */
export function readRowDeadline(text: string, heading: string): DeadlineReading {
  const alone = readDeadline(text)
  const hint = /[(（]([^)）]+)[)）]/u.exec(heading)?.[1]
  if (isUnderstood(alone) || hint === undefined || !BARE.test(text)) return alone
  const together = [`${hint}${text}`, `${text}${hint}`].map((one) => readDeadline(one))
  return together.find((one) => isUnderstood(one) && one.unread.length === 0) ?? alone
}
