import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import type { LanguageText } from '../../domain/notice/language.ts'
import { readPdfPages } from '../../server/display/read-pdf-pages.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { expectSaved, pictureBook, signIn } from '../support/journey-desk.ts'
import { addLanguageReviewer, publishWithText } from '../support/language-flow.ts'
import { textIn } from '../support/language-text.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

const TEXTS = {
  'mn-Mong': textIn('mn-Mong', 14),
  ug: textIn('ug', 10, { machine: true, translator: '' }),
  bo: textIn('bo', 10),
} as const satisfies Record<string, LanguageText>
type Shown = keyof typeof TEXTS

let board: RealBoard
let staff: Staff
let draftId: string
const notices = new Map<Shown, NoticeDetail>()
const errors: string[] = []
const picture = pictureBook('languages')

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  const reviewer = await addLanguageReviewer(staff, board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  for (const [language, text] of Object.entries(TEXTS) as [Shown, LanguageText][]) {
    const title = `关于停电检修的公告（${language}）`
    notices.set(language, await publishWithText(staff, reviewer, { title, catalogueItemId, text }))
  }
  draftId = (
    await writeDraft(staff.handler, {
      title: '关于停电检修的公告',
      body: paragraphs('因线路检修，河西村停电。', '特此公告。'),
      catalogueItemId,
    })
  ).id
})

test.afterAll(async () => {
  await board.close()
  rmSync(board.dataFolder, { recursive: true, force: true })
})

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => errors.push(error.message))
})

function notice(language: Shown): NoticeDetail {
  const found = notices.get(language)
  if (!found) throw new Error(`no notice in ${language}`)
  return found
}

async function openOnKiosk(page: Page, language: Shown): Promise<void> {
  await page.goto(`${board.kioskUrl}#/notice/${encodeURIComponent(notice(language).indexNumber ?? '')}`)
  await page.getByRole('navigation', { name: '选择文字' }).getByRole('button').nth(1).click()
}

// In an empty paragraph the caret has no box of its own; it stands where the paragraph does.
const caret = async (page: Page) =>
  await page.evaluate(() => {
    const selection = getSelection()
    const own = selection?.getRangeAt(0).getBoundingClientRect()
    const node = selection?.anchorNode
    const box =
      own && own.height + own.width > 0 ? own : node instanceof Element ? node.getBoundingClientRect() : own
    return { x: Math.round(box?.x ?? 0), y: Math.round(box?.y ?? 0) }
  })

test('a handler writes a Mongolian text in columns beside the Chinese one, and it is saved with the draft', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${draftId}`)
  await page.getByRole('combobox', { name: '添加一种文字' }).click()
  await page.getByTitle('蒙古文', { exact: true }).click()
  const drawer = page.getByRole('dialog', { name: '蒙古文文本' })
  await drawer.getByRole('button', { name: '照中文搭好结构' }).click()
  await drawer.getByLabel('翻译人').fill('其其格')
  await drawer.getByLabel('蒙古文标题').fill(TEXTS['mn-Mong'].title)
  const text = drawer.getByRole('textbox', { name: '蒙古文正文' })
  await expect(text.locator('p')).toHaveCount(2)
  await text.locator('p').first().click()
  await page.keyboard.type('ᠮᠣᠩᠭᠣᠯ ᠵᠠᠷᠯᠠᠯ')
  expect(await text.evaluate((element) => getComputedStyle(element).writingMode)).toBe('vertical-lr')

  // Down goes along the column, right to the next one.
  await page.keyboard.press('ArrowUp')
  const above = await caret(page)
  await page.keyboard.press('ArrowDown')
  const below = await caret(page)
  expect(below.x).toBe(above.x)
  expect(below.y).toBeGreaterThan(above.y)
  await page.keyboard.press('ArrowRight')
  expect((await caret(page)).x).toBeGreaterThan(below.x)
  await page.keyboard.type('ᠰᠢᠨᠡ')
  await picture(page, 'editor-mn')
  await expectAccessible(page, 'the editor')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expectSaved(page)
  const saved = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${draftId}`)
  expect(saved.body.draft.content.texts).toEqual([
    {
      language: 'mn-Mong',
      title: TEXTS['mn-Mong'].title,
      body: paragraphs('ᠮᠣᠩᠭᠣᠯ ᠵᠠᠷᠯᠠᠯ', 'ᠰᠢᠨᠡ'),
      translator: '其其格',
      machine: false,
    },
  ])
  await expect(page.getByText('齐全')).toBeVisible()
  expect(errors).toEqual([])
})

