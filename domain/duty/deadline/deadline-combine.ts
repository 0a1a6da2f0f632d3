import type { Fact, MonthDay } from './deadline-fact.ts'
import type {
  DeadlineClass,
  DeadlineEvent,
  DeadlineRule,
  DeadlineStage,
  DeadlineUnit,
  DisplayPeriod,
} from './deadline-rule.ts'

type Amount = Extract<Fact, { kind: 'amount' }>
/** What facts come to; null when they contradict each other. */
export type Combined = { readonly rule: DeadlineRule | null; readonly displayPeriod: DisplayPeriod | null }

const PERIODIC: ReadonlySet<DeadlineClass> = new Set(['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'])
const MAKING: ReadonlySet<DeadlineEvent | null> = new Set([
  null,
  'formed',
  'changed',
  'formed_or_changed',
  'obtained',
  'formed_or_obtained',
])
const MONTH_ENDS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function distinct<T>(values: readonly T[]): readonly T[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}

function isMonthEnd({ month, day }: MonthDay): boolean {
  return day >= (MONTH_ENDS[month - 1] ?? 31)
}

/** A date lies in the year that is disclosed; one in the year after it can be said for January only. */
function inNextYear(dates: readonly MonthDay[]): DeadlineRule | null {
  const [one, ...others] = distinct(dates)
  if (one?.month !== 1 || others.length > 0) return null
  return { class: 'YEARLY', monthday: one.day, offset: 'nextYearFirstMonth' }
}

/** Several days of the year are a rhythm when they lie evenly: 1月、4月、7月、10月15日 is quarterly. */
function fromDates(dates: readonly MonthDay[]): DeadlineRule | null {
  if (dates.length > 0 && dates.every(({ next }) => next)) return inNextYear(dates)
  const days = dates.map(({ month, day }) => ({ month, day }))
  const sorted = distinct(days).toSorted((a, b) => a.month - b.month)
  const [first] = sorted
  if (!first) return null
  const pad = (value: number): string => String(value).padStart(2, '0')
  if (sorted.length === 1) {
    const day = Math.min(first.day, MONTH_ENDS[first.month - 1] ?? 31)
    return { class: 'YEARLY', date: `${pad(first.month)}-${pad(day)}` }
  }
  const months = sorted.map(({ month }) => month).join()
  const monthday = sorted.every(isMonthEnd) ? 31 : first.day
  if (monthday !== 31 && sorted.some(({ day }) => day !== monthday)) return null
  if (months === '1,4,7,10') return { class: 'QUARTERLY', monthday, offset: 'nextQuarterFirstMonth' }
  if (months === '3,6,9,12') return { class: 'QUARTERLY', monthday, offset: 'lastMonth' }
  if (months === '1,7') return { class: 'HALF_YEARLY', monthday, offset: 'nextHalfFirstMonth' }
  if (months === '6,12') return { class: 'HALF_YEARLY', monthday, offset: 'lastMonth' }
  return null
}

/** One amount, or 形成…变更… of the same length said in two breaths; null when there are several. */
function oneAmount(amounts: readonly Amount[]): Amount | null {
  const [first, ...others] = amounts
  if (!first) return null
  if (others.some(({ amount, unit }) => amount !== first.amount || unit !== first.unit)) return null
  const events = new Set(amounts.map(({ from }) => from))
  if (events.size === 1) return first
  if (![...events].every((event) => MAKING.has(event))) return null
  events.delete(null)
  const [only] = events
  if (events.size === 1 && only) return { ...first, from: only }
  const changed = events.has('changed') || events.has('formed_or_changed')
  return { ...first, from: changed ? 'formed_or_changed' : 'formed_or_obtained' }
}

function stagesOf(amounts: readonly Amount[]): readonly DeadlineStage[] | null {
  if (amounts.length < 2 || amounts.some(({ from }) => from === null || from === 'period_end')) return null
  if (new Set(amounts.map(({ name }) => name)).size < amounts.length) return null
  return amounts.map(({ amount, unit, from, name }) => ({ name, amount, unit, from: from ?? 'event' }))
}

/** 条例第26条 counts from forming or changing; a board of a village and an emergency count from what happened. */
function startOf(name: DeadlineClass, unit: DeadlineUnit): DeadlineEvent {
  if (PERIODIC.has(name)) return 'period_end'
  return unit === 'hour' || name === 'IMMEDIATE' || name === 'PER_BATCH' || name === 'STAGED'
    ? 'event'
    : 'formed_or_changed'
}

