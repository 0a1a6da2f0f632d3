import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { upkeepIdle } from '../../../server/duty/upkeep.ts'
import type { DutyDetail, DutyPage, DutyRow, TodayView } from '../../../server/duty/views.ts'
import { addCatalogue, addUnit, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
  addUnit(board, 'hexi', '河西村')
  addCatalogue(
    board,
    'v',
    'VILLAGE',
    [
      ['i', MONTHLY],
      ['s', { class: 'STANDING' }],
    ],
    ['hexi'],
  )
  await keep(board)
  board.clock.set('2026-11-23T01:42:00.000Z')
})

afterEach(() => board.close())

function first(itemId: string): string {
  return dutiesOf(board, itemId, 'hexi')[0]?.id ?? ''
}

function act(who: keyof DutyBoard['staff'], id: string, name: string, body: object) {
  return board.staff[who].post<DutyDetail & { code: string }>(`/api/desk/duties/${id}/${name}`, body)
}

describe('the today page', () => {
  it('S1: October’s finances are five working days overdue on 23 November', async () => {
    const today = await board.staff.handler.get<TodayView>('/api/desk/today')
    expect(today.status).toBe(200)
    expect(today.body.counts).toEqual({
      overdue: 1,
      dueToday: 0,
      dueSoon: 0,
      unconfirmed: 0,
      inReview: 0,
      undisclosedReviews: 0,
    })
    expect(today.body.duties).toMatchObject([
      {
        unit: { name: '河西村' },
        period: '2026-10',
        state: 'OVERDUE',
        target: '2026-11-13',
        due: '2026-11-16',
        workdaysLeft: -5,
        ground: { deadlineText: '次月15日前' },
        may: { draft: true, nil: true, waive: false, assign: true, reopen: false },
      },
    ])
    expect(today.body.footing).toMatchObject({ today: '2026-11-23', clock: { trusted: true } })
    expect(today.body.footing.calendar.to).toBe('2026-12-31')
  })

  it('counts what is due today and within three working days apart', async () => {
    board.clock.set('2026-12-15T01:00:00.000Z')
    const on = await board.staff.handler.get<TodayView>('/api/desk/today')
    expect(on.body.counts).toMatchObject({ overdue: 1, dueToday: 1, dueSoon: 0 })
  })

  it('shows one unit, one regime, one person', async () => {
    const count = async (query: string) =>
      (await board.staff.handler.get<TodayView>(`/api/desk/today?${query}`)).body.counts.overdue
    expect(await count('unit=hexi')).toBe(1)
    expect(await count('unit=township')).toBe(0)
    expect(await count('regime=GOV')).toBe(0)
    expect(await count('person=none')).toBe(1)
  })

  it('a date in a year without a calendar is provisional and names the year', async () => {
    const page = await board.staff.handler.get<DutyPage>('/api/desk/duties?from=2027-01-01')
    expect(page.body.items[0]).toMatchObject({ period: '2026-12', provisional: true, missingYears: [2027] })
  })
})

