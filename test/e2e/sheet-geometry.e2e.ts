import { expect, test, type Page } from '@playwright/test'
import type { Body } from '../../domain/notice/body.ts'
import { colourAt, inkBox, inkRuns, inkSheets, type InkRoom, type InkSheet } from '../support/pdf-ink.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { noticePage, type NoticePage } from '../support/notice-page.ts'
import { setUpOffice } from '../support/test-board.ts'

// GB/T 9704-2012 measured in ink, as the field's own checkers do it: what counts is what lies on the paper, whatever
// the style sheet says. Every figure within a millimetre, or half of one for rules.

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})
test.afterAll(() => board.stop())

// A character with strokes on all four sides, and no two of them touch.
const FULL = '国'

const PAGES: Body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: FULL.repeat(22 * 28 * 3) }] }],
}

const SHEETS = {
  RED_HEAD: () =>
    noticePage(
      { title: '关于停电检修的通知', documentNumber: '云政发〔2026〕5号', body: PAGES },
      { form: 'RED_HEAD' },
    ),
  PLAIN: () => noticePage({ title: '关于停电检修的通知', body: PAGES }, { form: 'PLAIN' }),
}

async function printed(page: Page, sheet: NoticePage, css = ''): Promise<readonly InkSheet[]> {
  const secret = board.deps.tickets.issue({ page: sheet, file: () => Promise.resolve(null) })
  await page.goto(`${board.publicOrigin}/sheet/?ticket=${secret}`)
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
  await page.evaluate((text) => {
    const moved = new CSSStyleSheet()
    moved.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, moved]
  }, css)
  return inkSheets(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })))
}

const WHOLE: InkRoom = { left: 0, top: 0, right: 210, bottom: 297 }
const TEXT: InkRoom = { ...WHOLE, bottom: 264.5 }
const FOOT: InkRoom = { ...WHOLE, top: 264.5 }
/** One character in: 四号. */
const CHARACTER = 14 * (25.4 / 72)

/** What of a page is not where it should be: its name and what was measured. */
type Deviation = string

function off(name: string, measured: number | undefined, wanted: number, tolerance: number): Deviation[] {
  if (measured !== undefined && Math.abs(measured - wanted) <= tolerance) return []
  return [`${name}: ${measured === undefined ? 'none' : measured.toFixed(1)} for ${String(wanted)}`]
}

/** A page full of text: its type area, its lines and its characters. */
function typeArea(sheet: InkSheet): Deviation[] {
  const box = inkBox(sheet, 'BLACK', TEXT)
  const lines = inkRuns(sheet, 'BLACK', TEXT, 'DOWN')
  const [first] = lines
  const line = first && { ...WHOLE, top: first.from, bottom: first.to }
  return [
    ...off('top', box?.top, 37, 1),
    ...off('left', box?.left, 28, 1),
    ...off('right', box?.right, 184, 1),
    ...off('bottom', box?.bottom, 262, 1),
    ...off('lines', lines.length, 22, 0),
    ...off('characters', line && inkRuns(sheet, 'BLACK', line, 'ACROSS').length, 28, 0),
  ]
}

/** The number of a page: 7 mm under the type area, one character in, right on odd pages and left on even ones. */
function pageNumber(sheet: InkSheet, number: number): Deviation[] {
  const box = inkBox(sheet, 'BLACK', FOOT)
  // The first stroke is a dash: the ink of its own columns alone.
  const dash = box && inkBox(sheet, 'BLACK', { ...FOOT, left: box.left, right: box.left + 2 })
  return [
    ...off('dash', dash === null ? undefined : (dash.top + dash.bottom) / 2, 262 + 7, 1),
    ...(number % 2 === 1
      ? off('number right', box?.right, 184 - CHARACTER, 1)
      : off('number left', box?.left, 28 + CHARACTER, 1)),
  ]
}

const HEAD_RED = [215, 0, 15] as const

/** The red head: 35 mm under the type area's edge, its rule 4 mm under the number, as wide as the type area. */
function redHead(sheet: InkSheet): Deviation[] {
  const head = inkBox(sheet, 'RED', WHOLE)
  // Only the rule has ink over more than half of the paper.
  const [rule, ...more] = inkRuns(sheet, 'RED', WHOLE, 'DOWN', sheet.width / 2)
  if (rule === undefined) return ['no red rule']
  const across = inkBox(sheet, 'RED', { ...WHOLE, top: rule.from, bottom: rule.to })
  const number = inkBox(sheet, 'BLACK', { ...WHOLE, bottom: rule.from })
  const colour = colourAt(sheet, 105, (rule.from + rule.to) / 2)
  return [
    ...(more.length > 0 ? ['more than one rule'] : []),
    ...off('head', head?.top, 37 + 35, 1),
    ...off('rule under number', number === null ? undefined : rule.from - number.bottom, 4, 1),
    ...off('rule left', across?.left, 28, 0.5),
    ...off('rule width', across === null ? undefined : across.right - across.left, 156, 0.5),
    ...off('rule thickness', rule.to - rule.from, 0.7, 0.3),
    ...HEAD_RED.flatMap((wanted, part) => off('rule colour', colour[part], wanted, 12)),
  ]
}

