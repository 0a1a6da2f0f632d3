import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { dutiesStand, stockDuties, type DutyOffice } from '../support/duty-office.ts'
import { editorOf, openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'

let board: RealBoard
let office: DutyOffice

// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } })

test.beforeAll(async () => {
  // The clock jumps from October to November, and nobody shall be locked out by that.
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  office = await stockDuties(board)
})

test.afterAll(() => board.stop())

const tile = (page: Page, name: string) =>
  page.getByRole('list', { name: '今天的数目' }).getByRole('button', { name })

async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(`${board.deskOrigin}/desk/#${path}`)
}

test('the day begins with what is overdue, by which rule, and how that was reckoned', async ({ page }) => {
  const keep = pictureBook('today')
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByRole('heading', { name: '今天，11月23日 星期一' })).toBeVisible()
  await expect(
    page.getByText('日历已录入到2026年12月31日，12月25日起以次年通知为准；电脑时间正常。'),
  ).toBeVisible()
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: '河西村 · 10月' }).first()
  await expect(line).toContainText('逾期5个工作日')
  await expect(line).toContainText('应于11月13日')
  await expect(line).toContainText('11月15日为星期日，应于11月13日前办结，11月16日后计为逾期')
  await line.locator('summary').click()
  await expect(line.getByRole('table', { name: '逐日计算' })).toContainText('末日逢休息日，顺延')
  await keep(page, 'overdue')
  await expectAccessible(page, 'today with duties')
  await line.locator('summary').click()
})

test('a nil report takes a duty off the page, and can be taken back', async ({ page }) => {
  const keep = pictureBook('today-nil')
  await signIn(page, board.deskUrl, '周敏')
  const overdue = async () => Number(await tile(page, '已逾期').locator('b').textContent())
  await expect(tile(page, '已逾期')).toBeVisible()
  const before = await overdue()
  const more = page.getByRole('button', { name: /^更多：河西村 · 10月 财务收支 \/ 月度财务收支公开表$/ })
  await more.click()
  await page.getByRole('menuitem', { name: '零报告' }).click()
  const dialog = page.getByRole('dialog', { name: '零报告' })
  await expect(dialog.getByRole('button', { name: '报送零报告' })).toBeDisabled()
  await dialog.getByLabel('理由').fill('10月没有收支。')
  await expectAccessible(page, 'nil report')
  await dialog.getByRole('button', { name: '报送零报告' }).click()
  await expect(page.getByText('已记为零报告：河西村 · 10月 财务收支 / 月度财务收支公开表')).toBeVisible()
  await expect.poll(overdue).toBe(before - 1)
  await keep(page, 'done')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(overdue).toBe(before)
})

test('tiles and filters stand in the address and come back with it', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await tile(page, '已逾期').click()
  await expect(page).toHaveURL(/show=overdue/)
  await page.getByRole('combobox', { name: '单位' }).click()
  await page.getByTitle('河东村').click()
  await expect(page).toHaveURL(/unit=/)
  await expect(page.getByRole('link', { name: /^河东村 · / }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^河西村 · / })).toHaveCount(0)
  await page.reload()
  await expect(tile(page, '已逾期')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('link', { name: /^河西村 · / })).toHaveCount(0)
})

test('the calendar is walked through with the arrow keys, by month and by quarter', async ({ page }) => {
  const keep = pictureBook('duty-calendar')
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '任务日历')
  const month = page.getByRole('grid', { name: '2026年11月' })
  await month.getByRole('button', { name: /^11月23日/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(month.getByRole('button', { name: /^11月16日/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '11月16日 星期一到期的事项' })).toBeVisible()
  await expect(page.getByRole('main').getByText('逾期5个工作日').first()).toBeVisible()
  await keep(page, 'month')
  await expectAccessible(page, 'duty calendar')
  await page.getByText('季', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '2026年10月' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^10月10日，星期六，工作日/ })).toBeVisible()
  await keep(page, 'quarter')
  await expectAccessible(page, 'quarter of duties')
})

test('several duties are given to one person at once, and printed', async ({ page }) => {
  const keep = pictureBook('duty-list')
  await signIn(page, board.deskUrl, '周敏')
  await openAt(page, '/duties?view=list')
  await page.getByRole('checkbox', { name: /^选择：河西村 · 10月 财务收支 \/ 月度财务收支公开表$/ }).check()
  await page.getByRole('checkbox', { name: /^选择：河东村 · 10月 财务收支 \/ 月度财务收支公开表$/ }).check()
  await expect(page.getByText('已选 2 项')).toBeVisible()
  await page.getByRole('combobox', { name: '指派给' }).click()
  await page.getByTitle('周敏').last().click()
  await expect(page.getByText('已指派 2 项。')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '周敏' })).toHaveCount(2)
  await keep(page, 'assigned')
  await expectAccessible(page, 'duty list')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '打印清单' }).click()
  const pdf = await readPdf(new Uint8Array(readFileSync(await (await download).path())))
  expect(pdf.text).toContain('公开事项清单')
  expect(pdf.text).toMatch(/共\d+项,其中已逾期3项。/)
  const [sheet] = pdf.pages
  expect(sheet?.width).toBeCloseTo(297, 0)
})

