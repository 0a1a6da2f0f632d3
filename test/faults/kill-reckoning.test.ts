import { afterEach, beforeEach, expect, it } from 'vitest'
import { upkeepNeeded } from '../../server/duty/plan-digest.ts'
import { addCatalogue, type DutyBoard, keep, openDutyBoard } from '../server/duty/duty-board.ts'
import { startChild } from '../support/kill-child.ts'

const PROGRAM = new URL('reckon-child.ts', import.meta.url)
const ITEMS = 1500
const MONTHLY = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } as const

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
  const items = Array.from({ length: ITEMS }, (_, at) => [`i${at}`, MONTHLY] as const)
  addCatalogue(board, 'v', 'VILLAGE', items)
  await keep(board)
})

afterEach(() => board.close())

/** How many duties are due on which day. */
function dues(): Record<string, number> {
  const rows = board.deps.store.database
    .prepare<[], [string, number]>('SELECT due, count(*) FROM duty GROUP BY due ORDER BY due')
    .raw()
    .all()
  return Object.fromEntries(rows)
}

it('killed in the middle of a new calendar, all duties stand as before when that is taken back', async () => {
  const { store } = board.deps
  const before = dues()
  const accountId = store.read.office.accountByName('陈静')?.id ?? ''
  const at = board.clock.now()
  const change = { kind: 'LOCAL_DAY', fileName: '', signedBy: '', accountId, at } as const
  const days = ['2026-11-16', '2026-12-15', '2027-01-15'].map((date) =>
    store.tx((write) => {
      const changeId = write.calendar.addChange({ ...change, summary: date })
      return write.calendar.addLocalDay(
        { date, kind: 'HOLIDAY', name: '民族节日', reason: '县通知' },
        changeId,
      )
    }),
  )
  const child = startChild(PROGRAM, [store.database.name, at])
  await child.seen(/^begun$/)
  expect(await child.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  expect(child.errors()).toBe('')
  const broken = dues()
  expect(broken).not.toEqual(before)
  expect(Object.values(broken)).toEqual([ITEMS, ITEMS, ITEMS, ITEMS])
  store.tx((write) => {
    const changeId = write.calendar.addChange({ ...change, summary: '删除' })
    for (const day of days) write.calendar.removeLocalDay(day, changeId)
  })
  expect(upkeepNeeded(store, at)).toBe(true)
  await keep(board)
  expect(dues()).toEqual(before)
  expect(upkeepNeeded(store, at)).toBe(false)
})
