import { expect, test, type Page } from '@playwright/test'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { stockBoard, type StockedBoard } from '../support/journey-board.ts'
import { editorOf, expectSaved, personKey, signIn, switchPerson } from '../support/journey-desk.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { PASSWORD } from '../support/test-board.ts'

let board: RealBoard
let stock: StockedBoard

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1440, height: 900 } })

test.beforeAll(async () => {
  board = await startRealBoard()
})

test.afterAll(() => board.stop())

async function openAt(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${board.deskOrigin}/desk/#${path}`)
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
}

test('the first start can be read and used by everybody', async ({ page }) => {
  await page.goto(board.kioskUrl)
  await expect(page.getByRole('heading', { name: '本公开栏还没有启用' })).toBeVisible()
  await expectAccessible(page, 'kiosk before set-up', { strictContrast: true })
  await page.goto(board.deskUrl)
  await page.getByLabel('统一社会信用代码').fill('119900000000000013')
  await expect(page.getByText(/校验位不符/)).toBeVisible()
  await expectAccessible(page, 'set-up with a wrong code')
  stock = await stockBoard(board)
})

test('every page of the kiosk can be read and used by everybody', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.clock.install({ time: new Date(board.clock.now()) })
  const notice = (detail: NoticeDetail) => `notice/${encodeURIComponent(detail.indexNumber ?? '')}`
  const old = stock.revised.editions.find((edition) => edition.editionNumber === 1)
  for (const [state, path, shown] of [
    ['home', '', '最新公开'],
    ['all groups', 'groups', '全部栏目'],
    ['all notices', 'all', '全部公开信息'],
    ['document', notice(stock.document), /政务公开工作要点/],
    ['wide table', notice(stock.wide), /低保金/],
    ['files', notice(stock.files), '附件'],
    ['editions', notice(stock.revised), '历次版本'],
    ['superseded', `edition/${old?.hash ?? ''}`, /清运/],
    ['withdrawn', notice(stock.withdrawn), /危房/],
    ['search', `search/${encodeURIComponent('公开')}`, /查找/],
    ['nothing found', `search/${encodeURIComponent('垃圾清运费')}`, /没有找到/],
    ['no such notice', 'notice/none', '没有这条信息'],
  ] as const) {
    await page.goto(`${board.kioskUrl}#/${path}`)
    await expect(page.getByRole('heading', { name: shown }).first()).toBeVisible()
    await expectAccessible(page, `kiosk ${state}`, { strictContrast: true })
  }
  await page.getByRole('button', { name: '首页' }).click()
  await page.getByRole('button', { name: 'ᠮᠣᠩᠭᠣᠯ' }).click()
  await expectAccessible(page, 'kiosk in Mongolian', { strictContrast: true })
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Large' }).click()
  await expectAccessible(page, 'kiosk in English, large', { strictContrast: true })
  await page.clock.fastForward(82_000)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectAccessible(page, 'kiosk idle warning', { strictContrast: true })
})

test('the sheet can be read by everybody', async ({ page }) => {
  await page.goto(`${board.publicOrigin}/sheet/?edition=${stock.document.editions[0]?.hash ?? ''}`)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await expectAccessible(page, 'sheet')
})

test('every screen of the desk can be read and used by everybody', async ({ page }) => {
  await page.goto(board.deskUrl)
  await expect(page.getByRole('button', { name: /^周敏/ })).toBeVisible()
  await expectAccessible(page, 'sign-in')
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByRole('heading', { name: /^今天/ })).toBeVisible()
  await expectAccessible(page, 'today')
  await openAt(page, '/notices', '信息')
  await expect(page.getByRole('link', { name: /垃圾清运时间表/ })).toBeVisible()
  await expectAccessible(page, 'list')
  for (const [state, id] of [
    ['editor', stock.draft.id],
    ['returned', stock.returned.id],
    ['in review', stock.submitted.id],
    ['published', stock.files.id],
    ['withdrawn', stock.withdrawn.id],
  ] as const) {
    await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
    await expect(page.getByRole('heading', { name: '办理经过' })).toBeVisible()
    if (state === 'editor') await expect(page.getByRole('button', { name: /全部遮盖/ })).toBeVisible()
    await expectAccessible(page, state)
  }
  await page.goto(`${board.deskOrigin}/desk/#/notices/${stock.files.id}`)
  await page.getByRole('button', { name: '撤下' }).click()
  await expect(page.getByRole('dialog', { name: '撤下这条信息' })).toBeVisible()
  await expectAccessible(page, 'withdrawal')
  await page.keyboard.press('Escape')
  await openAt(page, '/catalogue', '公开目录')
  await expectAccessible(page, 'catalogues')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await page
    .getByRole('button', { name: /^修改“/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: '修改目录事项' })).toBeVisible()
  await expectAccessible(page, 'catalogue with an open row')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectAccessible(page, 'catalogue tree')
  await openAt(page, '/exchange', '县级报送')
  await expectAccessible(page, 'export')
  await openAt(page, '/audit', '操作记录')
  await expect(page.getByRole('cell', { name: '发布', exact: true }).first()).toBeVisible()
  await expectAccessible(page, 'audit')
})

