import { expect, test, type Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import type { Body, TableCell } from '../../domain/notice/body.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { UnitView } from '../../server/office/unit-views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { fakePrinters } from '../support/fake-printers.ts'
import { openArea, pictureBook, signIn } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

const TITLE = '关于11月25日停电检修的通知'
// Of an extension of Unicode that no face of any office PC has yet.
const RARE = '\u{2A6DE}'
const LINES = Array.from(
  { length: 40 },
  (_, at) => `第${at + 1}条 因线路检修，11月25日8时至17时河西村停电，请提前做好准备。`,
)

let board: RealBoard
let staff: Staff
let notice: NoticeDetail
let catalogueItemId: string
const { printers, paper } = fakePrinters()
const picture = pictureBook('print')

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 720 } })

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000, printers })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: TITLE,
    body: paragraphs(`联系人：张${RARE}。`, ...LINES),
    catalogueItemId,
  })
  notice = await publishDraft(staff, id, revision)
})

test.afterAll(() => board.stop())

// Sixteen columns of numbers that cannot be broken: more than a card takes at any legible size.
function tooWide(): Body {
  const cells = (type: TableCell['type'], text: (column: number) => string): TableCell[] =>
    Array.from({ length: 16 }, (_, column) => ({
      type,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: text(column) }] }],
    }))
  return {
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: cells('tableHeader', (column) => `第${column + 1}项金额`) },
          { type: 'tableRow', content: cells('tableCell', (column) => `${column + 1}23456789.00`) },
        ],
      },
    ],
  }
}

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

async function openPrinting(page: Page): Promise<void> {
  await page.goto(`${board.deskOrigin}/desk/#/notices/${notice.id}`)
  await page.getByRole('button', { name: '打印', exact: true }).click()
}

test('a clerk chooses how it looks, sees the very file, decides on a rare name, prints, and reprints page 2', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await openPrinting(page)
  await expect(page.getByRole('radio', { name: /普通告示/ })).toBeChecked()
  await look(page, 'choose')
  await page.getByRole('button', { name: '生成并核对' }).click()

  await expect(page.getByRole('heading', { name: '有字需要处理' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /^第 1 页，共 \d+ 页$/ })).toHaveAttribute('data-drawn', '1')
  await look(page, 'rare name')
  // Nothing can be sent before it is decided.
  await expect(page.getByRole('region', { name: '打印', exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: '就用代替字体' })).toBeDisabled()
  await page.getByRole('checkbox', { name: new RegExp(RARE, 'u') }).check()
  await page.getByRole('button', { name: '留空手写，重新生成' }).click()

  const send = page.getByRole('region', { name: '打印', exact: true })
  await expect(send).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /^第 1 页，共 \d+ 页$/ })).toHaveAttribute('data-drawn', '1')
  await expect(send.getByText('党政办 HP 2055（默认）')).toBeVisible()
  await send.getByLabel('页码').fill('1-90')
  await expect(send.getByText(/^页码写作 1-3,5；本件共/)).toBeVisible()
  await expect(send.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
  await send.getByLabel('页码').fill('')
  await look(page, 'send')
  await send.getByRole('button', { name: '打印', exact: true }).click()

  const outcome = page.getByRole('region', { name: '实际打印结果' })
  await outcome.getByRole('radio', { name: '缺了几页，或有页打坏了' }).check()
  await outcome.getByLabel('哪些页要补打').fill('2')
  await look(page, 'outcome')
  await outcome.getByRole('button', { name: '登记结果' }).click()

  const again = page.getByRole('region', { name: '再打印' })
  await expect(again.getByText('还缺第 2 页，只补打这些页。')).toBeVisible()
  await expect(again.getByLabel('页码')).toHaveValue('2')
  await again.getByRole('button', { name: '打印', exact: true }).click()
  await outcome.getByRole('radio', { name: '全部打印出来了' }).check()
  await outcome.getByRole('button', { name: '登记结果' }).click()
  await expect(page.getByText('已全部打印。')).toBeVisible()
  await look(page, 'done')

  const [whole, second] = await Promise.all(paper.map(({ bytes }) => PDFDocument.load(bytes)))
  expect(whole?.getPageCount()).toBeGreaterThan(2)
  expect(second?.getPageCount()).toBe(1)
})

test('the notice says who printed it, and the record names printer, pages and outcome', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${notice.id}`)
  await page.getByText('打印过 2 次').click()
  await expect(page.getByText('全部打印出来（周敏 登记）')).toBeVisible()
  await openArea(page, '打印')
  await expect(page.getByText('没有待处理的打印')).toBeVisible()
  await look(page, 'queue empty')
  await page.getByRole('button', { name: '打印记录' }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('row').nth(1)).toContainText('HP-2055')
  await look(page, 'history')
})

test('a sheet that was only looked at leaves nothing in the queue', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await openPrinting(page)
  await page.getByRole('button', { name: '生成并核对' }).click()
  await expect(page.getByRole('heading', { name: '有字需要处理' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await openArea(page, '打印')
  await expect(page.getByText('没有待处理的打印')).toBeVisible()
})

test('a review slip goes to paper by the same way, without choosing', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${notice.id}`)
  await page.getByRole('button', { name: '打印呈批单' }).click()
  const send = page.getByRole('region', { name: '打印', exact: true })
  const decide = page.getByRole('region', { name: '有字需要处理' })
  await expect(send.or(decide)).toBeVisible({ timeout: 60_000 })
  await look(page, 'slip')
})