function withAmount(name: DeadlineClass, { amount, unit, from }: Amount): DeadlineRule | null {
  if (!PERIODIC.has(name)) return { class: name, amount, unit, from: from ?? startOf(name, unit) }
  // A month's figures are formed when it ends; an approval in the year is another matter.
  if (from !== 'period_end' && !MAKING.has(from)) {
    // 每年预算批准后20日内: the approval comes each year, and counts.
    return name === 'YEARLY' && from !== null ? { class: 'ON_EVENT', amount, unit, from } : null
  }
  return { class: name, amount, unit, from: 'period_end' }
}

/** The one class several words come to: a rhythm outweighs 长期, and everything 及时. */
function oneClass(facts: readonly Fact[]): DeadlineClass | null | 'CONTRADICTION' {
  const classes = facts.filter((fact) => fact.kind === 'class')
  const strong = new Set(classes.filter(({ weak }) => !weak).map((fact) => fact.class))
  if (strong.size > 1) strong.delete('STANDING')
  if (strong.size > 1) return 'CONTRADICTION'
  const [only] = strong
  return only ?? (classes.find(({ class: name }) => name === 'IMMEDIATE') ?? classes[0])?.class ?? null
}

/** 长期公开 beside a rhythm or 及时 says how long it stays; with an amount alone it is the class itself. */
function displayOf(facts: readonly Fact[]): readonly DisplayPeriod[] {
  const said = facts.flatMap((fact) => (fact.kind === 'display' ? [fact.period] : []))
  const standing = facts.some((fact) => fact.kind === 'class' && fact.class === 'STANDING' && !fact.weak)
  const name = oneClass(facts)
  const dated = facts.some(({ kind }) => kind === 'monthday' || kind === 'dates')
  const stays = standing && (dated || name !== 'STANDING')
  return distinct([...said, ...(stays ? [{ min: null, unit: 'day' } as const] : [])])
}

/** 批准后及时公开，不超过20日: the amount counts from what 及时 counts from; a bare amount counts from forming anyway. */
function eventBeside(facts: readonly Fact[]): DeadlineEvent | null {
  const events = new Set(facts.flatMap((fact) => (fact.kind === 'class' && fact.from ? [fact.from] : [])))
  const [only = null] = events
  return events.size === 1 && !MAKING.has(only) ? only : null
}

function ruleOf(facts: readonly Fact[]): DeadlineRule | null | 'CONTRADICTION' {
  const amounts = distinct(facts.filter((fact) => fact.kind === 'amount'))
  const monthdays = distinct(facts.filter((fact) => fact.kind === 'monthday'))
  const dates = facts.flatMap((fact) => (fact.kind === 'dates' ? fact.dates : []))
  const name = oneClass(facts)
  if (name === 'CONTRADICTION') return name
  const forms = [amounts, monthdays, dates].filter((form) => form.length > 0)
  if (forms.length > 1) return 'CONTRADICTION'
  const strong = facts.some((fact) => fact.kind === 'class' && !fact.weak && fact.class !== 'STANDING')
  const fits = (rule: DeadlineRule): boolean => !strong || rule.class === name
  if (monthdays.length > 0) {
    const [one, ...others] = monthdays
    if (!one || others.length > 0) return 'CONTRADICTION'
    const rule = { class: one.class, monthday: one.monthday, offset: one.offset }
    return fits(rule) ? rule : 'CONTRADICTION'
  }
  if (dates.length > 0) {
    const rule = fromDates(dates)
    return rule && fits(rule) ? rule : 'CONTRADICTION'
  }
  if (amounts.length > 0) {
    const one = oneAmount(amounts)
    const weak = facts.every((fact) => fact.kind !== 'class' || fact.weak)
    if (one) {
      const counted = { ...one, from: one.from ?? eventBeside(facts) }
      return withAmount(weak || name === null ? 'ON_EVENT' : name, counted) ?? 'CONTRADICTION'
    }
    const stages = weak || name === 'STAGED' ? stagesOf(amounts) : null
    return stages ? { class: 'STAGED', stages } : 'CONTRADICTION'
  }
  return name === null ? null : { class: name }
}

/**
 * Puts the facts of a deadline text together into one rule; null when they contradict each other.
 * @example combineFacts([{ kind: 'class', class: 'STANDING', weak: false }]) // { rule: { class: 'STANDING' }, displayPeriod: null }
 */
export function combineFacts(facts: readonly Fact[]): Combined | null {
  if (facts.some(({ kind }) => kind === 'unknown')) return null
  const displays = displayOf(facts)
  const rule = ruleOf(facts)
  if (rule === 'CONTRADICTION' || displays.length > 1) return null
  return { rule, displayPeriod: displays[0] ?? null }
}