for (const form of ['RED_HEAD', 'PLAIN'] as const) {
  test(`${form}: 22 lines of 28 characters fill a type area of 156 × 225 mm, 28 and 37 mm from the edges`, async ({
    page,
  }) => {
    const sheets = await printed(page, SHEETS[form]())
    expect(sheets.length).toBeGreaterThan(3)
    expect(typeArea(sheets[1] as InkSheet)).toEqual([])
    expect(typeArea(sheets[2] as InkSheet)).toEqual([])
  })

  test(`${form}: the number of the page stands 7 mm under the text, outside`, async ({ page }) => {
    const sheets = await printed(page, SHEETS[form]())
    for (const [at, sheet] of sheets.slice(0, 4).entries())
      expect(pageNumber(sheet, at + 1), `page ${String(at + 1)}`).toEqual([])
  })
}

test('RED_HEAD: the office in red 35 mm under the edge of the type area, over number and rule', async ({
  page,
}) => {
  const [first] = await printed(page, SHEETS.RED_HEAD())
  expect(redHead(first as InkSheet)).toEqual([])
})

test('a name too long for its size is set smaller and begins at the same height', async ({ page }) => {
  const sheet = SHEETS.RED_HEAD()
  const content = { ...sheet.data.content, signature: '示例县云溪镇人民政府办公室应急管理工作领导小组' }
  const [first] = await printed(page, { ...sheet, data: { ...sheet.data, content } })
  expect(redHead(first as InkSheet)).toEqual([])
})

test('PLAIN: without a red head the first line begins with the title, and no red is on the paper', async ({
  page,
}) => {
  const [first] = await printed(page, SHEETS.PLAIN())
  expect(inkBox(first as InkSheet, 'RED', WHOLE)).toBeNull()
})

// The ruler itself: whatever is moved by three millimetres is found, and by its name.
for (const [what, css, found] of [
  ['the head', '.head-office { padding-top: calc(38mm + var(--half)) }', ['head']],
  ['the rule', '.head-rule { margin-top: calc(7mm - var(--half)) }', ['rule under number']],
  ['the end of the rule', '.head-rule { margin-right: 3mm }', ['rule width']],
  ['the beginning of the rule', '.head-rule { margin-left: 3mm }', ['rule left', 'rule width']],
  ['the thickness of the rule', '.head-rule { height: 3.7mm }', ['rule thickness']],
  ['its red', '.head-rule { background: #d7500f }', ['rule colour']],
] as const) {
  test(`the ruler finds ${what} moved by 3 mm`, async ({ page }) => {
    const [first] = await printed(page, SHEETS.RED_HEAD(), css)
    expect(redHead(first as InkSheet).map((line) => line.split(':')[0])).toEqual(found)
  })
}

for (const [what, css, found] of [
  ['the text downwards', '.area { position: relative; top: 3mm }', ['top', 'bottom']],
  ['the text to the right', '.area { padding-left: 3mm }', ['left']],
  ['the text too narrow', '.area { padding-right: 3mm }', ['right']],
  ['the lines apart', ':root { --pitch: 10.9mm }', ['lines']],
  ['the characters apart', ':root { --char: 5.78mm }', ['characters']],
] as const) {
  test(`the ruler finds ${what}`, async ({ page }) => {
    const sheets = await printed(page, SHEETS.PLAIN(), css)
    const names = typeArea(sheets[1] as InkSheet).map((line) => line.split(':')[0])
    expect(names).toEqual(expect.arrayContaining([...found]))
  })
}

for (const [what, css, found] of [
  ['lower', '@page { @bottom-right { padding-top: 5.1mm } }', 'dash'],
  ['further in', '@page { @bottom-right { padding-right: calc(14pt + 3mm) } }', 'number right'],
] as const) {
  test(`the ruler finds the number of the page 3 mm ${what}`, async ({ page }) => {
    const [first] = await printed(page, SHEETS.PLAIN(), css)
    expect(pageNumber(first as InkSheet, 1).map((line) => line.split(':')[0])).toEqual([found])
  })
}
