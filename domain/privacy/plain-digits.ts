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

/** One pass of a pattern instead of a look at each character. */
const FOLDED_SIGN = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'u')
const DIGIT_SIGN = new RegExp(`\\p{Nd}|${FOLDED_SIGN.source}`, 'gu')

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
  return FOLDED_SIGN.test(text)
}

/** By UTF-16 unit: 1 is a digit sign, 2 is half of a character that has to be looked up. Made when it is first needed. */
let signs: Uint8Array | undefined

function makeSigns(): Uint8Array {
  const made = new Uint8Array(0x10000)
  for (let unit = 0; unit < made.length; unit += 1) {
    const isHalf = unit >= 0xd800 && unit <= 0xdfff
    made[unit] = isHalf ? 2 : (String.fromCharCode(unit).match(DIGIT_SIGN)?.length ?? 0)
  }
  return made
}

/**
 * Says whether so many signs of a text may be read as digits, in any script, as words or as list marks. By a table: a county reads
 * thousands of notices a second.
 * @example holdsDigitSigns('一、联系电话 138', 4) // true
 */
export function holdsDigitSigns(text: string, atLeast: number): boolean {
  signs ??= makeSigns()
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = signs[text.charCodeAt(at)] ?? 0
    if (sign === 0) continue
    if (sign === 2) return (text.match(DIGIT_SIGN)?.length ?? 0) >= atLeast
    count += 1
    if (count >= atLeast) return true
  }
  return false
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