describe('closing a duty', () => {
  it('a nil report with its reason counts as done, late after the last day', async () => {
    const done = await act('handler', first('i'), 'nil', { reason: '本月无收支' })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({
      state: 'NIL_REPORTED_LATE',
      closing: { kind: 'NIL', on: '2026-11-23', reason: '本月无收支', by: { name: '周敏' } },
      history: [{ action: 'CLOSED', closing: 'NIL' }],
      may: { nil: false, reopen: true },
    })
    const page = await board.staff.handler.get<DutyPage>('/api/desk/duties?state=NIL_REPORTED_LATE')
    expect(page.body.total).toBe(1)
  })

  it('needs a reason, and the right person', async () => {
    expect((await act('handler', first('i'), 'nil', { reason: ' ' })).body.code).toBe('duty.reason-required')
    expect((await act('reviewer', first('i'), 'nil', { reason: 'x' })).body.code).toBe('trust.role-missing')
    expect((await act('handler', first('i'), 'waive', { reason: 'x' })).body.code).toBe('trust.role-missing')
    expect((await act('handler', 'none', 'nil', { reason: 'x' })).body.code).toBe('duty.not-found')
  })

  it('a leader may let off, nobody twice; it can be opened again with a reason', async () => {
    const waived = await act('deputyLeader', first('i'), 'waive', { reason: '村委会换届，暂停一期' })
    expect(waived.body.state).toBe('WAIVED')
    expect((await act('deputyLeader', first('i'), 'waive', { reason: 'x' })).body.code).toBe(
      'duty.wrong-state',
    )
    expect((await act('reviewer', first('i'), 'reopen', { reason: '误操作' })).body.code).toBe(
      'trust.role-missing',
    )
    expect((await act('deputyLeader', first('i'), 'reopen', { reason: '误操作' })).body).toMatchObject({
      state: 'OVERDUE',
      closing: null,
      history: [{ action: 'CLOSED' }, { action: 'REOPENED', reason: '误操作' }],
    })
  })

  it('“still true” is for standing items only; nothing to report before the period has ended', async () => {
    expect((await act('handler', first('i'), 'check', { note: '' })).body.code).toBe('duty.wrong-state')
    expect((await act('handler', first('s'), 'check', { note: '' })).body.state).toBe('DONE')
    const december = dutiesOf(board, 'i', 'hexi').find(({ period }) => period === '2026-12')
    expect((await act('handler', december?.id ?? '', 'nil', { reason: 'x' })).body.code).toBe(
      'duty.wrong-state',
    )
  })

  it('over a calendar that has changed since: closed it keeps its day without an arithmetic, opened again it is reckoned anew', async () => {
    board.clock.set('2026-11-02T01:42:00.000Z')
    const id = first('i')
    const closed = await act('handler', id, 'nil', { reason: '本月无收支' })
    expect(closed.body.steps.length).toBeGreaterThan(0)
    const day = { date: '2026-11-16', kind: 'HOLIDAY', name: '本地节', reason: '县里通知' }
    const path = '/api/desk/calendar/local-days'
    expect((await board.staff.deputyLeader.post(path, day)).status).toBeLessThan(300)
    await upkeepIdle(board.deps)
    const seen = await board.staff.handler.get<DutyDetail>(`/api/desk/duties/${id}`)
    expect(seen.body).toMatchObject({ due: '2026-11-16', steps: [], missingYears: [] })
    const open = await act('handler', id, 'reopen', { reason: '误操作' })
    expect(open.body.due).toBe('2026-11-17')
    expect(open.body.steps.at(-1)?.to).toBe('2026-11-17')
    expect(open.body.history.at(-1)).toMatchObject({
      action: 'MOVED',
      formerDue: '2026-11-16',
      due: '2026-11-17',
    })
  })

  it('everything stands in the audit log', async () => {
    await act('handler', first('i'), 'nil', { reason: '本月无收支' })
    const [event] = board.deps.store.read.audit.ofSubject('duty', first('i'))
    expect(event).toMatchObject({ action: 'duty.close', actor: { name: '周敏' }, detail: { closing: 'NIL' } })
    expect(JSON.stringify(event)).not.toContain('本月无收支')
  })
})

describe('who is in charge', () => {
  it('of one, or of several at once; a person who has left is refused', async () => {
    const { people } = (
      await board.staff.handler.get<{ people: { id: string; name: string }[] }>('/api/desk/status')
    ).body
    const person = people.find(({ name }) => name === '周敏')?.id ?? ''
    expect((await act('handler', first('i'), 'assign', { accountId: person })).body).toMatchObject({
      assignee: { name: '周敏' },
      history: [{ action: 'ASSIGNED', reason: '周敏' }],
    })
    const ids = dutiesOf(board, 'i', 'hexi').map(({ id }) => id)
    const several = await board.staff.handler.post('/api/desk/duties/assign', {
      dutyIds: ids,
      accountId: person,
    })
    expect(several.body).toEqual({ assigned: 4 })
    const mine = await board.staff.handler.get<DutyPage>(`/api/desk/duties?person=${person}`)
    expect(mine.body.total).toBe(4)
    expect((await act('handler', first('i'), 'assign', { accountId: 'none' })).body.code).toBe(
      'office.account-not-found',
    )
  })
})

