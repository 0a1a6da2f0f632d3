import type { Finding } from './finding.ts'
import type { HitKind } from './gate-hit.ts'
import { areaCodeLength } from './number-check.ts'
import { plainDigits } from './plain-digits.ts'

/** Says which of the `count` digits of a number stay readable. */
type Keep = (index: number, count: number, value: string) => boolean

/** Masking patterns of the domain book §7.3. */
const KEPT: Readonly<Record<HitKind, Keep>> = {
  RESIDENT_ID: (index, count) => index < 6 || index >= count - 4,
  RESIDENT_ID_OLD: (index, count) => index < 6 || index >= count - 3,
  // Category and grade after the identity number tell the disability itself.
  DISABILITY_CERTIFICATE: (index) => index < 6 || (index >= 14 && index < 18),
  BANK_CARD: (index, count) => index >= count - 4,
  MOBILE: (index, count) => index < count - 8 || index >= count - 4,
  TELEPHONE: (index, count, value) => index <= areaCodeLength(value) || index >= count - 3,
  PASSPORT: (index, count) => index < 1 || index >= count - 3,
  SENSITIVE_WORD: () => false,
  MINOR_BIRTH_DATE: () => false,
  REMOVED_VALUE: () => false,
}

/**
 * Masks one found value with `*`, character by character, so that offsets around it do not move (domain book §7.3).
 * Separators stay; what is written in full-width digits is masked as well.
 * @example maskValue('RESIDENT_ID', '99000019800229001X') // '990000********001X'
 */
export function maskValue(kind: HitKind, written: string): string {
  if (kind === 'SENSITIVE_WORD' || kind === 'REMOVED_VALUE') return written.replaceAll(/\S/g, '*')
  const plain = plainDigits(written, true)
  const upper = plain.text.toUpperCase()
  const signs = Array.from(upper)
    .map((sign, at) => ({ sign, at }))
    .filter(({ sign }) => /[0-9A-Z]/.test(sign))
  const value = signs.map(({ sign }) => sign).join('')
  let masked = written
  for (const [index, { at }] of signs.entries()) {
    if (KEPT[kind](index, signs.length, value)) continue
    const start = plain.starts[at] ?? 0
    const end = plain.ends[at] ?? start
    masked = masked.slice(0, start) + '*'.repeat(end - start) + masked.slice(end)
  }
  return masked
}

/**
 * Replaces every finding in a text by its masked form; the length of the text stays the same.
 * @example maskFindings('电话13800138000', detect('电话13800138000')) // '电话138****8000'
 */
export function maskFindings(
  text: string,
  findings: readonly Pick<Finding, 'start' | 'end' | 'masked'>[],
): string {
  let masked = text
  for (const { start, end, masked: form } of findings) {
    masked = masked.slice(0, start) + form + masked.slice(end)
  }
  return masked
}
