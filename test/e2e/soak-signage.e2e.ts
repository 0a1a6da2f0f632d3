import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { heapOf } from '../support/page-heap.ts'
import { watchQuestions } from '../support/page-questions.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { hangScreen, subscribed } from '../support/screen-flow.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

const DAYS = 30
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Minutes of each day that the page lives through second by second; the rest of the day it sleeps. */
const AWAKE = 12
/** How long a new notice may take to come by: its column has eight. */
const ROUND = 15
/** How much of a page's time may go by before its questions are waited for. */
const STEP = 15_000

test.use({ viewport: { width: 1920, height: 1080 }, trace: 'off' })
test.setTimeout(900_000)

let board: RealBoard
let staff: Staff
let catalogueItemId: string

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

test.afterAll(async () => {
  await board.stop()
})

async function publish(title: string, sentences = 6): Promise<NoticeDetail> {
  const body = paragraphs(
    ...Array.from({ length: sentences }, () => '二十五日八时至十八时，请提前做好准备。'.repeat(3)),
  )
  const { id, revision } = await writeDraft(staff.handler, { title, body, catalogueItemId })
  return publishDraft(staff, id, revision)
}

let answered: () => Promise<void>

async function pass(page: Page, milliseconds: number, how: 'AWAKE' | 'ASLEEP'): Promise<void> {
  const step = how === 'AWAKE' ? STEP : milliseconds
  for (let passed = 0; passed < milliseconds; passed += step) {
    board.clock.advance(step)
    await (how === 'AWAKE' ? page.clock.runFor(step) : page.clock.fastForward(step))
    await answered()
  }
}

async function comesBy(page: Page, title: string): Promise<void> {
  for (let waited = 0; waited < ROUND * MINUTE; waited += STEP) {
    if ((await page.locator('body').innerText()).replaceAll(/\s/gu, '').includes(title)) return
    await pass(page, STEP, 'AWAKE')
  }
  throw new Error(`${title} never came by`)
}

test('after thirty days of changing notices a screen is as light as after its first hour, and shows what is new', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const { screen } = await hangScreen(staff, {
    layout: 'FULL_TICKER',
    subscriptions: [
      subscribed({ id: 'main', mostNotices: 8 }),
      subscribed({ id: 'ticker', pane: 'TICKER', mostNotices: 5 }),
    ],
  })
  const standing: NoticeDetail[] = []
  for (let number = 1; number <= 7; number++)
    standing.push(await publish(`第${String(number)}号停水通知`, number * 4))
  answered = watchQuestions(page)
  await page.clock.install({ time: new Date(board.clock.now()) })
  await page.goto(`${board.publicOrigin}/signage/${screen.id}`)
  await comesBy(page, '第7号停水通知')
  const heap = await heapOf(page)
  const loads: string[] = []
  page.on('framenavigated', (frame) => loads.push(frame.url()))

  /** A new notice comes by, and the oldest is taken down. */
  const change = async (title: string, sentences: number) => {
    standing.push(await publish(title, sentences))
    const oldest = standing.shift()
    if (oldest) {
      const reason = { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: false }
      const gone = await staff.reviewer.post(`/api/desk/notices/${oldest.id}/withdraw`, reason)
      expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    }
    await comesBy(page, title)
  }

  // The first hour: everything has been drawn and changed once, so that the browser has compiled what it runs.
  for (let number = 1; number <= 6; number++) {
    await change(`第一个小时的通知之${String(number)}`, number * 5)
    await pass(page, 10 * MINUTE, 'AWAKE')
  }
  const first = await heap.read()

  for (let day = 1; day <= DAYS; day++) {
    await change(`${String(day)}日公布的补贴发放通知`, 3 + (day % 5) * 6)
    await pass(page, AWAKE * MINUTE, 'AWAKE')
    await pass(page, DAY - AWAKE * MINUTE, 'ASLEEP')
  }

  const last = await heap.read()
  const measured = JSON.stringify({ first, last, loads: loads.length })
  process.stdout.write(`${measured}\n`)
  expect(last.bytes / first.bytes, measured).toBeLessThan(1.2)
  expect(last.nodes / first.nodes, measured).toBeLessThan(1.5)
  // Loaded anew every night it would prove nothing of what piles up.
  expect(loads).toEqual([])
  expect(errors).toEqual([])
})
