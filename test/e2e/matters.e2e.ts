import { expect, test, type Page } from '@playwright/test'
import type { MatterDetail, OpinionList } from '../../server/matter/views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { openArea, pictureBook, signIn } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { PASSWORD, setUpOffice, type Staff } from '../support/test-board.ts'

let board: RealBoard
let staff: Staff
let itemId: string
const picture = pictureBook('matters')
const TITLE = '河西村水源保护办法'

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 860 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  board.clock.set('2026-08-03T01:00:00.000Z')
  staff = await setUpOffice(board.openDesk)
  itemId = (await importVillageCatalogue(staff.handler)).id
})

test.afterAll(() => board.stop())

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

/** Goes to another day; everybody comes back to the desk. */
async function goTo(instant: string): Promise<void> {
  board.clock.set(instant)
  for (const desk of Object.values(staff)) {
    await desk.post('/api/desk/session/unlock', { password: PASSWORD })
  }
}

async function matter(): Promise<MatterDetail> {
  const { items } = (await staff.handler.get<{ items: { id: string }[] }>('/api/desk/matters')).body
  return (await staff.handler.get<MatterDetail>(`/api/desk/matters/${items[0]?.id ?? ''}`)).body
}

/** Fills a begun notice of the matter and takes it to the board. */
async function publish(role: string, texts: readonly string[] | null): Promise<void> {
  const id = (await matter()).notices.find((one) => one.role === role)?.id ?? ''
  const { draft } = (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
  const content = { ...draft.content, catalogueItemId: itemId, ...(texts && { body: paragraphs(...texts) }) }
  const path = `/api/desk/notices/${id}/draft`
  const saved = await staff.handler.json<{ revision: number }>('PUT', path, {
    revision: draft.revision,
    content,
  })
  await publishDraft(staff, id, saved.body.revision)
}

test('a matter is opened, its consultation planned, and the draft begun from it', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '决策事项')
  await expect(page.getByText('还没有决策事项')).toBeVisible()
  await look(page, 'empty')
  await page.getByRole('button', { name: '新建事项' }).click()
  const form = page.getByRole('dialog', { name: '新建事项' })
  await form.getByLabel('事项名称').fill(TITLE)
  await form.getByLabel('目标任务').fill('饮用水水质稳定达标')
  await form.getByLabel('责任单位、责任人').fill('农业农村办公室')
  await look(page, 'matter form')
  await form.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
  await page.getByRole('button', { name: '安排征求意见' }).click()
  const plan = page.getByRole('dialog', { name: '安排征求意见' })
  await expect(plan.getByText('9月2日').first()).toBeVisible()
  await plan.getByLabel('电话').fill('0999-6100100')
  await plan.getByLabel('意见箱').fill('河西村村委会门口')
  await look(page, 'plan form')
  await plan.getByRole('button', { name: '保存' }).click()
  await expect(plan).toBeHidden()
  await look(page, 'planned')
  await page.getByRole('button', { name: '起草征求意见稿' }).click()
  await expect(page).toHaveURL(/notices/)
  await publish('DRAFT', ['第一条　水源保护范围为河西泉眼周围五十米。', '第二条　禁止在保护范围内养殖畜禽。'])
})

test('opinions are typed in one after the other by keyboard, merged, and answered beside the draft', async ({
  page,
}) => {
  await goTo('2026-08-31T01:00:00.000Z')
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByText('意见征集还有 2 天')).toBeVisible()
  await picture(page, 'today-card')
  await openArea(page, '决策事项')
  await page.getByRole('link', { name: TITLE }).click()
  await look(page, 'open')
  await page.getByRole('link', { name: '登记意见' }).click()
  const typing = page.getByRole('dialog', { name: '登记意见' })
  const texts = [
    '建议把水源保护范围扩大到一百米。',
    '希望把水源保护范围扩大到一百米以上。',
    '养殖户搬迁应有补偿，并给半年的过渡期，否则难以落实；具体标准请镇里参照县里的办法制定后一并公布。',
  ]
  for (const [index, text] of texts.entries()) {
    await typing.getByLabel('意见内容').fill(text)
    await typing.getByLabel('姓名').fill(index === 1 ? '' : '张三')
    await page.keyboard.press('Control+Enter')
    await expect(typing.getByText(`已登记第 ${index + 1} 号。`)).toBeVisible()
  }
  await look(page, 'typing')
  await typing.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '第1号和第2号' }).click()
  const merge = page.getByRole('dialog', { name: '合并相同的意见' })
  await look(page, 'merge')
  await merge.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByText('一并答复：第2号')).toBeVisible()
  await page.locator('.mt-answer label', { hasText: /^采纳$/ }).click()
  await page.getByLabel('怎样修改').fill('第一条改为一百米')
  await look(page, 'answering')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '第 3 号' })).toBeVisible()
})

