import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detect } from '../../../domain/privacy/detect.ts'
import { maskFindings, maskValue } from '../../../domain/privacy/mask.ts'
import { COMPOUND_SURNAMES, maskName } from '../../../domain/privacy/person-name.ts'
import { plainValue } from '../../../domain/privacy/plain-digits.ts'

test.each([
  ['RESIDENT_ID', '99000019800229001X', '990000********001X'],
  ['RESIDENT_ID', '990000 19800229 001X', '990000 ******** 001X'],
  ['RESIDENT_ID_OLD', '990000800229001', '990000******001'],
  ['DISABILITY_CERTIFICATE', '99000019800229001X41', '990000********001X**'],
  ['BANK_CARD', '6222 0000 0000 0000 004', '**** **** **** ***0 004'],
  ['MOBILE', '13800138000', '138****8000'],
  ['MOBILE', '+86 138-0013-8000', '+86 138-****-8000'],
  ['TELEPHONE', '0874-71230032', '0874-7****032'],
  ['TELEPHONE', '010-12345678', '010-1****678'],
  ['PASSPORT', 'E12345678', 'E*****678'],
  ['MINOR_BIRTH_DATE', '2016年3月4日', '****年*月*日'],
  ['SENSITIVE_WORD', '残疾', '**'],
] as const)('A %s written %s is masked as %s', (kind, written, masked) => {
  expect(maskValue(kind, written)).toBe(masked)
})

test.each([
  ['张伟', '张*'],
  ['张建国', '张*国'],
  ['欧阳锋', '欧阳*'],
  ['欧阳建国', '欧阳**'],
  ['欧阳', '欧*'],
  ['阿依古丽·买买提', '阿***·***'],
  ['𠮷田雄', '𠮷*雄'],
])('The name %s is posted as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('Masking a name twice changes nothing, and its length in characters stays', () => {
  const surname = fc.constantFrom('张', '李', '王', ...COMPOUND_SURNAMES)
  const given = fc.string({ unit: fc.constantFrom('建', '国', '敏', '𠮷', '丽'), minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(surname, given, (first, last) => {
      const masked = maskName(first + last)
      expect(Array.from(masked)).toHaveLength(Array.from(first + last).length)
      expect(maskName(masked)).toBe(masked)
      expect(masked).toContain('*')
    }),
  )
})

const VALUES = [
  '99000019800229001X',
  '990000198001010012',
  '990000800229001',
  '6222000000000000004',
  '13800138000',
  '0874-7123032',
  'E12345678',
  '99000019800229001X41',
  '138-0013-8000',
  '990000 19800229 001X',
  '１３８００１３８０００',
]
const textWith = (noise: string) =>
  fc
    .array(
      fc.tuple(
        fc.string({ unit: fc.constantFrom(...Array.from(noise)), maxLength: 12 }),
        fc.constantFrom(...VALUES),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.flat().join(''))
const maskAll = (text: string) => maskFindings(text, detect(text))
const blocks = (text: string) => detect(text).filter(({ severity }) => severity === 'BLOCK')

test('Masked text keeps its length, blocks no longer, and stays as it is when masked again', () => {
  fc.assert(
    fc.property(textWith(' -*周敏，。残疾\t\n\u200b'), (original) => {
      const masked = maskAll(original)
      expect(masked).toHaveLength(original.length)
      for (const { start, end } of detect(original)) {
        expect(masked.slice(start, end)).not.toBe(original.slice(start, end))
      }
      expect(blocks(masked)).toEqual([])
      expect(maskAll(masked)).toBe(masked)
    }),
    { numRuns: 3000 },
  )
})

test('Where numbers are glued to other digits, masking comes to rest with nothing left that blocks', () => {
  fc.assert(
    fc.property(textWith('0123456789 -*Xx周'), (original) => {
      const rounds = [original]
      for (let round = 0; round < 4; round += 1) rounds.push(maskAll(rounds.at(-1) ?? ''))
      expect(blocks(rounds.at(-1) ?? '')).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test('Between words, no written value survives masking', () => {
  const words = fc.string({
    unit: fc.constantFrom(...Array.from('周敏：，。电话卡号\n')),
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, fc.constantFrom(...VALUES)), { minLength: 1, maxLength: 5 }),
      (parts) => {
        const original = parts.flat().join('')
        const masked = maskFindings(original, detect(original))
        for (const [, value] of parts) expect(masked).not.toContain(value)
      },
    ),
  )
})

test('One value has one fingerprint text, however it is written', () => {
  expect(plainValue('138-0013-8000')).toBe('13800138000')
  expect(plainValue('+86 １３８ 0013 8000')).toBe('13800138000')
  expect(plainValue('99000019800229001x')).toBe('99000019800229001X')
  expect(plainValue('残疾')).toBe('残疾')
})
