import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { expectSaved, openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

let board: RealBoard
let staff: Staff
let draftId: string
let oldId: string
const picture = pictureBook('conventions')

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 900 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const old = await writeDraft(staff.handler, {
    title: '云溪镇人民政府关于印发河道管理办法的通知',
    body: paragraphs('各村民委员会：', '河道内不得倾倒垃圾。'),
    catalogueItemId,
    documentNumber: '云政发〔2026〕2号',
    documentDate: '2026-06-20',
    keywords: ['河道管理'],
    abstract: '规定河道保护和垃圾处理。',
    validity: { from: '2026-07-01', to: null },
  })
  oldId = (await publishDraft(staff, old.id, old.revision)).id
  const next = await writeDraft(staff.handler, {
    title: '云溪镇人民政府关于印发水源保护办法的通知',
    body: paragraphs('水源地一级保护区内不得养殖。'),
    catalogueItemId,
    documentNumber: '云政发〔2026〕5号',
    documentDate: '2026-11-20',
  })
  await publishDraft(staff, next.id, next.revision)
  const draft = await writeDraft(staff.handler, {
    title: '云溪镇人民政府关于关于做好秋冬防火工作的通知',
    body: paragraphs(
      '各村民委员会：',
      '根据县政府要求,截止2026年11月底，各村要认真布署秋冬防火工作。村民委员会负责防火巡查，防火巡查每日不少于两次。',
      '防火期自2026年12月01日起。联系人:周敏（党政办。',
    ),
    catalogueItemId,
  })
  draftId = draft.id
})

test.afterAll(() => board.stop())

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

test('a clerk sees what is wrong with the words, mends it, and takes number and keywords over', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskUrl.split('#')[0] ?? ''}#/notices/${draftId}`)
  const panel = page.getByRole('region', { name: '文字检查' })
  await expect(panel.getByText('布署', { exact: true })).toBeVisible()
  await panel.scrollIntoViewIfNeeded()
  await look(page, 'draft wording')
  await panel.getByRole('listitem').filter({ hasText: '布署' }).getByRole('button', { name: '改正' }).click()
  await expect(page.getByRole('textbox', { name: '正文', exact: true })).toContainText('认真部署秋冬防火')
  await expect(panel.getByText('布署', { exact: true })).toBeHidden()
  const cutoff = panel.getByRole('listitem').filter({ has: page.getByText('截止', { exact: true }) })
  await cutoff.getByRole('button', { name: '改正' }).click()
  await expect(page.getByRole('textbox', { name: '正文', exact: true })).toContainText('截至2026年11月底')

  const hints = page.getByRole('list', { name: '标题提示' })
  await expect(hints).toContainText('“关于”重复。')
  await hints.getByRole('button', { name: '改正' }).click()
  await expect(hints).toBeHidden()

  await page.getByRole('button', { name: '云政发〔2026〕6号' }).click()
  await page.getByRole('button', { name: '建议' }).click()
  await page.getByRole('button', { name: '采用' }).click()
  await expect(page.getByLabel('内容概述')).not.toBeEmpty()
  await page.getByLabel('内容概述').scrollIntoViewIfNeeded()
  await look(page, 'draft fields')
  await expectSaved(page)
  await page.getByLabel('发文字号').fill('云政发〔2026〕5号')
  await expect(page.getByText('这个字号已用于：')).toBeVisible()
})

test('missing numbers are red until somebody has said why', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '发文字号')
  const series = page.getByRole('region', { name: '云政发〔2026〕' })
  await expect(series).toContainText('个缺号未说明')
  await look(page, 'numbers')
  await series.getByRole('button', { name: '说明' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('说明').fill('人事文件，见党政办登记簿')
  await look(page, 'numbers explain')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(series).toContainText('登记在案，不公开')
})

test('a dictionary is compared, replaced as a whole, and put back', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '用词用字')
  const card = page.getByRole('region', { name: '领导人姓名和职务' })
  await look(page, 'dictionaries')
  await card.getByRole('button', { name: '更换词库' }).click()
  const form = page.getByRole('dialog')
  await form.locator('input[type=file]').setInputFiles({
    name: '领导.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('姓名,职务\n李伟,副镇长\n陈静,镇长\n'),
  })
  await expect(form.getByText('新增 1 条，修改 1 条，不再使用 0 条，相同 0 条。')).toBeVisible()
  await look(page, 'dictionary difference')
  await form.getByRole('button', { name: '更换词库' }).click()
  await expect(card).toContainText('第 1 版')
  await card.getByRole('button', { name: '换用' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '换用' }).click()
  await expect(card.getByRole('row', { name: /自带/ })).toContainText('使用中')
})

test('a document is repealed by two persons, and the visitor is led to what holds instead', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskUrl.split('#')[0] ?? ''}#/notices/${oldId}`)
  const panel = page.getByRole('region', { name: '有效性' })
  await panel.getByRole('button', { name: '变更有效性' }).click()
  await panel.getByLabel('理由或依据').fill('被云政发〔2026〕5号替代')
  await panel.getByLabel('替代文件').click()
  await page.getByTitle('云溪镇人民政府关于印发水源保护办法的通知').click()
  await look(page, 'validity propose')
  await panel.getByRole('button', { name: '提交确认' }).click()
  await expect(panel.getByText('待确认')).toBeVisible()
  await switchPerson(page, '韩立')
  await panel.getByRole('button', { name: '确认' }).click()
  await expect(panel.getByText('按经确认的有效性变更。')).toBeVisible()
  await look(page, 'validity confirmed')

  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.goto(`${board.publicOrigin}/kiosk/`)
  await expect(page.getByText('废止')).toBeVisible()
  await look(page, 'kiosk list')
  await page.getByText('关于印发河道管理办法的通知').click()
  await expect(page.getByText('废止。')).toBeVisible()
  await page.getByText('更多信息').click()
  await look(page, 'kiosk repealed')
  await page.getByRole('link', { name: /看替代文件/ }).click()
  await expect(page.getByText('所替代的文件')).toBeVisible()
})
