import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { stockBoard } from '../support/journey-board.ts'
import { pictureBook } from '../support/journey-desk.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'

let board: RealBoard

test.describe.configure({ mode: 'serial' })
test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  await stockBoard(board)
})

test.afterAll(async () => {
  await board.close()
  rmSync(board.dataFolder, { recursive: true, force: true })
})

const pressed = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.locator(`[data-skbtn="${key}"]`).tap()
}

// Every visit begins on the first page, whatever address a glass is opened with.
const openPad = async (page: Page): Promise<void> => {
  await page.goto(`${board.kioskUrl}?glass=1`)
  await page.getByLabel('查找公开信息', { exact: true }).tap()
}

test('by touch alone: field, first letters, notice; the way back keeps the letters, the end of the visit does not', async ({
  page,
}) => {
  const keep = pictureBook('kiosk-pad')
  await page.goto(`${board.kioskUrl}?glass=1`)
  const field = page.getByLabel('查找公开信息', { exact: true })
  await field.tap()
  await expect(page.getByRole('group', { name: '拼音键盘' })).toBeVisible()
  await keep(page, 'empty')

  await pressed(page, 'd', 'b', 'j')
  const row = page.getByRole('link', { name: /低保金/u })
  await expect(row.locator('mark').first()).toHaveText('低保金')
  await keep(page, 'found')
  await row.tap()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('低保金')

  await page.getByRole('button', { name: '返回' }).tap()
  await expect(field).toHaveValue('DBJ')
  await expect(row).toBeVisible()

  await page.getByRole('button', { name: '结束使用' }).tap()
  await field.tap()
  await expect(field).toHaveValue('')
})

test('characters by pinyin: the word on the board comes first, and one touch searches for it', async ({
  page,
}) => {
  await openPad(page)
  await pressed(page, '{han}', ...'qingyun')
  const words = page.getByRole('list', { name: '候选字词' })
  await expect(words.getByRole('button').first()).toHaveText('清运')
  await words.getByRole('button').first().tap()
  await expect(page.getByRole('link', { name: /垃圾清运时间表/u })).toBeVisible()
  await pictureBook('kiosk-pad')(page, 'characters')
})

test('the key that takes the keys away presses nothing under it, and no notice opens by itself', async ({
  page,
}) => {
  await openPad(page)
  await page.getByRole('button', { name: '低位' }).tap()
  await pressed(page, 'g', 's', '{results}')
  await expect(page.getByRole('button', { name: '继续输入' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/pad')
})

test('every key is large enough for a thumb, larger still for elders, and nothing bars the way', async ({
  page,
}) => {
  await openPad(page)
  await pressed(page, 'g', 's')
  await expect(page.locator('.pad-rows a').first()).toBeVisible()
  await expectAccessible(page, 'the pad with results', { strictContrast: true })
  for (const [elder, least] of [
    ['OFF', 44],
    ['ON', 60],
  ] as const) {
    await page.evaluate((value) => {
      document.documentElement.dataset['elder'] = value
    }, elder)
    for (const one of await page.locator('.pad button').all()) {
      const box = await one.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(least)
      expect(box?.width).toBeGreaterThanOrEqual(least)
    }
  }
})