test('the feedback waits for the last answer, and the review is asked', async ({ page }) => {
  await goTo('2026-09-03T01:00:00.000Z')
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByText('还有 1 条意见未答复')).toBeVisible()
  await openArea(page, '决策事项')
  await look(page, 'list')
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.getByText('还有 1 条意见没有答复，第一条是第 3 号')).toBeVisible()
  await page.getByRole('link', { name: '答复意见' }).click()
  await page.locator('.mt-answer label', { hasText: '部分采纳' }).click()
  await page.getByLabel('理由').fill('补偿标准另行公布')
  await page.getByLabel('意见摘要').fill('给予养殖户补偿和过渡期')
  await page.getByRole('button', { name: '保存并看下一条' }).click()
  await expect(page.getByRole('button', { name: /未答复 0/ })).toBeVisible()
  await look(page, 'answered')
  await page.getByRole('link', { name: '返回事项' }).click()
  await page.getByRole('button', { name: '生成采纳情况反馈' }).click()
  await expect(page).toHaveURL(/notices/)
  await publish('ADOPTION', null)
  await openArea(page, '决策事项')
  await page.getByRole('link', { name: TITLE }).click()
  await page.reload()
  await page.getByRole('button', { name: '送合法性审查' }).click()
  const asked = page.getByRole('dialog', { name: '送合法性审查' })
  await asked.getByLabel('审查单位', { exact: true }).fill('镇司法所')
  await look(page, 'legality form')
  await asked.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('已送审，审查意见应在 9月14日 前作出。')).toBeVisible()
})

test('the result of the review opens the way to the meeting and the decision', async ({ page }) => {
  await goTo('2026-09-14T01:00:00.000Z')
  await signIn(page, board.deskUrl, '周敏')
  await openArea(page, '决策事项')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('button', { name: '合法性审查意见' }).click()
  const result = page.getByRole('dialog', { name: '合法性审查意见' })
  await result.getByLabel('合法', { exact: true }).check()
  await result.locator('input[type=file]').setInputFiles({
    name: '审查意见.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await expect(result.getByText('已存入：审查意见.pdf')).toBeVisible()
  await result.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: '集体讨论' }).click()
  const meeting = page.getByRole('dialog', { name: '集体讨论' })
  await meeting.getByLabel('会议名称').fill('镇长办公会议')
  await meeting.getByLabel('讨论结论').fill('同意，按审查意见修改后公布')
  await meeting.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: '起草决定' }).click()
  await expect(page).toHaveURL(/notices/)
  await publish('DECISION', [
    '第一条　水源保护范围为河西泉眼周围一百米。',
    '第二条　禁止在保护范围内养殖畜禽。',
  ])
  await openArea(page, '决策事项')
  await page.getByRole('link', { name: TITLE }).click()
  await page.reload()
  await expect(page.getByText('镇长办公会议')).toBeVisible()
  await look(page, 'decided')
})

test('the kiosk shows the whole decision and what changed since the draft', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1600 })
  await page.goto(`${board.publicOrigin}/kiosk/`)
  await page
    .getByRole('link', { name: /决策公开/ })
    .or(page.getByRole('button', { name: /决策公开/ }))
    .click()
  await expect(page.getByRole('heading', { name: '决策公开' })).toBeVisible()
  await look(page, 'kiosk list')
  await page.getByText(TITLE).click()
  await expect(page.getByText('已反馈采纳情况')).toBeVisible()
  await page.getByRole('button', { name: '对照征求意见稿看改了哪里' }).click()
  await expect(page.locator('.df')).toContainText('一百')
  await look(page, 'kiosk matter')
  await page.getByText(`${TITLE}（征求意见稿）`).first().click()
  await expect(page.getByText('查看决策全过程')).toBeVisible()
  await look(page, 'kiosk draft')
  expect((await matter()).next).toBe('PROGRESS')
  const list = await staff.handler.get<OpinionList>(
    `/api/desk/consultations/${(await matter()).consultations[0]?.id ?? ''}/opinions`,
  )
  expect(list.body.consultation.state).toBe('RESULT_PUBLISHED')
})
