import { describe, expect, it } from 'vitest'
import { cleanIndexNumber } from '../../../domain/exchange/clean-index-number.ts'

describe('the index number of a rejected row', () => {
  it.each([
    '11990000000000001G/2026-00001',
    '990000/2026-00042',
    '99000020260000000012',
    '云政公开〔2026〕3号',
  ])('stays as it was written when nobody is named: %s', (number) =>
    expect(cleanIndexNumber(number)).toBe(number),
  )

  it('does not carry a person’s number', () => {
    expect(cleanIndexNumber('张三99000019800229001X')).toBe('张三990000********001X')
    expect(cleanIndexNumber('13800138000/2026-1')).toBe('138****8000/2026-1')
  })
})