for (const language of ['mn-Mong', 'ug', 'bo'] as const) {
  test(`the kiosk shows a text in ${language} with its own face, inside the glass`, async ({ page }) => {
    await page.setViewportSize({ width: 1080, height: 1920 })
    await openOnKiosk(page, language)
    const text = page.locator('.notice-text .script')
    await expect(text).toBeVisible()
    const family = { 'mn-Mong': 'Board Mongolian', ug: 'Board Naskh', bo: 'Board Tibetan' }[language]
    const letter = [...TEXTS[language].title][0] ?? ''
    await expect
      .poll(() =>
        page.evaluate(([face, sample]) => document.fonts.check(`16px '${face}'`, sample), [family, letter]),
      )
      .toBe(true)
    expect(await text.evaluate((element) => getComputedStyle(element).fontFamily)).toContain(family)
    const sizes = await text.evaluate((element) => {
      const style = getComputedStyle(element)
      const root = document.documentElement
      return {
        leading: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
        mode: style.writingMode,
        direction: style.direction,
        sticksOut: root.scrollWidth - root.clientWidth,
      }
    })
    expect(sizes.sticksOut).toBeLessThanOrEqual(0)
    expect(sizes.mode).toBe(language === 'mn-Mong' ? 'vertical-lr' : 'horizontal-tb')
    expect(sizes.direction).toBe(language === 'ug' ? 'rtl' : 'ltr')
    if (language === 'bo') expect(sizes.leading).toBeGreaterThanOrEqual(1.8)
    await expect(page.getByText('机器翻译，仅供参考')).toHaveCount(language === 'ug' ? 1 : 0)
    await picture(page, `kiosk-${language}`)
    await expectAccessible(page, `kiosk in ${language}`)
    expect(errors).toEqual([])
  })
}

test('columns move on by a key until the last one is read', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openOnKiosk(page, 'mn-Mong')
  const on = page.getByRole('button', { name: '往后 →' })
  const left = async () =>
    await page
      .locator('.columns')
      .evaluate((element) => element.scrollWidth - element.clientWidth - element.scrollLeft)
  await expect(on).toHaveAttribute('aria-disabled', 'false')
  for (let before = await left(); before > 1; before = await left()) {
    await on.click()
    await expect.poll(left).toBeLessThan(before)
  }
  await expect(on).toHaveAttribute('aria-disabled', 'true')
  const last = page.locator('.columns .body-paragraph').last()
  await expect(last).toBeInViewport()
})

async function pdfOf(language: Shown): Promise<{ pages: readonly string[]; text: string }> {
  const hash = notice(language).editions[0]?.hash ?? ''
  const answer = await staff.handler.raw('POST', `/api/desk/editions/${hash}/pdf?language=${language}`)
  expect(answer.status).toBe(200)
  const pages = await readPdfPages(new Uint8Array(await answer.arrayBuffer()))
  return { pages, text: pages.join('') }
}

test('on paper no letter of a Mongolian text is lost', async () => {
  const { pages, text } = await pdfOf('mn-Mong')
  const letters = (written: string) => written.match(/[\u1820-\u18aa]/gu)?.length ?? 0
  const source = TEXTS['mn-Mong'].title + JSON.stringify(TEXTS['mn-Mong'].body)
  expect(letters(text)).toBe(letters(source))
  expect(pages.length).toBeGreaterThan(2)
  // The last page has the number of the edition, so what stands before it was not cut off.
  expect(pages.at(-1)).toContain((notice('mn-Mong').editions[0]?.hash ?? '').slice(0, 16))
})

for (const language of ['ug', 'bo'] as const) {
  // What is joined or stacked cannot be read back letter by letter; the number of each paragraph can.
  test(`on paper every paragraph of a text in ${language} is there`, async () => {
    const { text } = await pdfOf(language)
    const numbers = Array.from({ length: 10 }, (_, at) => String(1001 + at))
    expect(numbers.filter((number) => !text.includes(number))).toEqual([])
  })
}

test('an edition has no sheet in a language it has no text in', async () => {
  const hash = notice('bo').editions[0]?.hash ?? ''
  const answer = await staff.handler.raw('POST', `/api/desk/editions/${hash}/pdf?language=ko`)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    404,
    'notice.text-not-there',
  ])
})

test('a sheet from the right keeps the code as it is', async ({ page }) => {
  const hash = notice('ug').editions[0]?.hash ?? ''
  await page.goto(`${board.publicOrigin}/sheet/?edition=${hash}&language=ug`)
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
  expect(await page.locator('.area').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('.version').evaluate((element) => getComputedStyle(element).direction)).toBe(
    'ltr',
  )
  await picture(page, 'sheet-ug')
  await page.goto(
    `${board.publicOrigin}/sheet/?edition=${notice('mn-Mong').editions[0]?.hash ?? ''}&language=mn-Mong`,
  )
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
  await picture(page, 'sheet-mn')
  expect(errors).toEqual([])
})
