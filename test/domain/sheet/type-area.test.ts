import { expect, test } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { turned, typeArea } from '../../../domain/sheet/type-area.ts'

test('the official type area of 156 by 225 mm holds 22 lines, measured over the ink', () => {
  const area = typeArea(BUILT_IN_TEMPLATES.RED_HEAD)
  expect(area.pitch).toBeCloseTo(10.4455, 3)
  expect(area.width).toBe(156)
  expect(area.character * 28).toBeCloseTo(156)
  // The line boxes reach beyond the ink by the same length at head and foot.
  expect(area.margin.top).toBeCloseTo(34.6, 1)
  expect(area.margin.bottom).toBeCloseTo(32.6, 1)
  expect(area.height).toBeCloseTo(22 * area.pitch)
})

test('without a grid margins are those of the template and lines follow the size of the type', () => {
  const area = typeArea(BUILT_IN_TEMPLATES.NAME_LIST)
  expect(area.page).toEqual({ width: 297, height: 210 })
  expect(area.margin).toEqual(BUILT_IN_TEMPLATES.NAME_LIST.margin)
  expect(area.pitch).toBeCloseTo((14 * 1.5 * 25.4) / 72)
})

test('turned, the head lies at the binding and the type area keeps its size', () => {
  const area = typeArea(turned(BUILT_IN_TEMPLATES.PLAIN))
  expect(area.page).toEqual({ width: 297, height: 210 })
  expect(area.margin).toEqual({ top: 28, right: 37, bottom: 26, left: 35 })
  expect([area.width, area.height]).toEqual([225, 156])
  expect(turned(turned(BUILT_IN_TEMPLATES.PLAIN)).margin).toEqual(BUILT_IN_TEMPLATES.PLAIN.margin)
})

test('half a sheet is set on a page of its own size', () => {
  const area = typeArea({ ...BUILT_IN_TEMPLATES.PLAIN, grid: null }, { width: 148.5, height: 210 })
  expect(area.width).toBe(148.5 - 26 - 28)
})
