import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'

describe('canonical JSON', () => {
  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  it('gives the example of RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\ud83d\ude00': 'Emoji',
      '\u0080': 'Control',
      ö: 'o',
    }
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7)
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew"}',
    )
  })

  it('keeps rare characters of four bytes whole and refuses half of one', () => {
    expect(canonicalJson('𬭎镕')).toBe('"𬭎镕"')
    expect(() => canonicalJson('\ud873')).toThrow()
  })

  it('refuses what has no JSON form', () => {
    expect(() => canonicalJson(undefined)).toThrow()
    expect(() => canonicalJson(NaN)).toThrow()
  })
})
