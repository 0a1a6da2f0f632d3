import { describe, expect, test } from 'vitest'
import type { Block } from '../../../domain/notice/body.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import { detect } from '../../../domain/privacy/detect.ts'
import { gateFits, scanDraft } from '../../../domain/privacy/gate.ts'
import { maskDraft } from '../../../domain/privacy/mask-draft.ts'
import { plainValue } from '../../../domain/privacy/plain-digits.ts'
import { rowFindings } from '../../../domain/privacy/row-finding.ts'

const found = (text: string) =>
  detect(text).map(({ kind, severity, start, end }) => `${kind} ${severity} ${text.slice(start, end)}`)

describe('A number that a reader still reads is found', () => {
  test.each([
    ['over a line end', '周敏13800\n138000', ['MOBILE WARN 13800\n138000']],
    ['over a line end behind a label', '电话13800\n138000', ['MOBILE BLOCK 13800\n138000']],
    ['with stars behind it', '138-0013-8000***', ['MOBILE BLOCK 138-0013-8000']],
    ['with stars before it', '***138 0013 8000', ['MOBILE BLOCK 138 0013 8000']],
    ['with slashes', '138/0013/8000', ['MOBILE WARN 138/0013/8000']],
    ['with commas', '138，0013，8000', ['MOBILE WARN 138，0013，8000']],
    ['with wide gaps', '138   0013   8000', ['MOBILE WARN 138   0013   8000']],
    ['with marks behind a label', '联系：138、0013、8000', ['MOBILE BLOCK 138、0013、8000']],
    [
      'an identity number over a line end',
      '证件990000\n198001010012',
      ['RESIDENT_ID BLOCK 990000\n198001010012'],
    ],
    ['a card behind a label', '卡号6222/0000/0000/0000/004', ['BANK_CARD BLOCK 6222/0000/0000/0000/004']],
    ['in words', '一三八零零一三八〇〇〇', ['MOBILE BLOCK 一三八零零一三八〇〇〇']],
    ['in circles', '①③⑧⓪⓪①③⑧⓪⓪⓪', ['MOBILE BLOCK ①③⑧⓪⓪①③⑧⓪⓪⓪']],
    ['raised', '¹³⁸⁰⁰¹³⁸⁰⁰⁰', ['MOBILE BLOCK ¹³⁸⁰⁰¹³⁸⁰⁰⁰']],
    ['mixed', '1三8001三8000', ['MOBILE BLOCK 1三8001三8000']],
    ['behind a list mark', '①13800138000', ['MOBILE BLOCK 13800138000']],
    [
      'in boxes of a page',
      '证号\t9\t9\t0\t0\t0\t0\t1\t9\t8\t0\t0\t2\t2\t9\t0\t0\t1\tX',
      ['RESIDENT_ID BLOCK 9\t9\t0\t0\t0\t0\t1\t9\t8\t0\t0\t2\t2\t9\t0\t0\t1\tX'],
    ],
    [
      'an identity number glued to a mobile',
      '99000019800101001213800138000',
      ['RESIDENT_ID BLOCK 990000198001010012', 'MOBILE BLOCK 13800138000'],
    ],
    [
      'a mobile glued to an identity number',
      '1380013800099000019800229001X',
      ['MOBILE BLOCK 13800138000', 'RESIDENT_ID BLOCK 99000019800229001X'],
    ],
  ])('%s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('and one spelling is as good as another for an override', () => {
    for (const written of ['一三八零零一三八〇〇〇', '①③⑧⓪⓪①③⑧⓪⓪⓪', '138，0013，8000']) {
      expect(plainValue(written)).toBe('13800138000')
    }
  })
})

describe('Numbers that only stand side by side are left alone', () => {
  test.each([
    ['an amount with thousands', '13,800,138,000'],
    ['amounts in a list', '150，2000，3000，4000'],
    ['a column of amounts', '15000\n230000\n18000\n9000'],
    ['an amount above a year', '1500000\n2026'],
    ['a house number beside years', '第138、2023、2024号'],
    ['a number above a day', '138\n20261121'],
    ['a date in words', '二〇二六年十一月二十一日'],
    ['an enumeration in words', '一、三、五、七、九、十一、十三'],
    ['a list of scores', '1、5、3、2、4、5、3、2、1、4、5、2、3'],
    ['telephones of an office', '0999-6100100、0999-6100101'],
    ['a serial number of thirty digits', '202611210001000200030004000512'],
    ['columns of small counts', '1\t5\t3\t2\t4\t5\t3\t2\t1\t4\t5\t2\t3'],
  ])('%s', (_what, text) => {
    expect(detect(text).filter(({ severity }) => severity !== 'NOTE')).toEqual([])
  })

  test('a line of column numbers and a row of counts', () => {
    const numbered = ['栏次', ...Array.from({ length: 40 }, (_, at) => String(at + 1))]
    const counted = ['河西村', ...Array.from('6222000000000000')]
    for (const row of [numbered, counted]) expect(rowFindings(row, { today: null }).flat()).toEqual([])
  })
})

describe('A form with one box for each digit', () => {
  const cell = (words: string) => ({
    type: 'tableCell' as const,
    content: [
      { type: 'paragraph' as const, ...(words && { content: [{ type: 'text' as const, text: words }] }) },
    ],
  })
  const form = (...rows: readonly (readonly string[])[]): Block => ({
    type: 'table',
    content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })),
  })
  const draft = {
    ...emptyDraft(),
    title: '申请表',
    body: {
      type: 'doc' as const,
      content: [
        form(
          ['序号', '1', '身份证号', ...'990000', '', ...'19800229', '', ...'001X'],
          ['联系电话', ...'13800138000'],
          ['证号', '99', '00', '00', '19', '80', '01', '01', '00', '12'],
        ),
      ],
    },
  }
  const scan = (content: typeof draft | ReturnType<typeof maskDraft>, overrides: readonly string[] = []) =>
    scanDraft({
      content: publicContent({
        draft: content,
        office: { name: '云溪镇', uscc: '' },
        item: null,
        attachments: [],
      }),
      attachments: [],
      fingerprint: (kind, value) => `${kind}#${value.length}#${value.slice(-2)}`,
      overrides: overrides.map((fingerprint) => ({ fingerprint, by: '王芳', at: '', reason: '本人同意' })),
      today: '2026-11-21',
    })

  test('is read as one number, whose digits are masked box by box', () => {
    const hits = scan(draft)
    expect([...new Set(hits.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`))]).toEqual([
      'RESIDENT_ID RESIDENT_ID#18#1X',
      'MOBILE MOBILE#11#00',
      'RESIDENT_ID RESIDENT_ID#18#12',
    ])
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
    expect(JSON.stringify(hits)).not.toMatch(/99000019800229001X|13800138000/)
    const masked = maskDraft(draft, hits)
    expect(
      bodyText(masked.body)
        .split('\n')
        .map((line) => line.replaceAll('\t', '')),
    ).toEqual(['序号1身份证号990000********001X', '联系电话138****8000', '证号990000********0012'])
    expect(scan(masked)).toEqual([])
  })

  test('is let through as a whole, and one number does not let another through', () => {
    const hits = scan(draft, ['RESIDENT_ID#18#1X', 'MOBILE#11#00'])
    expect(gateFits(hits)).toBe(false)
    expect(hits.filter(({ override }) => override === null).every(({ kind }) => kind === 'RESIDENT_ID')).toBe(
      true,
    )
    expect(gateFits(scan(draft, ['RESIDENT_ID#18#1X', 'MOBILE#11#00', 'RESIDENT_ID#18#12']))).toBe(true)
  })
})
