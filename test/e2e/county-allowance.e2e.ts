import { expect, type Page, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type RunningCounty, startCounty } from '../../county/start.ts'
import type { CountyCardPreview } from '../../server/exchange/enrolment/views.ts'
import type { GateReport } from '../../server/notice/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { handIn } from '../support/county-side.ts'
import { openArea, pictureBook, signIn } from '../support/journey-desk.ts'
import { writePackageAt } from '../support/package-flow.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { OFFICE, setUpOffice, type Staff } from '../support/test-board.ts'

const PASSWORD = 'xianji-2026-11'
const PHONE = '13800138000'
const WHY = '政务值班手机，依法公开，已与该镇核实'

let board: RealBoard
let staff: Staff
let county: RunningCounty
let stick: string
const picture = pictureBook('county-allowance')

// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 900 } })

test.beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'county-allowance-'))
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

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state)
}

/** A file of the office's desk, on the stick. */
async function onStick(who: keyof Staff, path: string, name: string): Promise<string> {
  const response = await staff[who].raw('GET', path)
  expect(response.status, path).toBe(200)
  const file = join(stick, name)
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
  return file
}

async function goTo(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: area, exact: false }).click()
  await expect(page.getByRole('heading', { level: 1, name: area })).toBeVisible()
}

/** The office's package goes to the county's page, and its receipt comes back. */
async function thereAndBack(page: Page, outcome: string): Promise<void> {
  const written = await writePackageAt(staff.handler)
  expect(written.status, JSON.stringify(written.body)).toBe(201)
  const { sequence } = written.body
  const carried = await onStick('handler', `/api/desk/packages/${sequence}/file`, `${sequence}.zip.age`)
  await goTo(page, '接收报送')
  await page.locator('input[type=file]').setInputFiles(carried)
  await expect(page.getByText(outcome, { exact: false })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: `回执第 ${sequence} 号` }).click()
  const [back] = await handIn(staff.handler, readFileSync(await (await download).path()))
  expect(back?.outcome).toBe('NEW')
}

test('a duty telephone that the office has allowed is allowed at the county, offered again, and taken in', async ({
  page,
  context,
}) => {
  await page.goto(county.pagesUrl)
  await page.getByLabel('县级名称').fill('示例县政务公开办公室')
  await page.getByLabel('行政区划代码').fill('990000')
  await page.getByLabel('管理员姓名').fill('韩梅')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByText('还没有登记单位')).toBeVisible()
  await goTo(page, '接收报送')
  const card = await onStick('administrator', '/api/desk/office-card', 'office-card.json')
  await page.locator('input[type=file]').setInputFiles(card)
  await page.getByRole('button', { name: '核对一致，登记' }).click()
  const cardBack = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载县级名片' }).click()
  const bytes = readFileSync(await (await cardBack).path())
  const at = '/api/desk/county-card'
  const shown = await staff.administrator.upload<CountyCardPreview>(at, 'card.json', bytes)
  const { keyId } = shown.body.card.key
  await staff.administrator.upload(at, 'card.json', bytes, { confirm: 'true', keyId, replace: 'false' })

  const item = await importVillageCatalogue(staff.administrator)
  const draft = await writeDraft(staff.handler, {
    title: '关于防汛值班的通知',
    body: paragraphs(`政务值班手机 ${PHONE}，二十四小时有人接听。`),
    catalogueItemId: item.id,
  })
  const gate = (await staff.handler.get<GateReport>(`/api/desk/notices/${draft.id}/gate`)).body
  const hitIds = gate.hits.filter(({ severity }) => severity === 'BLOCK').map((hit) => hit.id)
  const reason = '政务值班手机，已核实可以公开'
  await staff.secrecyReviewer.post(`/api/desk/notices/${draft.id}/overrides`, { hitIds, reason })
  await publishDraft(staff, draft.id, draft.revision)
  await thereAndBack(page, '退回 1 项')

  const desk = await context.newPage()
  await test.step('the office’s task names its own decision and both ways', async () => {
    await signIn(desk, board.deskUrl, '周敏')
    await openArea(desk, '县级报送')
    await desk
      .getByRole('navigation', { name: '县级报送的各部分' })
      .getByRole('link', { name: /退回/u })
      .click()
    await expect(
      desk.getByText(`王芳已写明理由放行其中的手机号码：${reason}`, { exact: false }),
    ).toBeVisible()
    await look(desk, 'office-task')
  })

  await test.step('at the county a person sees what was found, not what stood there, and allows it', async () => {
    await goTo(page, '退回')
    await look(page, 'rejected')
    await page.getByRole('button', { name: '放行', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `放行“${OFFICE.name}”退回的信息` })
    await expect(dialog.getByText('正文：手机号码 1 处')).toBeVisible()
    await expect(page.getByText(PHONE)).toHaveCount(0)
    const confirm = dialog.getByRole('button', { name: '放行', exact: true })
    await expect(confirm).toBeDisabled()
    await dialog.getByLabel('理由').fill(WHY)
    await look(page, 'dialog')
    await confirm.click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(new RegExp(`^韩梅 .+ 放行：${WHY}$`, 'u'))).toBeVisible()
    await look(page, 'allowed')
  })

  await test.step('it is taken back and given again, while it was not used', async () => {
    await page.getByRole('button', { name: '撤回放行' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '撤回放行' }).click()
    await expect(page.getByText(/^韩梅 .+ 撤回放行。$/u)).toBeVisible()
    await look(page, 'withdrawn')
    await page.getByRole('button', { name: '放行', exact: true }).click()
    await page.getByRole('dialog').getByLabel('理由').fill(WHY)
    await page.getByRole('dialog').getByRole('button', { name: '放行', exact: true }).click()
    await expect(page.getByText('请通知该单位', { exact: false })).toBeVisible()
  })

  await test.step('the office offers it again as it is; the county takes it in', async () => {
    await desk.getByRole('button', { name: '原样再报' }).click()
    await desk.getByRole('tooltip').getByRole('button', { name: '原样再报' }).click()
    await expect(desk.getByText('没有退回的信息。')).toBeVisible()
    await thereAndBack(page, '接收 1 项')
    await goTo(page, '退回')
    await expect(page.getByText('没有未改正的退回项目')).toBeVisible()
    await page.getByRole('checkbox', { name: '只看未改正的' }).uncheck()
    await expect(page.getByText('按放行接收', { exact: false })).toBeVisible()
    await look(page, 'used')
  })

  await test.step('its page says by whom it came in, and why', async () => {
    await goTo(page, '检索公开栏')
    await page.getByRole('link', { name: '关于防汛值班的通知' }).click()
    const facts = page.locator('.edition-facts')
    await expect(facts.getByText(new RegExp(`^韩梅 .+ 放行：${WHY}$`, 'u'))).toBeVisible()
    await expect(facts.getByText(/按放行接收。$/u)).toBeVisible()
    await look(page, 'edition')
  })
})
