import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, completeUscc } from '../../../domain/office/uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const first17 = fc
  .array(fc.constantFrom(...Array.from(ALPHABET)), { minLength: 17, maxLength: 17 })
  .map((c) => c.join(''))

describe('统一社会信用代码', () => {
  it.each(['113708280043326001', '11370686004268741K'])('accepts the real code %s', (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code })
  })

  it('mends spaces, lower case and full-width characters', () => {
    expect(checkUscc(' 1137 0686 0042 6874 1k\n')).toEqual({ ok: true, value: '11370686004268741K' })
    expect(checkUscc('１１３７０６８６００４２６８７４１Ｋ')).toEqual({
      ok: true,
      value: '11370686004268741K',
    })
  })

  it('says how long a code of the wrong length is', () => {
    expect(checkUscc('1137068600426874')).toMatchObject({
      ok: false,
      params: { reason: 'length', length: 16 },
    })
    expect(checkUscc('')).toMatchObject({
      code: 'office.uscc-invalid',
      params: { reason: 'length', length: 0 },
    })
  })

  it('says where a letter stands that no code has', () => {
    expect(checkUscc('1137O6860042687410')).toMatchObject({ params: { reason: 'alphabet', position: 5 } })
  })

  it('says which check character was expected', () => {
    expect(checkUscc('113706860042687410')).toMatchObject({
      params: { reason: 'check-digit', expected: 'K' },
    })
  })

  it('accepts every code it completed, and no code with one character changed', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...Array.from(ALPHABET)), (start, place, other) => {
        const code = completeUscc(start)
        expect(checkUscc(code)).toEqual({ ok: true, value: code })
        const changed = code.slice(0, place) + other + code.slice(place + 1)
        expect(checkUscc(changed).ok).toBe(changed === code)
      }),
    )
  })

  it('does not complete what is not 17 characters of the alphabet', () => {
    expect(() => completeUscc('1137')).toThrow(RangeError)
    expect(() => completeUscc('1137068600426874I')).toThrow(RangeError)
  })
})
