import { describe, expect, it } from 'vitest'
import { ALL_DATES, isWithin, nextEdge, type TimeWindow } from '../../../domain/signage/time-window.ts'
import { wall } from './screens-to-test.ts'

const ms = (date: string, time: string) => Date.parse(wall(date, time))
const window = (weekdays: number[], from: string, to: string): TimeWindow => ({ weekdays, from, to })
// 2026-11-23 is a Monday.
const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'
const SUNDAY = '2026-11-29'

describe('when a time window is open, on the wall clock of Asia/Shanghai', () => {
  it.each([
    ['its first minute is in it', [window([1], '08:00', '12:00')], MONDAY, '08:00', true],
    ['the minute before is not', [window([1], '08:00', '12:00')], MONDAY, '07:59', false],
    ['its last minute is in it', [window([1], '08:00', '12:00')], MONDAY, '11:59', true],
    ['its end is not', [window([1], '08:00', '12:00')], MONDAY, '12:00', false],
    ['another weekday is not', [window([1], '08:00', '12:00')], TUESDAY, '09:00', false],
    ['overnight: the evening it begins on', [window([1], '22:00', '06:00')], MONDAY, '23:30', true],
    ['overnight: the morning after', [window([1], '22:00', '06:00')], TUESDAY, '05:59', true],
    ['overnight: over at its end', [window([1], '22:00', '06:00')], TUESDAY, '06:00', false],
    [
      'overnight: not the morning of the day it begins on',
      [window([1], '22:00', '06:00')],
      MONDAY,
      '05:00',
      false,
    ],
    [
      'overnight from Sunday into the next week',
      [window([7], '22:00', '06:00')],
      '2026-11-30',
      '02:00',
      true,
    ],
    ['a whole day has its last minute', [window([1], '00:00', '24:00')], MONDAY, '23:59', true],
    ['a whole day ends at midnight', [window([1], '00:00', '24:00')], TUESDAY, '00:00', false],
    ['to midnight written as 00:00', [window([1], '18:00', '00:00')], MONDAY, '23:59', true],
    ['to midnight written as 00:00 is over then', [window([1], '18:00', '00:00')], TUESDAY, '00:00', false],
    ['beginning and end alike: a day and a night', [window([1], '08:00', '08:00')], TUESDAY, '07:59', true],
    ['over the end of a month', [window([1], '22:00', '06:00')], '2026-12-01', '01:00', true],
    ['over the end of a year', [window([4], '22:00', '06:00')], '2027-01-01', '01:00', true],
    ['without windows always', [], SUNDAY, '03:00', true],
    [
      'two windows of one day: between them',
      [window([1], '08:00', '12:00'), window([1], '14:00', '18:00')],
      MONDAY,
      '13:00',
      false,
    ],
    [
      'two windows of one day: in the second',
      [window([1], '08:00', '12:00'), window([1], '14:00', '18:00')],
      MONDAY,
      '14:00',
      true,
    ],
  ] as const)('%s', (_, windows, date, time, open) => {
    expect(isWithin(windows, ALL_DATES, ms(date, time))).toBe(open)
  })

  it.each([
    ['from the first minute of its first day', MONDAY, '00:00', true],
    ['not the minute before', '2026-11-22', '23:59', false],
    ['to the last minute of its last day', TUESDAY, '23:59', true],
    ['no longer', '2026-11-25', '00:00', false],
  ])('dates without windows: %s', (_, date, time, open) => {
    const dates = { validFrom: MONDAY, validUntil: TUESDAY }
    expect(isWithin([], dates, ms(date, time))).toBe(open)
  })

  it('a night that begins on the last day runs to its end, and no other does', () => {
    const dates = { validFrom: null, validUntil: MONDAY }
    const nights = [window([1, 2], '22:00', '06:00')]
    expect(isWithin(nights, dates, ms(TUESDAY, '03:00'))).toBe(true)
    expect(isWithin(nights, dates, ms(TUESDAY, '23:00'))).toBe(false)
  })

  it('the wall clock never jumps: every day of the year has its 02:30', () => {
    const early = [window([1, 2, 3, 4, 5, 6, 7], '02:30', '02:31')]
    for (let day = 0; day < 366; day += 1) {
      const instant = ms('2026-01-01', '02:30') + day * 86_400_000
      expect(isWithin(early, ALL_DATES, instant)).toBe(true)
      expect(isWithin(early, ALL_DATES, instant + 60_000)).toBe(false)
    }
  })
})

describe('when a window opens or shuts next', () => {
  it.each([
    ['opens today', [window([1], '08:00', '12:00')], MONDAY, '07:00', MONDAY, '08:00'],
    ['shuts today', [window([1], '08:00', '12:00')], MONDAY, '08:00', MONDAY, '12:00'],
    ['opens in a week', [window([1], '08:00', '12:00')], MONDAY, '12:00', '2026-11-30', '08:00'],
    ['shuts in the morning', [window([1], '22:00', '06:00')], MONDAY, '23:00', TUESDAY, '06:00'],
    ['shuts in the next week', [window([7], '22:00', '06:00')], SUNDAY, '22:00', '2026-11-30', '06:00'],
  ] as const)('%s', (_, windows, date, time, onDate, atTime) => {
    expect(nextEdge(windows, ALL_DATES, ms(date, time))).toBe(ms(onDate, atTime))
  })

  it('a subscription that begins in some months is told, and what is over never comes again', () => {
    const later = { validFrom: '2027-03-01', validUntil: null }
    expect(nextEdge([], later, ms(MONDAY, '08:00'))).toBe(ms('2027-03-01', '00:00'))
    expect(nextEdge([window([1], '08:00', '09:00')], later, ms(MONDAY, '08:00'))).toBe(
      ms('2027-03-01', '08:00'),
    )
    const over = { validFrom: null, validUntil: '2026-01-01' }
    expect(nextEdge([window([1], '08:00', '09:00')], over, ms(MONDAY, '08:00'))).toBeNull()
    expect(nextEdge([], ALL_DATES, ms(MONDAY, '08:00'))).toBeNull()
  })
})