test('the township sees its villages side by side', async ({ page }) => {
  const keep = pictureBook('villages')
  await signIn(page, board.deskUrl, '韩立')
  await openAt(page, '/duties/villages')
  const grid = page.getByRole('grid', { name: '各村对照' })
  await expect(grid.getByRole('columnheader', { name: /河西村/ })).toContainText('逾期1项')
  await grid.getByRole('link').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await keep(page, 'matrix')
  await expectAccessible(page, 'villages')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^10月/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '办理经过' })).toBeVisible()
  await keep(page, 'duty')
  await expectAccessible(page, 'one duty')
})

test('a batch is recorded, and its due date follows by the rule', async ({ page }) => {
  const keep = pictureBook('duty-event')
  await signIn(page, board.deskUrl, '周敏')
  await page.getByRole('button', { name: '登记事项' }).click()
  const dialog = page.getByRole('dialog', { name: '登记发生的事项' })
  await dialog.getByRole('combobox', { name: '公开事项' }).fill('捐赠')
  await page.locator('.ant-select-item-option').filter({ hasText: '捐赠' }).first().click()
  await dialog.getByLabel('发生的事').fill('第3批救灾捐赠款物')
  await expectAccessible(page, 'event dialog')
  await keep(page, 'asked')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('已登记，生成1项期限。')).toBeVisible()
  await openAt(page, '/duties?view=list&span=quarter&q=捐赠')
  await expect(page.getByRole('row').filter({ hasText: '第3批救灾捐赠款物' }).first()).toBeVisible()
})

test('a leader lets a duty off with a reason, and a handler begins the notice for another', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '李伟')
  await page.getByRole('button', { name: '更多：石桥村 · 10月 财务收支 / 月度财务收支公开表' }).click()
  await page.getByRole('menuitem', { name: '免除' }).click()
  const dialog = page.getByRole('dialog', { name: '免除这一事项' })
  await dialog.getByLabel('理由').fill('石桥村集体经济合作社10月尚未成立。')
  await dialog.getByRole('button', { name: '免除', exact: true }).click()
  await expect(page.getByText('已免除：石桥村 · 10月 财务收支 / 月度财务收支公开表')).toBeVisible()
  await switchPerson(page, '周敏')
  await page.getByRole('button', { name: '起草：河西村 · 10月 财务收支 / 月度财务收支公开表' }).click()
  await expect(editorOf(page)).toBeVisible()
  await openArea(page, '今天')
  const line = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: '河西村 · 10月 财务收支 / 月度财务收支公开表' })
  await expect(line.getByRole('link', { name: /^继续/ })).toBeVisible()
})

test('a clock that was set back is said, and what is done then waits to be confirmed', async ({ page }) => {
  const keep = pictureBook('today-clock')
  board.clock.set('2026-11-20T01:00:00.000Z')
  const staying = await dutiesStand(office.staff.handler)
  expect(staying.footing.clock.trusted).toBe(false)
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByRole('heading', { name: '今天，11月23日 星期一' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: '不能作为办结时间的依据' })).toBeVisible()
  await page.getByRole('button', { name: '更多：河东村 · 10月 财务收支 / 月度财务收支公开表' }).click()
  await page.getByRole('menuitem', { name: '零报告' }).click()
  const dialog = page.getByRole('dialog', { name: '零报告' })
  await dialog.getByLabel('理由').fill('10月没有收支。')
  await dialog.getByRole('button', { name: '报送零报告' }).click()
  const waiting = page.getByRole('region', { name: '时间待确认' })
  await expect(waiting).toContainText('河东村 · 10月 财务收支 / 月度财务收支公开表')
  await keep(page, 'doubtful')
  await expectAccessible(page, 'today with a doubtful clock')
  board.clock.set('2026-11-23T02:30:00.000Z')
  await page.reload()
  await waiting.getByRole('button', { name: /^确认办结日期/ }).click()
  const day = page.getByRole('dialog', { name: '确认办结日期' })
  await day.getByLabel('实际办结日期').fill('2026-11-23')
  await day.getByLabel('理由').fill('当日现场办结，电脑时间有误。')
  await day.getByRole('button', { name: '确认', exact: true }).click()
  await expect(waiting).toHaveCount(0)
})