describe('a clock that was set back', () => {
  it('hides nothing that is overdue, and nothing closed meanwhile is on time or late until confirmed', async () => {
    await act('handler', first('s'), 'check', { note: '' })
    board.clock.set('2020-01-01T01:00:00.000Z')
    const today = await board.staff.handler.get<TodayView>('/api/desk/today')
    expect(today.body.footing).toMatchObject({ today: '2026-11-23', clock: { trusted: false } })
    expect(today.body.counts.overdue).toBe(1)
    const nil = await act('handler', first('i'), 'nil', { reason: '本月无收支' })
    expect(nil.body).toMatchObject({ state: 'DONE_UNCONFIRMED', may: { confirm: true } })
    board.clock.set('2026-11-24T01:00:00.000Z')
    const later = await board.staff.handler.get<TodayView>('/api/desk/today')
    expect(later.body.counts.unconfirmed).toBe(1)
    expect(later.body.unconfirmed).toHaveLength(1)
    const confirm = async (on: string, reason = '有公开栏照片为证') =>
      (await act('handler', first('i'), 'confirm', { on, reason })).body
    expect((await confirm('2026-11-25')).code).toBe('duty.date-invalid')
    // The accounts of October cannot have hung before October was over.
    expect((await confirm('2026-10-30')).code).toBe('duty.date-invalid')
    expect((await confirm('2026-11-23', ' ')).code).toBe('duty.reason-required')
    expect(await confirm('2026-11-23')).toMatchObject({
      state: 'NIL_REPORTED_LATE',
      closing: { on: '2026-11-23', clockDoubt: false },
      history: [{ action: 'CLOSED' }, { action: 'CONFIRMED', reason: '有公开栏照片为证' }],
    })
    expect((await confirm('2026-11-23')).code).toBe('duty.wrong-state')
  })
})

