import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { illegible, leastLegiblePoints, legibleFrom } from '../../../domain/sheet/legible-size.ts'
import { NOTICE_FORMS } from '../../../domain/sheet/template.ts'

describe('the size of text that people still read', () => {
  it('is one two-hundredth of the distance, a convention that warns and nothing more', () => {
    expect(leastLegiblePoints(0.5)).toBe(7)
    expect(leastLegiblePoints(1)).toBe(14)
    expect(leastLegiblePoints(2)).toBe(28)
    expect(leastLegiblePoints(5)).toBe(70)
  })

  it('says from how far a size can be read, never more than that', () => {
    expect(legibleFrom(16)).toBe(1.1)
    expect(legibleFrom(42)).toBe(2.9)
  })

  it('names what of a template is too small: its text, its tables, or what they may shrink to', () => {
    const poster = BUILT_IN_TEMPLATES.POSTER
    expect(illegible({ ...poster, readFrom: 1 })).toEqual([])
    expect(illegible(poster)).toEqual(['LEAST_TABLE'])
    expect(illegible({ ...poster, readFrom: 3 })).toEqual(['TEXT', 'TABLE', 'LEAST_TABLE'])
  })

  it.each(NOTICE_FORMS)('lets text and tables of the product’s own %s pass', (form) => {
    const small = illegible(BUILT_IN_TEMPLATES[form])
    expect(small).not.toContain('TEXT')
    expect(small).not.toContain('TABLE')
  })
})
