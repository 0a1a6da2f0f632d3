import { expect, it } from 'vitest'
import { hungThrough } from '../../../domain/posting/hung-through.ts'

it('a sheet hung through a 公示 when it came down after its last day, not early, and whole for as long as its board asked', () => {
  const sheet = { until: '2026-12-01', early: false, minimumLastDay: '2026-11-30' }
  expect(hungThrough(sheet, '2026-11-30')).toBe(true)
  expect(hungThrough({ ...sheet, until: '2026-11-30' }, '2026-11-30')).toBe(false)
  expect(hungThrough({ ...sheet, early: true }, '2026-11-30')).toBe(false)
  expect(hungThrough({ ...sheet, minimumLastDay: '2026-12-03' }, '2026-11-30')).toBe(false)
  expect(hungThrough({ ...sheet, minimumLastDay: null }, '2026-11-30')).toBe(true)
})
