import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { editorOf, expectSaved, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { addVillage, plantDuty } from '../support/placement-flow.ts'
import { importVillageCatalogue } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

const TITLE = '关于印发《河西村水源保护办法（试行）》的通知'
const EXPLAINED = '《关于印发〈河西村水源保护办法（试行）〉的通知》政策解读'
const ELEMENTS = ['背景依据', '宗旨任务', '主要内容', '涉及范围', '执行口径', '注意事项', '新旧政策差异']

let board: RealBoard
let itemName: string

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  const { catalogueId } = await importVillageCatalogue(staff.handler)
  // An item of events: its only duties are the two below.
  const item = board.deps.store.read.catalogue
    .items(catalogueId)
    .find(({ deadlineRule }) => deadlineRule?.class === 'IMMEDIATE')
  if (!item) throw new Error('the village publishes some matters at once')
  itemName = item.itemLevel2 || item.itemLevel1
  const village = await addVillage(board, staff, '河西村', [item.catalogueId])
  await addVillage(board, staff, '河东村', [])
  const ground = {
    deadlineText: '信息形成之日起20个工作日内',
    rule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed' },
  } as const
  const rules = {
    unitId: village,
    title: itemName,
    event: '水源保护办法',
    term: { amount: 20, unit: 'workday', start: '2026-10-26' },
    startsOn: '2026-10-26',
    target: '2026-11-23',
    due: '2026-11-23',
  } as const
  plantDuty(board, item.id, 'rules', rules, ground)
  const woods = {
    ...rules,
    event: '林地管护办法',
    term: { amount: 20, unit: 'workday', start: '2026-09-30' },
    startsOn: '2026-09-30',
    target: '2026-11-03',
    due: '2026-11-03',
  } as const
  plantDuty(board, item.id, 'woods', woods, ground)
})

test.afterAll(() => board.stop())

async function choose(page: Page, name: string, typed: string): Promise<void> {
  const box = page.getByRole('combobox', { name })
  await box.click()
  if (typed !== '') await box.fill(typed)
}

async function approve(page: Page, name: string): Promise<void> {
  await switchPerson(page, name)
  await page.getByRole('button', { name: '同意' }).click()
  await expect(page.getByRole('button', { name: '同意' })).toHaveCount(0)
}

async function publish(page: Page): Promise<void> {
  await switchPerson(page, '周敏')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByRole('main').getByText('已发布', { exact: true }).first()).toBeVisible()
}

