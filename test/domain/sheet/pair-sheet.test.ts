import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { halfTemplate, pairSheet } from '../../../domain/sheet/pair-sheet.ts'

describe('two scripts on one sheet', () => {
  it('stand beside each other on a lying sheet, half of it each at the same size', () => {
    const pair = pairSheet('A4', { lead: 'HAN_FIRST', layout: 'SIDE_BY_SIDE', sizeRatio: 100 })
    expect(pair).toEqual({
      sheet: { width: 297, height: 210 },
      chinese: { x: 0, y: 0, width: 148.5, height: 210 },
      other: { x: 148.5, y: 0, width: 148.5, height: 210 },
    })
  })

  it('stand one above the other on an upright sheet, the leading one above', () => {
    const pair = pairSheet('A3', { lead: 'MINORITY_FIRST', layout: 'STACKED', sizeRatio: 50 })
    expect(pair.sheet).toEqual({ width: 297, height: 420 })
    expect(pair.other).toEqual({ x: 0, y: 0, width: 297, height: 140 })
    expect(pair.chinese).toEqual({ x: 0, y: 140, width: 297, height: 280 })
  })

  it('fill the sheet together at any ratio and overlap at none', () => {
    for (const sizeRatio of [50, 73, 100, 180, 200])
      for (const lead of ['HAN_FIRST', 'MINORITY_FIRST'] as const) {
        const { sheet, chinese, other } = pairSheet('A4', { lead, layout: 'VERTICAL_PAIR', sizeRatio })
        expect(chinese.width + other.width).toBeCloseTo(sheet.width, 9)
        expect(Math.max(chinese.x, other.x)).toBeCloseTo((lead === 'HAN_FIRST' ? chinese : other).width, 9)
        expect(other.width / chinese.width).toBeCloseTo(sizeRatio / 100, 9)
      }
  })

  it('keep the letters the office has set, not the official margins', () => {
    const half = halfTemplate(BUILT_IN_TEMPLATES.RED_HEAD)
    expect(half.type).toEqual(BUILT_IN_TEMPLATES.RED_HEAD.type)
    expect(half.margin.left).toBeLessThan(BUILT_IN_TEMPLATES.RED_HEAD.margin.left)
    expect([half.grid, half.pageNumber]).toEqual([null, 'NONE'])
  })
})
