import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { create } from 'fontkit'
import type { Body, TableCell } from '../../domain/notice/body.ts'
import type { PrintedSheet } from '../../server/display/pdf-printer.ts'
import { typeReport } from '../../server/display/print/type-report.ts'
import { readUsedFaces } from '../../server/display/print/used-faces.ts'
import type { MissingGlyph, TypeReport } from '../../server/display/print/views.ts'
import { readPdfPages } from '../../server/display/read-pdf-pages.ts'
import { readable } from '../../server/display/readable-text.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { noticePage } from '../support/notice-page.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

// Rare characters of names (display book §4.6), one of private use as old household registers have them, and two that
// came into Unicode after most faces were drawn.
const IN_MOST_FACES = [...'堃頔犇珺旻']
const IN_FEW_FACES = [...'𬭎㶶']
const IN_NO_FACE = ['\ue000', '\u{31350}', '\u{2ebf0}']
const NAMES = [...IN_MOST_FACES, ...IN_FEW_FACES, ...IN_NO_FACE].map((rare) => `张${rare}`)

let board: RealBoard
let folder: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  // Before an office is set up nothing of it is shown, not even to the browser that prints.
  await setUpOffice(board.openDesk)
  folder = mkdtempSync(join(tmpdir(), 'board-type-'))
})

test.afterAll(async () => {
  await board.stop()
  rmSync(folder, { recursive: true, force: true })
})

function cell(text: string, type: TableCell['type'] = 'tableCell'): TableCell {
  return { type, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

/** A list as it hangs: one name a row, headings and text in every role. */
function listOf(names: readonly string[]): Body {
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、发放对象' }] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '（一）河西村𬭎' }] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('序号', 'tableHeader'), cell('户主', 'tableHeader')] },
          ...names.map((name, at) => ({
            type: 'tableRow' as const,
            content: [cell(String(at + 1)), cell(name)],
          })),
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: '公示期内可到村委会反映。' }] },
    ],
  }
}

const page = () => noticePage({ title: '河西村低保对象名单', body: listOf(NAMES) }, { form: 'NAME_LIST' })

async function reportOf(sheet: PrintedSheet): Promise<TypeReport> {
  return typeReport([sheet.glyphs], await readUsedFaces(sheet.bytes))
}

const told = (report: TypeReport, character: string): MissingGlyph | undefined =>
  report.missing.find((one) => one.character === character)

/** A browser on a computer that has no Chinese face of its own. */
function browserWithoutChineseFaces(): string {
  const fonts = join(folder, 'fonts.conf')
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'none')}</dir><dir>/usr/share/fonts/truetype/liberation</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  const program = join(folder, 'chromium')
  writeFileSync(
    program,
    `#!/bin/sh\nFONTCONFIG_FILE='${fonts}' exec '${process.env['BOARD_CHROMIUM'] ?? 'chromium'}' "$@"\n`,
  )
  chmodSync(program, 0o755)
  return program
}

function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env['BOARD_KEEP']
  if (folder !== undefined) writeFileSync(join(folder, name), bytes)
}

/** All characters the slices of the bundled Song face have a drawing for, by their own tables. */
function bundledCharacters(): ReadonlySet<number> {
  const slices = join(import.meta.dirname, '../../node_modules/@fontsource-variable/noto-serif-sc/files')
  return new Set(
    readdirSync(slices).flatMap((name) => {
      const font = create(readFileSync(join(slices, name)))
      return 'characterSet' in font ? font.characterSet : []
    }),
  )
}

test('every rare name is told with its row, and what draws it or that nothing does', async () => {
  const sheet = await printPage(board, page())
  keep('list.pdf', sheet.bytes)
  const report = await reportOf(sheet)
  for (const rare of IN_NO_FACE) {
    const row = NAMES.indexOf(`张${rare}`) + 1
    expect(told(report, rare), rare).toEqual({
      character: rare,
      role: 'FANGSONG',
      shownIn: null,
      places: [{ text: `张${rare}`, table: 1, row }],
    })
  }
  // The bundled 楷体 lacks this one, so the heading has one letter of another kind.
  expect(report.missing.find(({ character, role }) => character === '𬭎' && role === 'KAITI')).toMatchObject({
    shownIn: expect.stringMatching(/Serif|Song|Ming|宋/u),
    places: [{ text: '（一）河西村𬭎', table: null, row: null }],
  })
  // What the face has is not told.
  expect(told(report, '村')).toBeUndefined()
})

test('each kind of letter is named, and the faces are read from the file itself', async () => {
  const report = await reportOf(await printPage(board, page()))
  expect(report.roles.map(({ role }) => role).sort()).toEqual(['BIAOSONG', 'FANGSONG', 'HEITI', 'KAITI'])
  // As the file itself has them: every drawing stands in it, so the next computer prints the same.
  expect(report.faces.length).toBeGreaterThanOrEqual(3)
  for (const { name, embedded, pages } of report.faces) {
    expect([name, embedded]).toEqual([name, true])
    expect(pages.length).toBeGreaterThan(0)
  }
})

test('on a computer without a Chinese face the bundled ones print it; what they lack is told for certain', async () => {
  const sheet = await printPage(board, page(), browserWithoutChineseFaces())
  keep('list-poor.pdf', sheet.bytes)
  const report = await reportOf(sheet)
  expect(report.roles).toEqual(
    expect.arrayContaining([
      { role: 'FANGSONG', face: 'Noto Serif SC', standsIn: true },
      { role: 'KAITI', face: 'LXGW WenKai', standsIn: false },
      { role: 'HEITI', face: 'Noto Sans SC', standsIn: false },
    ]),
  )
  const has = bundledCharacters()
  const lacked = [...NAMES.join('')].filter((one) => !has.has(one.codePointAt(0) ?? 0))
  const without = report.missing.filter(({ role, shownIn }) => role === 'FANGSONG' && shownIn === null)
  expect(without.map(({ character }) => character)).toEqual(lacked)
  expect(lacked).toEqual([...IN_FEW_FACES, ...IN_NO_FACE])
  const text = readable((await readPdfPages(sheet.bytes)).join(''))
  for (const rare of IN_MOST_FACES) expect(text).toContain(readable(`张${rare}`))
})

test('a character to be written in by hand leaves a square on paper, and is no longer told', async () => {
  const sheet = await printPage(board, { ...page(), decision: { byHand: IN_NO_FACE } })
  keep('list-by-hand.pdf', sheet.bytes)
  const text = readable((await readPdfPages(sheet.bytes)).join(''))
  expect(text.match(/张□/gu)).toHaveLength(IN_NO_FACE.length)
  const report = await reportOf(sheet)
  expect(report.missing.filter(({ shownIn }) => shownIn === null)).toEqual([])
})

test('every sign of GB 2312 is read back as it was written, so that none at the end refuses a sheet', async () => {
  const decoder = new TextDecoder('gb2312')
  const places = Array.from({ length: 9 * 94 }, (_, at) => [0xa1 + Math.floor(at / 94), 0xa1 + (at % 94)])
  const signs = places
    .map((place) => decoder.decode(new Uint8Array(place)))
    .filter((sign) => /^[^\s\p{Co}\uFFFD]$/u.test(sign))
  const lines = signs.map((sign, index) => `甲${sign}乙${String(index)}丙`)
  const body: Body = {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
  const { bytes } = await printPage(board, noticePage({ title: '符号', body }, { form: 'PLAIN' }))
  const text = readable((await readPdfPages(bytes)).join(''))
  expect(lines.filter((line) => !text.includes(readable(line)))).toEqual([])
})
