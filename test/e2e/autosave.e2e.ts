import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { AccountView } from '../../server/office/views.ts'
import { editorOf, expectSaved, signIn } from '../support/journey-desk.ts'
import { type ServerProcess, startServerProcess } from '../support/journey-process.ts'
import { firstSignIn, GIVEN_PASSWORD, PASSWORD, setUpOffice, type Staff } from '../support/test-board.ts'

// What a person may lose when the power fails, in milliseconds of typing.
const MOST_LOST = 2000
const PER_KEY = 100

let dataFolder: string
let server: ServerProcess
let staff: Staff

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-'))
  server = await startServerProcess(dataFolder)
  staff = await setUpOffice(server.openDesk)
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '马丽',
    roles: ['HANDLER'],
    password: GIVEN_PASSWORD,
  })
  await firstSignIn(await server.openDesk(), added.body.id)
})

test.afterAll(async () => {
  await server.kill()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function newDraft(): Promise<string> {
  const created = await staff.handler.post<NoticeDetail>('/api/desk/notices', {})
  return created.body.id
}

function sentences(count: number): string {
  return Array.from({ length: count }, (_, index) => `第${index + 1}户已入户核对，情况属实。`).join('')
}

test('a killed server costs at most the last two seconds of typing, and this computer offers even those', async ({
  page,
}) => {
  const id = await newDraft()
  // Time in the page stands still and moves by one key press at a time, so that two seconds are two seconds here.
  await page.clock.install()
  await signIn(page, server.deskUrl, '周敏')
  await page.goto(`${server.deskOrigin}/desk/#/notices/${id}`)
  const editor = editorOf(page)
  await editor.click()
  let acknowledged = ''
  page.on('response', (response) => {
    if (response.request().method() !== 'PUT' || !response.ok()) return
    const sent = response.request().postDataJSON() as { content: DraftContent }
    acknowledged = bodyText(sent.content.body)
  })

  await page.clock.pauseAt(Date.now() + 60_000)
  const text = sentences(6)
  const saving = page.locator('[data-save="SAVING"]')
  for (const key of text) {
    await page.keyboard.insertText(key)
    await page.clock.runFor(PER_KEY)
    await expect(saving).toHaveCount(0)
  }
  expect(acknowledged.length).toBeGreaterThan(0)
  expect((text.length - acknowledged.length) * PER_KEY).toBeLessThanOrEqual(MOST_LOST)
  const last = '最后一户待核。'
  await page.keyboard.insertText(last)
  await page.clock.runFor(300)
  expect(acknowledged).not.toContain(last)

  await server.kill()
  await page.clock.resume()
  await expect(page.getByText('未保存，正在重试')).toBeVisible()
  await expect(page.getByText('连不上办公电脑上的服务，正在重试。您已输入的内容还在本页。')).toBeVisible()
  await expect(editor).toContainText(last)
  const mirrored = await page.evaluate(() => JSON.stringify(window.localStorage))
  expect(mirrored).toContain(last)

  server = await startServerProcess(dataFolder, server)
  const again = await server.openDesk()
  const people = await again.get<{ people: { id: string; name: string }[] }>('/api/desk/status')
  const me = people.body.people.find((person) => person.name === '周敏')
  await again.post('/api/desk/session', { accountId: me?.id, password: PASSWORD })
  const stored = await again.get<NoticeDetail>(`/api/desk/notices/${id}`)
  expect(bodyText(stored.body.draft.content.body)).toBe(acknowledged)
  staff = { ...staff, handler: again }

  // The page is opened anew, as after a power cut; the key of this start is another one.
  await signIn(page, server.deskUrl, '周敏')
  await page.goto(`${server.deskOrigin}/desk/#/notices/${id}`)
  await expect(editor).toContainText(acknowledged)
  await expect(editor).not.toContainText(last)
  const offer = page.getByRole('alert').filter({ hasText: '上次关闭时有文字没有保存' })
  await offer.getByRole('button', { name: '恢复' }).click()
  await expect(editor).toContainText(text + last)
  await expectSaved(page)
  const restored = await again.get<NoticeDetail>(`/api/desk/notices/${id}`)
  expect(bodyText(restored.body.draft.content.body)).toBe(text + last)
})

async function openDraft(browser: Browser, id: string, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await signIn(page, server.deskUrl, name)
  await page.goto(`${server.deskOrigin}/desk/#/notices/${id}`)
  await expect(editorOf(page)).toBeVisible()
  return page
}

async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).click()
  await page.keyboard.insertText(text)
}

test('two people who write in one draft are told of it, and the words of both are kept', async ({
  browser,
}) => {
  const id = await newDraft()
  const first = await openDraft(browser, id, '周敏')
  const second = await openDraft(browser, id, '马丽')
  await write(first, '周敏写的一段。')
  await expectSaved(first)
  await second.getByRole('textbox', { name: '标题' }).fill('低保复核情况')
  await write(second, '马丽写的一段。')
  const dialog = second.getByRole('dialog', { name: '这条信息在别处改动过' })
  await expect(dialog).toContainText('周敏在')
  await expect(editorOf(second)).toContainText('马丽写的一段。')
  await dialog.getByRole('button', { name: '把我的文字另存为新信息' }).click()
  await expect(second.getByRole('textbox', { name: '标题' })).toHaveValue('低保复核情况（副本）')
  await expect(editorOf(second)).toContainText('马丽写的一段。')
  await expect(editorOf(second)).not.toContainText('周敏写的一段。')
  const stored = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
  expect(bodyText(stored.body.draft.content.body)).toBe('周敏写的一段。')
  await first.context().close()
  await second.context().close()
})

test('after a conflict the saved text can be loaded and written on', async ({ browser }) => {
  const id = await newDraft()
  const first = await openDraft(browser, id, '周敏')
  const second = await openDraft(browser, id, '周敏')
  await write(first, '第一段。')
  await expectSaved(first)
  await write(second, '另一段。')
  const dialog = second.getByRole('dialog', { name: '这条信息在别处改动过' })
  await dialog.getByRole('button', { name: '载入已保存的文字' }).click()
  await expect(dialog).toBeHidden()
  await expect(editorOf(second)).toHaveText('第一段。')
  await editorOf(second).press('Control+End')
  await second.keyboard.insertText('接着写。')
  await expectSaved(second)
  const stored = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
  expect(bodyText(stored.body.draft.content.body)).toBe('第一段。接着写。')
  await first.context().close()
  await second.context().close()
})