test('what reviewers and the administrator see can be read and used by everybody', async ({ page }) => {
  await signIn(page, board.deskUrl, '王芳')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${stock.submitted.id}`)
  await expect(page.getByRole('button', { name: '同意' })).toBeVisible()
  await page.getByRole('button', { name: '退回' }).click()
  await expect(page.getByText('退回须写明理由。')).toBeVisible()
  await expectAccessible(page, 'review')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${stock.draft.id}`)
  await page.getByRole('button', { name: '写明理由后放行' }).click()
  await expect(page.getByRole('dialog', { name: '放行个人信息' })).toBeVisible()
  await expectAccessible(page, 'override')
  await page.keyboard.press('Escape')
  await switchPerson(page, '陈静')
  await openAt(page, '/people', '人员与审查')
  await expect(page.getByText('李伟')).toBeVisible()
  await expectAccessible(page, 'people')
  await page.getByRole('button', { name: '添加人员' }).click()
  await expect(page.getByRole('dialog', { name: '添加人员' })).toBeVisible()
  await expectAccessible(page, 'new person')
  await page.keyboard.press('Escape')
  await openAt(page, '/settings', '设置')
  await expectAccessible(page, 'settings')
  for (const [path, heading] of [
    ['/screens', '信息屏'],
    ['/screens/new', '登记信息屏'],
    ['/screen-status', '信息屏状态'],
    ['/kiosk', '触摸屏'],
    ['/replicas', '触摸屏电脑'],
    ['/reading-room', '查询室'],
    ['/search-words', '检索词'],
    ['/catalogue/kiosk-groups', '触摸屏分组'],
  ] as const) {
    await openAt(page, path, heading)
    await expect(page.getByRole('main').locator('.card, .empty, button').first()).toBeVisible()
    await expectAccessible(page, heading)
  }
  await personKey(page).click()
  await expectAccessible(page, 'menu of the person')
  await page.getByRole('menuitem', { name: '换人操作' }).click()
  await expect(page.getByRole('dialog', { name: '换人操作' })).toBeVisible()
  await expectAccessible(page, 'switch of people')
  await page.keyboard.press('Escape')
  await personKey(page).click()
  await page.getByRole('menuitem', { name: '锁定屏幕' }).click()
  await expect(page.getByRole('dialog', { name: '屏幕已锁定' })).toBeVisible()
  await expectAccessible(page, 'lock screen')
})

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const most = 120
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const place = document.activeElement
      if (!(place instanceof HTMLElement)) return ''
      const label = place instanceof HTMLInputElement ? (place.labels?.[0]?.textContent ?? '') : ''
      return (place.getAttribute('aria-label') ?? '') || label || (place.textContent ?? '')
    })
    if (typeof name === 'string' ? focused.trim() === name : name.test(focused.trim())) return
  }
  throw new Error(`the keyboard does not come to ${String(name)}`)
}

test('a notice is begun, filled in and handed in without a mouse', async ({ page }) => {
  await page.goto(board.deskUrl)
  await expect(page.getByRole('button', { name: /^周敏/ })).toBeVisible()
  await tabTo(page, /^周敏/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^今天/ })).toBeVisible()
  await tabTo(page, /^信息/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '信息', exact: true })).toBeVisible()
  await tabTo(page, '新建')
  await page.keyboard.press('Enter')
  await expect(editorOf(page)).toBeVisible()
  await tabTo(page, '标题')
  await page.keyboard.type('河西村自来水检修停水通知')
  await page.keyboard.press('Enter')
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.type('11月26日9时至12时停水，请提前储水。')
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).not.toBeFocused()
  await tabTo(page, '公开事项')
  const item = page.getByRole('combobox', { name: '公开事项' })
  const offered = page.locator('.ant-select-item-option')
  await expect(item).toBeFocused()
  let letAnswer: () => void = () => {}
  const held = new Promise<void>((resolve) => (letAnswer = resolve))
  await page.route(/catalogue-items\?q=./, async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.type('规划')
  await expect(offered.filter({ hasNotText: '规划' }).first()).toBeVisible()
  // Rows of the words before are never taken.
  await page.keyboard.press('Enter')
  await expect(item).toHaveValue('规划')
  letAnswer()
  await expect(offered.filter({ hasNotText: '规划' })).toHaveCount(0)
  await expect(offered.first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('公开时限：每季度的首个月20日')).toBeVisible()
  // What is chosen does not look found by words that find nothing, and keeps its name.
  await page.keyboard.type('没有的事项')
  await expect(page.getByText('没有找到。可换一个词', { exact: false })).toBeVisible()
  await expect(offered).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByTitle(/规划/).first()).toBeVisible()
  await expectSaved(page)
  await tabTo(page, '提交审查')
  await page.keyboard.press('Enter')
  await expect(page.getByText('您参与了这条信息的起草，不能审查')).toBeVisible()
  const id = new URL(page.url()).hash.split('/')[2] ?? ''
  const stored = await stock.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
  expect(stored.body.state).toBe('IN_REVIEW')
  expect(bodyText(stored.body.draft.content.body)).toBe('11月26日9时至12时停水，请提前储水。')
})
