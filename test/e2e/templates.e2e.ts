import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

const OWN = '大字海报（广场用）'

let board: RealBoard

test.use({ viewport: { width: 1440, height: 900 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  const item = await importVillageCatalogue(staff.handler)
  const { id, revision } = await writeDraft(staff.handler, {
    title: '河西村停水通知',
    body: paragraphs('11月25日全天停水。'),
    catalogueItemId: item.id,
  })
  await publishDraft(staff, id, revision)
})

test.afterAll(() => board.stop())

/** The sheet in the preview once it has drawn itself. */
function sheetIn(page: Page) {
  return page.locator('.tp-frame iframe:not([aria-hidden="true"])').contentFrame()
}

/**
 * That the text of the sheet in the preview is really set in this size, in points. Asked until it is so: the sheet gives its
 * place to the next one while somebody adjusts it.
 */
async function expectTextSize(page: Page, points: number) {
  const text = sheetIn(page).locator('p', { hasText: '报名' }).first()
  await expect(text).toHaveCSS(
    'font-size',
    new RegExp(`^${Math.floor((points * 96) / 72)}(\\.\\d+)?px$`, 'u'),
  )
}

test('an administrator copies a template, adjusts it beside its own sheet, and keeps every version of it', async ({
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await signIn(page, board.deskUrl, '陈静')

  await test.step('the thirteen of the product stand on the list, none of the office yet', async () => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '版式' }).click()
    const shipped = page.getByRole('region', { name: '程序自带' })
    await expect(shipped.getByRole('listitem')).toHaveCount(13)
    await expect(shipped.getByRole('listitem').filter({ hasText: '红头公文' })).toContainText('三号（16 磅）')
    await expect(page.getByRole('region', { name: '本单位版式' })).toContainText('还没有本单位的版式')
    await expectAccessible(page, 'list of templates')
  })

  await test.step('one of the product can only be looked at', async () => {
    await page.getByRole('link', { name: '查看 红头公文' }).click()
    await expect(page.getByText('这是程序自带的版式，不能改。')).toBeVisible()
    await expect(page.getByRole('spinbutton', { name: '上边距（毫米）' })).toBeDisabled()
    await expect(page.getByRole('button', { name: /^保存/ })).toHaveCount(0)
    await expect(sheetIn(page).getByText('云政发〔2026〕')).toBeVisible()
    await page.getByRole('link', { name: '返回版式列表' }).click()
  })

  await test.step('a copy opens at once, with the sheet beside its fields', async () => {
    await page.getByRole('button', { name: '复制 大字海报' }).click()
    const dialog = page.getByRole('dialog', { name: '复制版式：大字海报' })
    await expect(dialog.getByLabel('新版式的名称')).toHaveValue('大字海报（2）')
    await dialog.getByLabel('新版式的名称').fill(OWN)
    await dialog.getByRole('button', { name: '复制并调整' }).click()
    await expect(page.getByRole('heading', { name: OWN })).toBeVisible()
    await expect(sheetIn(page).getByText('公益性岗位招聘公告').first()).toBeVisible()
    await expectAccessible(page, 'editor of a template')
  })

  await test.step('a larger text is seen on the sheet itself, and what the distance asks for is said', async () => {
    await expectTextSize(page, 28)
    await page.getByRole('spinbutton', { name: '阅读距离（米）' }).fill('3')
    await expect(page.getByText('正文 28 磅，只适合 1.9 米以内')).toBeVisible()
    await page.getByRole('combobox', { name: '正文：字号' }).click()
    await page.getByTitle('初号', { exact: true }).click()
    await expect(page.getByRole('spinbutton', { name: '正文：磅' })).toHaveValue('42')
    await expect(page.getByText(/^正文 \d+ 磅，只适合/)).toHaveCount(0)
    await expectTextSize(page, 42)
    await expect(page.getByText('有改动未保存')).toBeVisible()
  })

  await test.step('a number that does not fit says what it may be; nothing is saved and the sheet waits', async () => {
    const left = page.getByRole('spinbutton', { name: '左边距（毫米）' })
    await left.fill('250')
    await expect(page.getByRole('alert').filter({ hasText: '应在 5 至 209 之间' })).toBeVisible()
    await expect(page.getByRole('button', { name: '保存为第 2 版' })).toBeDisabled()
    await expect(page.getByText('改好标红的数值后更新预览。')).toBeVisible()
    await expectAccessible(page, 'a template with a wrong number')
    await page.getByRole('button', { name: '恢复默认：版心' }).click()
    await expect(left).toHaveValue('28')
    await expect(page.getByRole('button', { name: '恢复默认：版心' })).toHaveCount(0)
  })

  await test.step('leaving asks first, by a link and by the back key', async () => {
    const asked = page.getByRole('dialog', { name: '改动还没有保存' })
    await page.getByRole('link', { name: '返回版式列表' }).click()
    await asked.getByRole('button', { name: '继续调整' }).click()
    await expect(asked).toBeHidden()
    await page.goBack()
    await asked.getByRole('button', { name: '继续调整' }).click()
    await expect(asked).toBeHidden()
    await expect(page.getByRole('spinbutton', { name: '正文：磅' })).toHaveValue('42')
  })

  await test.step('saved it is version 2, and version 1 can be loaded again', async () => {
    await page.getByRole('button', { name: '保存为第 2 版' }).click()
    const versions = page.getByRole('region', { name: '历次版本' })
    await expect(versions.getByRole('listitem')).toHaveCount(2)
    await expect(versions.getByRole('listitem').first()).toContainText('当前')
    await versions.getByRole('button', { name: '载入这一版：第 1 版' }).click()
    await expect(page.getByRole('spinbutton', { name: '正文：磅' })).toHaveValue('28')
    await page.getByRole('button', { name: '放弃改动' }).click()
    await expect(page.getByRole('spinbutton', { name: '正文：磅' })).toHaveValue('42')
  })

  await test.step('an edition of the office can be looked at in it', async () => {
    await page.getByRole('combobox', { name: '预览用的内容' }).click()
    await page.getByTitle('河西村停水通知').click()
    await expect(sheetIn(page).getByText('11月25日全天停水。')).toBeVisible()
  })

  await test.step('lying A3 makes the sheet wider', async () => {
    await page.getByText('横放', { exact: true }).click()
    await expect(page.locator('.tp-frame iframe').last()).toHaveCSS('width', /^1587/u)
    await page.getByRole('button', { name: '放弃改动' }).click()
  })

  await test.step('retired it goes down the list and comes back', async () => {
    await page.getByRole('link', { name: '返回版式列表' }).click()
    await page.getByRole('button', { name: `停用 ${OWN}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    const own = page.getByRole('region', { name: '本单位版式' })
    await own.getByText('已停用 1').click()
    await own.getByRole('button', { name: `恢复使用 ${OWN}` }).click()
    await expect(own.getByText('已停用')).toHaveCount(0)
    await expect(own.getByRole('link', { name: `调整 ${OWN}` })).toBeVisible()
  })

  await test.step('a handler looks and changes nothing', async () => {
    await switchPerson(page, '周敏')
    await expect(page.getByRole('button', { name: /^复制/ })).toHaveCount(0)
    await page.getByRole('link', { name: `查看 ${OWN}` }).click()
    await expect(page.getByText('只有管理员可以调整版式。')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '名称' })).toBeDisabled()
    await expectAccessible(page, 'a template a person may only look at')
  })
  expect(faults).toEqual([])
})
