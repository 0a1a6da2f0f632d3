import { describe, expect, it } from 'vitest'
import { countedSteps } from '../../../../renderer/desk/duty/counted-steps.ts'
import { actsOf } from '../../../../renderer/desk/duty/duty-acts.ts'
import { firstAct } from '../../../../renderer/desk/duty/duty-actions.tsx'
import { addressWith, scopeWords } from '../../../../renderer/desk/duty/duty-scope.ts'
import { eventRequest, needsTime, startsByEvent } from '../../../../renderer/desk/duty/event-request.ts'
import { nextCell } from '../../../../renderer/desk/duty/grid-keys.ts'
import { matrixShown } from '../../../../renderer/desk/duty/matrix-shown.ts'
import { monthOfAddress, spanAfter, spanOf, weeksOf } from '../../../../renderer/desk/duty/span.ts'
import { queryOf } from '../../../../renderer/desk/today/today-shows.ts'
import { dayText, runText, weekdayOf } from '../../../../renderer/shared/duty/day-text.ts'
import { dutyName, periodWords, wholeName } from '../../../../renderer/shared/duty/duty-name.ts'
import { dutyRow, TODAY, TOWNSHIP } from './duty-samples.ts'
import { tOf } from './duty-i18n.ts'
import { matrixView, S1_ROWS } from './duty-views.ts'

const t = tOf('zh-Hans')

