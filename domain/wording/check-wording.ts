import type { PublicContent } from '../notice/content.ts'
import { contentTexts, type GateText } from '../privacy/gate-text.ts'
import { checkDates } from './check-dates.ts'
import { checkDocumentNumbers } from './check-document-numbers.ts'
import { checkLeaders } from './check-leaders.ts'
import { checkPairs } from './check-pairs.ts'
import { checkSigns } from './check-signs.ts'
import { checkUsage } from './check-usage.ts'
import { wordFinder } from './word-finder.ts'
import type { WordingDictionary } from './wording-entry.ts'
import type { WordingCheck, WordingFinding, WordingMark } from './wording-finding.ts'

const RULES: readonly WordingCheck[] = [checkDocumentNumbers, checkDates, checkUsage, checkSigns, checkPairs]
const AROUND = 12

/** A wording check over the dictionaries in use. */
export type WordingChecker = {
  /** What is found in one text, in reading order, nothing overlapping. */
  readonly text: WordingCheck
  /** What is found in everything the office has written in a notice. */
  readonly content: (content: PublicContent) => readonly WordingFinding[]
}

// Wrong before doubtful, the longer before the shorter: a number with wrong brackets is one finding and not three.
function withoutOverlaps(marks: readonly WordingMark[]): readonly WordingMark[] {
  const rank = ({ severity, start, end }: WordingMark) => (severity === 'FIX' ? 1e6 : 0) + (end - start)
  const kept: WordingMark[] = []
  for (const mark of marks.toSorted((one, other) => rank(other) - rank(one) || one.start - other.start)) {
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark)
  }
  return kept.toSorted((one, other) => one.start - other.start)
}

/** Only what the handler has written in Chinese: names of files, of the office and its catalogue are kept elsewhere. */
function isWritten({ place }: GateText): boolean {
  switch (place.part) {
    case 'TITLE':
    case 'BODY':
      return true
    case 'FIELD':
      return !['catalogue', 'office', 'unit', 'documentNumber'].includes(place.field)
    case 'LANGUAGE':
    case 'ATTACHMENT_NAME':
    case 'ATTACHMENT':
      return false
  }
}

/**
 * Builds the wording check: dictionaries and the rules of the program. Everything it says is a hint; nothing blocks.
 * @example wordingChecker([]).text('截止目前', { table: false })[0]?.suggestion // '截至'
 */
export function wordingChecker(dictionaries: readonly WordingDictionary[]): WordingChecker {
  const entriesOf = (kind: WordingDictionary['kind']) =>
    dictionaries.flatMap((dictionary) => (dictionary.kind === kind ? dictionary.entries : []))
  const words = (['MISWRITING', 'SENSITIVE'] as const).map(
    (rule) => [rule, wordFinder(entriesOf(rule))] as const,
  )
  const leaders = checkLeaders(entriesOf('LEADER'))
  const check: WordingCheck = (text, where) =>
    withoutOverlaps([
      ...words.flatMap(([rule, find]) =>
        find(text).map(({ start, end, entry }): WordingMark => {
          const suggestion = entry.suggestion === '' ? null : entry.suggestion
          // Without a right form there is nothing to put in its place.
          const severity = suggestion === null ? 'CHECK' : entry.severity
          return { start, end, rule, severity, suggestion, note: entry.note }
        }),
      ),
      ...leaders(text),
      ...RULES.flatMap((rule) => rule(text, where)),
    ])
  return {
    text: check,
    content: (content) =>
      contentTexts(content)
        .filter(isWritten)
        .flatMap(({ key, place, text }) => {
          const table = place.part === 'BODY' && place.tableRow !== null
          return check(text, { table }).map((mark, index) => ({
            ...mark,
            id: `${key}:${mark.rule}:${index}`,
            place,
            text: text.slice(mark.start, mark.end),
            before: text.slice(Math.max(0, mark.start - AROUND), mark.start),
            after: text.slice(mark.end, mark.end + AROUND),
          }))
        }),
  }
}

/**
 * Puts the right form in place of everything that is wrong wherever it stands, until nothing of the kind is left.
 * @example mendWording(wordingChecker([]), '截止目前') // '截至目前'
 */
export function mendWording(checker: Pick<WordingChecker, 'text'>, text: string): string {
  let mended = text
  // Mending may bring two signs together; a dictionary that swaps two words for one another must not go on for ever.
  for (let round = 0; round < 10; round += 1) {
    const wrong = checker.text(mended, { table: false }).filter(({ severity }) => severity === 'FIX')
    if (wrong.length === 0) return mended
    for (const { start, end, suggestion } of wrong.toReversed()) {
      mended = mended.slice(0, start) + (suggestion ?? '') + mended.slice(end)
    }
  }
  return mended
}
