import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { UnitView } from '../../server/office/unit-views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { publishDisplay } from '../support/display-flow.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

let board: RealBoard
let staff: Staff
let itemId: string
let notice: NoticeDetail
const picture = pictureBook('public-display')
const TITLE = '云溪镇最低生活保障初审公示'

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 860 } })

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-11-16T01:00:00.000Z')
  staff = await setUpOffice(board.openDesk)
  const units = await staff.administrator.get<readonly UnitView[]>('/api/desk/units')
  const township = units.body.find(({ kind }) => kind === 'TOWNSHIP')
  await staff.administrator.post(`/api/desk/units/${township?.id ?? 'township'}/boards`, {
    name: '镇政府政务公开栏',
    place: '镇政府大门东侧',
    regime: 'GOV',
  })
  itemId = (await importVillageCatalogue(staff.administrator)).id
  notice = (await publishDisplay(staff, itemId)).notice
})

test.afterAll(() => board.stop())

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

test('a draft of a 公示 says for how long, where and how to object, and shows the arithmetic', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  const begun = await staff.handler.post<NoticeDetail>('/api/desk/notices', {})
  const { id, draft } = begun.body
  await staff.handler.json('PUT', `/api/desk/notices/${id}/draft`, {
    revision: draft.revision,
    content: { ...draft.content, title: '云溪镇拟征收土地公示', noticeKind: 'PUBLIC_DISPLAY' },
  })
  await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
  const panel = page.locator('[data-field="display"]')
  await expect(panel.getByText('公示要写明公示多久')).toBeVisible()
  await panel.scrollIntoViewIfNeeded()
  await look(page, 'draft empty')
  await panel.getByRole('button', { name: '填写公示安排' }).click()
  await panel.getByLabel('按哪类公示').click()
  await page.getByTitle('拟征收土地预公告').click()
  await expect(panel.getByText('土地管理法实施条例第26条 · 至少 10 个工作日')).toBeVisible()
  await expect(panel.getByText('11月16日起10个工作日 → 11月30日')).toBeVisible()
  await expect(panel.getByLabel('电话')).toHaveValue('0999-6100100')
  await panel.scrollIntoViewIfNeeded()
  await look(page, 'draft panel')
})

test('on its last day an objection by telephone must be answered before the result (S1)', async ({
  page,
}) => {
  board.clock.set('2026-11-23T01:42:00.000Z')
  await signIn(page, board.deskUrl, '周敏')
  await expect(page.getByText('今天到期，明天起填写结果')).toBeVisible()
  await look(page, 'today')
  await openArea(page, '公示')
  await expect(page.getByRole('row', { name: new RegExp(TITLE) })).toContainText('今天到期')
  await look(page, 'list')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('button', { name: '登记异议' }).click()
  await page.getByLabel('异议内容').fill('反映第2户有人在外务工，收入没有计入。')
  await look(page, 'objection form')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('第 1 件')).toBeVisible()
  board.clock.set('2026-11-24T01:00:00.000Z')
  await page.reload()
  await expect(page.getByText('还有 1 件异议没有答复，答复后才能填写结果。')).toBeVisible()
  await look(page, 'objection open')
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByLabel('答复', { exact: true }).fill('经入户核查，收入已计入，审核意见不变。')
  await page.getByRole('button', { name: '登记答复' }).click()
  await expect(page.getByLabel('公布的文字')).toHaveValue(/异议 1 件/)
  await look(page, 'result form')
  await page.getByRole('button', { name: '提交确认' }).click()
  await expect(page.getByText('这是您填写的，由另一人确认。')).toBeVisible()
  await switchPerson(page, '韩立')
  await page.getByRole('button', { name: '确认并公布' }).click()
  await expect(page.getByText('结果已公布')).toBeVisible()
  await look(page, 'result published')
})

test('the public reads period, result, and on the first page what ends soon', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  const ending = await publishDisplay(staff, itemId, {}, { title: '河西村2026年第二批宅基地申请公示' })
  await page.goto(board.kioskUrl)
  await expect(page.getByRole('region', { name: '即将到期的公示' })).toContainText('宅基地申请公示')
  await picture(page, 'kiosk-home')
  await page
    .getByRole('link', { name: /宅基地申请公示/ })
    .last()
    .click()
  await expect(page.getByText('对公示内容有异议，请在公示期内提出。')).toBeVisible()
  await picture(page, 'kiosk-running')
  await page.goto(`${board.kioskUrl}#/notice/${encodeURIComponent(notice.indexNumber ?? '')}`)
  await expect(page.getByText('公示期满')).toBeVisible()
  await picture(page, 'kiosk-result')
  const removed = { reason: '名单有误，更正后重新公示' }
  await staff.handler.post(`/api/desk/displays/${ending.display.id}/removal`, removed)
  await page.goto(board.kioskUrl)
  await page
    .getByRole('link', { name: /宅基地申请公示/ })
    .first()
    .click()
  await expect(page.getByText(/起未公示：名单有误/)).toBeVisible()
  await picture(page, 'kiosk-removed')
})

test('a gap is noted, and before it is put up again the person sees what either way of counting means', async ({
  page,
}) => {
  const { display } = await publishDisplay(staff, itemId, { length: { count: 10, unit: 'WORKING_DAY' } })
  board.clock.set('2026-11-30T01:00:00.000Z')
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/displays/${display.id}`)
  await page.getByRole('button', { name: '登记中断' }).click()
  await page.getByLabel('从哪一天起没有挂出').fill('2026-11-27')
  await page.getByLabel('原因').fill('公开栏被大风损坏')
  await look(page, 'gap dialog')
  await page.getByRole('dialog').getByRole('button', { name: '登记中断' }).click()
  await page.getByRole('button', { name: '重新公示' }).click()
  await expect(page.getByText('中断前已公示 2 个工作日。')).toBeVisible()
  await page.getByText('补足剩余天数').click()
  await page.getByLabel('说明').fill('公开栏已修复')
  await look(page, 'again dialog')
  await page.getByRole('dialog').getByRole('button', { name: '重新公示' }).click()
  await expect(page.getByText('重新公示，补足剩余天数')).toBeVisible()
  await look(page, 'again')
})

test('the certificate is made from the records and names nobody who objected', async ({ page }) => {
  const list = await staff.handler.get<{ items: readonly { id: string; title: string; state: string }[] }>(
    '/api/desk/displays?show=all',
  )
  const done = list.body.items.find(({ state }) => state === 'RESULT_PUBLISHED')
  const gap = list.body.items.find(({ state }) => state === 'ON_DISPLAY')
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/sheet/?certificate=${done?.id ?? ''}`)
  await expect(page.getByRole('heading', { name: '公示证明' })).toBeVisible()
  await expect(page.getByText('经入户核查，收入已计入')).toBeVisible()
  await expect(page.getByText('收入没有计入')).toBeHidden()
  await picture(page, 'certificate')
  await page.goto(`${board.deskOrigin}/sheet/?certificate=${gap?.id ?? ''}`)
  await expect(page.getByText('阶段证明')).toBeVisible()
  await picture(page, 'certificate-interim')
  const pdf = await staff.handler.raw('POST', `/api/desk/displays/${done?.id ?? ''}/certificate/pdf`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ interim: false }),
  })
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})
