/**
 * A text as a number detector reads it: digits of every script as 0–9, full-width letters as A–Z, everything that
 * looks like the X of an identity card as `X`, invisible characters gone. `starts[i]`/`ends[i]` are the UTF-16
 * offsets of `text[i]` in the original.
 */
export type PlainDigits = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Digits as words and as list marks; read only where digits by themselves make no number. */
const WORDS = [
  '〇零○⓪⓿⁰₀',
  '一壹幺弌¹₁',
  '二贰貳弍²₂',
  '三叁參弎³₃',
  '四肆⁴₄',
  '五伍⁵₅',
  '六陆陸⁶₆',
  '七柒⁷₇',
  '八捌⁸₈',
  '九玖⁹₉',
]
/** Ones of the blocks with circles, brackets and points: ① ⑴ ⒈ ❶ ➀ ➊ ⓵ ㈠ ㊀. */
const ONES = [0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278a, 0x24f5, 0x3220, 0x3280]
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...WORDS.flatMap((signs, digit) => Array.from(signs, (sign): [string, string] => [sign, String(digit)])),
  ...ONES.flatMap((one) =>
    Array.from({ length: 9 }, (_, at): [string, string] => [String.fromCodePoint(one + at), String(at + 1)]),
  ),
])

/** Zeros of the digit blocks met in Chinese offices: full-width, Mongolian, Tibetan, Arabic (two), mathematical (five). */
const ZEROS = [0xff10, 0x1810, 0x0f20, 0x0660, 0x06f0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6]
const X_LOOKALIKES = new Set(['x', 'Ｘ', 'ｘ', '×', '✕', 'Χ', 'Х', 'х'])
/** Format characters (zero-width space, joiners, bidi marks, soft hyphen), variation selectors, combining joiner. */
const INVISIBLE = /\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]/u

/**
 * Reads a text for number detection; without it `１３８…`, `138\u200b0013…` or a Cyrillic Х would walk past the gate.
 * @example plainDigits('１３8').text // '138'
 */
export function plainDigits(original: string, fold = false): PlainDigits {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of original) {
    const end = at + character.length
    if (!INVISIBLE.test(character)) {
      text += (fold ? FOLDED.get(character) : undefined) ?? plainCharacter(character)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { text, starts, ends }
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return character === 'x' ? 'X' : character
  if (X_LOOKALIKES.has(character)) return 'X'
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return character.length === 1 ? character : '\ufffd'
}

/**
 * Says whether a text holds digits as words or as list marks.
 * @example hasFoldedDigits('一三八') // true
 */
export function hasFoldedDigits(text: string): boolean {
  return Array.from(text).some((character) => FOLDED.has(character))
}

/**
 * The value of a found number without its spelling, so that one override covers every way of writing it.
 * @example plainValue('１３８-0013-8000') // '13800138000'
 */
export function plainValue(written: string): string {
  const letters = plainDigits(written, true).text.toUpperCase()
  const value = /\d/.test(letters) ? letters.replaceAll(/[^0-9A-Z]/g, '') : letters
  return value.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
}
