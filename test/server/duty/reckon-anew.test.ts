import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarOf } from '../../../server/duty/calendar/calendar-of.ts'
import { upkeepNeeded } from '../../../server/duty/plan-digest.ts'
import { reckonAnew } from '../../../server/duty/reckon-anew.ts'
import { todayOf } from '../../../server/duty/today.ts'
import { addCatalogue, addUnit, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const
const UNITS = ['A', 'B', 'C']

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
  for (const id of UNITS) addUnit(board, id, `${id}村`)
  addCatalogue(board, 'v', 'VILLAGE', [['i', MONTHLY]], UNITS)
  await keep(board)
})

afterEach(() => board.close())

function change(
  write: Parameters<Parameters<DutyBoard['deps']['store']['tx']>[0]>[0],
  summary: string,
): number {
  const accountId = board.deps.store.read.office.accountByName('陈静')?.id ?? ''
  const at = board.clock.now()
  return write.calendar.addChange({ kind: 'LOCAL_DAY', summary, fileName: '', signedBy: '', accountId, at })
}

/** A local holiday; gives its id and that of its change. */
function addHoliday(date: string): { readonly day: number; readonly changeId: number } {
  return board.deps.store.tx((write) => {
    const changeId = change(write, date)
    const holiday = { date, kind: 'HOLIDAY', name: '民族节日', reason: '县通知' } as const
    return { day: write.calendar.addLocalDay(holiday, changeId), changeId }
  })
}

/** Reckons anew until the power fails after the first piece: January is not reckoned any more. */
async function breakOff(changeId: number): Promise<void> {
  const { store } = board.deps
  const digest = store.read.calendar.upkeep()
  if (digest) store.tx((write) => write.calendar.setUpkeep({ ...digest, calendarDigest: '' }))
  let done = 0
  const pieces = {
    add: (write: () => void): Promise<void> => {
      if (done++ > 0) return Promise.reject(new Error('power cut'))
      write()
      return Promise.resolve()
    },
    flush: () => Promise.resolve(),
  }
  const today = todayOf(store.read, board.clock.now())
  await expect(reckonAnew(store, calendarOf(store.read), today, changeId, pieces)).rejects.toThrow(
    'power cut',
  )
}

const dues = () => UNITS.map((unit) => dutiesOf(board, 'i', unit).map(({ due }) => due))

describe('reckoning anew', () => {
  it('brings every duty of a term to the calendar, also one that stood apart from the others', async () => {
    const [, second] = dutiesOf(board, 'i', 'C')
    const stale = board.deps.store.database.prepare(`UPDATE duty SET due = '2026-12-18' WHERE id = ?`)
    stale.run(second?.id)
    addHoliday('2027-03-08')
    expect(await keep(board)).toMatchObject({ moved: 1 })
    expect(dues().map((of) => of[1])).toEqual(['2026-12-15', '2026-12-15', '2026-12-15'])
  })

  it('broken off, it is made good although the day was taken back before the next run', async () => {
    const before = dues()
    // The middles of November and January rest: two terms move, and the power fails between them.
    const days = ['2026-11-16', '2027-01-15'].map((date) => addHoliday(date))
    await breakOff(days.at(-1)?.changeId ?? 0)
    expect(dues()).not.toEqual(before)
    board.deps.store.tx((write) => {
      const changeId = change(write, '删除')
      for (const { day } of days) write.calendar.removeLocalDay(day, changeId)
    })
    expect(upkeepNeeded(board.deps.store, board.clock.now())).toBe(true)
    await keep(board)
    expect(dues()).toEqual(before)
  })

  it('notes before the first piece that the duties no longer stand on one calendar', async () => {
    const { store } = board.deps
    addHoliday('2026-11-16')
    // As when the process dies at the first row it moves.
    store.database.exec(
      `CREATE TRIGGER power_cut BEFORE UPDATE OF due ON duty BEGIN SELECT RAISE(ABORT, 'power cut'); END`,
    )
    await expect(keep(board)).rejects.toThrow('power cut')
    expect(store.read.calendar.upkeep()?.calendarDigest).toBe('')
    store.database.exec('DROP TRIGGER power_cut')
    expect(await keep(board)).toMatchObject({ moved: 3 })
  })

  it('counts what a change moved over all runs, also after one that was broken off', async () => {
    addHoliday('2026-11-16')
    const { changeId } = addHoliday('2027-01-15')
    await breakOff(changeId)
    expect(await keep(board)).toMatchObject({ moved: 3 })
    const { calendar } = board.deps.store.read
    expect(calendar.moved(changeId, 100)).toHaveLength(6)
    expect(calendar.change(changeId)?.movedCount).toBe(6)
    await keep(board)
    expect(calendar.change(changeId)?.movedCount).toBe(6)
  })
})
