import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestAbstract } from '../../../domain/notice/abstract.ts'
import type { Body } from '../../../domain/notice/body.ts'
import { numberSeries, type NumberUse, otherYear } from '../../../domain/notice/document-number-series.ts'
import { suggestKeywords } from '../../../domain/notice/keyword.ts'
import { titleHints } from '../../../domain/notice/title-pattern.ts'
import { validityOn } from '../../../domain/notice/validity.ts'
import { readSource } from '../../support/source-reader.ts'

const use = (serial: number): NumberUse => ({
  serial,
  noticeId: `n${serial}`,
  title: '',
  indexNumber: null,
  state: 'PUBLISHED',
})

describe('a series of document numbers', () => {
  it('has its gaps in runs, cut by what was explained', () => {
    const explained = new Map([
      [3, '作废'],
      [4, '作废'],
      [6, '不公开'],
    ])
    const { gaps, next } = numberSeries([use(1), use(8)], explained)
    expect(gaps).toEqual([
      { from: 2, to: 2, explained: null },
      { from: 3, to: 4, explained: '作废' },
      { from: 5, to: 5, explained: null },
      { from: 6, to: 6, explained: '不公开' },
      { from: 7, to: 7, explained: null },
    ])
    expect(next).toBe(9)
  })

  it('goes on behind the highest number that is used or explained, and begins with 1', () => {
    expect(numberSeries([], new Map()).next).toBe(1)
    expect(numberSeries([use(2)], new Map([[5, '作废']]))).toMatchObject({
      next: 6,
      gaps: [
        { from: 1, to: 1 },
        { from: 3, to: 4 },
        { from: 5, to: 5, explained: '作废' },
      ],
    })
  })

  it('leaves no number out: used, missing and explained ones make up the whole series', () => {
    const serials = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 })
    fc.assert(
      fc.property(serials, serials, (used, voided) => {
        const free = voided.filter((serial) => !used.includes(serial))
        const { gaps, next } = numberSeries(used.map(use), new Map(free.map((serial) => [serial, '作废'])))
        const covered = gaps.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        )
        expect([...covered, ...used].toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: next - 1 }, (_, index) => index + 1),
        )
      }),
    )
  })

  it('does not walk through a mistyped number', () => {
    expect(numberSeries([use(999_999)], new Map()).gaps).toEqual([{ from: 1, to: 999_998, explained: null }])
  })

  it('hints at a number of another year than the document', () => {
    expect(otherYear('云政发〔2025〕1号', '2026-01-05')).toBe(true)
    expect(otherYear('云政发〔2026〕1号', '2026-01-05')).toBe(false)
    expect(otherYear('云政发〔2026〕1号', null)).toBe(false)
  })
})

describe('the title of a document', () => {
  const hints = (title: string, kind: Parameters<typeof titleHints>[1] = 'NOTIFICATION') =>
    titleHints(title, kind).map(({ code, mended }) => [code, mended])

  it.each([
    ['云溪镇人民政府关于停电检修的通知', 'NOTIFICATION', []],
    ['停电通知', 'NOTIFICATION', []],
    ['关于关于停电的通知', 'NOTIFICATION', [['DOUBLED', '关于停电的通知']]],
    ['关于转发县政府停电通知的通知', 'NOTIFICATION', [['KIND_REPEATED', '关于转发县政府停电通知']]],
    ['关于转发《县政府关于停电的通知》的通知', 'NOTIFICATION', []],
    ['关于停电通知', 'NOTIFICATION', [['OF_MISSING', '关于停电的通知']]],
    ['关于停电的公告', 'NOTIFICATION', [['KIND_DIFFERS', null]]],
    ['关于停电检修', 'NOTIFICATION', [['KIND_MISSING', '关于停电检修的通知']]],
    ['河西村十一月停电检修通知', 'NOTIFICATION', [['ABOUT_MISSING', null]]],
    ['关于停电的通知。', 'NOTIFICATION', [['PUNCTUATION', '关于停电的通知']]],
    ['河西村2026年10月低保对象名单', 'NAME_LIST', []],
    ['云溪镇人民政府关于做好防汛工作的紧急通知', 'NOTIFICATION', []],
    ['云溪镇人民政府关于加强防汛工作的实施意见', 'OPINION', []],
    ['关于防汛紧急通知', 'NOTIFICATION', [['OF_MISSING', '关于防汛的紧急通知']]],
    ['关于征求《水源保护办法》（征求意见稿）意见的公告', 'ANNOUNCEMENT', []],
  ] as const)('%s (%s): %j', (title, kind, expected) => {
    expect(hints(title, kind)).toEqual(expected)
  })

  it('is told when it grows over fifty characters', () => {
    expect(hints(`关于${'停电'.repeat(30)}的通知`)).toEqual([['TOO_LONG', null]])
  })
})

