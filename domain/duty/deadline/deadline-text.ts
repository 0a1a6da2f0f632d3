import { isUpdate, readClause } from './deadline-clause.ts'
import type { ClauseReading } from './deadline-clause.ts'
import { cutDeadline, tidyDeadline } from './deadline-clauses.ts'
import { combineFacts } from './deadline-combine.ts'
import type { DeadlineReading } from './deadline-rule.ts'

/** Longer than any deadline; such a cell holds something else, in characters. */
const LONGEST = 1000
const NOTHING: DeadlineReading = {
  rule: null,
  displayPeriod: null,
  reservations: [],
  conditions: [],
  unread: [],
}

const said = (clauses: readonly ClauseReading[]): readonly string[] => clauses.map((clause) => clause.said)

/** Whether a clause only says how long something hangs; that goes with any rule. */
function onlyShows({ facts }: ClauseReading): boolean {
  return facts.every((fact) => fact.kind === 'display')
}

/** Parts the clauses into the rule of the item and rules for a part of it; null when no clause is for the item as a whole. */
function mainClauses(
  clauses: readonly ClauseReading[],
): { readonly main: readonly ClauseReading[]; readonly aside: readonly ClauseReading[] } | null {
  const ruling = clauses.filter((clause) => !onlyShows(clause))
  const parts = ruling.filter(({ subject }) => subject === 'PART')
  const others = ruling.filter(({ subject }) => subject !== 'PART')
  if (parts.length === 0) return { main: clauses, aside: [] }
  if (parts.length === ruling.length) {
    // 预算20日内，决算20日内: parts with one rule are the item; with several, none is for all of it.
    if (new Set(parts.map(({ facts }) => JSON.stringify(combineFacts(facts)))).size > 1) return null
    return { main: clauses, aside: [] }
  }
  // 补贴结果每月10日前，20个工作日内: when the part comes first, the second clause may be for it too.
  if (ruling[0]?.subject === 'PART' && !others.some(({ subject }) => subject === 'COMMON')) {
    return combineFacts(clauses.flatMap(({ facts }) => facts)) ? { main: clauses, aside: [] } : null
  }
  return { main: clauses.filter((clause) => !parts.includes(clause)), aside: parts }
}

/**
 * Reads a deadline text of a catalogue (公开时限) into a rule, without guessing: what speaks of time and is not
 * understood stands in `unread`, and texts that contradict themselves give no rule. A bare 20个工作日内 counts from
 * forming or changing (条例第26条). Never throws.
 * @example readDeadline('每季度的首个月20日').rule // { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' }
 */
export function readDeadline(text: string): DeadlineReading {
  if (text.length > LONGEST) return { ...NOTHING, unread: [text.trim()] }
  const { clauses, reservations } = cutDeadline(tidyDeadline(text))
  const read = clauses.map(readClause)
  const firstRule = read.findIndex(({ sense }) => sense === 'RULE')
  // 经人大批准的预算、决算，应当在…: what a sentence names before its rule is what the rule is about.
  const all = read.filter(({ sense, topic }, index) => !(index < firstRule && sense === 'UNREAD' && topic))
  const of = (sense: ClauseReading['sense']): readonly ClauseReading[] =>
    all.filter((clause) => clause.sense === sense)
  const rules = of('RULE')
  const [first] = rules
  // 长期公开，变更后及时更新: the second clause is no rule for publishing.
  const updates = rules.filter((clause) => clause !== first && isUpdate(clause))
  const parted = mainClauses(rules.filter((clause) => !updates.includes(clause)))
  const combined = parted && combineFacts(parted.main.flatMap(({ facts }) => facts))
  const rule = combined?.rule ?? null
  const basis = of('BASIS')
  const reading = {
    rule,
    displayPeriod: combined?.displayPeriod ?? null,
    reservations: rule ? reservations : [...said(basis), ...reservations],
    conditions: said([...(combined ? (parted?.aside ?? []) : []), ...updates, ...of('CONDITION')]),
    unread: said([...(combined ? [] : rules.filter((clause) => !updates.includes(clause))), ...of('UNREAD')]),
  }
  const told =
    rule ?? reading.displayPeriod ?? [...reading.reservations, ...reading.conditions, ...reading.unread][0]
  return told !== undefined || text.trim() === '' ? reading : { ...reading, unread: [text.trim()] }
}
