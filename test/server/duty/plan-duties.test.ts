import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../domain/duty/deadline/deadline-rule.ts'
import { keepDuties } from '../../../server/duty/keep-duties.ts'
import { upkeepNeeded } from '../../../server/duty/plan-digest.ts'
import { setRule } from '../../../server/duty/rules.ts'
import { startUpkeep, upkeepIdle } from '../../../server/duty/upkeep.ts'
import { addCatalogue, addUnit, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const
const QUARTERLY = { class: 'QUARTERLY', amount: 20, unit: 'workday', from: 'formed' } as const

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
})

afterEach(async () => {
  await upkeepIdle(board.deps)
  board.close()
})

function personId(name: string): string {
  return board.deps.store.read.office.accountByName(name)?.id ?? ''
}

/** Goes on from day to day, as a computer that is switched off at night: duties are kept only where that is needed. */
async function liveThrough(from: string, to: string): Promise<void> {
  for (
    let at = Date.parse(`${from}T01:00:00.000Z`);
    at <= Date.parse(`${to}T01:00:00.000Z`);
    at += 86_400_000
  ) {
    board.clock.set(new Date(at).toISOString())
    if (upkeepNeeded(board.deps.store, board.clock.now())) await keep(board)
  }
}

const seen = (itemId: string, unitId?: string) =>
  dutiesOf(board, itemId, unitId).map(({ period, due, closing }) => [period, due, closing])

describe('the period that ended last before a catalogue came', () => {
  it('is owed too: the accounts of October and the third quarter are what should hang there now', async () => {
    board.clock.set('2026-11-22T01:00:00.000Z')
    const items = [
      ['i', MONTHLY],
      ['q', QUARTERLY],
      ['h', { class: 'HALF_YEARLY', amount: 20, unit: 'workday' }],
      ['y', { class: 'YEARLY', date: '01-31' }],
    ] as const
    addCatalogue(board, 'v', 'VILLAGE', items, ['township'], personId('周敏'))
    await keep(board)
    expect(seen('i').slice(0, 2)).toEqual([
      ['2026-10', '2026-11-16', null],
      ['2026-11', '2026-12-15', null],
    ])
    const [october] = dutiesOf(board, 'i')
    expect(board.deps.store.read.duty.byId(october?.id ?? '')?.target).toBe('2026-11-13')
    expect(seen('q')[0]).toEqual(['2026-Q3', '2026-11-03', null])
    expect(seen('h')[0]?.[0]).toBe('2026-H1')
    expect(seen('y')[0]?.[0]).toBe('2027')
  })

  it('is not owed by a catalogue from before the board kept duties, whatever day the first planning is on', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    board.clock.set('2026-11-22T01:00:00.000Z')
    await keep(board)
    expect(seen('i')[0]).toEqual(['2026-11', '2026-12-15', null])
  })

  it('counts from the day a unit came, also when the computer was off at night for weeks', async () => {
    addUnit(board, 'A', '河西村')
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], ['A'])
    await keep(board)
    await liveThrough('2026-10-05', '2026-12-20')
    addUnit(board, 'D', '新村')
    board.deps.store.tx((write) => write.catalogue.setUnits('v', ['A', 'D']))
    await keep(board)
    expect(seen('i', 'D')[0]).toEqual(['2026-11', '2026-12-15', null])
    expect(seen('i', 'A')[0]).toEqual(['2026-10', '2026-11-16', null])
  })

  it('a computer that was off for months leaves no hole', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    board.clock.set('2027-04-20T01:00:00.000Z')
    await keep(board)
    const months = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04']
    expect(seen('i').map(([period]) => period)).toEqual(expect.arrayContaining(months))
  })
})

describe('a unit that was out of use for months', () => {
  it('does not come back with what fell due meanwhile, and owes all that comes afterwards', async () => {
    addUnit(board, 'A', '河西村')
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], ['A', 'township'])
    await keep(board)
    board.clock.set('2026-11-02T01:00:00.000Z')
    board.deps.store.tx((write) => write.unit.update('A', { disabled: true }))
    await keep(board)
    await liveThrough('2026-11-02', '2027-06-03')
    board.deps.store.tx((write) => write.unit.update('A', { disabled: false }))
    await keep(board)
    expect(seen('i', 'A')).toEqual([
      ['2026-10', '2026-11-16', null],
      ['2026-11', '2026-12-15', 'WAIVED'],
      ['2026-12', '2027-01-15', 'WAIVED'],
      ['2027-01', '2027-02-15', 'WAIVED'],
      ['2027-05', '2027-06-15', null],
      ['2027-06', '2027-07-15', null],
      ['2027-07', '2027-08-16', null],
      ['2027-08', '2027-09-15', null],
      ['2027-09', '2027-10-15', null],
    ])
  })
})

