import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PostingPaper } from '../../../server/display/public-display/views.ts'
import type { PostingView, PostingWork } from '../../../server/posting/views.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import type { Refused } from '../../support/edition-flow.ts'
import { act, addBoard, hang, photograph } from '../../support/posting-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { ok } from './scenario-office.ts'

let board: TestBoard
let staff: Staff
let sheet: PostingView

const work = async () => ok(await staff.handler.get<PostingWork>('/api/desk/posting-work'))

beforeAll(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-11-16T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  const item = await importVillageCatalogue(staff.handler)
  const { notice } = await publishDisplay(staff, item.id)
  const hall = await addBoard(staff, 'township', '办事大厅公开栏')
  sheet = await hang(staff.handler, notice.id, hall, '2026-11-16', '孙平')
})
afterAll(async () => {
  await board.deps.work.close()
  board.close()
})

it('S1: the 低保 display of 16 November hangs through the 23rd and should be gone on the 24th', async () => {
  expect(sheet).toMatchObject({ minimum: { lastDay: '2026-11-23' }, dueDownFrom: '2026-11-24' })
  board.clock.set('2026-11-23T01:42:00.000Z')
  expect((await work()).takeDown).toEqual([])
  board.clock.set('2026-11-24T01:00:00.000Z')
  expect((await work()).takeDown.map(({ id }) => id)).toEqual([sheet.id])
})

it('S1: the board asks for the photograph of its beginning, and once it is down for that of its end', async () => {
  expect((await work()).withoutPhoto.map(({ id }) => id)).toEqual([sheet.id])
  ok(await photograph(staff.handler, sheet.id, 'POSTED'))
  expect((await work()).withoutPhoto).toEqual([])
  ok(await act(staff.handler, sheet.id, 'removed', { on: '2026-11-24', reason: '', note: '' }))
  expect((await work()).removedWithoutPhoto.map(({ id }) => id)).toEqual([sheet.id])
  ok(await photograph(staff.handler, sheet.id, 'REMOVED'))
  expect((await work()).removedWithoutPhoto).toEqual([])
})

it('S1: the certificate of the single sheet tells who, when, how long at least, and shows both photographs', async () => {
  const path = `/api/desk/postings/${sheet.id}/certificate`
  const paper = ok(await staff.handler.get<PostingPaper>(path))
  expect(paper).toMatchObject({
    interim: false,
    posting: { postedBy: '周敏', witness: '孙平', minimumLastDay: '2026-11-23', early: null },
  })
  expect(paper.posting.photos.map(({ moment }) => moment)).toEqual(['POSTED', 'REMOVED'])
  const nobody = await staff.handler.get<Refused>('/api/desk/postings/none/certificate')
  expect(nobody.body.code).toBe('posting.not-found')
  expect((await staff.administrator.get<Refused>(path)).status).toBe(403)
})
