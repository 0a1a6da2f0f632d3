import { expect, test } from '@playwright/test'
import { isPageNumber, linesOf, type PdfLine, readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { noticePage } from '../support/notice-page.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

// Signs of punctuation on paper as clreq asks: pressed together first, then the prohibitions at both ends of a line.

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})
test.afterAll(() => board.stop())

async function linesOfText(texts: readonly string[]): Promise<readonly PdfLine[]> {
  const content = texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const)
  const page = noticePage({ title: '标点', signature: '终', body: { type: 'doc', content } })
  const { pages } = await readPdf((await printPage(board, page)).bytes)
  return pages
    .flatMap((one) => linesOf(one))
    .filter((line) => !isPageNumber(line) && Math.abs(line.size - 16) < 0.5)
}

const CLOSING = /^[，。、；：！？）》」』】〕”’]/u
const OPENING = /[（《「『【〔“‘]$/u

// Each paragraph begins one character later, so that every sign once stands at the end of a line.
const SIGNS = '国务院（办公厅）印发《条例》，要求“主动公开”；各村、各单位：按期办理！是否公开？一律说明。'
const SHIFTED = Array.from({ length: 28 }, (_, at) => '国'.repeat(at) + SIGNS.repeat(3))

test('no line begins with a closing sign and none ends with an opening one', async () => {
  const lines = (await linesOfText(SHIFTED)).map(({ text }) => text.trim())
  expect(lines.length).toBeGreaterThan(28 * 4)
  expect(lines.filter((text) => CLOSING.test(text))).toEqual([])
  expect(lines.filter((text) => OPENING.test(text))).toEqual([])
})

test('full lines end at the edge of the type area whatever signs stand in them', async () => {
  const lines = await linesOfText(SHIFTED)
  // The last line of each paragraph is as long as it is.
  const full = lines.filter(({ text }, at) => !text.endsWith('说明。') && lines[at + 1] !== undefined)
  const edges = full.filter(({ text }) => [...text].length > 24).map(({ right }) => right)
  expect(Math.min(...edges)).toBeGreaterThan(181)
  expect(Math.max(...edges)).toBeLessThan(185)
})

test('two signs in a row are pressed together, so that a line holds more than 28 of them', async () => {
  const [, second] = await linesOfText(['“（国）”、'.repeat(40)])
  expect([...(second?.text ?? '')].length).toBeGreaterThan(30)
  const [, plain] = await linesOfText(['国'.repeat(200)])
  expect([...(plain?.text ?? '')].length).toBe(28)
})

test('dashes and dots of omission are not torn apart', async () => {
  const lines = await linesOfText(
    Array.from({ length: 28 }, (_, at) => `${'国'.repeat(at)}国务院——国务院……`.repeat(2)),
  )
  expect(lines.filter(({ text }) => /^—(?!—)|^…(?!…)|(?<!—)—$|(?<!…)…$/u.test(text.trim()))).toEqual([])
})
