import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkNoticeDates,
  formatCivilDate,
  isCivilDate,
  readCivilDate,
} from '../../../domain/notice/notice-dates.ts'

const civilDate = fc
  .date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('reading and writing dates', () => {
  it.each([
    ['二○○七年六月二十五日', '2007-06-25'],
    ['二〇〇七年六月二十五日', '2007-06-25'],
    ['二零零七年六月二十五日', '2007-06-25'],
    ['二OO七年十二月三十一日', '2007-12-31'],
    ['二〇二六年十月十日', '2026-10-10'],
    ['2013年4月22日', '2013-04-22'],
    ['２０１３年４月２２日', '2013-04-22'],
    ['2013 年 04 月 22 日', '2013-04-22'],
    ['2008-03-15', '2008-03-15'],
    ['2008/3/15', '2008-03-15'],
    ['2008.3.15', '2008-03-15'],
    ['20080315', '2008-03-15'],
    ['2024年2月29日', '2024-02-29'],
  ])('reads %s', (text, date) => {
    expect(readCivilDate(text)).toBe(date)
  })

  it.each([
    '',
    '2026年2月29日',
    '2026-13-01',
    '2008-3.15',
    '二〇二六年十十月一日',
    '二六年三月一日',
    '2026年3月',
    '明天',
  ])('does not take “%s” for a date', (text) => {
    expect(readCivilDate(text)).toBeNull()
  })

  it('writes a date without leading zeros', () => {
    expect(formatCivilDate('2026-03-05')).toBe('2026年3月5日')
  })

  it('reads back every date it wrote', () => {
    fc.assert(
      fc.property(civilDate, (date) => {
        expect(isCivilDate(date)).toBe(true)
        expect(readCivilDate(formatCivilDate(date))).toBe(date)
        expect(readCivilDate(date)).toBe(date)
      }),
    )
  })

  it('knows days that do not exist', () => {
    expect(isCivilDate('2026-02-30')).toBe(false)
    expect(isCivilDate('2026-2-3')).toBe(false)
  })
})

describe('order of the dates of a notice', () => {
  const today = '2026-11-23'

  it('accepts signing, printing and today in this order, also all on one day', () => {
    expect(checkNoticeDates({ documentDate: '2026-11-20', issueDate: '2026-11-22', today }).ok).toBe(true)
    expect(checkNoticeDates({ documentDate: today, issueDate: today, today }).ok).toBe(true)
  })

  it('does not judge a date that is still missing', () => {
    expect(checkNoticeDates({ documentDate: null, issueDate: null, today }).ok).toBe(true)
    expect(checkNoticeDates({ documentDate: '2026-11-20', issueDate: null, today }).ok).toBe(true)
  })

  it.each([
    ['2026-11-22', '2026-11-20', 'documentDate', 'issueDate'],
    ['2026-11-24', null, 'documentDate', 'today'],
    ['2026-11-20', '2026-11-24', 'issueDate', 'today'],
  ])('names the two dates in the wrong order (%s, %s)', (documentDate, issueDate, earlier, later) => {
    expect(checkNoticeDates({ documentDate, issueDate, today })).toMatchObject({
      code: 'notice.date-order',
      params: { earlier, later },
    })
  })

  it('refuses a day that does not exist', () => {
    expect(checkNoticeDates({ documentDate: '2026-02-30', issueDate: null, today })).toEqual({
      ok: false,
      code: 'request.invalid',
      params: { field: 'documentDate' },
    })
  })
})
