import { describe, expect, it } from 'vitest'
import {
  lineAt,
  lineOffsets,
  linesInView,
  moved,
} from '../../../../renderer/desk/catalogue/grid/grid-lines.ts'

const offsets = lineOffsets(Array.from({ length: 10_000 }, () => 80))

describe('a grid of ten thousand lines', () => {
  it('draws what is in view and a few lines around it', () => {
    const lines = linesInView(offsets, { top: 400_000, height: 800 }, 5005)
    expect(lines.length).toBeLessThan(30)
    expect(lines).toContain(5000)
    expect(lines).toContain(5010)
  })

  it('keeps the line that has the focus drawn, however far away', () => {
    expect(linesInView(offsets, { top: 400_000, height: 800 }, 3)[0]).toBe(3)
    expect(linesInView(offsets, { top: 0, height: 800 }, 9999).at(-1)).toBe(9999)
  })

  it('finds the line at a height among lines of different heights', () => {
    const uneven = lineOffsets([40, 80, 80, 40])
    expect([0, 39, 40, 119, 120, 200, 999].map((top) => lineAt(uneven, top))).toEqual([0, 0, 1, 1, 2, 3, 3])
  })
})

describe('the keys of a grid', () => {
  const size = { lines: 100, columns: 5, page: 8 }
  const from = { line: 50, column: 2 }

  it('move a cell, a page, or to an end, and never out of the grid', () => {
    expect(moved('ArrowDown', false, from, size)).toEqual({ line: 51, column: 2 })
    expect(moved('ArrowLeft', false, { line: 0, column: 0 }, size)).toEqual({ line: 0, column: 0 })
    expect(moved('PageUp', false, from, size)).toEqual({ line: 42, column: 2 })
    expect(moved('Home', false, from, size)).toEqual({ line: 50, column: 0 })
    expect(moved('End', true, from, size)).toEqual({ line: 99, column: 4 })
  })

  it('leave other keys to the screen', () => {
    expect(moved('Enter', false, from, size)).toBeNull()
  })
})
