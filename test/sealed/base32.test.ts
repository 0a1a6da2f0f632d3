import { expect, it } from 'vitest'
import { fromBase32, toBase32 } from '../../sealed/base32.ts'

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('writes and reads the test vector of RFC 4648 for "%s", without padding', (plain, text) => {
  expect(toBase32(Buffer.from(plain))).toBe(text)
  expect(fromBase32(text)).toEqual(Buffer.from(plain))
})

it.each([
  ['a sign of another alphabet', 'MZX0'],
  ['a small letter', 'mzxq'],
  ['padding', 'MZXQ===='],
  ['spare bits that say something', 'MZXR'],
  ['a letter too many', 'MZXW6A'],
  ['a letter alone', 'A'],
])('refuses %s: bytes are written in one way', (_what, text) => {
  expect(fromBase32(text)).toBeNull()
})
