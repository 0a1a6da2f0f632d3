// Without a sound and mostly left out: Mongolian variation selectors and vowel separator, narrow space before a Mongolian
// suffix, joiners, variation selectors, the stretched Arabic line and the Arabic vowel signs. The same word is typed with and
// without them. (Those of plane 14 would also lie beyond the last code point once moved.)
const SILENT = /[\u180b-\u180f\p{Join_Control}\p{Variation_Selector}\u202f\u0640]|[\u064b-\u0652]|\u0670/gu
const MARK = /\p{M}/gu
const PLAIN = /^[\p{ASCII}\p{Script=Latin}\p{N}]*$/u

/** Begins a plane of private use: no text has such characters (they are refused), so a mark moved there is no other letter. */
const MARK_PLANE = 0xf0000

/**
 * One word as the full-text index keeps it. What is not heard is left out; marks that tell words apart (Tibetan vowels and
 * letters below others) become letters, since the index takes letters and numbers only.
 * @example wordTerm('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ') // 'ᠮᠣᠩᠭᠣᠯᠤᠨ'
 */
export function wordTerm(word: string): string {
  if (PLAIN.test(word)) return word.replaceAll(SILENT, '')
  return word
    .normalize('NFC')
    .replaceAll(SILENT, '')
    .replaceAll(MARK, (mark) => String.fromCodePoint(MARK_PLANE + (mark.codePointAt(0) ?? 0)))
}
