/** A sentence and where it stands in its text, in UTF-16 units; `end` is exclusive. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number }

/** A clause is cut here at the latest: voices stop in the middle of what is too long, and nobody finds the place. */
const LONGEST = 120

const END = /[。！？；!?;…]+[”’」』）)】〉》"']*|\n+|\.(?=\s+[A-Z])/gu
const PAUSE = /[，、：,:]+[”’」』）)]*/gu

function cuts(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map((found) => found.index + found[0].length)
}

function pieces(text: string, from: number): readonly Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const end of [...cuts(text, END), text.length]) {
    if (end > start) found.push({ text: text.slice(start, end), start: from + start, end: from + end })
    start = Math.max(start, end)
  }
  return found
}

function shortened({ text, start }: Sentence): readonly Sentence[] {
  if (text.length <= LONGEST) return [{ text, start, end: start + text.length }]
  const found: Sentence[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const pause = cuts(rest, PAUSE).findLast((end) => end <= LONGEST)
    let end = rest.length <= LONGEST ? rest.length : (pause ?? LONGEST)
    // A character of a rare name is two units wide and stays whole.
    if (/[\uD800-\uDBFF]/u.test(rest[end - 1] ?? '') || (rest.codePointAt(end - 1) ?? 0) > 0xff_ff) end += 1
    found.push({ text: rest.slice(0, end), start: start + at, end: start + at + end })
    at += end
  }
  return found
}

/**
 * Cuts a text into what is said in one go: at the ends of sentences and semicolons, at commas where a sentence has no end. Every
 * sign of the text stands in exactly one piece; pieces of nothing but space are left out.
 * @example sentences('本镇公示名单。如有异议，请来电。').length // 2
 */
export function sentences(text: string): readonly Sentence[] {
  return pieces(text, 0)
    .flatMap(shortened)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
}
