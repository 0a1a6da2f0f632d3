import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { seededRandom } from '../support/kill-random.ts'
import { heapOf } from '../support/page-heap.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

// In its first days a page still compiles and keeps what it goes on using: that is no leak, and levels off.
const FIRST_DAYS = 7
const DAYS = 30
const VISITS_A_DAY = 2
const TOUCHES = 6
const DAY = 24 * 60 * 60_000
const IDLE = 95_000

test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 }, trace: 'off' })
test.setTimeout(600_000)

let board: RealBoard
let staff: Staff
let catalogueItemId: string
// One walk, always the same: a soak says whether something piles up, not whether some rare walk goes wrong.
const seed = 20261123
const random = seededRandom(seed)

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

test.afterAll(async () => {
  await board.stop()
})

async function publish(name: string): Promise<NoticeDetail> {
  const body = paragraphs(...Array.from({ length: 12 }, () => `${name}，请相互转告。`.repeat(6)))
  const { id, revision } = await writeDraft(staff.handler, { title: name, body, catalogueItemId })
  return publishDraft(staff, id, revision)
}

/** Time passes at the office and on the glass alike. */
async function pass(page: Page, milliseconds: number, howThe: 'WAKING' | 'SLEEPING'): Promise<void> {
  board.clock.advance(milliseconds)
  await (howThe === 'WAKING' ? page.clock.runFor(milliseconds) : page.clock.fastForward(milliseconds))
}

/** Touches something that can be touched, wherever it leads. */
async function touch(page: Page): Promise<void> {
  const spots = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#/"], button:not([aria-disabled="true"]):not([disabled])')]
      .map((element) => element.getBoundingClientRect())
      .filter(
        ({ width, height, top, bottom }) => width > 20 && height > 20 && top >= 0 && bottom <= innerHeight,
      )
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
  )
  const spot = spots[Math.floor(random() * spots.length)]
  if (spot) await page.touchscreen.tap(spot.x, spot.y)
  await pass(page, 2_000, 'WAKING')
}

test('after thirty more days of visitors and of changes the kiosk is as light as after its first week', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  for (let number = 1; number <= 8; number++) await publish(`第${String(number)}号停水通知`)
  await page.clock.install({ time: new Date(board.clock.now()) })
  await page.goto(board.kioskUrl)
  await expect(page.locator('.row-link').first()).toBeVisible()
  const heap = await heapOf(page)
  const visit = async () => {
    for (let count = 0; count < TOUCHES; count++) await touch(page)
    await pass(page, IDLE, 'WAKING')
    await expect(page.locator('.row-link').first(), `seed ${String(seed)}`).toBeVisible()
  }

  // The first hour: everything a visitor can open has been loaded once.
  for (let count = 0; count < 12; count++) await visit()
  await pass(page, 60 * 60_000, 'SLEEPING')

  const standing: NoticeDetail[] = []
  let first = await heap.read()
  for (let day = 1; day <= FIRST_DAYS + DAYS; day++) {
    standing.push(await publish(`${String(day)}日公布的补贴发放通知`))
    const oldest = standing.length > 5 ? standing.shift() : undefined
    if (oldest) {
      const reason = { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: false }
      const gone = await staff.reviewer.post(`/api/desk/notices/${oldest.id}/withdraw`, reason)
      expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    }
    for (let count = 0; count < VISITS_A_DAY; count++) await visit()
    await pass(page, DAY - VISITS_A_DAY * IDLE, 'SLEEPING')
    await expect(page.locator('main')).toContainText(`${String(day)}日公布的补贴发放通知`)
    if (day === FIRST_DAYS) first = await heap.read()
  }

  const last = await heap.read()
  process.stdout.write(`${JSON.stringify({ first, last })}\n`)
  expect(last.bytes / first.bytes, `seed ${String(seed)}: ${JSON.stringify({ first, last })}`).toBeLessThan(
    1.2,
  )
  expect(last.nodes / first.nodes, `seed ${String(seed)}: ${JSON.stringify({ first, last })}`).toBeLessThan(
    1.5,
  )
  expect(errors).toEqual([])
})
