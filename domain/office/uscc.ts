import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'

/** The characters of a 统一社会信用代码 in order of their value: no I, O, S, V, Z (GB 32100-2015, table 2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

function checkCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/g, '')
    .toUpperCase()
}

function firstForeign(text: string): number {
  return Array.from(text).findIndex((character) => !ALPHABET.includes(character))
}

/**
 * Checks a 统一社会信用代码 (GB 32100-2015: 18 characters, weights 3^i mod 31) and returns it in its one written form.
 * Spaces, lower case and full-width characters are mended. Refuses `office.uscc-invalid` with `reason`
 * `length` (and the `length` found), `alphabet` (and the `position` from 1) or `check-digit` (and the `expected` one).
 * @example checkUscc('1137 0686 0042 6874 1k') // { ok: true, value: '11370686004268741K' }
 */
export function checkUscc(text: string): Result<string> {
  const code = tidy(text)
  const length = Array.from(code).length
  if (length !== LENGTH) return refuse('office.uscc-invalid', { reason: 'length', length })
  const foreign = firstForeign(code)
  if (foreign >= 0) return refuse('office.uscc-invalid', { reason: 'alphabet', position: foreign + 1 })
  const expected = checkCharacter(code.slice(0, LENGTH - 1))
  if (!code.endsWith(expected)) return refuse('office.uscc-invalid', { reason: 'check-digit', expected })
  return accept(code)
}

/**
 * Completes the first 17 characters with their check character; meant for invented sample offices.
 * Throws a RangeError when the 17 characters are not of the code's alphabet.
 * @example completeUscc('11370686004268741') // '11370686004268741K'
 */
export function completeUscc(first17: string): string {
  if (first17.length !== LENGTH - 1 || firstForeign(first17) >= 0) {
    throw new RangeError('completeUscc takes 17 characters of the GB 32100-2015 alphabet')
  }
  return first17 + checkCharacter(first17)
}
