import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import type { Block } from '../../domain/notice/body.ts'
import type { LanguageText, NoticeLanguage } from '../../domain/notice/language.ts'
import type { ScriptOrder } from '../../domain/language/script-order.ts'
import { joinLanguages } from '../../server/display/print/join-languages.ts'
import { pairLanguages, pairPages } from '../../server/display/print/pair-languages.ts'
import { typeReport } from '../../server/display/print/type-report.ts'
import { millimetres, readPdf } from '../support/pdf-geometry.ts'
import { textIn } from '../support/language-text.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { countLetters, readLetters } from '../support/read-letters.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { type NoticePage, noticePage } from '../support/notice-page.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

const MONGOLIAN = /[\u1820-\u18aa]/u
const ARABIC = /\p{Script=Arabic}/u
const HAN = /\p{Script=Han}/u
const TITLE = '关于2026年11月25日河西村停电检修的通知'
const CHINESE = ['因线路检修，11月25日8时至17时河西村停电。', '请各户提前做好准备。']

let board: RealBoard

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})

test.afterAll(async () => {
  await board.stop()
})

function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env['BOARD_KEEP']
  if (folder !== undefined) writeFileSync(`${folder}/${name}`, bytes)
}

function wordsOf(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading')
    return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
  return ''
}

// As long as a short notice is.
const opening = (words: string) => words.split(' ').slice(0, 20).join(' ')
const written = (text: LanguageText) => [text.title, ...text.body.content.map(wordsOf)].join('\n')

function notice(text: LanguageText, order?: ScriptOrder): NoticePage {
  const orders = order ? { [text.language]: order } : {}
  return noticePage({ title: TITLE, body: paragraphs(...CHINESE), texts: [text] }, { orders })
}

async function printed(page: NoticePage, language: NoticeLanguage | null): Promise<Uint8Array> {
  return (await printPage(board, { ...page, language })).bytes
}

async function pair(text: LanguageText, order: ScriptOrder) {
  const pages = pairPages(notice(text, order), text.language)
  const chinese = await printPage(board, pages.chinese)
  const other = await printPage(board, pages.other)
  const laid = await pairLanguages({ chinese: chinese.bytes, other: other.bytes, title: TITLE }, pages.sheet)
  return { laid, chinese, other }
}

/** Left edge of the first piece of text that matches, in mm; reading goes by the drawing, not by the order in the file. */
async function edgeOf(bytes: Uint8Array, letters: RegExp): Promise<{ x: number; y: number }> {
  const items = (await readPdf(bytes)).pages[0]?.items.filter(({ text }) => letters.test(text)) ?? []
  return { x: Math.min(...items.map(({ x }) => x)), y: Math.min(...items.map(({ y }) => y)) }
}

