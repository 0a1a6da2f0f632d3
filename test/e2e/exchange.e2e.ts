import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { PackageView } from '../../server/exchange/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { type CountyHand, countyHand, putOn } from '../support/county-hand.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { OFFICE, setUpOffice, type Staff } from '../support/test-board.ts'

const INSTRUCTION = '关于报送第四季度公开台账的通知'

let board: RealBoard
let staff: Staff
let county: CountyHand
const folder = mkdtempSync(join(tmpdir(), 'exchange-stick-'))
const stick = join(folder, 'KINGSTON')
const picture = pictureBook('exchange')

// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 860 } })

test.beforeAll(async () => {
  mkdirSync(stick)
  board = await startRealBoard({ stickRoots: async () => [{ path: stick, name: 'KINGSTON' }] })
  staff = await setUpOffice(board.openDesk)
  county = await countyHand('示例县政务公开办公室', board.clock.now())
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  for (const title of ['河西村垃圾清运时间表', '困难群众慰问物资发放名单']) {
    const draft = await writeDraft(staff.handler, { title, body: paragraphs('见正文。'), catalogueItemId })
    await publishDraft(staff, draft.id, draft.revision)
  }
})

test.afterAll(async () => {
  county.close()
  await board.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state)
}

async function openPart(page: Page, name: string): Promise<void> {
  // 报送 is not 报送记录: behind the whole name stands a count at most.
  const whole = new RegExp(`^${name}\\s*\\d*$`, 'u')
  const parts = page.getByRole('navigation', { name: '县级报送的各部分' })
  await parts.getByRole('link', { name: whole }).click()
}

test('a stick carries a package to the county and its answer back, and only the answer counts as received', async ({
  page,
}) => {
  await test.step('cards are exchanged, and the words compared', async () => {
    await signIn(page, board.deskUrl, '陈静')
    await openArea(page, '县级报送')
    await openPart(page, '县级单位')
    await expect(page.getByRole('img', { name: '本单位名片的二维码' })).toBeVisible()
    await look(page, 'county-steps')
    const own = await staff.administrator.raw('GET', '/api/desk/office-card')
    const card = county.card(await own.text())
    const choose = page.getByLabel('选择县里的名片')
    await choose.setInputFiles({ name: 'card.json', mimeType: 'application/json', buffer: Buffer.from(card) })
    const take = page.getByRole('button', { name: '登记', exact: true })
    await expect(take).toBeDisabled()
    await page.getByRole('checkbox', { name: /四个词一致/u }).check()
    await look(page, 'county-card')
    await take.click()
    await expect(page.getByRole('heading', { name: county.name })).toBeVisible()
  })

  await test.step('the package is written, put on the stick and read back', async () => {
    await switchPerson(page, '周敏')
    await openPart(page, '报送')
    await expect(page.getByText('给县里的第一包，从头报起。')).toBeVisible()
    await page.getByRole('button', { name: '生成报送包' }).click()
    await expect(page.getByText(/^已生成第 1 包/u)).toBeVisible()
    await page.getByRole('button', { name: '拷到 KINGSTON' }).click()
    await expect(page.getByText('第 1 包已拷到 KINGSTON，读回核对一致。')).toBeVisible()
    await expect(page.getByText(/安全弹出/u)).toBeVisible()
    await look(page, 'carried')
    await openPart(page, '报送记录')
    await expect(page.getByText('已送出，未收到回执')).toBeVisible()
    await expect(page.locator('.tone-good')).toHaveCount(0)
    await look(page, 'packages-sent')
  })

  await test.step('the answer comes back: one accepted, one rejected, an instruction with it', async () => {
    const [written] = (await staff.handler.get<PackageView[]>('/api/desk/packages')).body
    if (!written) throw new Error('a package was written')
    const file = join(stick, written.fileName)
    const uscc = written.fileName.split('-')[1] ?? ''
    const indexNumber = `${uscc}/2026-00002`
    const fault = { code: 'record.personal-data', params: { kind: 'RESIDENT_ID', place: 'body' } } as const
    const receipt = await county.receipt(file, { faults: new Map([[indexNumber, fault]]) })
    putOn(stick, `receipt-${uscc}-000001.json`, receipt.text)
    const text = JSON.stringify({
      format: 'instruction/1',
      title: INSTRUCTION,
      text: '请报送。',
      due: '2026-12-10',
    })
    await county.send(join(stick, `county-${uscc}-000001.zip`), [
      {
        kind: 'INSTRUCTION',
        key: 'i1',
        version: 1,
        title: INSTRUCTION,
        fileName: 'i1.json',
        bytes: Buffer.from(text),
      },
    ])
    await openPart(page, '接收')
    await page.getByRole('button', { name: '接收这 2 个文件' }).click()
    const outcomes = page.getByRole('list', { name: '接收结果' })
    await expect(outcomes).toContainText('县里接收 1 条，退回 1 条。')
    await expect(outcomes).toContainText(INSTRUCTION)
    await look(page, 'taken-in')
  })

  await test.step('the package is finished with problems, and says which', async () => {
    await openPart(page, '报送记录')
    await expect(page.getByText('已回执，有退回')).toBeVisible()
    await page.getByRole('link', { name: '第 1 包' }).click()
    await expect(page.getByRole('row', { name: /困难群众慰问物资发放名单/u })).toContainText(
      '正文含有身份证号',
    )
    await look(page, 'package')
  })

  await test.step('the day shows what is to be done, and it is done', async () => {
    await openArea(page, '今天')
    const card = page.getByRole('region', { name: '县级报送' })
    await expect(card).toContainText('县里退回：正文含有身份证号，不能公开。')
    await look(page, 'today')
    await card.getByRole('link', { name: '困难群众慰问物资发放名单' }).click()
    await look(page, 'tasks')
    await page.getByRole('button', { name: '不用处理' }).click()
    const dialog = page.getByRole('dialog', { name: /不用处理/u })
    await dialog.getByLabel('说明').fill('县里已电话确认为误判。')
    await dialog.getByRole('button', { name: '不用处理' }).click()
    await expect(page.getByText('没有退回的信息。')).toBeVisible()
    await openPart(page, '县里下发')
    await look(page, 'from-the-county')
    await page.getByRole('button', { name: '已读' }).click()
    await expect(page.getByText('县里没有新的下发内容。')).toBeVisible()
  })

  await test.step('a list of the county says what it took down, and what stays public here is found', async () => {
    await openPart(page, '网站和平台')
    const rows = ['索引号,标题,状态', `${OFFICE.uscc}/2026-00001,河西村垃圾清运时间表,已撤下`]
    const list = { name: '县里的清单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
    await page.getByLabel('选择清单').setInputFiles(list)
    const difference = page.getByText('那边已撤下，这边还在公开')
    await expect(difference).toBeVisible()
    await difference.scrollIntoViewIfNeeded()
    await look(page, 'compared')
  })
})
