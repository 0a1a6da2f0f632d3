import { describe, expect, it } from 'vitest'
import { checkRegionCode } from '../../../domain/office/region-code.ts'

describe('行政区划代码', () => {
  it.each(['990000', '990000101', '990000101203'])('accepts %s', (code) => {
    expect(checkRegionCode(code)).toEqual({ ok: true, value: code })
  })

  it('mends full-width digits and spaces', () => {
    expect(checkRegionCode(' ９９００００ １０１')).toEqual({ ok: true, value: '990000101' })
  })

  it.each(['', '99000', '9900001', '99000010120', '9900001012031', '99000A', '090000', '-90000'])(
    'refuses “%s”',
    (code) => {
      expect(checkRegionCode(code)).toEqual({
        ok: false,
        code: 'office.region-code-invalid',
        params: { length: code.length },
      })
    },
  )
})
