import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Block, TableCell } from '../../domain/notice/body.ts'
import type { SheetForm } from '../../domain/sheet/template.ts'
import { readable } from '../../server/display/readable-text.ts'
import { linesOf, type PdfPage, readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { noticePage } from '../support/notice-page.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

// A table wider than its paper is turned, split or refused with its place named; it never shrinks the page and nothing is cut.

let board: RealBoard
const folder = mkdtempSync(join(tmpdir(), 'sheet-tables-'))

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})
test.afterAll(async () => {
  await board.stop()
  rmSync(folder, { recursive: true })
})

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function cell(text: string, header = false, colspan = 1): TableCell {
  return {
    type: header ? 'tableHeader' : 'tableCell',
    ...(colspan > 1 ? { attrs: { colspan } } : {}),
    content: [line(text)],
  }
}

/** What stands in a row's column; different in every cell. */
const amount = (row: number, column: number) => `${String(10 + row)}${String(10 + column)}00.00`

function table(columns: number, rows: number, above: readonly TableCell[] | null = null): Block {
  const heads = [
    '序号',
    '户主姓名',
    ...Array.from({ length: columns - 2 }, (_, at) => `项目${String(at + 1)}`),
  ]
  return {
    type: 'table',
    content: [
      ...(above ? [{ type: 'tableRow', content: above } as const] : []),
      { type: 'tableRow', content: heads.map((text) => cell(text, true)) },
      ...Array.from({ length: rows }, (_, row) => ({
        type: 'tableRow' as const,
        content: [
          cell(String(row + 1)),
          cell('欧阳**'),
          ...Array.from({ length: columns - 2 }, (__, column) => cell(amount(row, column))),
        ],
      })),
    ],
  }
}

function sheetOf(form: SheetForm, ...content: Block[]) {
  return noticePage({ title: '补贴发放明细', body: { type: 'doc', content } }, { form })
}

async function paperOf(form: SheetForm, ...content: Block[]) {
  const { bytes } = await printPage(board, sheetOf(form, ...content))
  return readPdf(bytes)
}

const isLying = (page: PdfPage) => page.width > page.height
const textOf = (page: PdfPage) =>
  readable(
    linesOf(page)
      .map((one) => one.text)
      .join(''),
  )
const BEFORE = '现将发放明细公布如下。'
const AFTER = '以上明细如有疑问请来电。'

test('a table too wide upright stands on a page that lies across, and all around it stays as it was', async () => {
  const { pages, text } = await paperOf('PLAIN', line(BEFORE), table(14, 12), line(AFTER))
  const [first, second, third] = pages
  expect([first, second, third].map((page) => page && isLying(page))).toEqual([false, true, false])
  expect(second && textOf(second)).toContain('项目12')
  expect(first && textOf(first)).toContain(BEFORE)
  expect(third && textOf(third)).toContain(readable(AFTER))
  for (let row = 0; row < 12; row += 1)
    for (let column = 0; column < 12; column += 1) expect(text).toContain(amount(row, column))
  // The browser would have made every letter smaller for one wide table.
  const sizes = first ? linesOf(first).map((one) => one.size) : []
  expect(Math.max(...sizes)).toBeCloseTo(22, 1)
  expect(sizes.some((size) => Math.abs(size - 16) < 0.1)).toBe(true)
})

test('columns are split into parts that repeat number and name and say which part they are', async () => {
  const { pages, text } = await paperOf('NAME_LIST', line(BEFORE), table(40, 10))
  expect(pages.every(isLying)).toBe(true)
  const parts = [...text.matchAll(/第(\d+)部分[,，]共(\d+)部分/gu)].map(([, part, of]) => `${part}/${of}`)
  const count = Number(parts[0]?.split('/')[1])
  expect(count).toBeGreaterThan(1)
  expect(new Set(parts).size).toBe(count)
  expect(text.split('续表').length - 1).toBeGreaterThanOrEqual(count - 1)
  // Every name once a part, every amount once in all.
  expect(text.split('欧阳**').length - 1).toBe(10 * count)
  for (let row = 0; row < 10; row += 1)
    for (let column = 0; column < 38; column += 1)
      expect(text.split(amount(row, column)).length - 1, `${String(row)}, ${String(column)}`).toBe(1)
})

async function refusalOf(page: ReturnType<typeof sheetOf>) {
  const secret = board.deps.tickets.issue({ page, file: () => Promise.resolve(null) })
  return board.deps.printer.print(`${board.publicOrigin}/sheet/?ticket=${secret}`)
}

test('accounts are never cut in two: one too wide is refused with its number and first words', async () => {
  const refused = await refusalOf(sheetOf('FINANCE_TABLE', table(3, 2), line(BEFORE), table(40, 3)))
  expect(refused).toMatchObject({
    ok: false,
    code: 'print.table-too-wide',
    params: { number: '2', words: '序号 户主姓名 项目1 …' },
  })
})

test('a heading over more columns than any paper holds cannot be split, and is refused', async () => {
  const above = [cell('序号', true), cell('户主姓名', true), cell('全部项目', true, 38)]
  const refused = await refusalOf(sheetOf('NAME_LIST', table(40, 3, above)))
  expect(refused).toMatchObject({ ok: false, code: 'print.table-too-wide', params: { number: '1' } })
})

test('a row higher than its page goes on over the next ones and loses nothing', async () => {
  const long = Array.from({ length: 400 }, (_, at) => `第${String(at + 1000)}项工作内容已经完成。`).join('')
  const row = { type: 'tableRow', content: [cell('1'), cell(long)] } as const
  const { pages, text } = await paperOf('PLAIN', { type: 'table', content: [row] }, line(AFTER))
  expect(pages.length).toBeGreaterThan(2)
  for (let at = 0; at < 400; at += 1) expect(text).toContain(`第${String(at + 1000)}项工作内容已经完成。`)
})

test('a word without an end is broken, in the text and in a table', async () => {
  const word = 'https://example.cn/' + 'abcdefghij'.repeat(30)
  const row = { type: 'tableRow', content: [cell('网址'), cell(word)] } as const
  const { text, pages } = await paperOf('PLAIN', line(word), { type: 'table', content: [row] })
  // The other cell of the row may stand between its lines.
  expect(text.replaceAll('网址', '').split(word).length - 1).toBe(2)
  expect(Math.max(...pages.flatMap((page) => linesOf(page).map((one) => one.right)))).toBeLessThan(185)
})

test('a picture wider than the paper is set as wide as the text', async () => {
  const file = join(folder, 'wide.png')
  await sharp({ create: { width: 4000, height: 600, channels: 3, background: '#336699' } })
    .png()
    .toFile(file)
  const page = noticePage({
    title: '示意图',
    body: {
      type: 'doc',
      content: [line(BEFORE), { type: 'image', attrs: { attachmentId: 'id-1', alt: '图' } }],
    },
    attachments: [
      { id: 'id-1', name: '图.png', mediaType: 'image/png', size: 1, sha256: 'ab', role: 'INLINE_IMAGE' },
    ],
  })
  const secret = board.deps.tickets.issue({
    page,
    file: () => Promise.resolve({ path: file, mediaType: 'image/png' }),
  })
  const printed = await board.deps.printer.print(`${board.publicOrigin}/sheet/?ticket=${secret}`)
  if (!printed.ok) throw new Error(JSON.stringify(printed))
  const { pages } = await readPdf(printed.value.bytes)
  const [first] = pages
  expect(first && linesOf(first).some((one) => Math.abs(one.size - 16) < 0.1)).toBe(true)
})
