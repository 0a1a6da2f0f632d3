import { expect, it } from 'vitest'
import { isNightPause } from '../../../domain/signage/night-pause.ts'

const HOUR = 3_600_000

it.each([
  ['03:29', '2026-03-09T19:29:59.000Z', true, 30, false],
  ['03:30', '2026-03-09T19:30:00.000Z', true, 30, true],
  ['04:29', '2026-03-09T20:29:59.000Z', true, 30, true],
  ['04:30', '2026-03-09T20:30:00.000Z', true, 30, false],
  ['03:30 on a page that began at eight in the evening', '2026-03-09T19:30:00.000Z', true, 7, false],
  ['19:00 on a dark screen', '2026-03-09T11:00:00.000Z', false, 13, true],
  ['10:00 on a lit screen', '2026-03-09T02:00:00.000Z', true, 300, false],
] as const)('at %s a page may begin anew or not', (_, instant, isLit, hours, begins) => {
  expect(isNightPause({ instant: Date.parse(instant), isLit, runningFor: hours * HOUR })).toBe(begins)
})
