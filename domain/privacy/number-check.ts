import { Temporal } from 'temporal-polyfill'
import { checkUscc } from '../office/uscc.ts'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECK = '10X98765432'

/**
 * Says whether the 18th character of an identity number fits the other 17 (GB 11643-1999).
 * @example hasIdCheckDigit('99000019800229001X') // true
 */
export function hasIdCheckDigit(id: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return ID_CHECK[sum % 11] === id[17]
}

/**
 * Says whether digits pass the Luhn check of bank cards (ISO/IEC 7812-1).
 * @example passesLuhn('6222000000000000004') // true
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits[digits.length - 1 - index])
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

/**
 * Says whether 18 characters are a unified social credit code (GB 32100-2015). Organisations are printed in full
 * (domain book §7.3), so such a number must not be taken for a card.
 * @example isCreditCode('11370686004268741K') // true
 */
export function isCreditCode(code: string): boolean {
  return /^[159Y][1-9]\d{6}/.test(code) && checkUscc(code).ok
}

/**
 * Says whether `YYYYMMDD` is a day of the calendar.
 * @example isRealDay('20260230') // false
 */
export function isRealDay(digits: string): boolean {
  return readDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)) !== null
}

/**
 * Reads a day from its parts; null when the calendar does not have it.
 * @example readDay('2026', '2', '30') // null
 */
export function readDay(year: string, month: string, day: string): Temporal.PlainDate | null {
  const parts = { year: Number(year), month: Number(month), day: Number(day) }
  if (!(parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31)) return null
  const date = Temporal.PlainDate.from(parts, { overflow: 'constrain' })
  return date.day === parts.day ? date : null
}

/**
 * Digits of the area code of a telephone number that begins with 0: three for 010 and 02x, else four.
 * @example areaCodeLength('08747123032') // 4
 */
export function areaCodeLength(telephone: string): number {
  return /^0(?:10|2\d)/.test(telephone) ? 3 : 4
}
