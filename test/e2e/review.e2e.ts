import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { readPdfPages } from '../../server/display/read-pdf-pages.ts'
import { readable } from '../../server/display/readable-text.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { AccountView } from '../../server/office/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { editorOf, expectSaved, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { firstSignIn, GIVEN_PASSWORD, setUpOffice } from '../support/test-board.ts'

const TITLE = '关于11月25日停电检修的通知'

let board: RealBoard
let id: string

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  const { id: catalogueItemId } = await importVillageCatalogue(staff.handler)
  const lawyer = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '方正',
    roles: ['LEGALITY_REVIEWER'],
    password: GIVEN_PASSWORD,
  })
  await firstSignIn(await board.openDesk(), lawyer.body.id)
  const body = paragraphs('因线路检修，11月25日8时至17时河西村停电。', '请提前做好准备。')
  const draft = await writeDraft(staff.handler, { title: TITLE, body, catalogueItemId })
  id = draft.id
  // One edition hangs already, so that there is something to differ from.
  await publishDraft(staff, id, draft.revision)
  const next = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
  const { revision, content } = next.body.draft
  await staff.handler.json('PUT', `/api/desk/notices/${id}/draft`, {
    revision,
    content: { ...content, change: { kind: 'CORRECTION', note: '补充饮用水的提示' } },
  })
})

test.afterAll(() => board.stop())

const pictures = pictureBook('review')

/** The panel at the right with what has been decided. */
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function approve(page: Page, name: string, kind: string): Promise<void> {
  await switchPerson(page, name)
  await expect(page.getByLabel(`${kind}意见`)).toBeVisible()
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await expect(page.getByLabel(`${kind}意见`)).toBeHidden()
}

