import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dutyState } from '../../../domain/duty/duty-state.ts'
import { DUTY_STATES } from '../../../domain/duty/duty.ts'
import { standingOf } from '../../../server/duty/footing.ts'
import { startUpkeep, upkeepIdle, upkeepState } from '../../../server/duty/upkeep.ts'
import type { DutyCalendar, DutyMatrix, DutyPage, RuleView, TodayView } from '../../../server/duty/views.ts'
import { addCatalogue, addUnit, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
  addUnit(board, 'hexi', '河西村')
  addUnit(board, 'hedong', '河东村')
  addCatalogue(
    board,
    'v',
    'VILLAGE',
    [
      ['i', MONTHLY],
      ['j', { class: 'QUARTERLY' }, { itemLevel2: '低保名单', deadlineText: '按季' }],
    ],
    ['hexi', 'hedong'],
  )
  await keep(board)
  board.clock.set('2026-11-23T01:42:00.000Z')
})

afterEach(() => board.close())

describe('items against villages', () => {
  it('shows for the month that has ended who is late', async () => {
    const [october] = dutiesOf(board, 'i', 'hedong')
    await board.staff.handler.post(`/api/desk/duties/${october?.id}/nil`, { reason: '本月无收支' })
    const { body } = await board.staff.handler.get<DutyMatrix>('/api/desk/duty-matrix?regime=VILLAGE')
    expect(body.period).toBe('2026-10')
    expect(body.periods).toEqual(expect.arrayContaining(['2026-10', '2026-Q4', '2027-Q1']))
    expect(body.periods[0]).toBe('2027-Q1')
    const late = Object.fromEntries(body.units.map(({ name, open, late: count }) => [name, [open, count]]))
    expect(late).toEqual({ 河西村: [1, 1], 河东村: [0, 1] })
    expect(body.rows).toMatchObject([{ itemId: 'i', title: '财务公开 / 财务收支公开表' }])
    const states = body.rows[0]?.cells.map((cell) => cell?.state)
    expect(states?.toSorted()).toEqual(['NIL_REPORTED_LATE', 'OVERDUE'])
  })

  it('shows the period asked for, and refuses what is none', async () => {
    const quarter = await board.staff.handler.get<DutyMatrix>(
      '/api/desk/duty-matrix?regime=VILLAGE&period=2026-Q4',
    )
    expect(quarter.body.rows).toMatchObject([{ itemId: 'j' }])
    expect(
      (await board.staff.handler.get('/api/desk/duty-matrix?regime=VILLAGE&period=2026-13')).status,
    ).toBe(400)
    const none = await board.staff.handler.get<DutyMatrix>('/api/desk/duty-matrix?regime=PARTY')
    expect(none.body).toMatchObject({ period: '', rows: [], units: [] })
  })
})

describe('the calendar of duties', () => {
  it('counts by day and state, names the first, and says what kind of day it is', async () => {
    const { body } = await board.staff.handler.get<DutyCalendar>(
      '/api/desk/duty-calendar?from=2026-10-01&to=2026-11-30',
    )
    expect(body.days).toHaveLength(61)
    const day = (date: string) => body.days.find((one) => one.date === date)
    expect(day('2026-11-16')).toMatchObject({
      working: true,
      counts: { OVERDUE: 2 },
      duties: [{ state: 'OVERDUE', period: '2026-10' }, {}],
    })
    expect(day('2026-10-10')).toMatchObject({ working: true, reason: 'MAKE_UP_WORKDAY' })
    expect(day('2026-10-01')).toMatchObject({ working: false, name: '国庆节', counts: {}, duties: [] })
    const one = await board.staff.handler.get<DutyCalendar>(
      '/api/desk/duty-calendar?from=2026-11-01&to=2026-11-30&unit=hexi',
    )
    expect(one.body.days.find(({ date }) => date === '2026-11-16')?.counts).toEqual({ OVERDUE: 1 })
  })

  it('refuses a range that is none or too long', async () => {
    for (const range of ['from=2026-12-01&to=2026-11-01', 'from=2020-01-01&to=2026-11-01', 'from=x&to=y']) {
      expect((await board.staff.handler.get(`/api/desk/duty-calendar?${range}`)).status, range).toBe(400)
    }
  })
})

