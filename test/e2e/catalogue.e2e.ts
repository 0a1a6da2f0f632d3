import ExcelJS from 'exceljs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容(要素)',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
]
const ROWS = [
  [
    '1',
    '最低生活保障',
    '审核信息',
    '初审对象名单',
    '10个工作日内，公示7个工作日',
    '镇人民政府',
    '■村公示栏',
    '全社会',
  ],
  ['2', '最低生活保障', '审批结果告知', '核定金额', '即时', '镇人民政府', '■精准推送', '特定群体'],
  ['3', '临时救助', '申请指南', '办理条件', '按有关规定执行', '镇人民政府', '■政府网站', '全社会'],
  ['4', '临时救助', '救助结果', '救助金额', '按有关规定执行', '', '■政府网站', '全社会'],
]

async function workbook(rows: readonly (readonly string[])[], withParty = true): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const first = book.addWorksheet('社会救助')
  first.addRow(['云溪镇社会救助领域基层政务公开标准目录'])
  first.addRow(HEAD)
  for (const row of rows) first.addRow(row)
  book.addWorksheet('填表说明').addRow(['请各单位于月底前报送'])
  if (withParty) {
    const party = book.addWorksheet('党务公开')
    party.addRow(['党务公开目录'])
    party.addRow(['序号', '公开事项', '公开内容', '公开时限', '公开主体'])
    party.addRow(['1', '党费收缴', '收缴标准、数额', '每季度公开一次', '党支部'])
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

let board: RealBoard
let staff: Staff

test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  for (const [name, kind] of [
    ['河西村', 'VILLAGE'],
    ['东山村', 'VILLAGE'],
    ['党政办公室', 'OFFICE'],
  ] as const) {
    const made = await staff.administrator.post('/api/desk/units', { name, kind, parentId: null })
    expect(made.status).toBeLessThan(300)
  }
})

test.afterAll(() => board.stop())

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('导入目录文件').last().setInputFiles({ name, mimeType: XLSX, buffer })
}

