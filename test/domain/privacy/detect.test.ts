import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { detect } from '../../../domain/privacy/detect.ts'
import { hasIdCheckDigit, isCreditCode, passesLuhn } from '../../../domain/privacy/number-check.ts'

const kinds = (text: string) => detect(text).map(({ kind, severity }) => `${kind} ${severity}`)
const spans = (text: string) => detect(text).map(({ start, end }) => text.slice(start, end))

describe('Numbers that may not be posted are found', () => {
  test.each([
    ['99000019800229001X', 'RESIDENT_ID BLOCK'],
    ['990000198001010012', 'RESIDENT_ID BLOCK'],
    ['99000019800229001x', 'RESIDENT_ID BLOCK'],
    ['990000800229001', 'RESIDENT_ID_OLD BLOCK'],
    ['6222000000000000004', 'BANK_CARD BLOCK'],
    ['13800138000', 'MOBILE BLOCK'],
    ['8613800138000', 'MOBILE BLOCK'],
    ['+86 138 0013 8000', 'MOBILE BLOCK'],
    ['0874-7123032', 'TELEPHONE NOTE'],
    ['（0874）7123032', 'TELEPHONE NOTE'],
    ['010-12345678-801', 'TELEPHONE NOTE'],
    ['1.13800138000', 'MOBILE BLOCK'],
    ['E12345678', 'PASSPORT BLOCK'],
    ['EA1234567', 'PASSPORT BLOCK'],
    ['99000019800229001X41', 'DISABILITY_CERTIFICATE BLOCK'],
    ['99000019800101001241', 'DISABILITY_CERTIFICATE BLOCK'],
  ])('%s is a %s', (text, expected) => {
    expect(kinds(`证件（${text}）`)).toEqual([expected])
  })
})

describe('However a number is written, it is the same number', () => {
  test.each([
    ['９９００００１９８００２２９００１Ｘ', 'RESIDENT_ID BLOCK'],
    ['990000 19800229 001X', 'RESIDENT_ID BLOCK'],
    ['990000-1980-0229-001X', 'RESIDENT_ID BLOCK'],
    ['9 9 0 0 0 0 1 9 8 0 0 2 2 9 0 0 1 X', 'RESIDENT_ID BLOCK'],
    ['990000\u200b19800229\u200b001\u200bX', 'RESIDENT_ID BLOCK'],
    ['99000019800229001Х', 'RESIDENT_ID BLOCK'],
    ['6222 0000 0000 0000 004', 'BANK_CARD BLOCK'],
    ['6222-0000-0000-0000-004', 'BANK_CARD BLOCK'],
    ['138-0013-8000', 'MOBILE BLOCK'],
    ['138\u00a00013\u30008000', 'MOBILE BLOCK'],
    ['138.0013.8000', 'MOBILE BLOCK'],
    ['１３８００１３８０００', 'MOBILE BLOCK'],
    ['1\u200b3\u200b8\u200b0\u200b0\u200b1\u200b3\u200b8\u200b0\u200b0\u200b0', 'MOBILE BLOCK'],
    ['᠑᠓᠘᠐᠐᠑᠓᠘᠐᠐᠐', 'MOBILE BLOCK'],
  ])('%s', (text, expected) => {
    expect(kinds(`电话${text}。`)).toEqual([expected])
    expect(spans(`电话${text}。`)).toEqual([text])
  })

  test('Two numbers side by side are two numbers', () => {
    expect(spans('13800138000 13900139000')).toEqual(['13800138000', '13900139000'])
    expect(spans('1 99000019800229001X 138 0013 8000')).toEqual(['99000019800229001X', '138 0013 8000'])
  })
})

