import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { GIVEN_PASSWORD, PASSWORD } from './test-board.ts'

/** Chooses a person on the sign-in screen or in the dialog of the quick switch, and types the password. */
export async function typePassword(
  place: Page | Locator,
  name: string,
  action: '登录' | '换人',
  password = PASSWORD,
): Promise<void> {
  await place.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await place.getByLabel('密码', { exact: true }).fill(password)
  await place.getByRole('button', { name: action, exact: true }).click()
}

/** The key at the top right that names who sits here. */
export function personKey(page: Page): Locator {
  return page.getByRole('banner').locator('button[aria-haspopup="menu"]')
}

/** Opens the desk with its key and signs a person in. */
export async function signIn(page: Page, deskUrl: string, name: string): Promise<void> {
  await page.goto(deskUrl)
  await typePassword(page, name, '登录')
  await expect(personKey(page)).toContainText(name)
}

/** Hands the desk to another person, who stays on the same screen. */
export async function switchPerson(page: Page, name: string): Promise<void> {
  await personKey(page).click()
  await page.getByRole('menuitem', { name: '换人操作' }).click()
  const dialog = page.getByRole('dialog', { name: '换人操作' })
  await typePassword(dialog, name, '换人')
  await expect(dialog).toBeHidden()
  await expect(personKey(page)).toContainText(name)
}

/** Hands the desk to a person who was just added: the password the administrator gave opens it for setting the own one. */
export async function switchToNewPerson(page: Page, name: string): Promise<void> {
  await personKey(page).click()
  await page.getByRole('menuitem', { name: '换人操作' }).click()
  await typePassword(page.getByRole('dialog', { name: '换人操作' }), name, '换人', GIVEN_PASSWORD)
  await expect(page.getByRole('heading', { name: '设置自己的密码' })).toBeVisible()
  await page.getByLabel('管理员给的密码').fill(GIVEN_PASSWORD)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(personKey(page)).toContainText(name)
}

/** Opens an area of the desk from the main menu. */
export async function openArea(page: Page, name: string): Promise<void> {
  // 信息 is not 信息屏: behind the whole name stands a count at most.
  const whole = new RegExp(`^${name}\\s*(\\d|$)`, 'u')
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: whole }).click()
}

/** The text being written. */
export function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: '正文', exact: true })
}

/** Waits until the line beside the state says that everything is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'SAVED')
}

/** Pastes HTML where the cursor is, the way the browser hands over a clipboard. */
export async function pasteHtml(editor: Locator, html: string, text: string): Promise<void> {
  await editor.evaluate(
    (element, [rich, plain]) => {
      const data = new DataTransfer()
      data.setData('text/html', rich)
      data.setData('text/plain', plain)
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [html, text] as const,
  )
}

// Where pictures of the journeys go; without it none are taken, since four hundred cost minutes.
const PICTURES = process.env['BOARD_PICTURES']
if (PICTURES) mkdirSync(PICTURES, { recursive: true })

/** Keeps pictures of a journey, numbered in the order of its steps, where `BOARD_PICTURES` names a folder. */
export function pictureBook(journey: string): (page: Page, step: string) => Promise<void> {
  let number = 0
  return async (page, step) => {
    number += 1
    const name = `${journey}-${String(number).padStart(2, '0')}-${step}.png`
    if (PICTURES) await page.screenshot({ path: join(PICTURES, name) })
  }
}