/** The cell that has the focus, by its text. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

test('a county table is looked at, mended with the keys, taken, approved, filed, revised and compared', async ({
  page,
}) => {
  const keep = pictureBook('catalogue')
  const main = page.getByRole('main')
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '公开目录')

  await test.step('a file that is no catalogue is refused and nothing changes', async () => {
    await expect(main.getByText('还没有公开目录。')).toBeVisible()
    await expectAccessible(page, 'empty list')
    await keep(page, 'empty')
    await chooseFile(page, '通知.xlsx', Buffer.from('this is no workbook'))
    await expect(main.getByText('没有导入：通知.xlsx')).toBeVisible()
    await expect(main.getByText('没有改变任何内容。')).toBeVisible()
    await keep(page, 'refused')
  })

  await test.step('the sheets stand side by side before anything is taken', async () => {
    await chooseFile(page, '社会救助.xlsx', await workbook(ROWS))
    await expect(main.getByText('预览，尚未导入')).toBeVisible()
    await expect(main.getByText('工作表“填表说明”不是目录，没有读入。')).toBeVisible()
    await expect(main.getByRole('tab', { name: /党务公开目录 1 项/ })).toBeVisible()
    await expect(main.getByText('信息形成或者变更之日起10个工作日内；公示至少7个工作日')).toBeVisible()
    await expect(main.getByRole('grid').getByText('只发当事人').first()).toBeVisible()
    await expectAccessible(page, 'preview')
    await keep(page, 'preview')
  })

  await test.step('only the doubtful rows are shown, and one rule settles all that say the same', async () => {
    await main.getByText(/^只看有疑问的 \d+$/).click()
    const grid = main.getByRole('grid')
    await expect(grid.getByText('审核信息')).toHaveCount(0)
    await grid.getByRole('gridcell', { name: '申请指南' }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: '时限：申请指南' })
    await drawer.getByRole('combobox', { name: '时限类别' }).click()
    await page.getByTitle('按事公开').last().click()
    await drawer.getByRole('textbox', { name: '天数' }).fill('20')
    await expect(drawer.getByText('信息形成或者变更之日起20个工作日内')).toBeVisible()
    await expect(drawer.getByText('2026年12月21日（星期一）截止')).toBeVisible()
    await expectAccessible(page, 'rule drawer')
    await keep(page, 'rule')
    await expect(drawer.getByRole('checkbox', { name: '同样用于时限原文相同的另外 1 项' })).toBeChecked()
    await drawer.getByRole('button', { name: '采用' }).click()
    await expect(drawer).toBeHidden()
  })

  await test.step('a cell is mended in place, a row left out, and both are counted', async () => {
    await main.getByText(/^全部 4$/).click()
    const grid = main.getByRole('grid')
    await grid.getByRole('gridcell', { name: '救助结果' }).click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('救助发放结果')
    await page.keyboard.press('Escape')
    await expect(grid.getByText('救助发放结果')).toHaveCount(0)
    expect(await focused(page)).toBe('救助结果')
    await page.keyboard.press('Enter')
    await page.keyboard.type('救助发放结果')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('救助发放结果')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe('申请指南')
    await page.keyboard.press('Space')
    await expect(main.getByText(/^不导入 1$/)).toBeVisible()
    await expect(main.getByRole('status').filter({ hasText: '剔除 1 行' })).toContainText('已修改')
    await page.keyboard.press('Space')
    await expect(main.getByText(/^不导入 1$/)).toHaveCount(0)
    await keep(page, 'mended')
  })

  await test.step('it is taken as a draft, and each regime stands apart', async () => {
    await main.getByRole('button', { name: '导入', exact: true }).click()
    const gov = main.getByRole('region', { name: '政务' })
    await expect(gov.getByText('草稿，未审定')).toBeVisible()
    await expect(gov.getByText('全部已定')).toBeVisible()
    await expect(main.getByRole('region', { name: '党务' })).toContainText('党务公开目录')
    await expectAccessible(page, 'list')
    await keep(page, 'list')
    await gov.getByRole('link', { name: /^云溪镇社会救助/ }).click()
    await expect(main.getByRole('treegrid')).toBeVisible()
    await expectAccessible(page, 'catalogue')
    await keep(page, 'catalogue')
  })

  await test.step('the table is walked with the keys', async () => {
    const grid = main.getByRole('treegrid')
    await grid.getByRole('gridcell').first().focus()
    await page.keyboard.press('ArrowLeft')
    await expect(grid.getByText('审核信息')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(grid.getByText('审核信息')).toBeVisible()
    await page.keyboard.press('/')
    await expect(main.getByRole('textbox', { name: '在本目录中筛选' })).toBeFocused()
    await page.keyboard.type('发放结果')
    await expect(grid.getByText('审核信息')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: '修改目录事项' })
    await expect(drawer).toBeVisible()
    await expectAccessible(page, 'item')
    await keep(page, 'item')
    await drawer.getByRole('checkbox', { name: '示例县云溪镇人民政府适用' }).uncheck()
    await drawer.getByRole('textbox', { name: /不适用的原因$/ }).fill('由县民政局统一公示')
    await drawer.getByRole('button', { name: '保存示例县云溪镇人民政府' }).click()
    await expect(drawer.getByRole('button', { name: '保存示例县云溪镇人民政府' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(main.getByText('1 个单位不适用')).toBeVisible()
  })

  await test.step('an office takes it over as well', async () => {
    await main.getByRole('button', { name: '公开单位' }).click()
    const dialog = page.getByRole('dialog', { name: /由哪些单位公开$/ })
    await expect(dialog.getByText('河西村')).toHaveCount(0)
    await dialog.getByRole('checkbox', { name: '党政办公室' }).check()
    await keep(page, 'units')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(main.getByText('示例县云溪镇人民政府、党政办公室公开')).toBeVisible()
  })

  await test.step('it is submitted, sent back with a reason, submitted again and approved by another person', async () => {
    const submit = async () => {
      await main.getByRole('button', { name: '送审' }).click()
      await page.getByRole('dialog', { name: '第1版送审' }).getByRole('button', { name: '送审' }).click()
      await expect(main.getByText('已送审，不能再改')).toBeVisible()
    }
    await submit()
    await expect(main.getByRole('button', { name: '审定' })).toHaveCount(0)
    await switchPerson(page, '李伟')
    await main.getByRole('button', { name: '退回' }).click()
    const back = page.getByRole('dialog', { name: '退回第1版' })
    await expect(back.getByRole('button', { name: '退回' })).toBeDisabled()
    await back.getByRole('textbox', { name: '退回原因' }).fill('请补齐公开主体。')
    await back.getByRole('button', { name: '退回' }).click()
    await expect(main.getByText('已退回：请补齐公开主体。')).toBeVisible()
    await switchPerson(page, '周敏')
    await keep(page, 'returned')
    await submit()
    await switchPerson(page, '李伟')
    await main.getByRole('button', { name: '审定' }).click()
    await page.getByRole('dialog', { name: '审定第1版' }).getByRole('button', { name: '审定' }).click()
    await expect(main.getByText('已审定，内容固定')).toBeVisible()
    await keep(page, 'approved')
  })

  await test.step('the filing is recorded and the frozen row says how to change it', async () => {
    await switchPerson(page, '周敏')
    await main.getByRole('button', { name: '登记备案' }).click()
    const dialog = page.getByRole('dialog', { name: '第1版备案' })
    await dialog.getByRole('textbox', { name: '备案机关' }).fill('示例县政务公开办公室')
    await expect(dialog.getByRole('textbox', { name: '备案日期' })).toHaveValue('2026年11月23日')
    await dialog.getByRole('button', { name: '登记' }).click()
    await expect(main.getByText('已向示例县政务公开办公室备案。')).toBeVisible()
    await main.getByRole('button', { name: '查看“救助发放结果”' }).click()
    const drawer = page.getByRole('dialog', { name: '目录事项' })
    await expect(drawer.getByText(/已备案，内容固定，不能修改。要修改，请关闭后点“修订”/)).toBeVisible()
    await expectAccessible(page, 'frozen item')
    await keep(page, 'frozen')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('a newer file becomes a draft with its difference', async () => {
    await openArea(page, '公开目录')
    const mended = ROWS.map((row) => row.with(5, row[5] || '镇人民政府'))
    const next = [
      ...mended.slice(0, 3),
      ['4', '临时救助', '监督渠道', '举报电话', '即时', '镇人民政府', '■政府网站', '全社会'],
    ]
    await chooseFile(page, '社会救助2027.xlsx', await workbook(next, false))
    await expect(main.getByRole('combobox', { name: '导入为' })).toBeVisible()
    await expect(main.getByRole('status')).toContainText(
      '更新《云溪镇社会救助领域基层政务公开标准目录》为新草稿，4 项',
    )
    await expect(main.getByText(/新增 1 项，变更 \d 项，不再列入 1 项/)).toBeVisible()
    await expect(main.getByRole('grid').getByText('不再列入')).toBeVisible()
    await keep(page, 'difference')
    await main.getByRole('button', { name: '导入', exact: true }).click()
    await expect(main.getByText('草稿不影响公开任务，审定后生效。')).toBeVisible()
    await main.getByRole('link', { name: '版本比较' }).click()
    await expect(main.getByText('新增 1 项', { exact: false }).first()).toBeVisible()
    await expect(main.getByRole('region', { name: '不再列入' })).toContainText('救助发放结果')
    await expectAccessible(page, 'comparison')
    await keep(page, 'comparison')
  })

  await test.step('a template is loaded at one press and says what of it is not verified', async () => {
    await openArea(page, '公开目录')
    await main.getByRole('button', { name: '载入模板' }).click()
    const dialog = page.getByRole('dialog', { name: '载入模板' })
    await expect(dialog.getByText(/未核实/).first()).toBeVisible()
    await expectAccessible(page, 'templates')
    await dialog.getByRole('button', { name: '载入“村务公开目录（通用）”' }).click()
    await expect(main.getByRole('heading', { name: '村务公开目录（通用）' })).toBeVisible()
    await expect(main.getByText('河西村、东山村公开')).toBeVisible()
    await page.setViewportSize({ width: 1366, height: 768 })
    await keep(page, 'template')
  })
})