describe('days in words', () => {
  it.each([
    ['2026-10-01', '2026-10-07', '10月1–7日'],
    ['2026-10-31', '2026-11-01', '10月31日–11月1日'],
    ['2026-10-10', '2026-10-10', '10月10日'],
    ['2027-02-06', '2027-02-12', '2027年2月6–12日'],
    ['2026-12-31', '2027-01-03', '12月31日–2027年1月3日'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(runText(from, to, TODAY, 'zh-Hans')).toBe(text)
  })

  it('leaves the year out while it is this one', () => {
    expect(dayText('2026-11-03', TODAY, 'zh-Hans')).toBe('11月3日')
    expect(dayText('2027-11-03', TODAY, 'en')).toBe('3 Nov 2027')
  })

  it('knows that 15 November 2026 is a Sunday', () => {
    expect([weekdayOf('2026-11-15'), weekdayOf('2026-11-16')]).toEqual([7, 1])
  })
})

describe('the name of a duty', () => {
  it.each([
    ['2026-10', '10月'],
    ['2025-10', '2025年10月'],
    ['2026-Q3', '第三季度'],
    ['2026-H2', '下半年'],
    ['2026', '2026年'],
  ])('says the period %s as %s', (period, words) => {
    expect(periodWords(period, TODAY, t)).toBe(words)
  })

  it('names the village, and not the office itself', () => {
    const row = dutyRow({ date: '2026-11-15' })
    expect(wholeName(row, TODAY, t)).toBe('河西村 · 10月 财务收支公开表')
    expect(wholeName({ ...row, unit: TOWNSHIP }, TODAY, t)).toBe('10月 财务收支公开表')
  })

  it('says of what policy it is the interpretation', () => {
    const row = S1_ROWS.find(({ kind }) => kind === 'INTERPRETATION')
    expect(row && dutyName(row, TODAY, t)).toBe('《云溪镇农机补贴实施细则》政策解读')
  })
})

describe('what a line offers', () => {
  const may = {
    draft: true,
    nil: true,
    check: false,
    waive: false,
    assign: true,
    reopen: false,
    confirm: false,
  }

  it('is only what the person may do', () => {
    expect(actsOf({ may })).toEqual(['nil', 'assign'])
    expect(actsOf({ may: { ...may, waive: true } })).toEqual(['nil', 'waive', 'assign'])
  })

  it('is the notice first, for a standing item the check, for a doubtful date its confirmation', () => {
    expect(firstAct({ may, draft: null, kind: 'PERIODIC' })).toBeNull()
    expect(firstAct({ may: { ...may, check: true }, draft: null, kind: 'STANDING_CHECK' })).toBe('check')
    expect(firstAct({ may: { ...may, confirm: true }, draft: null, kind: 'PERIODIC' })).toBe('confirm')
  })
})

describe('filters in the address', () => {
  it('keep what else stands there and leave out what is empty', () => {
    const query = new URLSearchParams('show=overdue&unit=u1')
    expect(addressWith('/today', query, { unit: '', person: 'me' })).toBe('/today?show=overdue&person=me')
  })

  it('pass over a regime that is none', () => {
    expect(scopeWords(new URLSearchParams('regime=NOPE&unit=u1'))).toEqual({
      unit: 'u1',
      regime: '',
      person: '',
    })
  })

  it('ask for what a tile has counted', () => {
    expect(queryOf('overdue', TODAY)).toEqual({ state: 'OVERDUE' })
    expect(queryOf('today', TODAY)).toEqual({ state: 'DUE_SOON', from: TODAY, to: TODAY })
    expect(queryOf('soon', TODAY)).toEqual({ state: 'DUE_SOON', from: '2026-11-24' })
  })
})

describe('months and quarters', () => {
  it('begin and end where the calendar says', () => {
    expect(spanOf('month', '2028-02')).toMatchObject({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanOf('quarter', '2026-11').months).toEqual(['2026-10', '2026-11', '2026-12'])
    expect(spanAfter('quarter', '2026-11', 1)).toBe('2027-01')
    expect(spanAfter('month', '2026-01', -1)).toBe('2025-12')
  })

  it('are weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks[0]?.[0]).toBe('2026-10-26')
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })

  it('fall back on the present month for an address that names none', () => {
    expect([monthOfAddress('2026-13', TODAY), monthOfAddress('2026-02', TODAY)]).toEqual([
      '2026-11',
      '2026-02',
    ])
  })
})

describe('the keyboard in a grid', () => {
  const size = { rows: 5, columns: 7 }

  it.each([
    ['ArrowDown', false, { row: 2, column: 2 }],
    ['ArrowLeft', false, { row: 1, column: 1 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', true, { row: 4, column: 6 }],
    ['x', false, null],
  ])('%s (Ctrl %s) leads to %o', (key, ctrlKey, cell) => {
    expect(nextCell({ key, ctrlKey }, { row: 1, column: 2 }, size)).toEqual(cell)
  })

  it('stays inside at the edge', () => {
    expect(nextCell({ key: 'ArrowUp', ctrlKey: false }, { row: 0, column: 0 }, size)).toEqual({
      row: 0,
      column: 0,
    })
  })
})

describe('the days of an arithmetic', () => {
  it('are numbered through to the amount, weekends and holidays aside', () => {
    const [row] = S1_ROWS
    const counted = countedSteps(row?.steps ?? [])
    expect(counted.at(-1)?.to).toBe(20)
    expect(counted.filter(({ step }) => step.kind === 'HOLIDAY').every(({ to }) => to === null)).toBe(true)
  })
})

describe('something that happened', () => {
  it('is put down with the hour of the mainland', () => {
    const request = eventRequest({
      unitId: 'township',
      itemId: 'i',
      event: '洪水橙色预警',
      day: '2026-07-18',
      time: '21:40',
      ruleIds: ['EMER5'],
    })
    expect(request).toMatchObject({ startsOn: '2026-07-18', startsAt: '2026-07-18T13:40:00.000Z' })
  })

  it('starts duties of items that are not periodic', () => {
    expect(startsByEvent({ class: 'PER_BATCH' })).toBe(true)
    expect(startsByEvent({ class: 'MONTHLY' })).toBe(false)
    expect(startsByEvent(null)).toBe(false)
    expect(needsTime({ class: 'ON_EVENT', amount: 24, unit: 'hour' })).toBe(true)
  })
})

describe('villages side by side', () => {
  it('can be narrowed to the late ones, each keeping its own cells', () => {
    const view = matrixView()
    const { units, rows } = matrixShown(view, true)
    expect(units.every(({ unit }) => unit.late > 0)).toBe(true)
    expect(units.map(({ unit, index }) => view.units[index]?.id === unit.id)).not.toContain(false)
    expect(rows.every(({ cells }) => cells.some((cell) => cell?.state === 'OVERDUE'))).toBe(true)
    expect(matrixShown(view, false).rows).toEqual(view.rows)
  })
})
