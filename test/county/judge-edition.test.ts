import { describe, expect, it } from 'vitest'
import { indexNumberPattern } from '../../domain/exchange/index-number-pattern.ts'
import { parseIndexTemplate } from '../../domain/notice/index-number.ts'
import { must } from './support/county.ts'

const OFFICE = { uscc: '11990000000000001G', regionCode: '990000' }
const fits = (template: string, number: string): boolean =>
  indexNumberPattern(must(parseIndexTemplate(template)), OFFICE).test(number)

describe('The pattern of an office’s index numbers', () => {
  it('holds the office’s own code, so that another office’s number does not fit', () => {
    expect(fits('{uscc}/{yyyy}-{seq:5}', '11990000000000001G/2026-00042')).toBe(true)
    expect(fits('{uscc}/{yyyy}-{seq:5}', '11990000000000002E/2026-00042')).toBe(false)
    expect(fits('{orgCode}-{yyyymmdd}-{seq:3}', '000000001-20261118-001')).toBe(true)
    expect(fits('{regionCode}.{seq:4}', '990000.0001')).toBe(true)
    expect(fits('{regionCode}.{seq:4}', '990000x0001')).toBe(false)
  })

  it('takes a serial that has outgrown its digits, and none with fewer', () => {
    expect(fits('{yyyy}-{seq:3}', '2026-1234')).toBe(true)
    expect(fits('{yyyy}-{seq:3}', '2026-12')).toBe(false)
  })

  it('takes a class of letters, also of none, and nothing before or after the number', () => {
    expect(fits('{class}-{seq:3}', '社会救助-001')).toBe(true)
    expect(fits('{class}-{seq:3}', '-001')).toBe(true)
    expect(fits('{yyyy}-{seq:3}', 'x2026-001')).toBe(false)
    expect(fits('{yyyy}-{seq:3}', '2026-001\n')).toBe(false)
  })
})
