import { expect, test, type Page } from '@playwright/test'
import type { ListDetail } from '../../server/register/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

let board: RealBoard
const picture = pictureBook('registers')

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 860 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})

test.afterAll(() => board.stop())

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

const CSV =
  '云溪镇收费目录清单,,\n序号,项目名称,收费标准\n1,门牌补办,5元\n2,档案复印,1元/页\n注：以收费公示为准,,\n'
const csv = (text: string, name = '收费.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

test('what is not disclosed is entered by one person, reviewed by another, and begins a draft', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '不予公开登记')
  await expect(page.getByText('还没有登记不予公开的信息。')).toBeVisible()
  await look(page, 'undisclosed empty')
  await page.getByRole('button', { name: '登记一条' }).click()
  const form = page.getByRole('dialog', { name: '登记不予公开信息' })
  await form.getByLabel('不予公开依据').click()
  await page.getByTitle('过程性信息（第十六条第二款）').click()
  await form.getByLabel('信息名称').fill('道路改造讨论记录')
  await form.getByLabel('不予公开的理由').fill('过程稿，尚未形成决定')
  await form.getByLabel('作出决定的审查人').click()
  await page.getByTitle('韩立').click()
  await look(page, 'undisclosed form')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('heading', { name: '道路改造讨论记录' })).toBeVisible()
  await look(page, 'undisclosed matter')
  await switchPerson(page, '王芳')
  await page.getByLabel('予以公开', { exact: true }).check()
  await page.getByLabel('复审理由').fill('已经形成决定')
  await look(page, 'undisclosed review')
  await page.getByRole('button', { name: '作出结论' }).click()
  await expect(page.getByText('等经办人员起草')).toBeVisible()
  await switchPerson(page, '周敏')
  await page.getByRole('button', { name: '起草公开稿' }).click()
  await expect(page.getByLabel('标题')).toHaveValue('道路改造讨论记录')
  await openArea(page, '不予公开登记')
  await expect(page.getByRole('row', { name: /道路改造讨论记录/ })).toContainText('已转公开')
  await look(page, 'undisclosed list')
})

test('a list comes from a file, is confirmed by another person, and then stands on the kiosk', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '清单')
  await look(page, 'lists empty')
  await page.getByRole('button', { name: '新建清单' }).click()
  const form = page.getByRole('dialog', { name: '新建清单' })
  await form.locator('input[type=file]').setInputFiles(csv(CSV))
  await expect(form.getByText('第 5 行没有当作事项读入：注：以收费公示为准')).toBeVisible()
  await form.getByLabel('类别').click()
  await page.getByTitle('收费目录清单', { exact: true }).click()
  await expect(form.getByLabel('清单名称')).toHaveValue('云溪镇收费目录清单')
  await look(page, 'list from file')
  await form.getByRole('button', { name: '提交确认' }).click()
  await expect(page.getByRole('heading', { name: '云溪镇收费目录清单' })).toBeVisible()
  await look(page, 'list waits')
  await switchPerson(page, '韩立')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByText('已公开')).toBeVisible()
  await look(page, 'list public')
  const kiosk = await page.context().newPage()
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  await kiosk.goto(board.kioskUrl)
  await kiosk.getByRole('link', { name: /^清单/ }).click()
  await kiosk.getByRole('link', { name: /云溪镇收费目录清单/ }).click()
  await expect(kiosk.getByText('首次公布，共 2 项')).toBeVisible()
  await expectAccessible(kiosk, 'kiosk list', { strictContrast: true })
  await picture(kiosk, 'kiosk-list')
  await kiosk.close()
})

test('rows are changed and removed by keyboard, and personal data is refused with its place', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '清单')
  await page.getByRole('link', { name: '云溪镇收费目录清单' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '修改“门牌补办”' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('收费标准').fill('咨询13800138000')
  await page.getByLabel('调整理由').fill('不再收费')
  await page.getByRole('button', { name: '提交确认' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('第 1 条的“收费标准”含手机号码')
  await look(page, 'list refused')
  await page.getByLabel('收费标准').fill('免费')
  await page.getByRole('button', { name: '提交确认' }).press('Enter')
  await expect(page.getByRole('region', { name: '新增 0，变更 1，取消 0' })).toBeVisible()
  await page.getByRole('button', { name: '取消“档案复印”' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '取消“档案复印”' })
  await dialog.getByRole('button', { name: '提交确认' }).press('Enter')
  await expect(dialog.getByText('请填写这一项。')).toBeVisible()
  await look(page, 'list remove')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: '导入新表比对' }).click()
  const compare = page.getByRole('dialog', { name: '导入新表比对' })
  await compare
    .locator('input[type=file]')
    .setInputFiles(csv('项目名称,收费标准\n门牌补办,5元\n场地使用,50元/天\n'))
  await expect(compare.getByText('文件里没有的 1 行，一并取消')).toBeVisible()
  await look(page, 'list compared')
})

test('a list taken down is gone from the kiosk at once', async ({ page }) => {
  await signIn(page, board.deskUrl, '韩立')
  await openArea(page, '清单')
  await page.getByRole('link', { name: '云溪镇收费目录清单' }).click()
  await page.getByRole('button', { name: '撤下清单' }).click()
  await page.getByLabel('理由', { exact: true }).fill('核对')
  await look(page, 'list take down')
  await page.getByRole('button', { name: '撤下', exact: true }).click()
  await expect(page.getByText(/韩立 于 .* 撤下/)).toBeVisible()
  const answer = await board.visitor.get<{ lists: ListDetail[] }>('/api/public/lists')
  expect(answer.body.lists).toEqual([])
})
