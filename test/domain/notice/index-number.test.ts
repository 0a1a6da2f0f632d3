import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exampleIndexNumber,
  indexSeries,
  parseIndexTemplate,
  renderIndexNumber,
} from '../../../domain/notice/index-number.ts'
import type { IndexTemplate, IndexValues } from '../../../domain/notice/index-number.ts'

const VALUES: IndexValues = {
  uscc: '113708280043326001',
  regionCode: '990000101',
  classCode: 'GGA001',
  date: '2026-11-23',
}

function template(text: string): IndexTemplate {
  const result = parseIndexTemplate(text)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

const separator = fc.constantFrom('/', '-', '.', '—', ':')
const field = fc.constantFrom(
  '{uscc}',
  '{orgCode}',
  '{regionCode}',
  '{class}',
  '{yyyy}',
  '{yyyymmdd}',
  'ZW',
  '公开',
)
const templates = fc
  .tuple(
    fc.array(fc.tuple(field, fc.option(separator, { nil: '' })), { maxLength: 6 }),
    fc.integer({ min: 1, max: 9 }),
    fc.nat(6),
  )
  .map(([fields, digits, place]) => {
    const pieces = fields.map(([name, sign]) => name + sign)
    pieces.splice(Math.min(place, pieces.length), 0, `{seq:${digits}}`)
    return pieces.join('')
  })
  .filter((text) => parseIndexTemplate(text).ok)
const date = fc
  .record({ year: fc.integer({ min: 1990, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`)
const values = fc.record({
  uscc: fc.constant(VALUES.uscc),
  regionCode: fc.constant(VALUES.regionCode),
  classCode: fc.stringMatching(/^[A-Z0-9_]{0,4}$/),
  date,
})
const serial = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 10_000_000 }))

describe('索引号', () => {
  it.each([
    ['{uscc}/{yyyy}-{seq:5}', '113708280043326001/2026-00042'],
    ['{orgCode}-{yyyy}-{seq:6}', '004332600-2026-000042'],
    ['{regionCode}{class}/{yyyy}-{seq:5}', '990000101GGA001/2026-00042'],
    ['{regionCode}-{class}-{yyyymmdd}-{seq:3}', '990000101-GGA001-20261123-042'],
    ['云溪镇{yyyy}第{seq:1}号', '云溪镇2026第42号'],
    ['{seq:9}', '000000042'],
  ])('fills %s', (text, expected) => {
    expect(renderIndexNumber(template(text), VALUES, 42)).toBe(expected)
  })

  it('writes a serial that outgrew the template in full', () => {
    expect(renderIndexNumber(template('{yyyy}-{seq:2}'), VALUES, 1234)).toBe('2026-1234')
  })

  it('counts anew when the year changes, and not when only the day does', () => {
    const yearly = template('{uscc}/{yyyy}-{seq:5}')
    expect(indexSeries(yearly, VALUES)).toBe('113708280043326001/2026-{seq}')
    expect(indexSeries(yearly, { ...VALUES, date: '2026-12-31' })).toBe(indexSeries(yearly, VALUES))
    expect(indexSeries(yearly, { ...VALUES, date: '2027-01-01' })).not.toBe(indexSeries(yearly, VALUES))
  })

  it('shows the first number as the example', () => {
    expect(exampleIndexNumber(template('{uscc}/{yyyy}-{seq:5}'), VALUES)).toBe(
      '113708280043326001/2026-00001',
    )
  })

  it.each([
    ['{uscc}/{year}-{seq:5}', 8],
    ['{uscc}/{seq:0}', 8],
    ['{uscc}/{seq:10}', 8],
    ['{uscc}/{seq}', 8],
    ['{uscc/{seq:5}', 1],
    ['uscc}/{seq:5}', 5],
    ['{uscc} {seq:5}', 7],
    ['｛uscc｝/{seq:5}', 1],
    ['{seq:5}/{seq:5}', 9],
    ['{regionCode}{class}{yyyy}{seq:5}', 13],
  ])('points at the place where %s stops making sense', (text, position) => {
    expect(parseIndexTemplate(text)).toEqual({
      ok: false,
      code: 'office.index-template-invalid',
      params: { position },
    })
  })

  it.each(['', '{uscc}', '{uscc}/{yyyy}-5'])('refuses “%s”, which has no serial', (text) => {
    expect(parseIndexTemplate(text)).toMatchObject({ code: 'office.index-template-without-serial' })
  })

  it('never gives one number twice: another series or another serial makes another number', () => {
    fc.assert(
      fc.property(templates, values, values, serial, serial, (text, one, other, n, m) => {
        const read = template(text)
        const same = indexSeries(read, one) === indexSeries(read, other) && n === m
        expect(renderIndexNumber(read, one, n) === renderIndexNumber(read, other, m)).toBe(same)
      }),
      { numRuns: 3000 },
    )
  })

  it('would give one number twice if the class could touch the serial', () => {
    const touching: IndexTemplate = {
      text: '{class}{seq:1}',
      parts: [
        { kind: 'field', field: 'class' },
        { kind: 'serial', digits: 1 },
      ],
    }
    expect(renderIndexNumber(touching, { ...VALUES, classCode: 'A1' }, 1)).toBe(
      renderIndexNumber(touching, { ...VALUES, classCode: 'A' }, 11),
    )
    expect(parseIndexTemplate(touching.text).ok).toBe(false)
  })

  it('keeps every digit of the serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), serial, (digits, n) => {
        const [, written = ''] = renderIndexNumber(template(`{yyyy}-{seq:${digits}}`), VALUES, n).split('-')
        expect(Number(written)).toBe(n)
        expect(written.length).toBeGreaterThanOrEqual(digits)
      }),
    )
  })

  it('takes a serial that is not a whole number from 1 as a fault of the program', () => {
    expect(() => renderIndexNumber(template('{seq:5}'), VALUES, 0)).toThrow(RangeError)
    expect(() => renderIndexNumber(template('{seq:5}'), VALUES, 1.5)).toThrow(RangeError)
  })
})
