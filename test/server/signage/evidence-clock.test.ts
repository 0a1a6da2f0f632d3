import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CertificatePaper, DisplayDetail } from '../../../server/display/public-display/views.ts'
import type { ReportAnswer, ScreenStatus } from '../../../server/signage/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { pairScreen, putUpScreen, report, sendReport, shown } from '../../support/report-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const MINUTE = 60_000
const TWO_DAYS = 2 * 86_400_000

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

async function passed(screenId: string, token: string, minutes: number) {
  board.clock.advance(minutes * MINUTE)
  const span = { spanned: minutes * MINUTE, lasted: minutes * MINUTE }
  const record = shown((next += 1), { kind: 'NOTICE', hash, ...span })
  const answer = await sendReport<ReportAnswer>(visitor, screenId, token, report([record]))
  expect(answer.body.accepted).toEqual([record.id])
}

const kept = (screenId: string) =>
  board.deps.store.read.screenEvidence.endedBetween(screenId, '2000-01-01', '2100-01-01')

const onPaper = async (name: string) =>
  (
    await staff.handler.get<CertificatePaper>(`/api/desk/displays/${display.id}/certificate?interim=true`)
  ).body.screens.find((one) => one.name === name)

const from = (instant: string, milliseconds: number) =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

it('a clock that was two days ahead for a while neither proves the future nor swallows what comes after', async () => {
  const id = putUpScreen(board, { name: '快钟屏' })
  const token = await pairScreen(staff, visitor, id)
  await passed(id, token, 1)
  const right = board.clock.now()
  board.clock.set(from(right, TWO_DAYS))
  await passed(id, token, 1)
  await passed(id, token, 15)
  board.clock.set(from(right, 16 * MINUTE))
  for (let time = 0; time < 4; time++) await passed(id, token, 15)
  const rows = kept(id)
  expect(rows).toHaveLength(7)
  expect(rows.filter(({ doubt }) => doubt === '').map(({ lasted }) => lasted / MINUTE)).toEqual([
    1, 15, 15, 15, 15,
  ])
  expect(rows.filter(({ doubt }) => doubt === 'CLOCK').every(({ endedAt }) => endedAt > right)).toBe(true)
  expect(await onPaper('快钟屏')).toMatchObject({ shownMinutes: 61 })
})

it('evidence that was believed under a clock that was ahead swallows nothing of the true time', async () => {
  const id = putUpScreen(board, { name: '重启屏' })
  const token = await pairScreen(staff, visitor, id)
  const right = board.clock.now()
  // The program started under the wrong clock: nothing told it.
  const early = {
    ...shown((next += 1), { kind: 'NOTICE', hash }),
    bootId: `${'0'.repeat(8)}-0000-7000-8000-0000000000b1`,
  }
  const { tokenHash } = board.deps.store.database
    .prepare('SELECT token_hash AS tokenHash FROM screen_pairing WHERE screen_id = ?')
    .get(id) as { tokenHash: string }
  await board.deps.evidence.take({
    ...{ screenId: id, tokenHash, receivedAt: from(right, TWO_DAYS), clockDoubt: false, replicaId: null },
    report: report([early]),
  })
  await passed(id, token, 15)
  expect(kept(id)[0]).toMatchObject({ lasted: 15 * MINUTE, doubt: '' })
})

it('the first and the last showing are not printed from a clock in doubt', async () => {
  const id = putUpScreen(board, { name: '疑时屏' })
  const token = await pairScreen(staff, visitor, id)
  const right = board.clock.now()
  board.clock.set(from(right, 5 * 60 * MINUTE))
  await passed(id, token, 10)
  const doubted = await onPaper('疑时屏')
  expect(doubted).toMatchObject({
    firstAt: null,
    lastAt: null,
    shownMinutes: null,
    unprovedMinutes: 10,
    days: 0,
  })
  board.clock.set(from(right, 10 * MINUTE))
  await passed(id, token, 15)
  expect(await onPaper('疑时屏')).toMatchObject({ firstAt: from(right, 10 * MINUTE), shownMinutes: 15 })
})

it('a screen that died while the clock was ahead is not well for days', async () => {
  const id = putUpScreen(board, { name: '断电屏' })
  const token = await pairScreen(staff, visitor, id)
  const right = board.clock.now()
  board.clock.set(from(right, TWO_DAYS))
  await sendReport(visitor, id, token, report([]))
  board.clock.set(from(right, MINUTE))
  const { body } = await staff.handler.get<{ screens: ScreenStatus[] }>('/api/desk/screen-status')
  expect(body.screens.find(({ screen }) => screen.id === id)?.state).toBe('SILENT')
})
