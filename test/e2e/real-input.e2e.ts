import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bodyBlocks } from '../../domain/notice/body-text.ts'
import type { PublicEdition, SearchAnswer } from '../../server/display/views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { readable } from '../../server/display/readable-text.ts'
import { writePackageAt } from '../support/package-flow.ts'
import { boxesOf, isPageNumber, linesOf, type PdfLine, readPdf } from '../support/pdf-geometry.ts'
import { importVillageCatalogue, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { SOURCE_EXPECTATIONS, SOURCE_KEYWORDS } from '../support/source-expectations.ts'
import { readSource } from '../support/source-reader.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

// GB/T 9704-2012: type area 156 × 225 mm at 28 mm from the left and 37 mm from the top of A4.
const TYPE_AREA = { left: 28, right: 184, top: 37, bottom: 262, lines: 22, characters: 28 }

const CHARACTER_WIDTH = (TYPE_AREA.right - TYPE_AREA.left) / TYPE_AREA.characters

const HEAD_RED = { css: 'rgb(215, 0, 15)', pdf: '#d7000f' }

const HAN_ONLY = /^\p{Script=Han}+$/u

// A mark that may not begin a line takes the character before it along to the next line.
const HELD_TOGETHER = /^.[\p{Pe}\p{Pf}、。，．：；！？,.:;!?]/u

let board: RealBoard
let staff: Staff
const published = new Map<string, NoticeDetail>()

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  for (const expected of SOURCE_EXPECTATIONS) {
    const text = readFileSync(new URL(`../fixtures/sources/${expected.file}`, import.meta.url), 'utf8')
    const source = readSource(text, expected.file)
    const { id, revision } = await writeDraft(staff.handler, {
      title: source.title,
      body: source.body,
      catalogueItemId,
      documentNumber: source.documentNumber,
      documentDate: source.documentDate,
      issueDate: source.issueDate,
      signature: source.issuer,
    })
    published.set(expected.file, await publishDraft(staff, id, revision))
  }
})

test.afterAll(() => board.stop())

