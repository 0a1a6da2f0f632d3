import {
  DEADLINE_CLASSES,
  type DeadlineClass,
  type DeadlineEvent,
  type DeadlineRule,
  type DeadlineStage,
  type DeadlineUnit,
  type DisplayPeriod,
  type PeriodOffset,
} from '../../../../domain/duty/deadline/deadline-rule.ts'

/** How a deadline is said: an amount after an event, a day of the month, a date, stages, or only its class. */
export type RuleForm = 'AMOUNT' | 'MONTHDAY' | 'DATE' | 'STAGES' | 'NONE'

/** Rule and display period, as a catalogue row has them. */
export type RuleValue = { readonly rule: DeadlineRule | null; readonly displayPeriod: DisplayPeriod | null }

/** What stands in the fields of the rule editor; numbers are text until they are complete. */
export type RuleDraft = {
  readonly class: DeadlineClass | null
  readonly form: RuleForm
  readonly amount: string
  readonly unit: DeadlineUnit
  readonly from: DeadlineEvent
  readonly monthday: string
  readonly offset: PeriodOffset
  readonly month: string
  readonly day: string
  readonly stages: readonly StageDraft[]
  readonly display: 'UNSTATED' | 'AT_LEAST' | 'FOR_GOOD'
  readonly displayMin: string
  readonly displayUnit: 'workday' | 'day'
}

/** A stage while it is typed. */
export type StageDraft = {
  readonly name: string
  readonly amount: string
  readonly unit: DeadlineUnit
  readonly from: DeadlineEvent
}

const FORMS: Readonly<Record<DeadlineClass, readonly RuleForm[]>> = {
  IMMEDIATE: ['NONE', 'AMOUNT'],
  ON_EVENT: ['AMOUNT', 'NONE'],
  MONTHLY: ['MONTHDAY', 'AMOUNT', 'NONE'],
  QUARTERLY: ['MONTHDAY', 'AMOUNT', 'NONE'],
  HALF_YEARLY: ['MONTHDAY', 'AMOUNT', 'NONE'],
  YEARLY: ['DATE', 'MONTHDAY', 'AMOUNT', 'NONE'],
  PER_BATCH: ['AMOUNT', 'NONE'],
  STAGED: ['STAGES', 'AMOUNT', 'NONE'],
  STANDING: ['NONE', 'AMOUNT'],
}

const OFFSETS: Readonly<Partial<Record<DeadlineClass, PeriodOffset>>> = {
  MONTHLY: 'nextMonth',
  QUARTERLY: 'nextQuarterFirstMonth',
  HALF_YEARLY: 'nextHalfFirstMonth',
  YEARLY: 'nextYearFirstMonth',
}

/** The forms a class can be said in, the usual one first. */
export function formsOf(kind: DeadlineClass): readonly RuleForm[] {
  return FORMS[kind]
}

/** The months a day of the month can lie in for a class. */
export function offsetsOf(kind: DeadlineClass): readonly PeriodOffset[] {
  const own = OFFSETS[kind]
  return own === undefined || own === 'nextMonth'
    ? ['nextMonth', 'lastMonth']
    : [own, 'lastMonth', 'nextMonth']
}

const PERIODIC: readonly DeadlineClass[] = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY']

/** A class chosen anew brings its usual form and month along. */
export function withClass(draft: RuleDraft, kind: DeadlineClass): RuleDraft {
  const form = FORMS[kind].includes(draft.form) && draft.class === kind ? draft.form : FORMS[kind][0]
  return {
    ...draft,
    class: kind,
    form: form ?? 'NONE',
    offset: OFFSETS[kind] ?? draft.offset,
    from: PERIODIC.includes(kind)
      ? 'period_end'
      : draft.from === 'period_end'
        ? 'formed_or_changed'
        : draft.from,
    stages: kind === 'STAGED' && draft.stages.length === 0 ? [emptyStage()] : draft.stages,
  }
}

/** A stage with nothing in it yet. */
export function emptyStage(): StageDraft {
  return { name: '', amount: '', unit: 'workday', from: 'accepted' }
}

