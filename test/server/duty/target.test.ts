import { afterEach, beforeEach, expect, it } from 'vitest'
import { addCatalogue, dutiesOf, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
})

afterEach(() => board.close())

it('nobody is asked to be done before the duty can be worked off, also when dates are reckoned anew', async () => {
  // Due on 1 November, a Sunday; the figures of October are there on the 31st, a Saturday.
  addCatalogue(board, 'v', 'VILLAGE', [['i', { class: 'MONTHLY', monthday: 1, offset: 'nextMonth' }]])
  await keep(board)
  const october = () => {
    const id = dutiesOf(board, 'i').find(({ period }) => period === '2026-10')?.id ?? ''
    const { startsOn, target, due } = board.deps.store.read.duty.byId(id) ?? {}
    return { startsOn, target, due }
  }
  expect(october()).toEqual({ startsOn: '2026-10-31', target: '2026-11-02', due: '2026-11-02' })
  for (const [date, due] of [
    ['2026-11-02', '2026-11-03'],
    ['2026-11-04', '2026-11-03'],
  ] as const) {
    board.deps.store.tx((write) => {
      const accountId = board.deps.store.read.office.accountByName('周敏')?.id ?? ''
      const head = { kind: 'LOCAL_DAY', summary: date, fileName: '', signedBy: '' } as const
      const changeId = write.calendar.addChange({ ...head, accountId, at: board.clock.now() })
      write.calendar.addLocalDay({ date, kind: 'HOLIDAY', name: '民族节日', reason: '县通知' }, changeId)
    })
    await keep(board)
    expect(october()).toEqual({ startsOn: '2026-10-31', target: due, due })
  }
})
