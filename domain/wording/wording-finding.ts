import type { HitPlace } from '../privacy/gate-hit.ts'
import type { WordingSeverity } from './wording-entry.ts'

/** What the wording check looks for: three dictionaries, then the rules that are part of the program. */
export const WORDING_RULES = [
  'MISWRITING',
  'SENSITIVE',
  'LEADER_NAME',
  'LEADER_POST',
  'DOCUMENT_NUMBER',
  'DATE_ZERO',
  'DATE_FORM',
  'NO_SUCH_DAY',
  'WEEKDAY',
  'YEAR_SHORT',
  'HAN_ZERO',
  'CUTOFF',
  'MADE',
  'HALF_WIDTH',
  'FULL_WIDTH',
  'DOUBLED_SIGN',
  'NUMBERING',
  'NO_COMMA',
  'UNPAIRED',
  'DOUBLED_WORD',
  'SPACE',
  'APPROXIMATE',
  'TIMES_LESS',
  'PERCENT_RANGE',
] as const
/** One of them. */
export type WordingRule = (typeof WORDING_RULES)[number]

/** Something found in one text; UTF-16 offsets. `suggestion` null means that only a person can say what belongs there. */
export type WordingMark = {
  readonly start: number
  readonly end: number
  readonly rule: WordingRule
  readonly severity: WordingSeverity
  readonly suggestion: string | null
  /** What the dictionary says of the word; empty for rules of the program, which have their sentence by `rule`. */
  readonly note: string
}

/** Something found in a notice. A hint, never a refusal. */
export type WordingFinding = WordingMark & {
  /** Stable while the text around it does not change. */
  readonly id: string
  readonly place: HitPlace
  /** What stands there now, and a little of what stands around it. */
  readonly text: string
  readonly before: string
  readonly after: string
}

/** A rule of the program over one text. */
export type WordingCheck = (
  text: string,
  where: { /** Cells hold dates and signs as tables do. */ readonly table: boolean },
) => readonly WordingMark[]
