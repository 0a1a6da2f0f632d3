import { PDFDocument } from 'pdf-lib'
import { accept, type Result } from '../../domain/refusal.ts'
import { renderedPrinter } from '../../server/display/pdf-printer.ts'
import { printingIdle } from '../../server/display/print/print-queue.ts'
import type { PaperJob, Printers } from '../../server/display/print/printers.ts'
import type { SheetGlyphs } from '../../server/display/print/sheet-glyphs.ts'
import type { PrintJobView, PrintSubject } from '../../server/display/print/views.ts'
import type { SheetPage } from '../../server/display/sheet-page.ts'
import type { DeskClient } from './desk-client.ts'
import type { TestBoard } from './test-board.ts'

/** A refusal as it comes over the wire. */
type Refused = { readonly code: string; readonly params: Readonly<Record<string, unknown>> }

/** A browser and a printer in the hands of a test. */
export type PrintRoom = {
  /** What the browser was given to print, in order. */
  readonly pages: SheetPage[]
  /** What the printer was given, with the pages counted in the file. */
  readonly paper: (PaperJob & { readonly count: number })[]
  /** How many pages the next PDF has. */
  length: number
  /** What the browser says of the letters. */
  glyphs: SheetGlyphs | null
  /** What the printer answers. */
  answer: Result<true>
  /** The browser waits for it before each page. */
  hold: () => Promise<void>
}

async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (let page = 0; page < pages; page++) document.addPage([595, 842])
  return document.save()
}

/** Gives a board a browser that makes real PDFs of blank pages, and a printer that keeps what it is given. */
export function openPrintRoom(board: TestBoard): PrintRoom {
  const room: PrintRoom = {
    pages: [],
    paper: [],
    length: 1,
    glyphs: null,
    answer: accept(true),
    hold: () => Promise.resolve(),
  }
  const render = async (url: string) => {
    await room.hold()
    const page = board.deps.tickets.find(new URL(url).searchParams.get('ticket') ?? '')?.page
    if (!page) return { bytes: new Uint8Array(), marks: { ready: 'error' } }
    room.pages.push(page)
    return { bytes: await pdfOf(room.length), marks: { ready: 'true', lastLine: '终' }, glyphs: room.glyphs }
  }
  const readPages = () => Promise.resolve(Array.from({ length: room.length }, () => '终'))
  const printers: Printers = {
    list: () => Promise.resolve([{ name: 'HP-2055', displayName: '二楼打印机', isDefault: true }]),
    view: null,
    print: async (job) => {
      const { readFile } = await import('node:fs/promises')
      const file = await PDFDocument.load(await readFile(job.file))
      room.paper.push({ ...job, count: file.getPageCount() })
      return room.answer
    },
  }
  Object.assign(board.deskMount, { publicAddress: () => 'http://kiosk.test' })
  Object.assign(board.deps, { printer: renderedPrinter(render, readPages), printers })
  return room
}

/** Asks for a sheet at the desk and waits until its PDF is there. */
export async function makeJob(
  board: TestBoard,
  desk: DeskClient,
  subject: PrintSubject,
  templateId: string | null = null,
): Promise<PrintJobView> {
  const asked = await desk.json<PrintJobView>('POST', '/api/desk/print/jobs', { subject, templateId })
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body))
  await printingIdle(board.deps)
  return (await desk.get<PrintJobView>(`/api/desk/print/jobs/${asked.body.id}`)).body
}

/** Sends a job to paper; two copies of everything unless told otherwise. */
export function send(desk: DeskClient, id: string, order: Readonly<Record<string, unknown>> = {}) {
  const usual = { route: 'PRINTER', printer: 'HP-2055', copies: 2, pages: '' }
  return desk.json<PrintJobView & Refused>('POST', `/api/desk/print/jobs/${id}/send`, { ...usual, ...order })
}

/** Says what came out. */
export function tell(desk: DeskClient, id: string, come: Readonly<Record<string, unknown>> = {}) {
  const all = { run: 1, came: 'ALL', pages: '' }
  return desk.json<PrintJobView & Refused>('POST', `/api/desk/print/jobs/${id}/outcome`, { ...all, ...come })
}
