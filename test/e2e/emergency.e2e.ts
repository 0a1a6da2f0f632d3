import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe-check.ts'
import { openArea, pictureBook, signIn, switchPerson } from '../support/journey-desk.ts'
import { importVillageCatalogue, publishDraft, paragraphs, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

const TITLE = '关于转发示例县气象台暴雨红色预警的紧急通告'

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  const item = await importVillageCatalogue(staff.handler)
  const { id, revision } = await writeDraft(staff.handler, {
    ...{ title: '关于停电检修的通知', body: paragraphs('河西村停电。'), catalogueItemId: item.id },
  })
  await publishDraft(staff, id, revision)
})

test.afterAll(() => board.stop())

test('a warning is on the kiosk within five actions, names its issuer, and is reviewed afterwards by others', async ({
  page,
  context,
}) => {
  const keep = pictureBook('emergency')
  const kiosk = await context.newPage()
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  await kiosk.goto(board.kioskUrl)
  await expect(kiosk.getByText('关于停电检修的通知').first()).toBeVisible()

  await signIn(page, board.deskUrl, '周敏')
  // One, two, three: the key, what happened, the clock.
  await page.getByRole('link', { name: '应急', exact: true }).click()
  await page.getByRole('button', { name: '暴雨' }).click()
  await keep(page, 'start')
  await expectAccessible(page, '启动应急')
  await page.getByRole('button', { name: '启动，开始计时' }).click()
  await expect(page.getByText('首次发布')).toBeVisible()
  await expect(page.getByText(/^还剩 4小时59分$|^还剩 5小时0分$/)).toBeVisible()
  await page.getByLabel('原发布单位').fill('示例县气象台')
  await page.getByText('红色预警', { exact: true }).click()
  await page.getByLabel('影响范围').fill('河西村、河东村沿河地带')
  await page.getByLabel('应对措施').fill('低洼处群众立即转移，停止户外作业，不要涉水')
  await page.getByLabel('转移安置地点').fill('云溪镇中心小学')
  await expect(page.getByLabel('标题')).toHaveValue(TITLE)
  await keep(page, 'word')
  await expectAccessible(page, '填写应急信息')
  // Four and five: publish, and confirm that one person publishes alone.
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText(/待补审/)).toBeVisible()
  await keep(page, 'published')

  await expect(kiosk.getByRole('alertdialog')).toContainText('云溪镇中心小学')
  await keep(kiosk, 'kiosk')
  await expectAccessible(kiosk, '全屏显示')
  await kiosk.getByRole('button', { name: '查看其他公开信息' }).click()
  await expect(kiosk.getByRole('alertdialog')).toBeHidden()
  await expect(kiosk.getByRole('button', { name: /应急信息/ })).toBeVisible()
  await keep(kiosk, 'kiosk-rest')
  await kiosk.getByRole('button', { name: /应急信息/ }).click()
  await expect(kiosk.getByRole('alertdialog')).toBeVisible()

  await switchPerson(page, '韩立')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByText('审核：韩立')).toBeVisible()
  await switchPerson(page, '王芳')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByText('已补审确认')).toBeVisible()

  await switchPerson(page, '周敏')
  await page.getByRole('button', { name: '结束应急' }).click()
  await page.getByRole('textbox', { name: /原因/ }).fill('预警已解除')
  await page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
  await expect(page.getByText(/预警已解除/)).toBeVisible()
  await expect(kiosk.getByRole('alertdialog')).toBeHidden()
  await keep(page, 'ended')

  await openArea(page, '查询')
  await page.getByLabel('标题、正文、附件中的词').fill('暴雨')
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await expect(page.getByRole('link', { name: new RegExp(TITLE) })).toBeVisible()
  await page.getByPlaceholder(/名称/).fill('暴雨')
  await page.getByRole('button', { name: '保存查询' }).click()
  await expect(page.getByRole('button', { name: '暴雨', exact: true })).toBeVisible()
  await keep(page, 'search')
  await expectAccessible(page, '查询')
})
