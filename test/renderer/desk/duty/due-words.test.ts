import { describe, expect, it } from 'vitest'
import type { DutyRow } from '../../../../server/duty/views.ts'
import { dueWords } from '../../../../renderer/shared/duty/due-words.ts'
import { dutyRow, TODAY } from './duty-samples.ts'
import { tOf } from './duty-i18n.ts'

const NOW = Date.parse('2026-11-23T01:42:00.000Z')

function words(row: DutyRow, now = NOW) {
  return dueWords(row, now, { today: TODAY, language: 'zh-Hans' }, tOf('zh-Hans'))
}

describe('how a duty stands', () => {
  it('counts working days since the last day, and names the day it should have been done', () => {
    expect(words(dutyRow({ date: '2026-11-15' }))).toEqual({
      tone: 'late',
      main: '逾期5个工作日',
      sub: '应于11月13日',
    })
  })

  it('says today on the last day', () => {
    expect(words(dutyRow({ date: '2026-11-23' }))).toEqual({ tone: 'soon', main: '今天', sub: '11月23日' })
  })

  it('warns three working days ahead', () => {
    expect(words(dutyRow({ date: '2026-11-25' }))).toEqual({
      tone: 'soon',
      main: '还剩2个工作日',
      sub: '11月25日',
    })
  })

  it('names the day first while there is time', () => {
    expect(words(dutyRow({ date: '2026-12-01' }))).toEqual({
      tone: 'plain',
      main: '12月1日',
      sub: '还剩6个工作日',
    })
  })

  it('counts hours down to the minute, and on when it is late', () => {
    const row = dutyRow({ amount: 5, unit: 'hour', start: '2026-11-23T00:00:00.000Z' })
    expect(words(row)).toEqual({ tone: 'soon', main: '还剩3小时18分', sub: '11月23日 13:00' })
    expect(words(row, Date.parse('2026-11-23T05:30:00.000Z'))).toEqual({
      tone: 'late',
      main: '逾期30分钟',
      sub: '应于11月23日 13:00',
    })
  })

  it('says how and when it was closed', () => {
    const closing = {
      kind: 'NIL',
      on: '2026-11-18',
      at: '2026-11-18T02:00:00.000Z',
      by: { id: 'a', name: '周敏' },
      noticeId: null,
      reason: '没有支出',
      clockDoubt: false,
    } as const
    const row = dutyRow({ date: '2026-11-15' }, { closing, state: 'NIL_REPORTED_LATE', workdaysLeft: null })
    expect(words(row)).toEqual({ tone: 'late', main: '逾期零报告', sub: '11月18日' })
  })
})
