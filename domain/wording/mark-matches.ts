import type { WordingMark } from './wording-finding.ts'

/** What a rule says of one match; null where the match is none after all. */
type Said = Pick<WordingMark, 'rule' | 'severity' | 'suggestion'> & {
  /** The part of the match that is marked; the whole when left out. */
  readonly part?: readonly [start: number, end: number]
}

/**
 * Marks every match of a pattern that a rule has something to say about.
 * @example markMatches('二○二六年', /○/gu, () => ({ rule: 'HAN_ZERO', severity: 'FIX', suggestion: '〇' })).length // 1
 */
export function markMatches(
  text: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Said | null,
): readonly WordingMark[] {
  const marks: WordingMark[] = []
  for (const match of text.matchAll(pattern)) {
    const said = say(match)
    if (!said) continue
    const { part = [0, match[0].length], ...rest } = said
    marks.push({ start: match.index + part[0], end: match.index + part[1], note: '', ...rest })
  }
  return marks
}