async function printedSheet(file: string): Promise<Uint8Array> {
  const hash = published.get(file)?.editions[0]?.hash ?? ''
  const response = await staff.handler.raw('POST', `/api/desk/editions/${hash}/pdf`)
  const refusal = (await response.clone().text()).slice(0, 200)
  expect(response.status, refusal).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/**
 * The lines of nothing but Han characters from edge to edge; a paragraph's indent counts as two. Each holds 28, and
 * one less where the next line had to take a character along.
 */
function fullHanLines(lines: readonly PdfLine[]): readonly { text: string; count: number; least: number }[] {
  return lines.flatMap((line, at) => {
    const text = readable(line.text)
    const indent = Math.round((line.x - TYPE_AREA.left) / CHARACTER_WIDTH)
    const isFull = line.right > TYPE_AREA.right - 1 && [0, 2].includes(indent)
    if (!isFull || !HAN_ONLY.test(text)) return []
    const isHeld = HELD_TOGETHER.test(readable(lines[at + 1]?.text ?? ''))
    return [{ text, count: indent + [...text].length, least: TYPE_AREA.characters - (isHeld ? 1 : 0) }]
  })
}

for (const keyword of SOURCE_KEYWORDS) {
  test(`search finds ${keyword} in the right documents and in no other`, async () => {
    const answer = await board.visitor.get<SearchAnswer>(
      `/api/public/search?q=${encodeURIComponent(keyword)}`,
    )
    const found = answer.body.items.map((item) => item.indexNumber).sort()
    const wanted = SOURCE_EXPECTATIONS.filter((expected) => expected.keywords.includes(keyword))
    expect(wanted.length).toBeGreaterThan(0)
    expect(found).toEqual(wanted.map((expected) => published.get(expected.file)?.indexNumber).sort())
  })
}

for (const expected of SOURCE_EXPECTATIONS) {
  test(`the kiosk shows ${expected.file} whole`, async ({ page }) => {
    await page.setViewportSize({ width: 1080, height: 1920 })
    const detail = published.get(expected.file)
    const index = detail?.indexNumber ?? ''
    await page.goto(`${board.publicOrigin}/kiosk/#/notice/${encodeURIComponent(index)}`)
    await expect(page.getByRole('heading', { level: 1, name: expected.title })).toBeVisible()
    const shown = readable(await page.locator('body').innerText())
    const answer = await board.visitor.get<PublicEdition>(
      `/api/public/notice?index=${encodeURIComponent(index)}`,
    )
    for (const block of bodyBlocks(answer.body.content.body)) expect(shown).toContain(readable(block.text))
    expect(shown).toContain(readable(expected.lastSentence))
  })

  test(`${expected.file} prints whole on the lines of GB/T 9704`, async () => {
    const pdf = await readPdf(await printedSheet(expected.file))
    expect(readable(pdf.text)).toContain(readable(expected.lastSentence))
    const perPage: number[] = []
    const flow: PdfLine[] = []
    for (const page of pdf.pages) {
      expect(page.width).toBeCloseTo(210, 0)
      expect(page.height).toBeCloseTo(297, 0)
      const lines = linesOf(page)
      const [number, ...others] = lines.filter(isPageNumber)
      expect(others).toEqual([])
      // The number stands 7 mm under the type area; 4 mm more to the base line of 4号 type, ±2 mm.
      expect(Math.abs((number?.y ?? 0) - (TYPE_AREA.bottom + 7 + 4))).toBeLessThan(2)
      const text = lines.filter((line) => !isPageNumber(line))
      for (const line of text) {
        expect(line.x).toBeGreaterThan(TYPE_AREA.left - 1)
        expect(line.right).toBeLessThan(TYPE_AREA.right + 1)
        expect(line.y).toBeGreaterThan(TYPE_AREA.top)
        expect(line.y).toBeLessThan(TYPE_AREA.bottom)
      }
      const body = text.filter((line) => Math.round(line.size) === 16)
      perPage.push(body.length)
      flow.push(...body)
    }
    expect(Math.max(...perPage)).toBe(TYPE_AREA.lines)
    const perLine = flow.map((line) => [...readable(line.text)].length)
    // Punctuation is set tighter, so a full line holds 28 characters or a few more, never one less by mistake.
    expect(perLine.filter((count) => count >= TYPE_AREA.characters).length).toBeGreaterThan(
      perLine.length / 4,
    )
    const han = fullHanLines(flow)
    expect(han.length).toBeGreaterThan(0)
    for (const { text, count, least } of han) {
      expect(count, text).toBeLessThanOrEqual(TYPE_AREA.characters)
      expect(count, text).toBeGreaterThanOrEqual(least)
    }
  })

  const head = expected.documentNumber === '' ? 'no red head' : 'a red head over a red rule'
  test(`${expected.file} has ${head}`, async ({ page }) => {
    const hash = published.get(expected.file)?.editions[0]?.hash ?? ''
    await page.goto(`${board.publicOrigin}/sheet/?edition=${hash}`)
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    const bytes = await printedSheet(expected.file)
    const rules = (await boxesOf(bytes, 1)).filter((box) => box.color === HEAD_RED.pdf)
    if (expected.documentNumber === '') {
      await expect(page.locator('.head-red')).toHaveCount(0)
      expect(rules).toEqual([])
      return
    }
    await expect(page.locator('.head-name')).toHaveText(expected.issuer)
    await expect(page.locator('.head-name')).toHaveCSS('color', HEAD_RED.css)
    const [first] = (await readPdf(bytes)).pages
    const [issuer, number] = first ? linesOf(first) : []
    expect(readable(issuer?.text ?? '')).toBe(readable(expected.issuer))
    expect(readable(number?.text ?? '')).toBe(readable(expected.documentNumber))
    expect(rules).toHaveLength(1)
    const [rule] = rules
    expect(Math.abs((rule?.x ?? 0) - TYPE_AREA.left)).toBeLessThan(0.5)
    expect(Math.abs((rule?.width ?? 0) - (TYPE_AREA.right - TYPE_AREA.left))).toBeLessThan(0.5)
    // 4 mm under the characters, which reach a little under their base line.
    const distance = (rule?.y ?? 0) - (number?.y ?? 0)
    expect(distance).toBeGreaterThan(4)
    expect(distance).toBeLessThan(5.5)
  })
}

test('the package of all five verifies, and a single flipped byte is found', async () => {
  const exported = await writePackageAt(staff.handler)
  expect(exported.body.editionCount).toBe(SOURCE_EXPECTATIONS.length)
  const file = await staff.handler.raw('GET', `/api/desk/packages/${exported.body.sequence}/file`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const whole = await staff.handler.upload<{ proof: { counts: { editions: number } } }>(
    '/api/desk/packages/verify',
    'package.zip',
    bytes,
  )
  expect(whole.body.proof.counts.editions).toBe(SOURCE_EXPECTATIONS.length)

  const at = Math.floor(bytes.length / 3)
  const flipped = Uint8Array.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  const broken = await staff.handler.upload<{
    code: string
    params: { from: number; to: number; entry: string }
  }>('/api/desk/packages/verify', 'package.zip', flipped)
  expect(broken.body.code).toBe('package.damaged')
  expect(broken.body.params.from).toBeLessThanOrEqual(at)
  expect(broken.body.params.to).toBeGreaterThan(at)
})

test('pictures of the kiosk and of a sheet are kept', async ({ page }) => {
  const folder = join('test-output', 'pictures')
  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.goto(`${board.publicOrigin}/kiosk/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.screenshot({ path: join(folder, 'kiosk-home.png') })
  const hash = published.get('002_74e43fde5598cab7.txt')?.editions[0]?.hash ?? ''
  await page.goto(`${board.publicOrigin}/sheet/?edition=${hash}`)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await page.screenshot({ path: join(folder, 'sheet.png') })
})
