import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDocumentNumber,
  parseDocumentNumber,
  repairDocumentNumber,
} from '../../../domain/notice/document-number.ts'

const prefix = fc
  .array(fc.constantFrom(...Array.from('云穗天府办政发函通党公复第号年镇河西𠮷')), {
    minLength: 2,
    maxLength: 16,
  })
  .map((letters) => letters.join(''))
const number = fc.record({
  prefix,
  year: fc.integer({ min: 1949, max: 2099 }),
  serial: fc.integer({ min: 1, max: 99_999 }),
})
const brackets = fc.constantFrom(
  '〔〕',
  '[]',
  '()',
  '（）',
  '【】',
  '［］',
  '﹝﹞',
  '「」',
  '〔)',
  '[〕',
  '〔 ',
  ' ]',
)
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('发文字号', () => {
  it.each([
    '云政发[2026]5号',
    '云政发(2026)5号',
    '云政发（2026）5号',
    '云政发【2026】5号',
    '云政发﹝2026﹞5号',
    '云政发〔2026〕第5号',
    '云政发〔2026〕05号',
    '云政发〔2026〕第005號',
    ' 云政发 〔 2026 〕 5 号 ',
    '云政发〔２０２６〕５号',
    '云政发〔2026年〕5号',
    '云政发〔2026)5号',
    '云政发2026〕5号',
    '云政发〔2026 5号',
  ])('mends “%s”', (text) => {
    expect(repairDocumentNumber(text)).toEqual({
      ok: true,
      value: { value: '云政发〔2026〕5号', repaired: true },
    })
  })

  it('mends the number of a real district document', () => {
    expect(repairDocumentNumber('穗天府办(2013)6号')).toMatchObject({
      value: { value: '穗天府办〔2013〕6号' },
    })
  })

  it('takes an empty text as “no number”', () => {
    expect(repairDocumentNumber('')).toEqual({ ok: true, value: { value: '', repaired: false } })
    expect(repairDocumentNumber(' \u3000')).toEqual({ ok: true, value: { value: '', repaired: true } })
  })

  it.each([
    '5号',
    '云〔2026〕5号',
    '云政发20265号',
    '云政发〔26〕5号',
    '云政发〔2206〕5号',
    '云政发〔2026〕0号',
    '云政发〔2026〕号',
    '云政发〔2026〕5',
    '云政发〔2026〕5-6号',
    '云政发〔2026〕5号文件',
    'yzf〔2026〕5号',
  ])('refuses “%s” rather than guess', (text) => {
    expect(repairDocumentNumber(text)).toEqual({
      ok: false,
      code: 'notice.document-number-invalid',
      params: {},
    })
  })

  it('leaves every valid number unchanged, and reads back what it wrote', () => {
    fc.assert(
      fc.property(number, (parts) => {
        const text = formatDocumentNumber(parts)
        expect(repairDocumentNumber(text)).toEqual({ ok: true, value: { value: text, repaired: false } })
        expect(parseDocumentNumber(text)).toEqual({ ok: true, value: parts })
      }),
    )
  })

  it('mends every mixture of slips to the number that was meant', () => {
    fc.assert(
      fc.property(
        number,
        brackets,
        fc.constantFrom('', ' ', '\u3000', '\n'),
        fc.constantFrom('', '第', '0', '00', '第0'),
        fc.boolean(),
        (parts, pair, gap, lead, wide) => {
          const clean = { ...parts, prefix: parts.prefix.replace(/[第年号]/g, '云') }
          const [open = '', close = ''] = pair
          const year = `${open}${gap}${clean.year}${close}`
          const slip = `${gap}${clean.prefix}${gap}${year}${lead}${gap}${clean.serial}${gap}号`
          expect(repairDocumentNumber(wide ? fullWidth(slip) : slip)).toMatchObject({
            ok: true,
            value: { value: formatDocumentNumber(clean) },
          })
        },
      ),
    )
  })

  it('mends once: a mended number needs no second mending', () => {
    const slips = fc.array(fc.constantFrom(...Array.from('云政发〔〕[](（）)【】第0 2026５号年')), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          slips.map((s) => s.join('')),
          fc.string(),
        ),
        (text) => {
          const once = repairDocumentNumber(text)
          if (!once.ok) return
          expect(repairDocumentNumber(once.value.value)).toEqual({
            ok: true,
            value: { value: once.value.value, repaired: false },
          })
        },
      ),
      { numRuns: 2000 },
    )
  })
})
