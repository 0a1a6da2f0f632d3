import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeViewOf } from '../../server/duty/calendar/calendar-views.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../support/test-board.ts'

let board: TestBoard
let accountId: string

beforeAll(async () => {
  board = openTestBoard()
  await setUpOffice(board.desk)
  accountId = board.deps.store.read.office.accountByName('李伟')?.id ?? ''
})
afterAll(() => board.close())

const addChange = (summary: string) =>
  board.deps.store.tx((write) =>
    write.calendar.addChange({
      ...{ kind: 'YEAR' as const, summary, fileName: '', signedBy: '', accountId },
      at: '2026-11-23T01:42:00.000Z',
    }),
  )

describe('changes of the calendar', () => {
  it('wait until the duties have been reckoned anew, and then name those that moved', () => {
    const { store } = board.deps
    const first = addChange('2027 通知')
    const second = addChange('2028 通知')
    expect(store.read.calendar.unreckoned()).toEqual([first, second])
    store.database.exec(`
      INSERT INTO duty_ground (id, ground) VALUES (1, '{}');
      INSERT INTO duty (id, kind, unit_id, regime, title, period, event, stage, stage_name, ground_id, term, starts_on,
        target, due, provisional, created_at)
      VALUES ('d1', 'EVENT', 'township', 'GOV', '财政预算', '', '批准', 0, '', 1, '{}', '2026-12-28', '2027-01-05',
        '2027-01-05', 0, '2026-12-28T01:00:00.000Z');
      INSERT INTO duty_entry (duty_id, action, reason, former_due, due, calendar_change_id, at, on_date, clock_doubt)
      VALUES ('d1', 'MOVED', '', '2027-01-04', '2027-01-05', ${second}, '2026-12-28T02:00:00.000Z', '2026-12-28', 0);
    `)
    store.tx((write) => {
      write.calendar.setMovedCount(first, 0)
      write.calendar.setMovedCount(second, 1)
    })
    expect(store.read.calendar.unreckoned()).toEqual([])
    expect(changeViewOf(store.read, first)).toMatchObject({ movedCount: 0, moved: [] })
    expect(changeViewOf(store.read, second)).toMatchObject({
      by: { id: accountId, name: '李伟' },
      movedCount: 1,
      moved: [
        {
          ...{ dutyId: 'd1', title: '财政预算', formerDue: '2027-01-04', due: '2027-01-05' },
          unit: { id: 'township', name: '示例县云溪镇人民政府', kind: 'TOWNSHIP' },
        },
      ],
    })
    expect(() => changeViewOf(store.read, 99)).toThrow('99')
  })

  it('are listed newest first, and from an instant on', () => {
    const { calendar } = board.deps.store.read
    expect(calendar.changes(1).map(({ summary }) => summary)).toEqual(['2028 通知'])
    expect(calendar.changes(9, '2026-11-24T00:00:00.000Z')).toEqual([])
    expect(calendar.changes(9, '2026-11-23T00:00:00.000Z')).toHaveLength(2)
  })
})

describe('what the duties were reckoned with', () => {
  it('is one row that is written over', () => {
    const { store } = board.deps
    expect(store.read.calendar.upkeep()).toBeUndefined()
    for (const calendarDigest of ['a', 'b']) {
      store.tx((write) => write.calendar.setUpkeep({ calendarDigest, planDigest: 'p', ranOn: '2026-11-23' }))
    }
    expect(store.read.calendar.upkeep()).toMatchObject({ calendarDigest: 'b', planDigest: 'p' })
  })
})