function formOf(rule: DeadlineRule): RuleForm {
  if (rule.stages !== undefined && rule.stages.length > 0) return 'STAGES'
  if (rule.date !== undefined) return 'DATE'
  if (rule.monthday !== undefined) return 'MONTHDAY'
  return rule.amount === undefined ? 'NONE' : 'AMOUNT'
}

/** The fields of a rule as it is now. */
export function draftOf({ rule, displayPeriod }: RuleValue): RuleDraft {
  const [month = '', day = ''] = rule?.date?.split('-').map((part) => String(Number(part))) ?? []
  return {
    class: rule?.class ?? null,
    form: rule === null ? 'NONE' : formOf(rule),
    amount: rule?.amount === undefined ? '' : String(rule.amount),
    unit: rule?.unit ?? 'workday',
    from: rule?.from ?? 'formed_or_changed',
    monthday: rule?.monthday === undefined ? '' : String(rule.monthday),
    offset: rule?.offset ?? 'nextMonth',
    month,
    day,
    stages: (rule?.stages ?? []).map((stage) => ({ ...stage, amount: String(stage.amount) })),
    display: displayPeriod === null ? 'UNSTATED' : displayPeriod.min === null ? 'FOR_GOOD' : 'AT_LEAST',
    displayMin: typeof displayPeriod?.min === 'number' ? String(displayPeriod.min) : '',
    displayUnit: displayPeriod?.unit ?? 'workday',
  }
}

function wholeNumber(text: string, from: number, to: number): number | null {
  const plain = text.normalize('NFKC').trim()
  if (!/^\d{1,4}$/u.test(plain)) return null
  const number = Number(plain)
  return number >= from && number <= to ? number : null
}

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function fixedDate(draft: RuleDraft): string | null {
  const month = wholeNumber(draft.month, 1, 12)
  const day = month === null ? null : wholeNumber(draft.day, 1, DAYS_OF_MONTH[month - 1] ?? 0)
  if (month === null || day === null) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const MOST = 3650

function stagesOf(drafts: readonly StageDraft[]): readonly DeadlineStage[] | null {
  const stages: DeadlineStage[] = []
  for (const draft of drafts) {
    const amount = wholeNumber(draft.amount, 1, MOST)
    if (draft.name.trim() === '' || amount === null) return null
    stages.push({ name: draft.name.trim(), amount, unit: draft.unit, from: draft.from })
  }
  return stages.length === 0 ? null : stages
}

function ruleOf(draft: RuleDraft, kind: DeadlineClass): DeadlineRule | null {
  switch (draft.form) {
    case 'NONE':
      return { class: kind }
    case 'AMOUNT': {
      const amount = wholeNumber(draft.amount, 1, MOST)
      return amount === null ? null : { class: kind, amount, unit: draft.unit, from: draft.from }
    }
    case 'MONTHDAY': {
      const monthday = wholeNumber(draft.monthday, 1, 31)
      return monthday === null ? null : { class: kind, monthday, offset: draft.offset }
    }
    case 'DATE': {
      const date = fixedDate(draft)
      return date === null ? null : { class: kind, date }
    }
    case 'STAGES': {
      const stages = stagesOf(draft.stages)
      return stages === null ? null : { class: kind, stages }
    }
  }
}

function displayOf(draft: RuleDraft): DisplayPeriod | null | undefined {
  if (draft.display === 'UNSTATED') return null
  if (draft.display === 'FOR_GOOD') return { min: null, unit: draft.displayUnit }
  const min = wholeNumber(draft.displayMin, 1, MOST)
  return min === null ? undefined : { min, unit: draft.displayUnit }
}

/** Rule and display period of the fields; null while something is missing or no number. */
export function valueOf(draft: RuleDraft): RuleValue | null {
  const displayPeriod = displayOf(draft)
  if (displayPeriod === undefined) return null
  if (draft.class === null) return { rule: null, displayPeriod }
  const rule = ruleOf(draft, draft.class)
  return rule === null ? null : { rule, displayPeriod }
}

/** Classes in the order of the list. */
export const RULE_CLASSES: readonly DeadlineClass[] = DEADLINE_CLASSES
