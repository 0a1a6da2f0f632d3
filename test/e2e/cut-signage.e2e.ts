import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { type FaultyLine, layFaultyLine, type LineState } from '../support/faulty-proxy.ts'
import { watchQuestions } from '../support/page-questions.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { hangScreen } from '../support/screen-flow.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 1920, height: 1080 } })

const TITLE = '关于河西村停水的通知'
const MINUTE = 60_000

let board: RealBoard
let staff: Staff
let catalogueItemId: string
let line: FaultyLine
let address: string
const loads: string[] = []

async function publish(title: string, expiresAt: string | null = null): Promise<NoticeDetail> {
  const body = paragraphs('二十五日八时至十八时停水。')
  const { id, revision } = await writeDraft(staff.handler, { title, body, catalogueItemId, expiresAt })
  return publishDraft(staff, id, revision)
}

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  await publish(TITLE)
  const { screen } = await hangScreen(staff)
  line = await layFaultyLine(() => board.publicOrigin)
  address = `${line.origin}/signage/${screen.id}`
})

test.afterAll(async () => {
  await line.close()
  await board.stop()
})

test.beforeEach(async ({ page }) => {
  cut('THROUGH')
  answered = watchQuestions(page)
  await page.clock.install({ time: new Date(board.clock.now()) })
  await page.goto(address)
  await comesBy(page, TITLE)
  loads.length = 0
  page.on('framenavigated', (frame) => loads.push(frame.url()))
})

let isThrough = true
let answered: () => Promise<void>

function cut(state: LineState): void {
  isThrough = state === 'THROUGH'
  line.set(state)
}

// In small steps: an answer takes real time, in which a minute of the page's must not go by.
async function pass(page: Page, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= MINUTE / 6) {
    board.clock.advance(Math.min(left, MINUTE / 6))
    await page.clock.runFor(Math.min(left, MINUTE / 6))
    // Over a line that is cut a question ends by the page's clock alone.
    if (isThrough) await answered()
  }
}

async function glass(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replaceAll(/\s/gu, '')
}

async function comesBy(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if ((await glass(page)).includes(text)) return
    await pass(page, MINUTE / 4)
  }
  throw new Error(`${text} never came by; the glass says ${await glass(page)}`)
}

for (const state of ['DOWN', 'ERROR', 'HALF', 'HELD'] as const) {
  test(`with the line ${state} a screen keeps what it shows, says of when it is, and never loads itself anew`, async ({
    page,
  }) => {
    cut(state)
    await comesBy(page, '截至')
    await comesBy(page, TITLE)
    // A night and a day: the hour at which a screen begins anew goes by.
    board.clock.advance(24 * 60 * MINUTE)
    await page.clock.fastForward(24 * 60 * MINUTE)
    for (let hour = 0; hour < 24; hour++) {
      board.clock.advance(60 * MINUTE)
      await page.clock.fastForward(60 * MINUTE)
    }
    await comesBy(page, TITLE)
    expect(loads).toEqual([])
    cut('THROUGH')
    const next = `关于线路${state}以后的通知`
    await publish(next)
    await comesBy(page, next)
    await expect
      .poll(async () => {
        await pass(page, MINUTE / 4)
        return glass(page)
      })
      .not.toContain('截至')
  })
}

test('what runs out while the server is away leaves the screen at its minute', async ({ page }) => {
  const title = '关于征集意见的通知'
  const expiresAt = `${new Date(Date.parse(board.clock.now()) + 20 * MINUTE).toISOString().slice(0, 16)}:00.000Z`
  await publish(title, expiresAt)
  await comesBy(page, title)
  cut('DOWN')
  await pass(page, Date.parse(expiresAt) - Date.parse(board.clock.now()) + 1000)
  for (let step = 0; step < 30; step++) {
    expect(await glass(page)).not.toContain(title)
    await pass(page, MINUTE / 4)
  }
})

test('what is taken down is off the glass as soon as the word of it comes, whatever its turn', async ({
  page,
}) => {
  const title = '关于补贴标准的通知'
  const published = await publish(title)
  await comesBy(page, title)
  const reason = { reason: 'PUBLISHED_IN_ERROR', note: '标准有误', hideTitle: false }
  expect((await staff.reviewer.post(`/api/desk/notices/${published.id}/withdraw`, reason)).status).toBe(200)
  // The word comes over the line, not by the screen's own asking: no time passes on the glass.
  await expect.poll(() => glass(page)).not.toContain(title)
})

test('a clock of the screen or of the office that jumped hides nothing, and the doubt is said', async ({
  page,
}) => {
  await page.clock.setSystemTime(new Date('2019-01-01T00:00:00.000Z'))
  await comesBy(page, TITLE)
  const right = board.clock.now()
  board.clock.set('2019-01-01T00:00:00.000Z')
  await pass(page, 2 * MINUTE)
  await comesBy(page, '时间待校')
  await comesBy(page, TITLE)
  board.clock.set(right)
  await pass(page, 2 * MINUTE)
  await comesBy(page, TITLE)
})

test('a board that was started anew is found again, with what was published meanwhile', async ({ page }) => {
  await board.close()
  await comesBy(page, '截至')
  board = await startRealBoard({ idleLockMinutes: 10_000_000, dataFolder: board.dataFolder })
  await expect
    .poll(async () => {
      await pass(page, MINUTE / 4)
      return glass(page)
    })
    .not.toContain('截至')
  expect(loads).toEqual([])
})
