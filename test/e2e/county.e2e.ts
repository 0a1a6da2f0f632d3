import { expect, type Page, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type RunningCounty, startCounty } from '../../county/start.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import type { CountyCardPreview } from '../../server/exchange/enrolment/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { pictureBook } from '../support/journey-desk.ts'
import { writePackageAt } from '../support/package-flow.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { OFFICE, setUpOffice, type Staff } from '../support/test-board.ts'

const PASSWORD = 'xianji-2026-11'

let board: RealBoard
let staff: Staff
let county: RunningCounty
let stick: string

test.beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'county-e2e-'))
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  const started = await startCounty({
    dataFolder: join(stick, 'county'),
    pagesPort: 0,
    clock: board.clock,
    logger: pino({ level: 'silent' }),
    rendererFolder: process.env['BOARD_RENDERER'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  })
  if (!started.ok) throw new Error(started.code)
  county = started.value
})

test.afterAll(async () => {
  await county.close()
  await board.stop()
  rmSync(stick, { recursive: true, force: true })
})

/** A file of the office's desk, on the stick. */
async function onStick(who: keyof Staff, path: string, name: string): Promise<string> {
  const response = await staff[who].raw('GET', path)
  expect(response.status, path).toBe(200)
  const file = join(stick, name)
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
  return file
}

async function publish(title: string): Promise<void> {
  const item = await importVillageCatalogue(staff.administrator)
  const draft = await writeDraft(staff.handler, {
    title,
    body: paragraphs('低保金于每月十日前发放。'),
    catalogueItemId: item.id,
  })
  await publishDraft(staff, draft.id, draft.revision)
}

async function goTo(page: Page, area: string, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: area, exact: false }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('a county is set up, enrols an office, takes its package in, and gives the receipt to carry back', async ({
  page,
}) => {
  const keep = pictureBook('county')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(county.pagesUrl)
  await page.getByLabel('县级名称').fill('示例县政务公开办公室')
  await page.getByLabel('行政区划代码').fill('990000')
  await page.getByLabel('管理员姓名').fill('韩梅')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  await expectAccessible(page, 'set-up')
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByText('还没有登记单位')).toBeVisible()

  await goTo(page, '接收报送', '接收报送')
  const card = await onStick('administrator', '/api/desk/office-card', 'office-card.json')
  await page.locator('input[type=file]').setInputFiles(card)
  await expect(page.getByText('尚未登记', { exact: false })).toBeVisible()
  await expectAccessible(page, 'card')
  await keep(page, 'card')
  await page.getByRole('button', { name: '核对一致，登记' }).click()
  const cardBack = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载县级名片' }).click()
  const countyCard = readFileSync(await (await cardBack).path())
  const shown = await staff.administrator.upload<CountyCardPreview>(
    '/api/desk/county-card',
    'card.json',
    countyCard,
  )
  const { keyId } = shown.body.card.key
  await staff.administrator.upload('/api/desk/county-card', 'card.json', countyCard, {
    confirm: 'true',
    keyId,
    replace: 'false',
  })

  await publish('关于低保金发放时间的通知')
  // From here on the office numbers in a form that the county was never told.
  await staff.administrator.json('PUT', '/api/desk/office', {
    ...OFFICE,
    indexTemplate: '{regionCode}-{yyyy}-{seq:4}',
  })
  await publish('关于低保金发放时间的补充通知')
  const written = await writePackageAt(staff.handler)
  expect(written.status, JSON.stringify(written.body)).toBe(201)
  const carried = await onStick(
    'handler',
    `/api/desk/packages/${written.body.sequence}/file`,
    'package.zip.age',
  )
  await page.locator('input[type=file]').setInputFiles(carried)
  await expect(page.getByText('接收 1 项，退回 1 项。', { exact: false })).toBeVisible()
  await expectAccessible(page, 'taken in')
  await keep(page, 'taken-in')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '回执第 1 号' }).click()
  const receipt = readReceipt(readFileSync(await (await download).path()))
  expect(receipt.ok && receipt.value.document.verdict).toBe('PARTLY_REJECTED')

  await goTo(page, '各单位', '各单位')
  await expect(page.getByRole('row', { name: new RegExp(OFFICE.name, 'u') })).toContainText('不缺')
  await expectAccessible(page, 'offices')
  await keep(page, 'offices')
  await page.getByRole('link', { name: OFFICE.name }).click()
  await expect(page.getByRole('heading', { name: '密钥与登记' })).toBeVisible()
  await expect(page.getByText('部分退回')).toBeVisible()
  await expectAccessible(page, 'office')
  await keep(page, 'office')
  await page.getByRole('link', { name: '打印' }).click()
  await expect(page.getByRole('img', { name: '回执码' })).toBeVisible()
  await expectAccessible(page, 'receipt')
  await keep(page, 'receipt')

  await goTo(page, '退回', '退回')
  await expect(page.getByText('索引号格式不对', { exact: false })).toBeVisible()
  await expectAccessible(page, 'rejections')

  await goTo(page, '检索公开栏', '检索公开栏')
  await page.getByLabel('检索词').fill('低保')
  await page.getByRole('button', { name: '检索' }).click()
  await page.getByRole('link', { name: '关于低保金发放时间的通知' }).click()
  await expect(page.getByText('低保金于每月十日前发放。')).toBeVisible()
  await expectAccessible(page, 'edition')

  for (const [area, title, picture] of [
    ['下发', '下发', 'send-down'],
    ['及时与覆盖', '及时与覆盖', 'timeliness'],
    ['人员', '人员', 'people'],
    ['操作记录', '操作记录', 'record'],
    ['设置', '设置', 'settings'],
  ] as const) {
    await goTo(page, area, title)
    await expect(page.getByRole('status')).toHaveCount(0)
    await expectAccessible(page, area)
    await keep(page, picture)
  }
})