test('a table no card has room for is refused with its place, and a wider template is offered', async ({
  page,
}) => {
  const { id, revision } = await writeDraft(staff.handler, {
    title: '河西村2026年10月低保金发放明细',
    body: tooWide(),
    catalogueItemId,
  })
  const wide = await publishDraft(staff, id, revision)
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${wide.id}`)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.getByRole('button', { name: /^其他版式/ }).click()
  await page.getByRole('radio', { name: /明白卡/ }).check()
  await picture(page, 'all-templates')
  await page.getByRole('button', { name: '生成并核对' }).click()
  await expect(page.getByRole('heading', { name: '没有生成' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('alert').filter({ hasText: /第1个表格（第1项金额/ })).toBeVisible()
  await picture(page, 'failed')
  await page.getByRole('button', { name: /^改用/ }).first().click()
  await expect(page.getByRole('img', { name: /^第 1 页，共 \d+ 页$/ })).toHaveAttribute('data-drawn', '1', {
    timeout: 60_000,
  })
  await picture(page, 'wider')
})

test('all sheets planned for a board are printed in hanging order, with what came of each', async ({
  page,
}) => {
  const unit = await staff.administrator.post<UnitView>('/api/desk/units/township/boards', {
    name: '镇政府公开栏',
    place: '大院东墙',
    regime: 'GOV',
  })
  const boardId = unit.body.boards[0]?.id ?? ''
  const titles = ['云溪镇停电检修通知', '村卫生室名录', '秋收秸秆禁烧通告']
  for (const title of titles) {
    const { id, revision } = await writeDraft(staff.handler, {
      title,
      body: paragraphs(title === '村卫生室名录' ? `负责人张${RARE}。` : '特此通知。'),
      catalogueItemId,
    })
    const { id: noticeId } = await publishDraft(staff, id, revision)
    const planned = await staff.handler.post('/api/desk/postings', {
      noticeId,
      boardId,
      plannedOn: '2026-11-23',
      spot: null,
    })
    expect(planned.status, JSON.stringify(planned.body)).toBeLessThan(300)
  }
  const before = paper.length
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/boards/${boardId}`)
  await page.getByRole('button', { name: /^按张贴顺序打印/ }).click()
  const dialog = page.getByRole('dialog', { name: '按张贴顺序打印 3 件' })
  await expect(dialog.getByText('可以打印')).toHaveCount(2, { timeout: 60_000 })
  await expect(dialog.getByText('有 1 件还不能打印，处理后再打。')).toBeVisible()
  await look(page, 'many')
  await dialog.getByRole('button', { name: '打印 2 件' }).click()
  await expect(dialog.getByText('已送出，待登记结果')).toHaveCount(2)
  await look(page, 'many sent')
  await dialog.getByRole('button', { name: '2 件全部打印出来了' }).click()
  await expect(dialog.getByText('已打印', { exact: true })).toHaveCount(2)
  expect(paper).toHaveLength(before + 2)

  // The one with a rare name is decided on by itself and then printed with the rest.
  await dialog.getByRole('button', { name: /村卫生室名录/ }).click()
  await page.getByRole('checkbox', { name: new RegExp(RARE, 'u') }).check()
  await page.getByRole('button', { name: '留空手写，重新生成' }).click()
  const one = page.getByRole('dialog', { name: '打印：村卫生室名录' })
  await expect(one.getByRole('region', { name: '打印', exact: true })).toBeVisible({ timeout: 60_000 })
  await one.getByRole('button', { name: /关闭|Close/ }).click()
  await dialog.getByRole('button', { name: '打印 1 件' }).click()
  await expect(dialog.getByText('已送出，待登记结果')).toHaveCount(1)
  expect(paper).toHaveLength(before + 3)
  await dialog.getByRole('button', { name: '1 件全部打印出来了' }).click()
  await expect(dialog.getByText('3 件都已打印。')).toBeVisible()
})

// Last: the restart leaves everybody else signed out.
test('after a restart the queue asks what came out of a sheet that was being printed', async ({ page }) => {
  const sent = paper.length
  await signIn(page, board.deskUrl, '周敏')
  await openPrinting(page)
  await page.getByRole('button', { name: '生成并核对' }).click()
  await page.getByRole('checkbox', { name: new RegExp(RARE, 'u') }).check({ timeout: 60_000 })
  await page.getByRole('button', { name: '留空手写，重新生成' }).click()
  const send = page.getByRole('region', { name: '打印', exact: true })
  await send.getByRole('button', { name: '打印', exact: true }).click({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: '实际打印结果' })).toBeVisible()
  expect(paper).toHaveLength(sent + 1)

  await board.close()
  board = await startRealBoard({ idleLockMinutes: 10_000_000, printers, dataFolder: board.dataFolder })
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '今天')
  await expect(page.getByRole('region', { name: '打印结果待确认' })).toContainText(TITLE)
  await look(page, 'today asks')
  await openArea(page, '打印')
  await expect(page.getByText('请确认打印结果（1）')).toBeVisible()
  await look(page, 'queue unsure')
  await page.getByRole('button', { name: `登记结果：${TITLE}` }).click()
  const outcome = page.getByRole('region', { name: '实际打印结果' })
  await expect(outcome.getByText(/^程序在打印时关闭过/)).toBeVisible()
  await outcome.getByRole('radio', { name: '没有打印出来' }).check()
  await outcome.getByRole('button', { name: '登记结果' }).click()
  await expect(page.getByRole('region', { name: '再打印' })).toBeVisible()
})
