import { hasIdCheckDigit, isRealDay } from './number-check.ts'
import { MAX_DIGITS, type NumberRun } from './number-run.ts'

/** First two digits of identity numbers: provinces, residence permits, and 99 of the invented samples. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[019])/

/**
 * Finds identity numbers glued to other digits in one unbroken run longer than any number looked for, and gives them
 * and what is left between them. Only with a valid day and check digit: in a serial number of thirty digits they stand
 * together by chance once in some thousands.
 * @example longRuns('99000019800101001213800138000').map((run) => run.value) // ['990000198001010012', '13800138000']
 */
export function longRuns(text: string): readonly NumberRun[] {
  const found: NumberRun[] = []
  for (const match of text.matchAll(/\d{18,}X?/g)) {
    const [digits] = match
    if (digits.replace('X', '').length <= MAX_DIGITS) continue
    const ids = idPlaces(digits)
    if (ids.length === 0) continue
    let from = 0
    for (const at of [...ids, digits.length]) {
      if (at > from) found.push(piece(digits, match.index, from, at))
      if (at < digits.length) found.push(piece(digits, match.index, at, at + 18))
      from = at + 18
    }
  }
  return found
}

/**
 * Where identity numbers with a valid day and check digit stand in a string of digits; they do not overlap.
 * @example idPlaces('5990000198001010012') // [1]
 */
export function idPlaces(digits: string): readonly number[] {
  const places: number[] = []
  for (let at = 0; at + 18 <= digits.length; at += 1) {
    const id = digits.slice(at, at + 18)
    if (!/^\d{17}[\dX]$/.test(id) || !PROVINCE.test(id) || !/^(?:18|19|20)/.test(id.slice(6))) continue
    if (!isRealDay(id.slice(6, 14)) || !hasIdCheckDigit(id)) continue
    places.push(at)
    at += 17
  }
  return places
}

function piece(digits: string, offset: number, from: number, to: number): NumberRun {
  const value = digits.slice(from, to)
  const state = { points: 0, fraction: false, loose: false, alone: true, atMask: false, before: '' }
  return { ...state, start: offset + from, end: offset + to, value, groups: [value.length] }
}
