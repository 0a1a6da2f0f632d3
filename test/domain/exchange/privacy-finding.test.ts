import { describe, expect, it } from 'vitest'
import { coversFindings } from '../../../domain/exchange/privacy-finding.ts'

const phone = { kind: 'MOBILE', place: 'body', count: 2 } as const

describe('What a person at the county allows', () => {
  it('is what that person saw: as much of it or less', () => {
    expect(coversFindings([phone], [phone])).toBe(true)
    expect(coversFindings([phone], [{ ...phone, count: 1 }])).toBe(true)
    expect(coversFindings([phone], [])).toBe(true)
    expect(coversFindings([phone, { ...phone, place: 'title' }], [{ ...phone, place: 'title' }])).toBe(true)
  })

  it('is not what was found later: more of it, at another place, or of another kind', () => {
    expect(coversFindings([phone], [{ ...phone, count: 3 }])).toBe(false)
    expect(coversFindings([phone], [phone, { ...phone, place: 'title' }])).toBe(false)
    expect(coversFindings([phone], [{ ...phone, kind: 'RESIDENT_ID' }])).toBe(false)
    expect(coversFindings([], [phone])).toBe(false)
  })
})
