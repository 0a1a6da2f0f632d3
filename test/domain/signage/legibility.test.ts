import { describe, expect, it } from 'vitest'
import { codeModules, codeSide } from '../../../domain/signage/code-room.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import { heightAt, HAN_INK, leastType } from '../../../domain/signage/legible-type.ts'
import { type Legibility, legibilityOf } from '../../../domain/signage/legibility.ts'
import { noticeExtent } from '../../../domain/signage/notice-extent.ts'
import type { ScreenGeometry, ScreenLayout } from '../../../domain/signage/screen.ts'
import { GLASSES, type Glass, nameRows, tableBody, textBody } from '../../support/signage-feed.ts'

const SHORT = noticeExtent(
  '关于11月25日停电检修的通知',
  textBody('因线路检修，11月25日8时至17时河西村、河东村停电，请提前做好准备。'),
)
const LONG = noticeExtent(
  '河西村集体资金收支情况公告',
  textBody(...Array.from({ length: 40 }, () => '收支情况'.repeat(20))),
)
const NAMES = noticeExtent('河西村低保对象公示', tableBody(['户主', '村组', '金额'], nameRows(17)))
const REGISTER = noticeExtent('河西村低保对象公示', tableBody(['户主', '村组', '金额'], nameRows(3000)))
const WIDE = noticeExtent(
  '河西村低保金发放明细',
  tableBody(
    ['户主', '类别', '人数', '月标准', '本月金额', '上月金额', '起始月份', '核查日期', '备注'],
    [['周敏', 'A类', '3', '612.00', '1836.00', '1836.00', '2024年3月', '2026-10-08', '无变化']],
  ),
)
const LONG_TITLE = noticeExtent('关于公布河西村'.repeat(6), textBody('公布。'))

function outcome(found: Legibility): string {
  if (found.outcome === 'LEGIBLE') return found.rowsCut ? 'rows cut' : 'whole'
  return found.reason
}

function outcomes(glass: Glass, layout: ScreenLayout = 'FULL'): readonly string[] {
  const [room] = glassPlan({ geometry: GLASSES[glass], layout, shift: true }).panes
  if (room === undefined) throw new Error('a screen without parts')
  return [SHORT, NAMES, REGISTER, WIDE, LONG, LONG_TITLE].map((notice) => outcome(legibilityOf(notice, room)))
}

describe('the smallest type a screen may set', () => {
  it('is 7.3 mm high at 600 mm, as EN 301 549 reckons 0.7 degrees', () => {
    expect(heightAt(600, 0.7)).toBeCloseTo(7.33, 2)
  })

  it.each<[Glass, number, string]>([
    ['television', 85, 'DISTANCE'],
    ['upright', 85, 'DISTANCE'],
    ['large', 221, 'DISTANCE'],
    ['wall', 16, 'PIXELS'],
    ['door', 16, 'PIXELS'],
    ['small', 47, 'DISTANCE'],
    ['ticker', 16, 'PIXELS'],
  ])('is pinned for %s: %i pixels, decided by %s', (glass, pixels, decidedBy) => {
    expect(leastType(GLASSES[glass])).toMatchObject({ fontPixels: pixels, decidedBy })
  })

  it('gives a Han character at least the angle on every screen', () => {
    for (const geometry of Object.values<ScreenGeometry>(GLASSES)) {
      const { fontPixels, glyphPixels } = leastType(geometry)
      expect(fontPixels * HAN_INK).toBeGreaterThanOrEqual(glyphPixels - 0.001)
    }
  })

  it('is never less than twelve pixels, however near people stand', () => {
    const near = { ...GLASSES.ticker, pixelHeight: 24, viewingDistanceMillimetres: 300 }
    expect(leastType(near).fontPixels).toBe(12)
  })
})