describe('有效性', () => {
  const none = { from: null, to: null }

  it('is 有效 because the notice is published, and says that nothing else says so', () => {
    expect(validityOn('2026-11-23', none, [])).toEqual({ validity: 'IN_FORCE', on: null, by: 'PUBLICATION' })
  })

  it('lapses by itself on the day after the last day the document names', () => {
    const term = { from: '2026-01-01', to: '2026-12-31' }
    expect(validityOn('2026-12-31', term, []).validity).toBe('IN_FORCE')
    expect(validityOn('2027-01-01', term, [])).toEqual({
      validity: 'LAPSED',
      on: '2026-12-31',
      by: 'DOCUMENT',
    })
    expect(validityOn('2025-12-31', term, []).validity).toBe('NOT_YET')
  })

  it('follows the newest statement that has taken effect', () => {
    const statements = [
      { standing: 'REPEALED', effectiveOn: '2026-06-01' },
      { standing: 'IN_FORCE', effectiveOn: '2026-07-01' },
      { standing: 'REPEALED', effectiveOn: '2026-12-01' },
    ] as const
    expect(validityOn('2026-05-31', none, statements).validity).toBe('IN_FORCE')
    expect(validityOn('2026-06-15', none, statements).validity).toBe('REPEALED')
    expect(validityOn('2026-11-23', none, statements).validity).toBe('IN_FORCE')
    expect(validityOn('2026-12-01', none, statements).validity).toBe('REPEALED')
  })

  it('is not kept up beyond the last day by a 有效 said before that day, but by one said after it', () => {
    const term = { from: null, to: '2026-12-31' }
    const said = (effectiveOn: string) => [{ standing: 'IN_FORCE', effectiveOn } as const]
    expect(validityOn('2027-01-01', term, said('2026-06-01')).validity).toBe('LAPSED')
    expect(validityOn('2027-01-01', term, said('2027-01-01')).validity).toBe('IN_FORCE')
  })
})

const paragraphs = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

describe('what the text suggests', () => {
  const source = (name: string) =>
    readSource(readFileSync(new URL(`../../fixtures/sources/${name}`, import.meta.url), 'utf8'), name)

  it('takes the matter of a short notice and leaves salutation, ground and formulas', () => {
    const body = paragraphs(
      '各村民委员会：',
      '根据供电部门通知，因线路检修，11月25日8时至17时河西村停电。请各村做好准备。',
      '特此通知。',
    )
    expect(suggestAbstract(body)).toBe('因线路检修，11月25日8时至17时河西村停电。请各村做好准备。')
  })

  it('never gives more than 120 characters, and whole sentences only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('停', '电', '，', '。', '；', '：') })),
        (texts) => {
          const abstract = suggestAbstract(paragraphs(...texts.filter((text) => text !== '')))
          expect(abstract.length).toBeLessThanOrEqual(120)
          if (abstract !== '') expect(abstract).toMatch(/[。！？][”’）]?$/u)
        },
      ),
    )
  })

  it('prefers what the catalogue calls so', () => {
    const body = paragraphs('现将农村低保金发放情况公布如下。农村低保按月发放，农村低保金由信用社代发。')
    const words = suggestKeywords({ title: '关于农村低保金发放的公示', body, known: ['农村低保'] })
    expect(words[0]).toBe('农村低保')
    expect(words.length).toBeLessThanOrEqual(5)
  })

  // The five real documents; what is written here was read by a person and found usable.
  it.each([
    ['000_65d27a8072fa07a9.txt', '政务公开', '重点抓好县、乡政府'],
    ['001_b9b067c17af53a05.txt', '政务公开', '推进政务公开制度'],
    ['002_74e43fde5598cab7.txt', '政务公开', '进一步巩固和完善政务公开'],
    ['004_276657eb3793e4d2.txt', '政务公开', '实行重大决策预公开制度。'],
  ])('%s: first keyword %s, abstract beginning “%s”', (name, keyword, beginning) => {
    const { title, body } = source(name)
    const words = suggestKeywords({ title, body, known: [] })
    expect(words).toContain(keyword)
    expect(words.every((word) => !/^(?:公开|政府|单位)$/u.test(word))).toBe(true)
    expect(suggestAbstract(body)).toMatch(new RegExp(`^${beginning}`))
    expect(suggestKeywords({ title, body, known: [] })).toEqual(words)
  })
})
