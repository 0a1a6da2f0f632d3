import type { Regime } from '../catalogue/catalogue-item.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DeadlineRule, DisplayPeriod } from './deadline/deadline-rule.ts'

/** Whose rule it is. */
export const RULE_SCOPES = ['NATION', 'PROVINCE', 'COUNTY', 'TOWNSHIP', 'VILLAGE'] as const
/** One scope. */
export type RuleScope = (typeof RULE_SCOPES)[number]

/**
 * How far a rule was checked: read in the law, read in one of the source documents, seen on a web page only, or not at all
 * (domain book §12, §13). Anything but LAW says so wherever it is used.
 */
export const VERIFICATIONS = ['LAW', 'SOURCE', 'PAGE', 'UNVERIFIED'] as const
/** One degree. */
export type Verification = (typeof VERIFICATIONS)[number]

/** One version of one rule: data with its legal basis and validity, never a literal in code (domain book, thing 4). */
export type RuleRecord = {
  /** E.g. `OGI26`. */
  readonly ruleId: string
  readonly version: number
  readonly name: string
  /** What to do by when; null for a rule that only sets how long something hangs. */
  readonly rule: DeadlineRule | null
  readonly displayPeriod: DisplayPeriod | null
  readonly basis: string
  readonly scope: RuleScope
  readonly verified: Verification
  /** Regimes in which it fills in where a catalogue gives no days; empty when it never does. */
  readonly defaultFor: readonly Regime[]
  readonly effectiveFrom: CivilDate | null
  readonly effectiveTo: CivilDate | null
  readonly note: string
}
