import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SEAL_FORMAT,
  SEAL_LIMIT,
  chunkSizeFor,
  readSeal,
  sealText,
} from '../../../domain/exchange/package-seal.ts'
import type { Seal } from '../../../domain/exchange/package-seal.ts'

function sealFor(bodySize: number): Seal {
  const chunkSize = chunkSizeFor(bodySize)
  return {
    format: SEAL_FORMAT,
    bodySize,
    chunkSize,
    chunks: Array.from({ length: Math.ceil(bodySize / chunkSize) }, () => 'ab'.repeat(32)),
    keyId: 'cd'.repeat(32),
    publicKey: 'MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    signature: 'ef'.repeat(64),
  }
}

describe('the seal of a package', () => {
  it('fits into a ZIP comment whatever the size of the package', () => {
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 2 ** 45 }), (bodySize) => {
        expect(sealText(sealFor(bodySize)).length).toBeLessThanOrEqual(SEAL_LIMIT)
      }),
    )
  })

  it('names damage in a package of 3 MB to 4 KiB', () => {
    expect(chunkSizeFor(3_000_000)).toBe(4096)
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 5_000_000 }), (bodySize) => {
        const seal = sealFor(bodySize)
        expect(readSeal(sealText(seal))).toEqual(seal)
      }),
      { numRuns: 20 },
    )
  })

  it('is not read when any one character of it is another', () => {
    const text = sealText(sealFor(2000))
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        const read = readSeal(changed)
        // Digits and letters may make another seal, but never the same one.
        expect(read === null || changed === text || sealText(read) !== text).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', 'null', '[]', '{}', '"seal"', '{"format":"board-seal/1"}'])('is not %s', (text) => {
    expect(readSeal(text)).toBeNull()
  })

  it('is not read when its chunks do not cover the body', () => {
    const seal = sealFor(5000)
    expect(readSeal(sealText({ ...seal, chunks: seal.chunks.slice(1) }))).toBeNull()
  })
})
