import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { firstDifference } from './ink-profile.ts'
import { inkOf, type InkPage } from './raster.ts'
import { PICTURE_DPI, SHEET_PICTURES } from './sheet-picture.ts'

let page: InkPage
let rule: number
let line: { readonly from: number; readonly to: number }

const millimetres = (length: number) => Math.round(length * page.perMm)

function inkIn(row: number): number {
  return page.ink.subarray(row * page.width, (row + 1) * page.width).reduce((sum, dot) => sum + dot, 0)
}

/** The page with a band of rows lying `by` rows lower and paper where it lay. */
function moved(from: number, to: number, by: number): InkPage {
  const ink = Uint8Array.from(page.ink)
  ink.fill(paperAt(from), from * page.width, to * page.width)
  for (let row = from; row < to; row += 1) {
    const source = page.ink.subarray(row * page.width, (row + 1) * page.width)
    ink.set(source, (row + by) * page.width)
  }
  return { ...page, ink }
}

const paperAt = (_row: number) => 0

/** The page as another rasteriser might give it: a dot to the side and down, and edges a little lighter or darker. */
function noisy(): InkPage {
  const ink = new Uint8Array(page.ink.length)
  for (let row = 1; row < page.height; row += 1) {
    for (let column = 1; column < page.width; column += 1) {
      const dot = page.ink[(row - 1) * page.width + column - 1] ?? 0
      const edge = ((row * 7 + column * 13) % 41) - 20
      ink[row * page.width + column] = dot > 20 && dot < 235 ? Math.max(0, Math.min(255, dot + edge)) : dot
    }
  }
  return { ...page, ink }
}

beforeAll(async () => {
  page = await inkOf(readFileSync(join(SHEET_PICTURES, 'service-guide.png')), PICTURE_DPI)
  // The longest rule in the upper third, and the line of text with the most paper around it under that rule.
  const rows = Array.from({ length: Math.round(page.height * 0.6) }, (_, row) => row).slice(millimetres(20))
  rule = rows.reduce((best, row) => (inkIn(row) > inkIn(best) ? row : best))
  line = { from: rule + millimetres(2), to: rule + millimetres(9) }
})

describe('pictures of sheets are compared by their ink', () => {
  it('and the noise of another rasteriser is no difference', () => {
    expect(firstDifference(page, noisy())).toBeNull()
  })

  it('and a rule that moved by three millimetres is one, wherever it is looked from', () => {
    const other = moved(rule - 1, rule + 2, millimetres(3))
    expect(firstDifference(page, other)).toMatchObject({ along: 'DOWN' })
    expect(firstDifference(other, page)).toMatchObject({ along: 'DOWN' })
  })

  it('and a line of text that is gone is one', () => {
    const ink = Uint8Array.from(page.ink)
    ink.fill(paperAt(line.from), line.from * page.width, line.to * page.width)
    expect(firstDifference(page, { ...page, ink })).not.toBeNull()
  })

  it('and a page more or another paper is one', () => {
    expect(firstDifference(page, { ...page, height: page.height - 1 })).not.toBeNull()
  })
})