describe('what can be read where, in the order: short, 17 names, 3,000 names, nine columns, long text, long title', () => {
  // Amounts of a thousand and more leave no room for three columns in eleven or twelve characters.
  it.each<[Glass, readonly string[]]>([
    ['television', ['whole', 'whole', 'rows cut', 'TABLE_TOO_WIDE', 'TEXT_TOO_LONG', 'whole']],
    ['upright', ['whole', 'whole', 'TABLE_TOO_WIDE', 'TABLE_TOO_WIDE', 'TEXT_TOO_LONG', 'whole']],
    ['large', ['whole', 'whole', 'rows cut', 'TABLE_TOO_WIDE', 'TEXT_TOO_LONG', 'whole']],
    ['wall', ['whole', 'whole', 'TABLE_TOO_WIDE', 'TABLE_TOO_WIDE', 'TEXT_TOO_LONG', 'ROOM_TOO_SMALL']],
    ['door', ['whole', 'whole', 'rows cut', 'TABLE_TOO_WIDE', 'TEXT_TOO_LONG', 'whole']],
    // One line of four characters: only a moving title is left.
    ['small', ['whole', 'whole', 'whole', 'whole', 'whole', 'whole']],
  ])('%s', (glass, expected) => {
    expect(outcomes(glass)).toEqual(expected)
  })

  it('a line that moves can say any title', () => {
    expect(new Set(outcomes('ticker', 'TICKER'))).toEqual(new Set(['whole']))
  })

  it('refuses on a screen whose pixels do not hold four characters of the type', () => {
    const far = { ...GLASSES.wall, viewingDistanceMillimetres: 60_000 }
    const [room] = glassPlan({ geometry: far, layout: 'FULL', shift: false }).panes
    expect(room && legibilityOf(SHORT, room)).toEqual({ outcome: 'REFUSED', reason: 'SCREEN_TOO_SMALL' })
  })

  it('refuses a headline that would take more than three pages', () => {
    const [room] = glassPlan({ geometry: GLASSES.wall, layout: 'FULL', shift: false }).panes
    const endless = noticeExtent('关于公布河西村'.repeat(30), textBody('公布。'))
    expect(room && legibilityOf(endless, room)).toEqual({ outcome: 'REFUSED', reason: 'HEADLINE_TOO_LONG' })
  })
})

describe('a part of a screen', () => {
  it('stands below the main one where the screen is upright, and beside it where it lies', () => {
    const side = (glass: Glass) =>
      glassPlan({ geometry: GLASSES[glass], layout: 'SPLIT_TICKER', shift: true }).panes.find(
        ({ pane }) => pane === 'SIDE',
      )
    expect(side('upright')).toMatchObject({ left: 0, width: 1080 })
    expect(side('television')).toMatchObject({ left: 1280, top: 0 })
  })

  it('has parts that fill the screen and do not overlap, in every layout and on every screen', () => {
    for (const geometry of Object.values<ScreenGeometry>(GLASSES))
      for (const layout of ['FULL', 'FULL_TICKER', 'SPLIT', 'SPLIT_TICKER', 'TICKER'] as const) {
        const { panes } = glassPlan({ geometry, layout, shift: true })
        const area = panes.reduce((sum, { width, height }) => sum + width * height, 0)
        expect(area).toBe(geometry.pixelWidth * geometry.pixelHeight)
        for (const { left, top, width, height } of panes) {
          expect(left + width).toBeLessThanOrEqual(geometry.pixelWidth)
          expect(top + height).toBeLessThanOrEqual(geometry.pixelHeight)
        }
      }
  })

  it('moves against burn-in by no more than its padding, and not at all on an LED wall', () => {
    for (const geometry of Object.values<ScreenGeometry>(GLASSES)) {
      const { shift, padding, coarse } = glassPlan({ geometry, layout: 'FULL', shift: true })
      expect(shift).toBeLessThan(Math.max(1, padding))
      expect(shift > 0).toBe(!coarse)
    }
    expect(glassPlan({ geometry: GLASSES.television, layout: 'FULL', shift: false }).shift).toBe(0)
  })
})

describe('a code', () => {
  it('is a tenth of the distance wide, in whole pixels a square', () => {
    const side = codeSide(GLASSES.television, 49, { width: 1000, height: 1000 })
    expect(side).toBe(637)
    expect((side ?? 0) * (952 / 1920)).toBeGreaterThanOrEqual(300)
  })

  it('is not drawn where it could not be read', () => {
    expect(codeSide(GLASSES.wall, codeModules(100), { width: 188, height: 92 })).toBeNull()
    expect(codeSide(GLASSES.television, 49, { width: 600, height: 600 })).toBeNull()
  })
})
