import { describe, expect, it } from 'vitest'
import { checkScreen } from '../../../domain/signage/check-screen.ts'
import type { ScreenDefinition, ScreenSubscription } from '../../../domain/signage/screen.ts'
import { screenWith, subscription } from './screens-to-test.ts'

const with_ = (one: Partial<ScreenSubscription>): ScreenDefinition => screenWith([subscription(one)])
const whole = screenWith([subscription()])
const sized = (change: Partial<ScreenDefinition['geometry']>): ScreenDefinition => ({
  ...whole,
  geometry: { ...whole.geometry, ...change },
})
const window = { weekdays: [1], from: '08:00', to: '24:00' }

describe('what cannot be kept of a screen is refused with the field and its limit', () => {
  it('a sound screen is kept, also the smallest LED wall', () => {
    expect(checkScreen(whole).ok).toBe(true)
    expect(checkScreen(sized({ pixelWidth: 192, pixelHeight: 96 })).ok).toBe(true)
    expect(checkScreen(with_({ windows: [window] })).ok).toBe(true)
  })

  it.each([
    ['no name', { ...whole, name: ' ' }, 'screen.name-required', {}],
    [
      'a name of sixty-one characters',
      { ...whole, name: '大'.repeat(61) },
      'screen.name-too-long',
      { most: 60 },
    ],
    ['no pixels', sized({ pixelWidth: 0 }), 'screen.out-of-range', { field: 'pixelWidth', least: 16 }],
    [
      'a distance of nine trillion',
      sized({ viewingDistanceMillimetres: 9999999999999 }),
      'screen.out-of-range',
      { most: 200_000 },
    ],
    ['half a priority', with_({ priority: 0.5 }), 'screen.out-of-range', { field: 'priority', number: 1 }],
    [
      'fifty-one notices',
      with_({ mostNotices: 51 }),
      'screen.out-of-range',
      { field: 'mostNotices', most: 50 },
    ],
    [
      'never within an hour',
      with_({ mostPerHour: 0 }),
      'screen.out-of-range',
      { field: 'mostPerHour', least: 1 },
    ],
    ['a part the layout has not', with_({ pane: 'SIDE' }), 'screen.pane-missing', { pane: 'SIDE' }],
    [
      'no weekday',
      with_({ windows: [{ ...window, weekdays: [] }] }),
      'screen.weekdays-invalid',
      { field: 'windows' },
    ],
    ['a weekday twice', with_({ windows: [{ ...window, weekdays: [1, 1] }] }), 'screen.weekdays-invalid', {}],
    ['a beginning at 24:00', with_({ windows: [{ ...window, from: '24:00' }] }), 'screen.time-invalid', {}],
    [
      'an hour of 25',
      { ...whole, openingHours: [{ ...window, to: '25:00' }] },
      'screen.time-invalid',
      { field: 'openingHours' },
    ],
    ['30 February', with_({ validFrom: '2026-02-30' }), 'screen.date-invalid', { field: 'validFrom' }],
    [
      'an end before the beginning',
      with_({ validFrom: '2026-03-02', validUntil: '2026-03-01' }),
      'screen.date-invalid',
      { field: 'validUntil' },
    ],
    ['one subscription twice', screenWith([subscription(), subscription()]), 'screen.subscription-twice', {}],
    [
      'twenty-five subscriptions',
      screenWith(Array.from({ length: 25 }, (_, i) => subscription({ id: String(i) }))),
      'screen.out-of-range',
      { field: 'subscriptions', most: 24 },
    ],
  ] as const)('%s', (_, definition, code, params) => {
    expect(checkScreen(definition)).toMatchObject({ ok: false, code, params })
  })
})
