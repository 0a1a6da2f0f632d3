import type { DutyRow } from '../../../server/duty/views.ts'
import { dayText, instantDayText } from './day-text.ts'
import type { DutyT, Reading } from './explain.ts'

/** How the status of a duty is coloured; the words alone say it as well. */
export type DueTone = 'late' | 'soon' | 'plain' | 'done'

/** Status of a duty in two short lines. */
export type DueWords = { readonly tone: DueTone; readonly main: string; readonly sub: string }

type Timed = Pick<DutyRow, 'state' | 'target' | 'due' | 'dueAt' | 'workdaysLeft' | 'closing'>

const HOUR = 3_600_000

function spanWords(milliseconds: number, t: DutyT): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('duty:due.minutes', { count: rest })
  return hours < 10 && rest > 0
    ? t('duty:due.hoursMinutes', { hours, minutes: rest })
    : t('duty:due.hours', { count: hours })
}

function hourWords(dueAt: string, now: number, reading: Reading, t: DutyT): DueWords {
  const left = Date.parse(dueAt) - now
  const span = spanWords(left, t)
  const at = instantDayText(dueAt, reading.today, reading.language)
  return left < 0
    ? { tone: 'late', main: t('duty:due.lateSpan', { span }), sub: t('duty:due.shouldBy', { day: at }) }
    : { tone: left < 24 * HOUR ? 'soon' : 'plain', main: t('duty:due.leftSpan', { span }), sub: at }
}

function closedWords(duty: Timed, reading: Reading, t: DutyT): DueWords {
  const day = duty.closing === null ? '' : dayText(duty.closing.on, reading.today, reading.language)
  const late = duty.state === 'DONE_LATE' || duty.state === 'NIL_REPORTED_LATE'
  const tone = late ? 'late' : duty.state === 'DONE_UNCONFIRMED' ? 'soon' : 'done'
  return { tone, main: t(`terms:dutyState.${duty.state}`), sub: day }
}

/**
 * Says how a duty stands: 逾期5个工作日 / 应于11月13日; 今天; 还剩2个工作日 / 11月25日; 还剩3小时12分 for hours; how it was closed.
 * `now` is the instant in milliseconds, for hours only.
 */
export function dueWords(duty: Timed, now: number, reading: Reading, t: DutyT): DueWords {
  if (duty.closing !== null) return closedWords(duty, reading, t)
  if (duty.dueAt !== null) return hourWords(duty.dueAt, now, reading, t)
  const day = (date: string) => dayText(date, reading.today, reading.language)
  const left = duty.workdaysLeft ?? 0
  if (duty.state === 'OVERDUE' || left < 0) {
    const main = left === 0 ? t('duty:due.late') : t('duty:due.lateWorkdays', { count: -left })
    return { tone: 'late', main, sub: t('duty:due.shouldBy', { day: day(duty.target) }) }
  }
  const shouldHave =
    duty.target < reading.today && duty.target < duty.due
      ? t('duty:due.shouldBy', { day: day(duty.target) })
      : null
  if (left === 0) {
    // A rest day can stand between today and a last day that extends: then no working day is left, but it is not today.
    const main = duty.due === reading.today ? t('duty:due.today') : t('duty:due.leftWorkdays', { count: 0 })
    return { tone: 'soon', main, sub: shouldHave ?? day(duty.due) }
  }
  const counted = t('duty:due.leftWorkdays', { count: left })
  return left <= 3
    ? { tone: 'soon', main: counted, sub: shouldHave ?? day(duty.target) }
    : { tone: 'plain', main: day(duty.target), sub: counted }
}
