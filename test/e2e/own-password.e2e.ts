import { expect, test } from '@playwright/test'
import type { AccountView, DeskStatus } from '../../server/office/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { personKey, pictureBook, typePassword } from '../support/journey-desk.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { GIVEN_PASSWORD, PASSWORD, setUpOffice } from '../support/test-board.ts'

let board: RealBoard
let person: AccountView

test.beforeAll(async () => {
  board = await startRealBoard()
  const staff = await setUpOffice(board.openDesk)
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '赵新',
    roles: ['HANDLER'],
    password: GIVEN_PASSWORD,
  })
  person = added.body
})

test.afterAll(() => board.stop())

async function opensWith(password: string): Promise<number> {
  const desk = await board.openDesk()
  return (await desk.post<DeskStatus>('/api/desk/session', { accountId: person.id, password })).status
}

test('a new person sets the own password before anything else, and changes it later in the person menu', async ({
  page,
}) => {
  const keep = pictureBook('own-password')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(board.deskUrl)
  await typePassword(page, '赵新', '登录', GIVEN_PASSWORD)
  await expect(page.getByRole('heading', { name: '设置自己的密码' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expectAccessible(page, 'own-password')
  await keep(page, 'asked')

  const next = page.getByLabel('新密码', { exact: true })
  const again = page.getByLabel('再输入一次密码')
  await page.getByLabel('管理员给的密码').fill(GIVEN_PASSWORD)
  await next.fill(GIVEN_PASSWORD)
  await again.fill(GIVEN_PASSWORD)
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(page.getByText('新密码和原来的一样，请换一个。')).toBeVisible()
  await keep(page, 'refused')
  await next.fill(PASSWORD)
  await again.fill(PASSWORD)
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(personKey(page)).toContainText('赵新')
  expect([await opensWith(GIVEN_PASSWORD), await opensWith(PASSWORD)]).toEqual([403, 200])

  await personKey(page).click()
  await page.getByRole('menuitem', { name: '修改密码' }).click()
  const dialog = page.getByRole('dialog', { name: '修改密码' })
  await dialog.getByLabel('原密码').fill('not-mine')
  await dialog.getByLabel('新密码', { exact: true }).fill('another-2026')
  await dialog.getByLabel('再输入一次密码').fill('another-2026')
  await dialog.getByRole('button', { name: '修改密码' }).click()
  await expect(dialog.getByText('密码不对，请重新输入。')).toBeVisible()
  await keep(page, 'changing')
  await dialog.getByLabel('原密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '修改密码' }).click()
  await expect(dialog).toBeHidden()
  await expect(personKey(page)).toContainText('赵新')
  expect([await opensWith(PASSWORD), await opensWith('another-2026')]).toEqual([403, 200])
})

test('whoever does not want to set one now can leave', async ({ page }) => {
  const fresh = await board.openDesk()
  const status = await fresh.get<DeskStatus>('/api/desk/status')
  const administrator = status.body.people.find((one) => one.roles.includes('ADMINISTRATOR'))
  await fresh.post('/api/desk/session', { accountId: administrator?.id, password: PASSWORD })
  await fresh.json('PATCH', `/api/desk/accounts/${person.id}`, { password: GIVEN_PASSWORD })
  await page.goto(board.deskUrl)
  await typePassword(page, '赵新', '登录', GIVEN_PASSWORD)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('button', { name: /^赵新/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '设置自己的密码' })).toBeHidden()
})
