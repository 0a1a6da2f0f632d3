import { foldCharacter, foldVariants } from './fold.ts'

/** A piece of text, marked where it matches. */
export type MarkedPart = { readonly text: string; readonly hit: boolean }

type Span = { readonly from: number; readonly to: number }

function findSpans(characters: readonly string[], words: readonly string[]): Span[] {
  const folded = characters.map(foldCharacter)
  const spans: Span[] = []
  for (const word of words) {
    const wanted = [...word]
    for (let at = 0; at + wanted.length <= folded.length; at++) {
      if (wanted.every((character, offset) => folded[at + offset] === character)) {
        spans.push({ from: at, to: at + wanted.length })
        at += wanted.length - 1
      }
    }
  }
  return spans.sort((left, right) => left.from - right.from)
}

/**
 * Cuts a text into parts, marked where one of the folded words stands; the text itself is not changed. For titles: every
 * character is folded.
 * @example markWords('蒙漢文並用', ['汉文']) // [{text:'蒙',hit:false},{text:'漢文',hit:true},{text:'並用',hit:false}]
 */
export function markWords(text: string, words: readonly string[]): MarkedPart[] {
  const characters = [...text]
  const parts: MarkedPart[] = []
  let at = 0
  const push = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: characters.slice(at, end).join(''), hit })
    at = Math.max(at, end)
  }
  for (const span of findSpans(characters, words)) {
    push(span.from, false)
    push(span.to, true)
  }
  push(characters.length, false)
  return parts
}

function escapeForClass(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/**
 * A pattern that finds folded words in a text as it stands, so that the text need not be folded to find the first hit.
 * Null for no words.
 * @example wordsPattern(['汉文'])?.exec('蒙漢文並用')?.index // 1
 */
export function wordsPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const pattern = (word: string) =>
    [...word].map((character) => `[${foldVariants(character).map(escapeForClass).join('')}]`).join('')
  return new RegExp(words.map(pattern).join('|'), 'u')
}

// `length` characters from a place in UTF-16, forwards or backwards; a character of two units counts as one.
function take(text: string, from: number, length: number): number {
  let at = from
  for (let left = Math.abs(length); left > 0; left--) {
    const step =
      length > 0
        ? (text.codePointAt(at) ?? 0) > 0xffff
          ? 2
          : 1
        : /[\udc00-\udfff]/.test(text[at - 1] ?? '')
          ? -2
          : -1
    if (at + step < 0 || at + step > text.length) break
    at += step
  }
  return at
}

/**
 * Some characters of a text about the first hit, marked, with … where text was left out; its beginning when nothing hits.
 * Only these characters are folded, however long the text is.
 * @example excerptOf('……因检修，河西村停电。……', ['停电'], 20)
 */
export function excerptOf(text: string, words: readonly string[], length: number): MarkedPart[] {
  const first = wordsPattern(words)?.exec(text)?.index ?? 0
  const from = take(text, first, -Math.floor(length / 4))
  const to = take(text, from, length)
  const parts = markWords(text.slice(from, to), words)
  if (from > 0) parts.unshift({ text: '…', hit: false })
  if (to < text.length) parts.push({ text: '…', hit: false })
  return parts
}
