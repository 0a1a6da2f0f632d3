import type { TFunction } from 'i18next'
import {
  arithmeticParts,
  type ArithmeticParts,
  type NamedRun,
} from '../../../domain/duty/arithmetic-parts.ts'
import type { DueAnswer, DueTerm } from '../../../domain/duty/due.ts'
import type { DutyGround } from '../../../domain/duty/duty.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { dayText, instantDayText, runText, weekdayOf } from './day-text.ts'
import { ruleWords } from './rule-words.ts'

/** What the sentences under a duty are made from; a `DutyRow` has all of it. */
export type Explained = DueAnswer & { readonly term: DueTerm; readonly ground: DutyGround }

/** A date with what it was reckoned from. */
export type Reckoned = DueAnswer & { readonly term: DueTerm }

/** The sentences under a duty: by which rule, how that was reckoned, and what of it is not certain. */
export type Explanation = {
  readonly rule: string
  readonly arithmetic: string
  readonly doubts: readonly string[]
}

/** `t` of the duty sentences. */
export type DutyT = TFunction<readonly ['duty', 'terms']>

/** Which day "this year" is taken from, and the language numbers and months are written in. */
export type Reading = { readonly today: CivilDate; readonly language: string }

function basisOf(ground: DutyGround, t: DutyT): string {
  // A rule of a province or county that fills in is only a default: the place may have its own.
  const isDefault = ground.ruleId !== null && ground.scope !== null && ground.scope !== 'NATION'
  if (ground.basis === '') return isDefault ? t('duty:explain.default') : ''
  return isDefault ? t('duty:explain.basisDefault', { basis: ground.basis }) : ground.basis
}

/** The catalogue's own words, and what the rule of the set adds where they give no day. */
function ruleSentence(ground: DutyGround, t: DutyT): string {
  const words = ruleWords(ground.rule, t)
  const own = ground.deadlineText.trim()
  const basis = basisOf(ground, t)
  const withBasis = (rule: string) => (basis === '' ? rule : t('duty:explain.withBasis', { rule, basis }))
  if (own === '') return withBasis(words)
  if (ground.ruleId === null) return withBasis(own)
  return t('duty:explain.filledIn', { own, rule: withBasis(words) })
}

function runs(list: readonly NamedRun[], reading: Reading, t: DutyT): string {
  return list
    .map((run) => {
      const days = runText(run.from, run.to, reading.today, reading.language)
      return run.local ? t('duty:explain.local', { days, name: run.name }) : days
    })
    .join(t('duty:explain.listComma'))
}

function countedDays(term: Exclude<DueTerm, { date: string }>, reading: Reading, t: DutyT): string {
  const { today, language } = reading
  switch (term.unit) {
    case 'workday':
      return t('duty:explain.fromWorkdays', {
        start: dayText(term.start, today, language),
        count: term.amount,
      })
    case 'day':
      return t('duty:explain.fromDays', { start: dayText(term.start, today, language), count: term.amount })
    case 'hour':
      return t('duty:explain.fromHours', {
        start: instantDayText(term.start, today, language),
        count: term.amount,
      })
  }
}

function rolledWords(parts: ArithmeticParts, reading: Reading, t: DutyT): string {
  if (parts.rolled === null) return ''
  const last = dayText(parts.rolled.last, reading.today, reading.language)
  return parts.rolled.name === ''
    ? t('duty:explain.lastIsWeekday', { last, weekday: t(`duty:weekday.${weekdayOf(parts.rolled.last)}`) })
    : t('duty:explain.lastIsHoliday', { last, name: parts.rolled.name })
}

function arithmeticSentence(explained: Reckoned, reading: Reading, t: DutyT): string {
  const { term } = explained
  // It was closed over another calendar than the one that holds; nothing of that arithmetic is kept.
  if (explained.steps.length === 0) return t('duty:explain.calendarThen')
  const parts = arithmeticParts(explained)
  const due = dayText(parts.due, reading.today, reading.language)
  const rolled = rolledWords(parts, reading, t)
  if ('date' in term) {
    if (rolled === '') return ''
    return parts.target < parts.due
      ? t('duty:explain.dateRolled', {
          rolled,
          target: dayText(parts.target, reading.today, reading.language),
          due,
        })
      : t('duty:explain.dateRolledOnly', { rolled, due })
  }
  const begin = countedDays(term, reading, t)
  const end = parts.dueAt === null ? due : instantDayText(parts.dueAt, reading.today, reading.language)
  const notes = [
    ...(term.unit === 'workday' && parts.skipped.length > 0
      ? [t('duty:explain.skipped', { days: runs(parts.skipped, reading, t) })]
      : []),
    ...(term.unit === 'workday' && parts.madeUp.length > 0
      ? [t('duty:explain.madeUp', { days: runs(parts.madeUp, reading, t) })]
      : []),
    ...(rolled === '' ? [] : [rolled]),
  ]
  return notes.length === 0
    ? t('duty:explain.plain', { begin, end })
    : t('duty:explain.withNotes', { begin, notes: notes.join(t('duty:explain.comma')), end })
}

/**
 * Puts the arithmetic of a date into words, without any rule: what a public display or a preview shows.
 * @example explainReckoning({ ...answer, term }, { today: '2026-03-02', language: 'zh-Hans' }, t)
 * // '3月2日起10个工作日 → 3月16日'
 */
export function explainReckoning(reckoned: Reckoned, reading: Reading, t: DutyT): string {
  const sentence = arithmeticSentence(reckoned, reading, t)
  if (!reckoned.provisional) return sentence
  const years = reckoned.missingYears.join(t('duty:explain.listComma'))
  return `${sentence} ${t('duty:explain.provisional', { years })}`
}

/**
 * Puts a due date into words: the rule with its legal basis, the arithmetic, and what of it is not certain.
 * @example explainDuty(row, { today: '2026-11-23', language: 'zh-Hans' }, t).arithmetic
 * // '9月30日起20个工作日：跳过10月1–7日，10月10日补班计入 → 11月3日'
 */
export function explainDuty(explained: Explained, reading: Reading, t: DutyT): Explanation {
  const { ground, provisional, missingYears } = explained
  return {
    rule: ruleSentence(ground, t),
    arithmetic: arithmeticSentence(explained, reading, t),
    doubts: [
      ...(ground.ruleId === null || ground.verified === 'LAW'
        ? []
        : [t('duty:explain.unverified', { how: t(`terms:verification.${ground.verified}`) })]),
      ...(provisional
        ? [t('duty:explain.provisional', { years: missingYears.join(t('duty:explain.listComma')) })]
        : []),
    ],
  }
}
