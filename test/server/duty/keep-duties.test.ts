import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepDuties } from '../../../server/duty/keep-duties.ts'
import { upkeepNeeded } from '../../../server/duty/plan-digest.ts'
import {
  addCatalogue,
  addUnit,
  catalogueItem,
  dutiesOf,
  type DutyBoard,
  keep,
  openDutyBoard,
} from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const
const QUARTERLY = { class: 'QUARTERLY', amount: 20, unit: 'workday', from: 'formed' } as const

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
})

afterEach(() => board.close())

function entriesOf(dutyId: string) {
  return board.deps.store.read.duty.entries(dutyId)
}

function approveAs(version: string, rows: ReturnType<typeof catalogueItem>[]): void {
  board.deps.store.tx((write) => {
    const now = board.clock.now()
    write.catalogue.updateVersion('v-1', { state: 'APPROVED', approvedAt: now })
    write.catalogue.insertVersion(
      {
        id: version,
        catalogueId: 'v',
        number: 2,
        state: 'DRAFT',
        sourceFile: '',
        columns: [],
        createdBy: null,
        createdAt: now,
        submittedBy: null,
        submittedAt: null,
        approvedBy: null,
        approvedAt: null,
        filedBy: null,
        filedOn: null,
        filedWith: '',
        filingNumber: '',
        returnReason: '',
      },
      rows,
    )
    write.catalogue.updateVersion(version, { state: 'APPROVED', approvedAt: now })
  })
}

describe('duties made ahead', () => {
  it('S1, S2: each month from the one in which the catalogue came, for each unit that keeps it', async () => {
    addUnit(board, 'hexi', '河西村')
    addUnit(board, 'hedong', '河东村')
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], ['hexi', 'hedong'])
    expect(await keep(board)).toMatchObject({ added: 8 })
    expect(dutiesOf(board, 'i', 'hexi').map(({ period, due }) => [period, due])).toEqual([
      ['2026-10', '2026-11-16'],
      ['2026-11', '2026-12-15'],
      ['2026-12', '2027-01-15'],
      ['2027-01', '2027-02-15'],
    ])
    const [first] = dutiesOf(board, 'i', 'hexi')
    expect(board.deps.store.read.duty.byId(first?.id ?? '')).toMatchObject({
      title: '财务公开 / 财务收支公开表',
      startsOn: '2026-10-31',
      target: '2026-11-13',
      ground: { deadlineText: '次月15日前', ruleId: null },
    })
  })

  it('however often it runs, nothing doubles; a new month brings one more', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    expect(upkeepNeeded(board.deps.store, board.clock.now())).toBe(false)
    expect(await keep(board)).toMatchObject({ added: 0, changed: 0 })
    board.clock.set('2026-11-01T01:00:00.000Z')
    expect(upkeepNeeded(board.deps.store, board.clock.now())).toBe(true)
    expect(await keep(board)).toMatchObject({ added: 1 })
  })

  it('an item without days gets the default of its regime, and the ground names both', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', { class: 'MONTHLY' }, { deadlineText: '按月' }]])
    await keep(board)
    const [duty] = dutiesOf(board, 'i')
    expect(duty?.due).toBe('2026-11-16')
    expect(board.deps.store.read.duty.byId(duty?.id ?? '')?.ground).toMatchObject({
      deadlineText: '按月',
      ruleId: 'CQ15M',
      scope: 'PROVINCE',
    })
  })

  it('an item whose time limit nobody has settled has none; a text that can be read now is read', async () => {
    addCatalogue(board, 'v', 'GOV', [
      ['unsettled', null, { deadlineText: '视情况' }],
      ['readable', null, { deadlineText: '每季度的首个月20日' }],
    ])
    await keep(board)
    expect(dutiesOf(board, 'unsettled')).toEqual([])
    expect(dutiesOf(board, 'readable')[0]).toMatchObject({ period: '2026-Q4', due: '2027-01-20' })
  })

  it('what stands for good is checked once a year', async () => {
    addCatalogue(board, 'v', 'GOV', [['i', { class: 'STANDING' }]])
    await keep(board)
    expect(dutiesOf(board, 'i')).toMatchObject([
      { kind: 'STANDING_CHECK', period: '2026', due: '2026-12-31' },
      { kind: 'STANDING_CHECK', period: '2027', due: '2027-12-31' },
    ])
  })

  it('a unit that comes later owes the month before it came, and nothing older', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], ['township'])
    await keep(board)
    board.clock.set('2026-12-10T01:00:00.000Z')
    await keep(board)
    board.clock.set('2026-12-11T01:00:00.000Z')
    addUnit(board, 'hexi', '河西村')
    board.deps.store.tx((write) => write.catalogue.setUnits('v', ['township', 'hexi']))
    await keep(board)
    expect(dutiesOf(board, 'i', 'hexi')[0]).toMatchObject({ period: '2026-11', due: '2026-12-15' })
  })

  it('planned as far ahead as on a later day, when somebody asks for that day', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keepDuties(board.deps.store, { now: board.clock.now(), until: '2027-06-01' })
    expect(dutiesOf(board, 'i').at(-1)?.period).toBe('2027-09')
  })
})