test('a village’s policy document is approved with its plan, closes its duty, and is explained by an interpretation', async ({
  page,
  context,
}) => {
  const keep = pictureBook('policy')
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, board.deskUrl, '周敏')
  const place = page.getByRole('region', { name: '单位、事项与任务' })

  await test.step('the handler says whose it is and is told when the unit does not have the item', async () => {
    await page.goto(`${board.deskOrigin}/desk/#/notices`)
    await page.getByRole('button', { name: '新建', exact: true }).click()
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE)
    await editorOf(page).fill('为保护饮用水水源，制定本办法。')
    await choose(page, '单位', '河西')
    await page.getByTitle('河西村').click()
    await choose(page, '公开事项', itemName.slice(0, 6))
    await page.locator('.ant-select-item-option').filter({ hasText: itemName }).first().click()
    await expect(place.getByText('最早的一项：', { exact: false }).first()).toBeVisible()
    await expectSaved(page)
    await choose(page, '单位', '河东')
    await page.getByTitle('河东村').click()
    await expect(place.getByText('“河东村”现行目录里没有', { exact: false })).toBeVisible()
    await keep(page, 'wrong-village')
    await choose(page, '单位', '河西')
    await page.getByTitle('河西村').click()
    await expect(place.getByText('“河东村”现行目录里没有', { exact: false })).toBeHidden()
  })

  await test.step('the duty is chosen with its arithmetic on view', async () => {
    await expect(place.getByText('9月30日起20个工作日', { exact: false })).toBeVisible()
    await place.locator('summary').click()
    await place.scrollIntoViewIfNeeded()
    await keep(page, 'duty-arithmetic')
    await choose(page, '办结的任务', '')
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: '水源保护办法' })
      .filter({ hasNotText: '最早' })
      .click()
    await expect(place.getByText('应于11月23日前公开', { exact: false })).toBeVisible()
  })

  await test.step('the board asks whether it is a policy document and does not take it in without a plan', async () => {
    await expect(place.getByText('像是政策文件', { exact: false })).toBeVisible()
    await keep(page, 'policy-suggested')
    await place.getByText('是', { exact: true }).click()
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(page.getByText('政策文件还没有解读安排')).toBeVisible()
    await page.keyboard.press('Escape')
    await place.getByRole('radio', { name: '安排解读' }).check()
    await place.getByRole('textbox', { name: '由谁解读、何时完成' }).fill('党政办周敏，11月26日前')
    await keep(page, 'policy-plan')
    await expectAccessible(page, 'draft with a plan')
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(page.getByText(/^周敏 .+ 提交；左侧是提交时的内容。$/)).toBeVisible()
  })

  await test.step('the reviewer sees the plan and approves both together', async () => {
    await switchPerson(page, '韩立')
    await expect(place.getByText('安排解读：党政办周敏，11月26日前')).toBeVisible()
    await keep(page, 'review-plan')
    await expectAccessible(page, 'review with a plan')
    await page.getByRole('button', { name: '同意' }).click()
    await expect(page.getByRole('button', { name: '同意' })).toHaveCount(0)
    await approve(page, '王芳')
  })

  await test.step('publishing closes the duty', async () => {
    await publish(page)
    await expect(place.getByRole('heading', { name: '已办结的任务' })).toBeVisible()
    await expect(place.getByRole('link', { name: /水源保护办法/ })).toBeVisible()
    await keep(page, 'published')
    await expectAccessible(page, 'published policy')
  })

  await test.step('its interpretation begins with kind, title and document, and wants seven elements settled', async () => {
    await page.getByRole('button', { name: '写解读' }).click()
    await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue(EXPLAINED)
    await editorOf(page).fill('出台背景：近年来水源地周边活动增多。')
    await expectSaved(page)
    await expect(place.getByText('还有 7 项没有确认')).toBeVisible()
    await keep(page, 'interpretation-begun')
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(page.getByRole('button', { name: '解读要素还有 7 项没有确认' })).toBeVisible()
    await page.keyboard.press('Escape')
    for (const element of ELEMENTS) {
      const answer = element === '新旧政策差异' ? '不涉及' : '已写明'
      await place.getByRole('radiogroup', { name: element }).getByText(answer).click()
    }
    await expect(place.getByText('七项都已确认')).toBeVisible()
    await place.getByRole('group', { name: '解读要素' }).scrollIntoViewIfNeeded()
    await keep(page, 'interpretation-elements')
    await expectAccessible(page, 'interpretation draft')
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(page.getByText(/^周敏 .+ 提交；左侧是提交时的内容。$/)).toBeVisible()
    await keep(page, 'interpretation-review')
    await approve(page, '韩立')
    await approve(page, '王芳')
    await publish(page)
    await keep(page, 'interpretation-published')
  })

  await test.step('on the kiosk the document leads to its interpretation and back', async () => {
    const kiosk = await context.newPage()
    await kiosk.setViewportSize({ width: 1080, height: 1920 })
    await kiosk.clock.install({ time: new Date(board.clock.now()) })
    await kiosk.goto(board.kioskUrl)
    await kiosk
      .getByRole('link', { name: /关于印发《河西村水源保护办法（试行）》的通知/ })
      .first()
      .click()
    await expect(kiosk.getByRole('heading', { name: '政策解读' })).toBeVisible()
    await keep(kiosk, 'kiosk-document')
    await expectAccessible(kiosk, 'document with interpretation')
    await kiosk.getByRole('link', { name: EXPLAINED }).click()
    await expect(kiosk.getByRole('heading', { name: '解读的文件' })).toBeVisible()
    await keep(kiosk, 'kiosk-interpretation')
    await kiosk.setViewportSize({ width: 1920, height: 1080 })
    await keep(kiosk, 'kiosk-landscape')
    await kiosk.getByRole('link', { name: TITLE }).click()
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  })
})
