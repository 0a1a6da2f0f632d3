import type { DeadlineReading } from '../duty/deadline/deadline-rule.ts'
import { readDeadline } from '../duty/deadline/deadline-text.ts'

/** A number or a part of a month that waits for what it counts. */
const BARE = /^(?:[\d０-９]|[一二三四五六七八九十]|[上中下]旬|月?[底末])/u

function isUnderstood({ rule, displayPeriod }: DeadlineReading): boolean {
  return rule !== null || displayPeriod !== null
}

/** What a heading says beside its name: 公开时限（单位：工作日）, 公开时限/天, 公开时限工作日. */
function hintOf(heading: string): string | undefined {
  const beside =
    /[(（[【]([^)）\]】]+)[)）\]】]/u.exec(heading)?.[1] ??
    /[/／:：](.+)$/u.exec(heading)?.[1] ??
    /(?:时限|期限|时间|频次|周期)(?:要求)?(.+)$/u.exec(heading)?.[1]
  return beside?.replace(/^单位[:：]?/u, '').replace(/(?<=[天日时])数$/u, '')
}

/**
 * Reads the deadline of a row; where the cell alone says too little, with what its heading says beside its
 * name: 公开时间（每月） over 10日前, 公开时限（工作日） over 20.
 * @example readRowDeadline('10日前', '公开时间（每月）').rule // { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' }
 */
export function readRowDeadline(text: string, heading: string): DeadlineReading {
  const bare = text.replace(/^(\d+)\.0+$/u, '$1')
  const alone = readDeadline(text)
  const hint = hintOf(heading)
  if (isUnderstood(alone) || hint === undefined || !BARE.test(bare)) return alone
  const together = [`${hint}${bare}`, `${bare}${hint}`].map((one) => readDeadline(one))
  return together.find((one) => isUnderstood(one) && one.unread.length === 0) ?? alone
}
