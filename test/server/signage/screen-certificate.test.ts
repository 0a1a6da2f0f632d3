import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CertificatePaper, DisplayDetail } from '../../../server/display/public-display/views.ts'
import type { ShownRecord } from '../../../server/signage/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { pairScreen, putUpScreen, report, sendReport, shown } from '../../support/report-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const MINUTE = 60_000
const HOURS = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '18:00' }]

let board: TestBoard
let staff: Staff
let visitor: DeskClient
let display: DisplayDetail
let hash: string
let next = 0

beforeAll(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.desk)
  visitor = board.visitor()
  const item = await importVillageCatalogue(staff.handler)
  const published = await publishDisplay(staff, item.id)
  display = published.display
  hash = published.notice.editions[0]?.hash ?? ''
})

afterAll(() => board.close())

/** Tells of a quarter of an hour, or less, that has just gone by. */
async function passed(screenId: string, token: string, minutes: number, some: Partial<ShownRecord> = {}) {
  board.clock.advance(minutes * MINUTE)
  const record = shown((next += 1), {
    ...{ kind: 'NOTICE', hash, spanned: minutes * MINUTE, lasted: minutes * MINUTE },
    ...some,
  })
  const answer = await sendReport(visitor, screenId, token, report([record]))
  expect(answer.status).toBe(200)
}

const paper = async () =>
  (await staff.handler.get<CertificatePaper>(`/api/desk/displays/${display.id}/certificate?interim=true`))
    .body

it('before any paired screen showed it the certificate names none', async () => {
  expect((await paper()).screens).toEqual([])
})

it('the certificate says what each screen proves, with the power cut by its times, and adds nothing up', async () => {
  const television = putUpScreen(board, { name: '大厅电视', openingHours: HOURS })
  const wall = putUpScreen(board, { name: '门口大屏', openingHours: HOURS })
  putUpScreen(board, { name: '没有配对的屏' })
  const token = await pairScreen(staff, visitor, television)
  const other = await pairScreen(staff, visitor, wall)
  const from = board.clock.now()
  for (let time = 0; time < 2; time++) await passed(television, token, 15)
  board.clock.advance(40 * MINUTE)
  await passed(television, token, 15, { lasted: 5 * MINUTE })
  await passed(wall, other, 15)
  const { screens } = await paper()
  expect(screens.map(({ name }) => name).toSorted()).toEqual(['大厅电视', '门口大屏'].toSorted())
  const first = screens.find(({ name }) => name === '大厅电视')
  const cut = {
    from: new Date(Date.parse(from) + 30 * MINUTE).toISOString(),
    until: new Date(Date.parse(from) + 70 * MINUTE).toISOString(),
  }
  expect(first).toMatchObject({
    shownMinutes: 35,
    days: 1,
    unprovedMinutes: 0,
    moreGaps: 0,
    isClamped: false,
  })
  expect(first?.gaps).toContainEqual(cut)
  expect(first?.recordedMinutes).toBe(45)
  expect(screens.find(({ name }) => name === '门口大屏')).toMatchObject({ shownMinutes: 15 })
  expect(screens.some(({ name }) => name === '没有配对的屏')).toBe(false)
})

it('a screen that showed it only under a clock in doubt proves no minute of it', async () => {
  const doubtful = putUpScreen(board, { name: '停过电的屏' })
  const token = await pairScreen(staff, visitor, doubtful)
  await sendReport(visitor, doubtful, token, report([]))
  const before = board.clock.now()
  // Somebody sets the clock an hour ahead between two reports.
  board.clock.set(new Date(Date.parse(before) + 60 * MINUTE).toISOString())
  await passed(doubtful, token, 10)
  const found = (await paper()).screens.find(({ name }) => name === '停过电的屏')
  expect(found).toMatchObject({ shownMinutes: null, unprovedMinutes: 10 })
})