describe('Numbers of an office that may be posted are left alone', () => {
  test.each([
    ['a number inside a longer one', '2013800138000123'],
    ['an identity number inside a longer one', '199000019800229001X5'],
    ['a month that does not exist', '990000199913320019'],
    ['a document number', '云政发〔2026〕5号'],
    ['a day', '2026-11-21 09:30'],
    ['an amount', '合计1380013800.05元，其中3,800,138元'],
    ['years side by side', '2021 2022 2023 2024'],
    ['a coordinate', '139.12345678'],
    ['a fraction of a spreadsheet', '0.13800138000和45000.13912345678'],
    ['a card number that fails its check', '6222000000000000005'],
    ['an index number', '990000-2026-00017'],
  ])('%s', (_what, text) => {
    expect(detect(text).filter(({ severity }) => severity === 'BLOCK')).toEqual([])
  })

  test('A unified social credit code is printed in full even where it looks like a card', () => {
    const digits = Array.from({ length: 400 }, (_, index) => `9199000010000${String(index).padStart(4, '0')}`)
    const codes = digits.flatMap((body) => Array.from({ length: 10 }, (_, check) => `${body}${check}`))
    const cards = codes.filter((code) => isCreditCode(code) && passesLuhn(code))
    expect(cards.length).toBeGreaterThan(0)
    for (const code of cards) expect(detect(code), code).toEqual([])
  })
})

test('An identity number with a wrong check digit is shown to the reviewer but does not block', () => {
  expect(kinds('990000198002290011')).toEqual(['RESIDENT_ID WARN'])
  expect(hasIdCheckDigit('990000198002290011')).toBe(false)
})

test('A birth date, an index and a telephone around an identity number do not hide it', () => {
  expect(kinds('17\t周敏\t99000019800229001X\t13800138000')).toEqual(['RESIDENT_ID BLOCK', 'MOBILE BLOCK'])
})

test('What has been masked joins no neighbour to a new number', () => {
  expect(detect('6222 138****8000 1380 0138 000').map(({ kind }) => kind)).toEqual(['MOBILE'])
  expect(detect('990000********0012-0000-0000-0000')).toEqual([])
})

describe('Sensitive words are a warning only beside a name', () => {
  test.each([
    ['周敏\t河西村\t残疾二级', 1],
    ['姓名\t残疾类别\t金额', 1],
    ['欧阳建国\t精神\t300', 1],
    ['经查，村民周敏患有精神病。', 1],
    ['周敏，因白血病申请临时救助。', 1],
    ['残疾人两项补贴发放情况\t周敏', 0],
    ['河西村\t残疾二级\t300', 0],
    ['各村要做好残疾人工作。韩立负责。', 0],
    ['贯彻落实会议精神，李伟同志讲话。', 0],
    ['申请时间，残疾证复印件。', 0],
  ])('%s', (text, count) => {
    expect(detect(text).map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(
      Array.from({ length: count }, () => 'SENSITIVE_WORD WARN'),
    )
  })
})

describe('Birth dates of minors are a warning', () => {
  const today = Temporal.PlainDate.from('2026-11-21')
  test.each([
    ['2008年11月22日出生', 1],
    ['2008年11月21日出生', 0],
    ['出生日期：2016-03-04', 1],
    ['生于2015年6月', 1],
    ['出生日期：2036-03-04', 0],
    ['2026年11月20日生效', 0],
    ['发布日期：2026-11-20', 0],
  ])('%s', (text, count) => {
    expect(detect(text, today).map(({ kind }) => kind)).toEqual(
      Array.from({ length: count }, () => 'MINOR_BIRTH_DATE'),
    )
    expect(detect(text)).toEqual([])
  })
})

test('Every valid identity number is found, however it is broken into groups', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const id = fc
    .tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1900, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([area, year, month, day, serial]) => {
      const pad = (value: number, length: number) => String(value).padStart(length, '0')
      const body = `9900${pad(area, 2)}${year}${pad(month, 2)}${pad(day, 2)}${pad(serial, 3)}`
      return (
        body +
        '10X98765432'[
          Array.from(body).reduce((sum, sign, at) => sum + Number(sign) * (weights[at] ?? 0), 0) % 11
        ]
      )
    })
  fc.assert(
    fc.property(id, fc.uniqueArray(fc.integer({ min: 1, max: 16 }), { maxLength: 4 }), (value, cuts) => {
      const written = Array.from(value)
        .map((sign, at) => (cuts.includes(at) ? ` ${sign}` : sign))
        .join('')
      const found = detect(`号${written}。`)
      expect(found.map(({ kind }) => kind)).toEqual(['RESIDENT_ID'])
      expect(found[0]).toMatchObject({ severity: 'BLOCK', start: 1, end: 1 + written.length })
    }),
  )
})