describe('a rule that changes', () => {
  const changeRule = (monthday: number, effectiveFrom: string) =>
    setRule(
      board.deps,
      { id: personId('陈静'), name: '陈静', roles: ['ADMINISTRATOR'] },
      {
        ruleId: 'CQ15M',
        name: '村务每月公开',
        rule: { class: 'MONTHLY', monthday, offset: 'nextMonth' } as DeadlineRule,
        displayPeriod: null,
        basis: '县文件',
        scope: 'PROVINCE',
        verified: 'SOURCE',
        defaultFor: ['VILLAGE'],
        effectiveFrom,
        effectiveTo: null,
        note: '',
      },
    )

  beforeEach(async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', { class: 'MONTHLY' }]])
    await keep(board)
  })

  it('holds for the periods that end from its day on, and is planned by as soon as it is known', async () => {
    board.clock.set('2026-12-10T01:00:00.000Z')
    expect(changeRule(25, '2027-01-01').ok).toBe(true)
    await upkeepIdle(board.deps)
    const expected = [
      ['2026-10', '2026-11-16', null],
      ['2026-11', '2026-12-15', null],
      ['2026-12', '2027-01-15', null],
      ['2027-01', '2027-02-25', null],
      ['2027-02', '2027-03-25', null],
      ['2027-03', '2027-04-26', null],
    ]
    expect(seen('i')).toEqual(expected)
    board.clock.set('2027-01-02T01:00:00.000Z')
    await keep(board)
    expect(seen('i').slice(0, 6)).toEqual(expected)
  })

  it('leaves overdue what is overdue', async () => {
    board.clock.set('2026-11-20T01:00:00.000Z')
    expect(changeRule(28, '2026-01-01').ok).toBe(true)
    await upkeepIdle(board.deps)
    expect(seen('i').slice(0, 2)).toEqual([
      ['2026-10', '2026-11-16', null],
      ['2026-11', '2026-12-28', null],
    ])
  })
})

describe('a clock that is ten years ahead for a day', () => {
  it('makes duties for fifteen months beyond the newest record at most, and planning goes on later', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    board.clock.set('2036-11-02T01:42:00.000Z')
    expect(await keep(board)).toMatchObject({ heldAt: '2027-10-05' })
    expect(seen('i').at(-1)?.[0]).toBe('2028-01')
    board.clock.set('2026-11-03T01:42:00.000Z')
    addUnit(board, 'D', '新村')
    board.deps.store.tx((write) => write.catalogue.setUnits('v', ['township', 'D']))
    expect(upkeepNeeded(board.deps.store, board.clock.now())).toBe(true)
    expect(await keep(board)).toMatchObject({ heldAt: null })
    expect(seen('i', 'D').map(([period]) => period)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ])
    expect(await keepDuties(board.deps.store, { now: board.clock.now() })).toMatchObject({ added: 0 })
  })
})

describe('the log', () => {
  it('says that duties were held back because the clock is far ahead', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    board.clock.set('2036-11-02T01:42:00.000Z')
    const lines: string[] = []
    const logger = pino({}, { write: (line: string) => void lines.push(line) })
    startUpkeep({ ...board.deps, logger })
    await upkeepIdle(board.deps)
    expect(lines.join('')).toContain('"heldAt":"2027-10-05"')
  })
})

describe('the person in charge of an item in a unit', () => {
  it('changes, and the open duties follow; one that was given to somebody else stays there', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    const { handler } = board.staff
    const set = async (assigneeId: string | null) => {
      const path = '/api/desk/units/township/items/i'
      expect((await handler.json('PUT', path, { applies: true, reason: '', assigneeId })).status).toBe(204)
      await upkeepIdle(board.deps)
    }
    const [zhou = '', han = '', wang = ''] = ['周敏', '韩立', '王芳'].map(personId)
    const inCharge = () =>
      board.deps.store.read.duty.openOfItem('i', 'township').map((duty) => duty.assigneeId)
    await set(zhou)
    expect(inCharge()).toEqual([zhou, zhou, zhou, zhou])
    const [october] = dutiesOf(board, 'i')
    await handler.post(`/api/desk/duties/${october?.id}/assign`, { accountId: wang })
    await set(han)
    expect(inCharge()).toEqual([wang, han, han, han])
    await set(null)
    expect(inCharge()).toEqual([wang, null, null, null])
  })
})

describe('a catalogue whose only draft was thrown away', () => {
  it('asks for nothing more, also not for what has begun, and the record names it', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    board.clock.set('2026-11-20T01:00:00.000Z')
    board.deps.store.tx((write) => write.catalogue.deleteDraft('v-1'))
    await keep(board)
    expect(dutiesOf(board, 'i').map(({ closing, reason }) => [closing, reason])).toEqual(
      Array(4).fill(['WAIVED', '《v》草稿已撤销，不再列入该事项']),
    )
  })
})
