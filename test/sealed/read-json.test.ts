import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { readCanonical } from '../../sealed/read-json.ts'

const reads = (text: string): boolean => readCanonical(Buffer.from(text, 'utf8')) !== null

describe('JSON that has one meaning for every reader', () => {
  it('is read in canonical form, whatever it holds, keys that look like numbers among them', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('10', '9', '1', 'a', '!', '__proto__'))
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.string(), fc.double(), tie('list'), tie('object'), fc.constant(null)),
      list: fc.array(tie('any'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('any'), { maxKeys: 5 }),
    })).any
    fc.assert(
      fc.property(value, (one) => {
        const plain = JSON.stringify(one)
        const read: unknown = JSON.parse(plain)
        const canonical = canonicalJson(read)
        expect(reads(canonical)).toBe(true)
        expect(reads(plain)).toBe(plain === canonical)
      }),
    )
  })

  it('is refused in any other form', () => {
    for (const text of [
      '{"b":1,"a":2}',
      '[{"c":{"b":1,"a":2}}]',
      '{"a":1,"a":1}',
      '{"9":1,"10":2}',
      '{"1":1,"!":2}',
      '{"a": 1}',
      '1.0',
      '-0',
      '1e3',
      '"\\u4f4e"',
      '"\\ud800"',
      '{"\\udc00":1}',
      '{"a":"\\ud83d"}',
      '"\\/"',
      '',
    ]) {
      expect(reads(text), text).toBe(false)
    }
    expect(reads('{"10":2,"9":1}')).toBe(true)
    expect(reads('{"!":2,"1":1}')).toBe(true)
    expect(reads('"\\\\ud800"')).toBe(true)
  })
})
