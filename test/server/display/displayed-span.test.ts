import { expect, test } from 'vitest'
import { displayedSpan } from '../../../server/display/displayed-span.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice } from '../../support/test-board.ts'

test('a last day the calendar has moved stands on the sheet with the one that was announced', async () => {
  const board = openTestBoard()
  board.clock.set('2026-12-28T01:00:00.000Z')
  const staff = await setUpOffice(board.desk)
  const itemId = (await importVillageCatalogue(staff.administrator)).id
  const { notice } = await publishDisplay(staff, itemId, { length: { count: 5, unit: 'WORKING_DAY' } })
  const { store, clock } = board.deps
  const edition = store.read.edition.ofNotice(notice.id)[0]
  if (!edition) throw new Error('it was published')
  const span = { startsOn: '2026-12-28', endsOn: '2027-01-05' }
  expect(displayedSpan(store.read, edition)).toEqual({ displayed: span })
  store.tx((write) => {
    const accountId = store.read.office.accountByName('周敏')?.id ?? ''
    const head = { kind: 'LOCAL_DAY', summary: '停工', fileName: '', signedBy: '' } as const
    const change = write.calendar.addChange({ ...head, accountId, at: clock.now() })
    write.calendar.addLocalDay({ date: '2027-01-05', kind: 'HOLIDAY', name: '停工', reason: '放假' }, change)
  })
  const moved = { ...span, endsOn: '2027-01-06', announced: '2027-01-05' }
  expect(displayedSpan(store.read, edition)).toEqual({ displayed: moved })
  board.close()
})