test('三审: a remark on the spot, a next draft, three approvals and a slip with every name', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 1440, height: 900 })

  await test.step('the administrator sets three steps', async () => {
    await signIn(page, board.deskUrl, '陈静')
    await page.goto(`${board.deskOrigin}/desk/#/review`)
    await page.getByRole('button', { name: '新增流程' }).click()
    const dialog = page.getByRole('dialog', { name: '新增流程' })
    await dialog.getByRole('radio', { name: /^三审/u }).click()
    await expect(dialog.getByText(/先审核，再保密审查、合法性审查（同时），最后领导审定/u)).toBeVisible()
    await dialog.getByLabel('变更理由').fill('镇党政办公会议决定实行三审')
    await expectAccessible(page, 'review settings, a chain being set')
    await dialog.getByRole('button', { name: '保存流程' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/镇党政办公会议决定实行三审/u).first()).toBeVisible()
    await expectAccessible(page, 'review settings')
    await pictures(page, 'settings')
  })

  await test.step('the handler adds a sentence and hands the edition in', async () => {
    await switchPerson(page, '周敏')
    await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
    await editorOf(page).getByText('17时').click()
    await page.keyboard.press('End')
    await page.keyboard.type('请备好饮用水。')
    await expectSaved(page)
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(panel(page, '审查').getByText('轮到办理')).toBeVisible()
  })

  await test.step('the office head sees every face, remarks on the spot and returns', async () => {
    await switchPerson(page, '韩立')
    await page.getByText('与上一版的差别', { exact: true }).click()
    await expect(page.locator('ins').filter({ hasText: '请备好饮用水。' })).toBeVisible()
    await expectAccessible(page, 'the difference')
    await page.getByTitle('触摸屏', { exact: true }).click()
    const kiosk = page.frameLocator('iframe[title="触摸屏"]')
    await expect(kiosk.getByText('预览，未发布')).toBeVisible()
    await expect(kiosk.getByText(/请备好饮用水/u)).toBeVisible()
    await expectAccessible(page, 'the kiosk face')
    await page.getByTitle('显示屏', { exact: true }).click()
    const signage = page.frameLocator('iframe[title="显示屏"]')
    await expect(signage.getByRole('heading', { name: TITLE })).toBeVisible()
    await expect(signage.getByText(/第 1 页，共 \d 页/u)).toBeVisible()
    await expectAccessible(page, 'the signage face')
    await page.getByText('阅读', { exact: true }).click()
    await page.getByText(/请备好饮用水/u).selectText()
    await page.locator('.rv-offer').click()
    await page.getByLabel('批注内容').fill('写明送水点。')
    await page.getByRole('button', { name: '保存批注' }).click()
    await expect(panel(page, '批注').getByText('写明送水点。')).toBeVisible()
    await expectAccessible(page, 'a remark on the spot')
    await pictures(page, 'remark')
    // The remark is the reason.
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await expect(page.getByText('已退回').first()).toBeVisible()
  })

  await test.step('the handler goes to the place, mends it and says so', async () => {
    await switchPerson(page, '周敏')
    const remarks = page.getByRole('region', { name: /^批注/u })
    // On a slow computer the next picture of the screen is late; what is typed meanwhile does not go astray.
    const frames = await page.evaluateHandle(() => {
      const own = window.requestAnimationFrame
      window.requestAnimationFrame = () => 0
      return own
    })
    await remarks.getByRole('button', { name: '正文' }).click()
    await expect(editorOf(page)).toBeFocused()
    await page.evaluate((own) => {
      window.requestAnimationFrame = own
    }, frames)
    await page.keyboard.press('End')
    await page.keyboard.type('送水点在村委会。')
    await expectSaved(page)
    await remarks.getByRole('button', { name: '已处理' }).click()
    await expect(remarks.getByText('批注都已处理。')).toBeVisible()
    await expectAccessible(page, 'the next draft with its remarks')
    await pictures(page, 'next-draft')
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(panel(page, '审查').getByText('轮到办理')).toBeVisible()
  })

  await test.step('while it is decided on, a next draft changes nothing of it', async () => {
    await page.getByRole('link', { name: '继续修改下一稿' }).click()
    await expect(page.getByText(/^这是下一稿/u)).toBeVisible()
    await editorOf(page).getByText('请提前做好准备。').click()
    await page.keyboard.press('End')
    await page.keyboard.type('下一稿才有的一句。')
    await expectSaved(page)
    await page.getByRole('link', { name: '看审查中的一份' }).click()
    await expect(page.getByText(/送水点在村委会/u)).toBeVisible()
    await expect(page.getByText('下一稿才有的一句。')).toBeHidden()
  })

  await test.step('four people approve in three steps', async () => {
    await approve(page, '韩立', '审核')
    await approve(page, '王芳', '保密审查')
    await approve(page, '方正', '合法性审查')
    await approve(page, '李伟', '领导审定')
    await expect(page.getByText('可以发布').first()).toBeVisible()
    await expectAccessible(page, 'what is approved')
    await pictures(page, 'approved')
  })

  await test.step('the slip names everybody who decided', async () => {
    const waiting = page.waitForEvent('download')
    // The one beside the decisions; every published edition has its own below.
    await page.getByRole('region', { name: '审查' }).getByRole('button', { name: '下载呈批单PDF' }).click()
    const file = await (await waiting).path()
    // Some letters of a PDF are radicals that only look the same.
    const text = readable((await readPdfPages(readFileSync(file))).join(''))
    expect(text).toContain('信息公开审查呈批单')
    for (const name of ['周敏', '韩立', '王芳', '方正', '李伟']) expect(text).toContain(name)
    await page.goto(`${board.deskOrigin}/sheet/?slip=${id}`)
    await expect(page.getByText('信息公开审查呈批单')).toBeVisible()
    await expectAccessible(page, 'the slip')
    await pictures(page, 'slip')
  })

  await test.step('on the public mount there is no preview', async () => {
    await page.goto(`${board.publicOrigin}/kiosk/?preview=${id}&of=submission`)
    await expect(page.getByText(/送水点在村委会/u)).toBeHidden()
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(
      (await page.request.get(`${board.publicOrigin}/api/desk/notices/${id}/preview?of=submission`)).status(),
    ).toBe(404)
  })
})
