import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { cupsPrinting } from '../../server/display/print/cups-printers.ts'
import { printingIdle } from '../../server/display/print/print-queue.ts'
import type { PrintJobView, PrintSubject } from '../../server/display/print/views.ts'
import { readable } from '../../server/display/readable-text.ts'
import type { DeskClient } from '../support/desk-client.ts'
import { readPdf } from '../support/pdf-geometry.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'
import { CUPS_THERE, openVirtualPrinter, type VirtualPrinter } from '../support/virtual-printer.ts'

// From the desk to the paper with a real browser, and with a real printer where the computer has a CUPS to make one of.

const LAST_SENTENCE = '最后一句，请提前做好准备。'
const JOBS = '/api/desk/print/jobs'

let board: RealBoard
let printer: VirtualPrinter | null = null
let handler: DeskClient
let noticeId: string
let hash: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  printer = CUPS_THERE ? await openVirtualPrinter() : null
  board = await startRealBoard({ idleLockMinutes: 10_000_000, printers: cupsPrinting(null) })
  const staff = await setUpOffice(board.openDesk)
  handler = staff.handler
  const catalogueItemId = (await importVillageCatalogue(handler)).id
  const long = Array.from({ length: 40 }, (_, index) =>
    `第${index + 1}条，因线路检修，河西村停电。`.repeat(3),
  )
  const body = paragraphs(...long, LAST_SENTENCE)
  const { id, revision } = await writeDraft(handler, { title: '停电检修通知', body, catalogueItemId })
  const notice = await publishDraft(staff, id, revision)
  noticeId = notice.id
  hash = notice.submission?.hash ?? ''
})

test.afterAll(async () => {
  await board.stop()
  await printer?.close()
})

async function made(subject: PrintSubject): Promise<PrintJobView> {
  const asked = await handler.json<PrintJobView>('POST', JOBS, { subject, templateId: null })
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  await printingIdle(board.deps)
  return (await handler.get<PrintJobView>(`${JOBS}/${asked.body.id}`)).body
}

async function pdfOf(job: PrintJobView): Promise<Buffer> {
  return Buffer.from(await (await handler.raw('GET', `${JOBS}/${job.id}/pdf`)).arrayBuffer())
}

let sheet: PrintJobView

test('a sheet is made whole: pages counted, last line there, faces read, and looked at as the file it is', async () => {
  sheet = await made({ kind: 'EDITION', hash, layout: { kind: 'CHINESE' } })
  expect(sheet, JSON.stringify(sheet.refusal)).toMatchObject({ state: 'READY', editionHash: hash })
  const bytes = await pdfOf(sheet)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sheet.sha256)
  const pdf = await readPdf(bytes)
  expect(pdf.pages).toHaveLength(sheet.pages ?? 0)
  expect(sheet.pages ?? 0).toBeGreaterThan(2)
  expect(pdf.text).toContain(readable(LAST_SENTENCE))
  expect(sheet.type?.faces.length).toBeGreaterThan(0)
  expect(sheet.type?.roles.length).toBeGreaterThan(0)
})

test('other papers go the same way, by a secret and by no address of their own', async () => {
  const slip = await made({ kind: 'REVIEW_SLIP', noticeId, submissionId: null })
  expect(slip, JSON.stringify(slip.refusal)).toMatchObject({ state: 'READY' })
  expect((await readPdf(await pdfOf(slip))).text).toContain(readable('停电检修通知'))
  const list = await made({ kind: 'TAKE_DOWN_LIST', boardId: null, on: '2026-11-23' })
  expect(list, JSON.stringify(list.refusal)).toMatchObject({ state: 'READY' })
  const duties = await handler.raw('GET', '/api/desk/duty-list.pdf?from=2026-11-01&to=2026-11-30')
  expect([duties.status, duties.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('its pages lie on paper as they were looked at, and single ones again', async () => {
  test.skip(printer === null, 'there is no CUPS on this computer')
  if (printer === null) return
  const order = { route: 'PRINTER', printer: printer.name, copies: 1, pages: '' }
  const sent = await handler.json<PrintJobView>('POST', `${JOBS}/${sheet.id}/send`, order)
  expect([sent.status, sent.body.state], JSON.stringify(sent.body)).toEqual([200, 'SENT'])
  const paper = await readPdf(await printer.paper())
  expect(paper.text).toBe((await readPdf(await pdfOf(sheet))).text)
  const told = { run: 1, came: 'PART', pages: '2-3' }
  expect((await handler.json<PrintJobView>('POST', `${JOBS}/${sheet.id}/outcome`, told)).body.state).toBe(
    'READY',
  )
  const again = await handler.json<PrintJobView>('POST', `${JOBS}/${sheet.id}/send`, { ...order, pages: '1' })
  expect(again.body.runs[1]).toMatchObject({ pages: '1', refused: false })
  const { name, paper: latest } = printer
  await expect
    .poll(async () => (await PDFDocument.load(await latest())).getPageCount(), {
      message: name,
      timeout: 30_000,
    })
    .toBe(1)
})

test('where only the shell can print, it prints the same file as pictures, each page upright and sharp', async ({
  page,
}) => {
  const path = board.deps.spool.pathOf(sheet.sha256 ?? '')
  const secret = board.deps.tickets.issue({
    page: null,
    file: (asked) => Promise.resolve(asked === sheet.sha256 ? { path, mediaType: 'application/pdf' } : null),
  })
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(`${board.publicOrigin}/sheet/?drawn=${secret}&file=${sheet.sha256}`)
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 })
  expect(await page.locator('html').getAttribute('data-ready'), problems.join('\n')).toBe('true')
  expect(await page.locator('.drawn-page').count()).toBe(sheet.pages)
  const width = await page
    .locator('.drawn-page')
    .first()
    .evaluate((picture: HTMLImageElement) => picture.naturalWidth)
  // 210 mm at 300 dots an inch.
  expect(Math.abs(width - 2480)).toBeLessThan(3)
  const printed = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  expect(printed.getPageCount()).toBe(sheet.pages)
  expect(Math.round(printed.getPage(0).getHeight())).toBe(842)
  board.deps.tickets.end(secret)
  expect(
    (await board.visitor.raw('GET', `/api/public/sheet-tickets/${secret}/files/${sheet.sha256}`)).status,
  ).toBe(404)
})