test('a long Mongolian text in columns reaches paper whole, letter for letter', async () => {
  const text = textIn('mn-Mong', 24)
  const sheet = await printPage(board, { ...notice(text), language: 'mn-Mong' })
  keep('long.pdf', sheet.bytes)
  const source = written(text)
  const letters = countLetters(source, MONGOLIAN)
  expect(Object.values(letters).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(6000)
  const pages = await readLetters(sheet.bytes)
  expect(pages).toHaveLength(sheet.pages)
  expect(countLetters(pages.join(''), MONGOLIAN)).toEqual(letters)
  // Each paragraph has a number of its own.
  for (const number of source.match(/\b1\d{3}\b/gu) ?? []) expect(pages.join('')).toContain(number)
  expect(typeReport([sheet.glyphs], []).roles).toContainEqual({
    role: 'SCRIPT',
    face: 'Noto Sans Mongolian',
    standsIn: false,
  })
})

for (const [language, letters] of [
  ['mn-Mong', MONGOLIAN],
  ['ug', ARABIC],
] as const) {
  test(`both texts joined into one file keep every page and every letter: ${language}`, async () => {
    const text = textIn(language, 6)
    const page = notice(text)
    const [chinese, other] = [await printed(page, null), await printed(page, language)]
    const [first, second] = [await readLetters(chinese), await readLetters(other)]
    const joined = await joinLanguages({ chinese, other, title: TITLE }, { lead: 'MINORITY_FIRST' })
    keep(`joined-${language}.pdf`, joined)
    expect(await readLetters(joined)).toEqual([...second, ...first])
    const chineseFirst = await joinLanguages({ chinese, other, title: TITLE }, { lead: 'HAN_FIRST' })
    expect(await readLetters(chineseFirst)).toEqual([...first, ...second])
    const read = second.join('')
    // The title stands on both sheets; here only that of its own is counted.
    expect(countLetters(read, letters)).toEqual(countLetters(written(text), letters))
  })
}

test('a joined file says of itself its title and nothing else', async () => {
  const page = notice(textIn('mn-Mong', 1))
  const [chinese, other] = [await printed(page, null), await printed(page, 'mn-Mong')]
  const joined = await joinLanguages({ chinese, other, title: TITLE }, { lead: 'HAN_FIRST' })
  const read = await PDFDocument.load(joined, { updateMetadata: false })
  expect([read.getTitle(), read.getProducer(), read.getCreator(), read.getAuthor()]).toEqual([
    TITLE,
    undefined,
    undefined,
    undefined,
  ])
  expect(read.getCreationDate()).toBeUndefined()
})

test('a short notice stands in both scripts on one sheet, the leading one to the left, nothing lost', async () => {
  const text = textIn('mn-Mong', 1)
  for (const lead of ['HAN_FIRST', 'MINORITY_FIRST'] as const) {
    const { laid, chinese, other } = await pair(text, { lead, layout: 'SIDE_BY_SIDE', sizeRatio: 100 })
    if (!laid.ok) throw new Error(laid.code)
    keep(`pair-${lead}.pdf`, laid.value)
    const [page, ...more] = (await PDFDocument.load(laid.value)).getPages()
    expect(more).toEqual([])
    expect(
      [page?.getWidth(), page?.getHeight()].map((length) => Math.round(millimetres(length ?? 0))),
    ).toEqual([297, 210])
    const read = (await readLetters(laid.value)).join('')
    expect(countLetters(read, MONGOLIAN)).toEqual(countLetters(written(text), MONGOLIAN))
    const apart = [...(await readLetters(chinese.bytes)), ...(await readLetters(other.bytes))].join('')
    expect(countLetters(read, HAN)).toEqual(countLetters(apart, HAN))
    const han = await edgeOf(laid.value, /因线路检修/u)
    const columns = await edgeOf(laid.value, /1001/u)
    expect(han.x < columns.x).toBe(lead === 'HAN_FIRST')
    expect(han.x > 148.5).toBe(lead === 'MINORITY_FIRST')
  }
})

test('one above the other, the other script takes as much of the sheet as its size says', async () => {
  const order = { lead: 'MINORITY_FIRST', layout: 'STACKED', sizeRatio: 80 } as const
  const text = textIn('ug', 0, {
    body: paragraphs(...textIn('ug', 1).body.content.map(wordsOf).map(opening)),
  })
  const { laid, chinese, other } = await pair(text, order)
  keep('half-chinese.pdf', chinese.bytes)
  keep('half-other.pdf', other.bytes)
  expect([chinese.pages, other.pages]).toEqual([1, 1])
  if (!laid.ok) throw new Error(laid.code)
  keep('pair-stacked.pdf', laid.value)
  const [page] = (await PDFDocument.load(laid.value)).getPages()
  expect([page?.getWidth(), page?.getHeight()].map((length) => Math.round(millimetres(length ?? 0)))).toEqual(
    [210, 297],
  )
  // 80 of 180 parts of 297 mm.
  expect((await edgeOf(laid.value, /因线路检修/u)).y).toBeGreaterThan(132)
})

test('a text that does not fit its part of the sheet is refused, not cut', async () => {
  const { laid } = await pair(textIn('mn-Mong', 8), {
    lead: 'HAN_FIRST',
    layout: 'SIDE_BY_SIDE',
    sizeRatio: 100,
  })
  expect(laid).toMatchObject({ ok: false, code: 'print.pair-too-long' })
})