describe('when catalogue, units or rules change', () => {
  it('an item that is gone ends only what has not begun, and says why; what has begun stays for a person', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [
      ['i', MONTHLY],
      ['j', QUARTERLY],
    ])
    await keep(board)
    board.clock.set('2026-11-05T01:00:00.000Z')
    approveAs('v-2', [catalogueItem('j', 'v', QUARTERLY)])
    await keep(board)
    const [october, november] = dutiesOf(board, 'i')
    expect(october).toMatchObject({ period: '2026-10', closing: null })
    expect(november).toMatchObject({ closing: 'WAIVED', reason: '目录第2版不再列入该事项' })
    expect(entriesOf(november?.id ?? '')).toMatchObject([
      { action: 'CLOSED', closing: 'WAIVED', accountId: null },
    ])
  })

  it('an item that comes back has its duties opened again', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    const set = (applies: boolean) =>
      board.deps.store.tx((write) =>
        write.catalogue.setUnitItem({
          unitId: 'township',
          itemId: 'i',
          applies,
          reason: '无此业务',
          assigneeId: null,
        }),
      )
    set(false)
    await keep(board)
    expect(dutiesOf(board, 'i').every(({ closing }) => closing === 'WAIVED')).toBe(true)
    expect(dutiesOf(board, 'i')[0]?.reason).toBe('该事项在本单位不适用：无此业务')
    set(true)
    await keep(board)
    expect(dutiesOf(board, 'i').every(({ closing }) => closing === null)).toBe(true)
  })

  it('a unit that was dissolved gets nothing more', async () => {
    addUnit(board, 'hexi', '河西村')
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], ['hexi'])
    await keep(board)
    board.deps.store.tx((write) => write.unit.update('hexi', { disabled: true }))
    await keep(board)
    expect(dutiesOf(board, 'i', 'hexi').map(({ reason }) => reason)).toEqual(Array(4).fill('单位已停用'))
  })

  it('a changed deadline moves what is open, and the history tells from where to where', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    board.deps.store.tx((write) =>
      write.catalogue.updateRow('v-1', 'i', {
        deadlineRule: { ...MONTHLY, monthday: 20 },
        deadlineText: '次月20日前',
      }),
    )
    expect(await keep(board)).toMatchObject({ changed: 4, added: 0 })
    const [october] = dutiesOf(board, 'i')
    expect(october?.due).toBe('2026-11-20')
    expect(entriesOf(october?.id ?? '')).toMatchObject([
      { action: 'MOVED', formerDue: '2026-11-16', due: '2026-11-20', accountId: null },
    ])
  })

  it('from monthly to quarterly: months not begun end, quarters begin now and not in the past', async () => {
    addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]])
    await keep(board)
    board.clock.set('2027-01-04T01:00:00.000Z')
    await keep(board)
    board.deps.store.tx((write) => write.catalogue.updateRow('v-1', 'i', { deadlineRule: QUARTERLY }))
    await keep(board)
    const open = dutiesOf(board, 'i').filter(({ closing }) => closing === null)
    expect(open.map(({ period }) => period)).toEqual(['2026-10', '2026-11', '2026-12', '2027-Q1', '2027-Q2'])
  })
})

describe('when a calendar arrives', () => {
  function addLocalHoliday(date: string): number {
    const person = board.deps.store.read.office.accountByName('周敏')
    return board.deps.store.tx((write) => {
      const changeId = write.calendar.addChange({
        kind: 'LOCAL_DAY',
        summary: date,
        fileName: '',
        signedBy: '',
        accountId: person?.id ?? '',
        at: board.clock.now(),
      })
      write.calendar.addLocalDay({ date, kind: 'HOLIDAY', name: '民族节日', reason: '县通知' }, changeId)
      return changeId
    })
  }

  it('open duties move, the change counts them, and hours stay', async () => {
    addCatalogue(board, 'v', 'GOV', [
      ['i', QUARTERLY],
      ['j', MONTHLY],
    ])
    await keep(board)
    const before = dutiesOf(board, 'j')
    const changeId = addLocalHoliday('2026-11-16')
    expect(await keep(board)).toMatchObject({ moved: 1, added: 0, changed: 0 })
    const [october] = dutiesOf(board, 'j')
    expect(october).toMatchObject({ id: before[0]?.id, due: '2026-11-17' })
    expect(entriesOf(october?.id ?? '')).toMatchObject([
      { action: 'MOVED', formerDue: '2026-11-16', due: '2026-11-17', calendarChangeId: changeId },
    ])
    expect(board.deps.store.read.calendar.change(changeId)?.movedCount).toBe(1)
    expect(await keep(board)).toMatchObject({ moved: 0 })
  })

  it('what is closed stays as it was closed', async () => {
    addCatalogue(board, 'v', 'GOV', [['j', MONTHLY]])
    await keep(board)
    const [october] = dutiesOf(board, 'j')
    board.deps.store.tx((write) =>
      write.duty.close(october?.id ?? '', {
        kind: 'WAIVED',
        at: board.clock.now(),
        on: '2026-10-05',
        accountId: null,
        noticeId: null,
        reason: 'x',
        clockDoubt: false,
      }),
    )
    addLocalHoliday('2026-11-16')
    await keep(board)
    expect(dutiesOf(board, 'j')[0]?.due).toBe('2026-11-16')
  })
})
