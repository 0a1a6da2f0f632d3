import { expect, it } from 'vitest'
import { type ScreenSigns, screenState } from '../../../domain/signage/screen-state.ts'

const MINUTE = 60_000
const WELL = { heardAgo: 30_000, progressAgo: 10_000, kind: 'NOTICE', rung: 'WELL', missing: 0 } as const

it.each([
  ['never reported', null, true, 'NEVER'],
  ['reports, and pages turn', WELL, true, 'WELL'],
  ['answers, but the picture has not moved', { ...WELL, progressAgo: 6 * MINUTE }, true, 'STUCK'],
  ['a still default page is not frozen', { ...WELL, kind: 'DEFAULT', progressAgo: 6 * MINUTE }, true, 'WELL'],
  ['three reports missed in its hours', { ...WELL, heardAgo: 4 * MINUTE }, true, 'SILENT'],
  ['was heard last under a clock that was ahead', { ...WELL, heardAgo: -10 * MINUTE }, true, 'SILENT'],
  ['switched off at night', { ...WELL, heardAgo: 9 * 60 * MINUTE }, false, 'CLOSED'],
  ['shows all but one notice that cannot be drawn or read', { ...WELL, missing: 1 }, true, 'PARTLY'],
  ['black outside its hours', { ...WELL, kind: 'CLOSED' }, false, 'CLOSED'],
  ['stands on its safe page', { ...WELL, kind: 'SAFE', rung: 'SAFE' }, true, 'SAFE'],
] as const satisfies readonly (readonly [string, ScreenSigns['last'], boolean, string])[])(
  'a screen that %s is told so',
  (_, last, isOpen, state) => {
    expect(screenState({ last, isOpen })).toBe(state)
  },
)
