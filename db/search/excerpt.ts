import { foldCharacter } from './fold.ts'

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
 * Cuts a text into parts, marked where one of the folded words stands; the text itself is not changed.
 * With `around`, only that many characters about the first hit are kept, with … where text was left out.
 * @example markWords('蒙漢文並用', ['汉文']) // [{text:'蒙',hit:false},{text:'漢文',hit:true},{text:'並用',hit:false}]
 */
export function markWords(text: string, words: readonly string[], around?: number): MarkedPart[] {
  const characters = [...text]
  const spans = findSpans(characters, words)
  let from = 0
  let to = characters.length
  if (around !== undefined && characters.length > around * 2) {
    const first = spans[0]?.from ?? 0
    from = Math.max(0, first - Math.floor(around / 2))
    to = Math.min(characters.length, from + around * 2)
  }
  const parts: MarkedPart[] = []
  let at = from
  const push = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: characters.slice(at, end).join(''), hit })
    at = Math.max(at, end)
  }
  if (from > 0) parts.push({ text: '…', hit: false })
  for (const span of spans) {
    if (span.to <= at || span.from >= to) continue
    push(Math.max(span.from, at), false)
    push(Math.min(span.to, to), true)
  }
  push(to, false)
  if (to < characters.length) parts.push({ text: '…', hit: false })
  return parts
}
