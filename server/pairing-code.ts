import { randomInt } from 'node:crypto'

// Without 0, 1, I and O, which people mistake for one another. 32 signs: ten of them are 50 bits.
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 10

/**
 * A fresh one-time code of ten signs (50 bits), in two groups for reading aloud.
 * @example newPairingCode() // 'K7Q2M-9TXBE'
 */
export function newPairingCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

/**
 * A code as somebody typed it, in the form both sides reckon with; null when it can be none.
 * @example readPairingCode('k7q2m 9txbe') // 'K7Q2M9TXBE'
 */
export function readPairingCode(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/gu, '')
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}
