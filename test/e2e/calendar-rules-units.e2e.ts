import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { UnitView } from '../../server/office/unit-views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { plantDuty } from '../support/placement-flow.ts'
import { importVillageCatalogue } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

const NOTICE = [
  ['1月1日', '3日', ''],
  ['2月5日', '11日', '1月31日（星期日）、2月14日'],
  ['4月3日', '5日', ''],
  ['5月1日', '5日', '4月25日'],
  ['6月9日', '', ''],
  ['9月15日', '', ''],
  ['10月1日', '7日', '9-26 10-9'],
] as const
const SOURCE = '国办发明电〔2026〕×号'
const COUNTY = '示例县政务公开办公室'

let board: RealBoard

test.use({ viewport: { width: 1440, height: 900 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  for (const [name, kind] of [
    ['河西村', 'VILLAGE'],
    ['云溪社区', 'COMMUNITY'],
  ] as const) {
    const added = await staff.administrator.post<UnitView>('/api/desk/units', { name, kind, parentId: null })
    expect(added.status).toBe(201)
  }
  const item = await importVillageCatalogue(staff.handler)
  // Twenty working days over the turn of the year: the notice of 2027 moves it.
  plantDuty(board, item.id, 'over-new-year', {
    title: '移民后期扶持项目批次公示',
    event: '第3批',
    term: { amount: 20, unit: 'workday', start: '2027-01-20' },
    startsOn: '2027-01-20',
    target: '2027-02-17',
    due: '2027-02-17',
  })
})

test.afterAll(() => board.stop())

const line = (page: Page, number: number) => page.getByRole('group', { name: `第${number}行`, exact: true })

function yearFile(year: number, extra: readonly string[] = []) {
  const days = ['01-01', '01-02', '01-03', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03', ...extra]
  const holidays = days.map((day) => ({ date: `${year}-${day}`, name: '放假' }))
  return { format: 'board-calendar/1', years: [{ year, source: '县里转发', holidays, workdays: [] }] }
}

const keys = generateKeyPairSync('ed25519')

function signed(file: ReturnType<typeof yearFile>) {
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const value = sign(null, Buffer.from(canonicalJson(file)), keys.privateKey).toString('base64')
  return { ...file, signature: { publicKey, value } }
}

async function choose(page: Page, name: string, content: unknown): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  await page
    .getByLabel('选择日历文件')
    .and(page.locator('input'))
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

test('the calendar is kept at the desk: typed in from the notice, from files, and local days', async ({
  page,
}) => {
  const keep = pictureBook('calendar')
  await signIn(page, board.deskUrl, '李伟')
  await openArea(page, '工作日日历')
  const drawer = page.getByRole('dialog')

  await test.step('the sheet marks today and says where the year is from', async () => {
    await expect(page.locator('[aria-current="date"]')).toContainText('23')
    await expect(page.getByRole('cell', { name: '10 国庆节 补班' })).toBeVisible()
    await expectAccessible(page, 'calendar')
    await keep(page, 'year')
    await page.getByRole('button', { name: '下一年：2027' }).click()
    await expect(page.getByText('2027年放假安排还没有录入')).toBeVisible()
    await expect(page.getByRole('button', { name: '下一年：2028' })).toBeDisabled()
    await keep(page, 'missing')
  })

  await test.step('2027 is typed in by keyboard, and faults stand at their fields', async () => {
    await page.getByRole('button', { name: '按通知录入2027年' }).press('Enter')
    await expect(page.getByLabel('通知的文号或来源')).toBeFocused()
    await page.keyboard.type(SOURCE)
    await page.keyboard.press('Tab')
    for (const [index, [from, to, workdays]] of NOTICE.entries()) {
      await expect(line(page, index + 1).getByLabel('节日')).toBeFocused()
      for (const typed of [from, to, workdays]) {
        await page.keyboard.press('Tab')
        await page.keyboard.type(typed)
      }
      // Past the key that takes the line away.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
    }
    await expect(page.getByRole('button', { name: '再加一行' })).toBeFocused()
    await page.keyboard.press('Enter')
    await line(page, 8).getByLabel('放假首日').fill('冬月')
    await line(page, 3).getByLabel('放假末日').fill('1日')
    await page.getByRole('button', { name: '预览' }).click()
    await expect(line(page, 3)).toContainText('末日早于首日')
    await expect(line(page, 8)).toContainText('请填写节日')
    await expectAccessible(page, 'faults of a typed year')
    await keep(page, 'faults')
    await line(page, 3).getByLabel('放假末日').fill('5日')
    await page.getByRole('button', { name: '去掉第8行' }).click()
    await expect(line(page, 8)).toHaveCount(0)
  })

  await test.step('it is previewed, gone back from without loss, and taken', async () => {
    await page.getByRole('button', { name: '预览' }).click()
    await expect(drawer.getByRole('heading', { name: '2027年：放假 27 天，补班 5 天' })).toBeVisible()
    await expect(drawer.getByRole('row', { name: '国庆节 10月9日 周六 补班 1 天' })).toBeVisible()
    await expectAccessible(page, 'preview')
    await keep(page, 'preview')
    await page.getByRole('button', { name: '返回修改' }).click()
    await expect(line(page, 2).getByLabel('补班日')).toHaveValue('1月31日（星期日）、2月14日')
    await page.getByRole('button', { name: '预览' }).click()
    await expect(page.getByRole('button', { name: '采用', exact: true })).toBeDisabled()
    await page.getByLabel('已与通知核对，一致').press('Space')
    await page.getByRole('button', { name: '采用', exact: true }).press('Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByText(`依据：${SOURCE}`)).toBeVisible()
  })

  await test.step('the duties it moved stand with the change, and lead to themselves', async () => {
    const summary = page.getByText('1 项任务的到期日有变')
    await expect(summary).toBeVisible()
    await summary.click()
    await expect(page.getByText('2027年2月17日 改为 2027年2月22日')).toBeVisible()
    await expectAccessible(page, 'moved duties')
    await keep(page, 'moved')
  })

  await test.step('the year is corrected from what is on record', async () => {
    await page.getByRole('button', { name: '更正2027年' }).click()
    await expect(line(page, 7).getByLabel('补班日')).toHaveValue('9月26日 10月9日')
    await line(page, 5).getByLabel('放假末日').fill('10日')
    await page.getByRole('button', { name: '预览' }).click()
    await expect(drawer.getByRole('row', { name: '端午节 6月10日 周四 放假 1 天' })).toBeVisible()
    await keep(page, 'difference')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('files are refused in place, or ask for what they need', async () => {
    const card = page.locator('.card', { has: page.getByRole('heading', { name: '更新日历' }) })
    await choose(page, '通知.json', '{"something":"else"}')
    await expect(card.getByRole('alert')).toContainText('这不是放假安排文件')
    const forged = signed(yearFile(2028))
    await choose(page, '2028.json', { ...forged, years: yearFile(2028, ['12-31']).years })
    await expect(card.getByRole('alert')).toContainText('签名不对')
    await keep(page, 'forged')
    await choose(page, '2028.csv', '日期,类别,名称\n2028-01-01,放假,元旦\n2028-01-08,上班,元旦\n')
    await expect(drawer.getByText('放假不足8天，可能漏了节日。')).toBeVisible()
    await expect(drawer.getByText('文件没有签名', { exact: false })).toBeVisible()
    await expectAccessible(page, 'preview of an unsigned file')
    await keep(page, 'csv')
    await drawer.getByRole('button', { name: '放弃' }).click()
    await expect(drawer).toBeHidden()
    await choose(page, '2028.json', signed(yearFile(2028)))
    await expect(drawer.getByText('签发人不在本单位的记录里', { exact: false })).toBeVisible()
    const take = drawer.getByRole('button', { name: '采用', exact: true })
    await drawer.getByLabel('已电话核对密钥指纹，一致').check()
    await expect(take).toBeDisabled()
    await drawer.getByLabel('签发人名称').fill(COUNTY)
    await expectAccessible(page, 'preview with an unknown key')
    await keep(page, 'unknown-key')
    await take.click()
    await expect(drawer).toBeHidden()
    await expect(page.getByText(`由“${COUNTY}”签发`, { exact: false })).toBeVisible()
    await choose(page, '2029.json', signed(yearFile(2029)))
    await expect(drawer.getByText(`由“${COUNTY}”签发，签名有效。`)).toBeVisible()
    await expect(take).toBeEnabled()
    await page.keyboard.press('Escape')
    await choose(page, '2028.json', signed(yearFile(2028)))
    await expect(drawer.getByText('与现有安排一致，不需要更新。')).toBeVisible()
    await expect(take).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('a local day is set and taken back with a reason', async () => {
    await page.getByRole('button', { name: '添加一天' }).press('Enter')
    await expect(drawer.getByLabel('日期')).toBeFocused()
    await drawer.getByLabel('日期').fill('2028-08-08')
    await drawer.getByLabel('名称').fill('火把节')
    await drawer.getByLabel('依据').fill('州政府办公室通知')
    await page.keyboard.press('Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('cell', { name: '8 本地规定 火把节 放假' })).toBeVisible()
    await keep(page, 'local-day')
    await page.getByRole('button', { name: '添加一天' }).click()
    await drawer.getByLabel('日期').fill('2028-08-08')
    await drawer.getByLabel('名称').fill('火把节')
    await drawer.getByLabel('依据').fill('再录一次')
    await page.keyboard.press('Enter')
    await expect(drawer.getByRole('alert')).toContainText('已经有本地安排')
    await drawer.getByRole('button', { name: '取消', exact: true }).click()
    await page.getByRole('button', { name: /^取消.*的本地安排$/ }).click()
    await drawer.getByRole('button', { name: '取消这一天' }).click()
    await expect(drawer.getByText('请填写这一项。')).toBeVisible()
    await drawer.getByLabel('取消的理由').fill('通知已撤销')
    await page.keyboard.press('Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByText('取消本地安排：2028-08-08 火把节：通知已撤销')).toBeVisible()
  })

  await test.step('a handler may preview, not take; a reviewer reads', async () => {
    await switchPerson(page, '周敏')
    await choose(page, '2029.json', yearFile(2029))
    await expect(drawer.getByText('采用需要管理员或分管领导', { exact: false })).toBeVisible()
    await expect(drawer.getByRole('button', { name: '采用', exact: true })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '添加一天' })).toHaveCount(0)
    await switchPerson(page, '韩立')
    await expect(page.getByRole('heading', { name: '更新日历' })).toHaveCount(0)
    await keep(page, 'reviewer')
  })
})

test('the deadline rules say how far each was checked, and are changed by new versions', async ({ page }) => {
  const keep = pictureBook('rules')
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, board.deskUrl, '李伟')
  await openArea(page, '时限规则')
  const drawer = page.getByRole('dialog')
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name} `) }) })

  await test.step('every rule says how far it was checked, in words', async () => {
    await expect(row('主动公开一般时限')).toContainText('已核对法规原文')
    await expect(row('政策解读')).toContainText('见于来源文件')
    await expect(row('一般政务舆情回应')).toContainText('仅见于网页，未核对原文')
    await expect(row('党务按月')).toContainText('未核实')
    await expectAccessible(page, 'rules')
    await keep(page, 'table')
  })

  await test.step('a new version is written; the former one stays', async () => {
    await page.getByRole('button', { name: '更新规则村务按月' }).press('Enter')
    await expect(drawer.getByLabel('规则名称')).toBeFocused()
    await drawer.getByLabel('日', { exact: true }).fill('20')
    await drawer.getByLabel('依据').fill('示例县村务公开实施细则第八条')
    await expectAccessible(page, 'rule')
    await keep(page, 'version')
    await drawer.getByRole('button', { name: '保存为新版本' }).click()
    await expect(drawer).toBeHidden()
    await expect(row('村务按月')).toContainText('第2版')
    await expect(row('村务按月')).toContainText('次月20日前')
    await row('村务按月').getByText('以前的版本').click()
    await expect(row('村务按月')).toContainText('次月15日前')
    await keep(page, 'former')
  })

  await test.step('a number in use is not given again', async () => {
    await page.getByRole('button', { name: '新增规则' }).click()
    await expect(drawer.getByLabel('编号')).toBeFocused()
    await page.keyboard.type('cq15m')
    await expect(drawer.getByLabel('编号')).toHaveValue('CQ15M')
    await expect(drawer.getByText('这个编号已有规则', { exact: false })).toBeVisible()
    await keep(page, 'new')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('a handler reads', async () => {
    await switchPerson(page, '周敏')
    await expect(page.getByText('修改规则需要管理员或分管领导。')).toBeVisible()
    await expect(page.getByRole('button', { name: '新增规则' })).toHaveCount(0)
  })
})

test('units and their boards are kept by the administrator', async ({ page }) => {
  const keep = pictureBook('units')
  await signIn(page, board.deskUrl, '陈静')
  await openArea(page, '单位与公开栏')
  const drawer = page.getByRole('dialog').first()

  await test.step('a village is added and its name is not given twice', async () => {
    await page.getByRole('button', { name: '添加单位' }).press('Enter')
    await expect(drawer.getByLabel('名称')).toBeFocused()
    await page.keyboard.type('河西村')
    await page.keyboard.press('Enter')
    await expect(drawer.getByRole('alert')).toContainText('已经有叫“河西村”的单位')
    await drawer.getByLabel('名称').fill('河东村')
    await page.keyboard.press('Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('heading', { name: '村 2 个' })).toBeVisible()
  })

  await test.step('it is renamed, and gets a board that is changed and taken out of use', async () => {
    await page.getByRole('button', { name: '修改河东村' }).click()
    await drawer.getByLabel('名称').fill('河东新村')
    await drawer.getByRole('button', { name: '改名' }).click()
    await expect(page.getByText('已改名为“河东新村”。')).toBeVisible()
    await drawer.getByRole('button', { name: '添加公开栏' }).click()
    await drawer.getByLabel('公开栏名称').fill('河东村村务公开栏')
    await drawer.getByLabel('位置').fill('村文化广场')
    await drawer.getByRole('button', { name: '保存' }).click()
    const boards = drawer.getByRole('list', { name: '河东新村的公开栏' })
    await expect(boards).toContainText('村文化广场')
    await boards.getByRole('button', { name: '修改河东村村务公开栏' }).click()
    await drawer.getByLabel('位置').fill('村委会门口')
    await page.keyboard.press('Enter')
    await expect(boards).toContainText('村委会门口')
    await expectAccessible(page, 'unit')
    await keep(page, 'drawer')
    await boards.getByRole('button', { name: '停用河东村村务公开栏' }).click()
    await expect(boards).toContainText('已停用')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('taking a village out of use says first what that means', async () => {
    await page.getByRole('button', { name: '修改河西村' }).click()
    await drawer.getByRole('button', { name: '停用', exact: true }).click()
    const asked = page.getByRole('dialog', { name: '停用“河西村”？' })
    await expect(asked).toContainText(/现有 \d+ 项未办结任务/)
    await expectAccessible(page, 'taking out of use')
    await keep(page, 'out-of-use')
    await asked.getByRole('button', { name: '不停用' }).click()
    await expect(asked).toBeHidden()
    await drawer.getByRole('button', { name: '停用', exact: true }).click()
    await asked.getByRole('button', { name: '停用', exact: true }).click()
    await expect(asked).toBeHidden()
    await expect(drawer.getByRole('button', { name: '重新启用', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listitem').filter({ hasText: '河西村' })).toContainText('已停用')
    await expectAccessible(page, 'units')
    await keep(page, 'list')
  })

  await test.step('a deputy leader reads', async () => {
    await switchPerson(page, '李伟')
    await expect(page.getByText('只有管理员可以修改。')).toBeVisible()
    await expect(page.getByRole('button', { name: /^修改/ })).toHaveCount(0)
  })
})