describe('what happens and starts duties', () => {
  const event = (body: object) =>
    board.staff.handler.post<DutyRow[] & { code: string }>('/api/desk/duty-events', {
      unitId: 'township',
      event: '第3批农机补贴',
      startsOn: '2026-11-20',
      startsAt: null,
      ruleIds: [],
      ...body,
    })

  it('a batch counts from its day by the rule that fills in', async () => {
    addCatalogue(board, 'g', 'GOV', [['b', { class: 'PER_BATCH' }, { deadlineText: '按批次' }]])
    const made = await event({ itemId: 'b' })
    expect(made.body).toMatchObject([
      { kind: 'BATCH', event: '第3批农机补贴', due: '2026-12-18', ground: { ruleId: 'OGI26' } },
    ])
  })

  it('S5: a flood warning on Saturday night: five hours and twenty-four, through the weekend', async () => {
    board.clock.set('2026-11-23T01:42:00.000Z')
    addCatalogue(board, 'g', 'GOV', [['e', { class: 'IMMEDIATE' }, { deadlineText: '即时' }]])
    const made = await event({
      itemId: 'e',
      event: '暴雨红色预警',
      startsOn: '2026-07-18',
      startsAt: '2026-07-18T21:40:00+08:00',
      ruleIds: ['EMER5', 'EMER24'],
    })
    expect(made.body).toMatchObject([
      {
        kind: 'EMERGENCY',
        dueAt: '2026-07-18T18:40:00.000Z',
        due: '2026-07-19',
        ground: { verified: 'PAGE' },
      },
      {
        kind: 'EMERGENCY',
        dueAt: '2026-07-19T13:40:00.000Z',
        due: '2026-07-19',
        ground: { verified: 'SOURCE' },
      },
    ])
  })

  it('stage after stage: the next begins when the one before is closed', async () => {
    const stages = [
      { name: '受理', amount: 5, unit: 'workday', from: 'accepted' },
      { name: '审批', amount: 3, unit: 'workday', from: 'approved' },
    ] as const
    addCatalogue(board, 'g', 'GOV', [['z', { class: 'STAGED', stages }, { deadlineText: '逐段公开' }]])
    const [one] = (await event({ itemId: 'z' })).body
    expect(one).toMatchObject({ kind: 'STAGE', stage: 1, stageName: '受理', due: '2026-11-27' })
    await act('deputyLeader', one?.id ?? '', 'waive', { reason: '并入下一段公开' })
    expect(dutiesOf(board, 'z')).toMatchObject([
      { kind: 'STAGE', closing: null, due: '2026-11-26' },
      { closing: 'WAIVED', due: '2026-11-27' },
    ])
  })

  it('a second matter under the same words has stages of its own', async () => {
    const stages = [
      { name: '预公告', amount: 5, unit: 'workday', from: 'accepted' },
      { name: '公告', amount: 3, unit: 'workday', from: 'approved' },
    ] as const
    addCatalogue(board, 'g', 'GOV', [['z', { class: 'STAGED', stages }, { deadlineText: '逐段公开' }]])
    const waive = (id: string) => act('deputyLeader', id, 'waive', { reason: '县里统一公开' })
    for (const startsOn of ['2026-11-02', '2026-11-20']) {
      const [one] = (await event({ itemId: 'z', event: '第1批', startsOn })).body
      await waive(one?.id ?? '')
      const second = dutiesOf(board, 'z').find((duty) => duty.closing === null)
      expect(second?.due).toBe('2026-11-26')
      await waive(second?.id ?? '')
    }
    expect(dutiesOf(board, 'z')).toHaveLength(4)
  })

  it('opened again, a stage ends the one that had begun; closed again, that begins anew from the new day', async () => {
    const stages = [
      { name: '预公告', amount: 5, unit: 'workday', from: 'accepted' },
      { name: '公告', amount: 3, unit: 'workday', from: 'approved' },
    ] as const
    addCatalogue(board, 'g', 'GOV', [['z', { class: 'STAGED', stages }, { deadlineText: '逐段公开' }]])
    const [one] = (await event({ itemId: 'z' })).body
    const id = one?.id ?? ''
    await act('deputyLeader', id, 'waive', { reason: '并入下一段公开' })
    await act('deputyLeader', id, 'reopen', { reason: '误操作' })
    expect(dutiesOf(board, 'z')).toMatchObject([
      { closing: 'WAIVED', reason: '上一段重新打开' },
      { id, closing: null },
    ])
    board.clock.set('2026-12-21T01:42:00.000Z')
    await act('deputyLeader', id, 'waive', { reason: '并入下一段公开' })
    expect(dutiesOf(board, 'z')).toMatchObject([
      { id, closing: 'WAIVED' },
      { closing: null, due: '2026-12-24' },
    ])
  })

  it('nothing is reported away that has happened: a nil report is for periods and batches', async () => {
    addCatalogue(board, 'g', 'GOV', [
      ['e', { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed' }],
      ['b', { class: 'PER_BATCH' }, { deadlineText: '按批次' }],
    ])
    const [formed] = (await event({ itemId: 'e' })).body
    expect(formed?.may).toMatchObject({ nil: false, waive: false })
    const nil = (id: string | undefined) => act('handler', id ?? '', 'nil', { reason: '无' })
    expect((await nil(formed?.id)).body.code).toBe('duty.nil-unfit')
    expect((await nil(first('s'))).body.code).toBe('duty.nil-unfit')
    const [batch] = (await event({ itemId: 'b' })).body
    expect((await nil(batch?.id)).status).toBe(200)
  })

  it('is entered once: a second press of the button makes no second duty', async () => {
    addCatalogue(board, 'g', 'GOV', [['b', { class: 'PER_BATCH' }, { deadlineText: '按批次' }]])
    expect((await event({ itemId: 'b' })).status).toBe(200)
    const again = await event({ itemId: 'b', event: ' 第3批农机补贴 ' })
    expect([again.status, again.body.code]).toEqual([409, 'duty.event-exists'])
    expect((await event({ itemId: 'b', startsOn: '2026-11-19' })).status).toBe(200)
    expect(dutiesOf(board, 'b')).toHaveLength(2)
  })

  it('is refused for what goes to the persons concerned or on request only', async () => {
    const change = { deadlineText: '按批次' }
    addCatalogue(board, 'g', 'GOV', [
      ['named', { class: 'PER_BATCH' }, { ...change, disclosureScope: 'NAMED_PERSONS' }],
      ['asked', { class: 'PER_BATCH' }, { ...change, disclosureMode: 'ON_REQUEST' }],
    ])
    expect((await event({ itemId: 'named' })).body.code).toBe('duty.item-not-disclosed')
    expect((await event({ itemId: 'asked' })).body.code).toBe('duty.item-not-disclosed')
  })

  it('is refused without words, for a day to come, without its hour, and for an item the unit does not keep', async () => {
    addCatalogue(board, 'g', 'GOV', [['b', { class: 'PER_BATCH' }]])
    expect((await event({ itemId: 'b', event: ' ' })).body.code).toBe('duty.reason-required')
    expect((await event({ itemId: 'b', startsOn: '2026-11-24' })).body.code).toBe('duty.date-invalid')
    expect((await event({ itemId: 'b', ruleIds: ['EMER5'] })).body.code).toBe('duty.date-invalid')
    expect((await event({ itemId: 'b', ruleIds: ['LAND10'] })).body.code).toBe('rule.not-found')
    expect((await event({ itemId: 'b', unitId: 'hexi' })).body.code).toBe('duty.not-of-item')
    expect(dutiesOf(board, 'b')).toEqual([])
  })
})