describe('lists of duties', () => {
  it('filter by words, item, dates and state, and go on after a page', async () => {
    const total = async (query: string) =>
      (await board.staff.handler.get<DutyPage>(`/api/desk/duties?${query}`)).body.total
    expect(await total('')).toBe(12)
    expect(await total(`q=${encodeURIComponent('低保')}`)).toBe(4)
    expect(await total('item=j&unit=hexi')).toBe(2)
    expect(await total('from=2026-12-01&to=2026-12-31')).toBe(2)
    expect(await total('state=OVERDUE')).toBe(2)
    expect(await total('state=OVERDUE,OPEN')).toBe(12)
    expect(await total('state=DONE')).toBe(0)
    expect((await board.staff.handler.get('/api/desk/duties?state=NEVER')).status).toBe(400)
    addUnit(board, 'third', '河南村')
    addCatalogue(
      board,
      'w',
      'VILLAGE',
      Array.from({ length: 20 }, (_, index) => [`w${index}`, MONTHLY] as const),
      ['third'],
    )
    await keep(board)
    const seen = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: DutyPage = (await board.staff.handler.get<DutyPage>(`/api/desk/duties?cursor=${cursor}`))
        .body
      for (const { id } of page.items) seen.add(id)
      cursor = page.next
    }
    expect(seen.size).toBe(await total(''))
  })

  it('count and filter by the very states that the rule gives', () => {
    const { store } = board.deps
    const dues = ['2026-11-16', '2026-11-23', '2026-11-26', '2026-11-27']
    const kinds = [null, 'PUBLISHED', 'NIL', 'WAIVED', 'CHECKED']
    const update = store.database.prepare(
      `UPDATE duty SET due = $due, due_at = $dueAt, closing = $closing, closed_at = $at, closed_on = $on,
         closed_clock_doubt = $doubt WHERE id = $id`,
    )
    const insert = store.database.prepare(
      `INSERT INTO duty SELECT $id, 'EVENT', unit_id, item_id, regime, title, '', '', 0, '', NULL, NULL, ground_id, term,
         starts_on, target, due, NULL, 0, NULL, created_at, NULL, NULL, NULL, NULL, NULL, '', 0 FROM duty LIMIT 1`,
    )
    let made = 0
    for (const due of dues) {
      for (const hour of [null, '01', '02', '15']) {
        const dueAt = hour && `${due}T${hour}:00:00.000Z`
        for (const closing of kinds) {
          for (const on of closing === null ? [null] : [due, '2026-11-28']) {
            for (const doubt of closing === null ? [0] : [0, 1]) {
              const id = `x${made++}`
              insert.run({ id })
              update.run({ id, due, dueAt, closing, at: on && `${due}T02:00:00.000Z`, on, doubt })
            }
          }
        }
      }
    }
    const { moment } = standingOf(board.deps, null).viewing
    const all = store.read.duty.page({}, moment, null, 10_000)
    expect(all.length).toBeGreaterThan(made)
    for (const state of DUTY_STATES) {
      const expected = all.filter((duty) => dutyState(duty, moment) === state).map(({ id }) => id)
      const found = store.read.duty.page({ states: [state] }, moment, null, 10_000).map(({ id }) => id)
      expect(found, state).toEqual(expected)
      expect(store.read.duty.count({ states: [state] }, moment), state).toBe(expected.length)
    }
    const counts = store.read.duty.counts({}, moment)
    const number = (test: (due: string, state: string) => boolean) =>
      all.filter((duty) => test(duty.due, dutyState(duty, moment))).length
    expect(counts.overdue).toBe(number((_, state) => state === 'OVERDUE'))
    expect(counts.dueToday).toBe(number((due, state) => state === 'DUE_SOON' && due === '2026-11-23'))
    expect(counts.dueSoon).toBe(number((due, state) => state === 'DUE_SOON' && due > '2026-11-23'))
  })
})

describe('rules at the desk', () => {
  const rule = {
    ruleId: 'CQ15Q',
    name: '本县村务按季',
    rule: { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
    displayPeriod: null,
    basis: '示例县村务公开目录',
    scope: 'COUNTY',
    verified: 'SOURCE',
    defaultFor: ['VILLAGE'],
    effectiveFrom: null,
    effectiveTo: null,
    note: '',
  }

  it('say how many items fall back on each, and a new version moves what is open', async () => {
    const before = await board.staff.handler.get<RuleView[]>('/api/desk/rules')
    expect(before.body.find(({ ruleId }) => ruleId === 'CQ15Q')).toMatchObject({
      builtIn: true,
      usedBy: 1,
      version: 1,
      former: [],
    })
    const set = await board.staff.deputyLeader.post<RuleView>('/api/desk/rules', rule)
    expect(set.body).toMatchObject({ version: 2, builtIn: false, usedBy: 1, former: [{ version: 1 }] })
    expect(upkeepState(board.deps)).toBe('RUNNING')
    await upkeepIdle(board.deps)
    expect(upkeepState(board.deps)).toBe('CURRENT')
    expect(dutiesOf(board, 'j', 'hexi')[0]).toMatchObject({ period: '2026-Q4', due: '2027-01-20' })
  })

  it('are refused to others and when they do not hold', async () => {
    expect((await board.staff.handler.post('/api/desk/rules', rule)).status).toBe(403)
    for (const [change, field] of [
      [{ ruleId: '中文' }, 'ruleId'],
      [{ name: '' }, 'name'],
      [{ rule: null }, 'rule'],
      [{ rule: { class: 'MONTHLY' } }, 'rule'],
      [{ rule: { class: 'ON_EVENT', amount: 0, unit: 'day' } }, 'rule'],
      [{ basis: '' }, 'basis'],
      [{ effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
      [{ effectiveFrom: '2027-01-01', effectiveTo: '2026-01-01' }, 'effectiveTo'],
    ] as const) {
      const answer = await board.staff.deputyLeader.post('/api/desk/rules', { ...rule, ...change })
      expect(answer.body, field).toMatchObject({ code: 'rule.invalid', params: { field } })
    }
  })

  it('a text is read into a rule', async () => {
    const read = await board.staff.handler.post('/api/desk/rules/read-deadline', {
      text: '每季度的首个月20日',
    })
    expect(read.body).toMatchObject({ rule: { class: 'QUARTERLY', monthday: 20 } })
  })
})

describe('keeping duties beside the requests', () => {
  it('one more run does what was asked for meanwhile', async () => {
    const person = board.deps.store.read.office.accountByName('周敏')?.id ?? ''
    addCatalogue(board, 'x', 'GOV', [['x', MONTHLY]], ['township'], person)
    startUpkeep(board.deps)
    startUpkeep(board.deps)
    addCatalogue(board, 'y', 'GOV', [['y', MONTHLY]], ['township'], person)
    startUpkeep(board.deps)
    await upkeepIdle(board.deps)
    expect(dutiesOf(board, 'x')).toHaveLength(5)
    expect(dutiesOf(board, 'y')).toHaveLength(5)
    const today = await board.staff.handler.get<TodayView>('/api/desk/today')
    expect(today.body.footing.upkeep).toBe('CURRENT')
  })
})
