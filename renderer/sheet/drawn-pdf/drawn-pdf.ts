import { getDocument, GlobalWorkerOptions, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- the build makes a module with a default export of what ends in ?worker
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import './drawn-pdf.css'
import type { DrawnAsked } from './drawn-asked.ts'
import { ticketFiles } from '../ticket.ts'

/** Sharp enough that the thinnest strokes of 仿宋 stand on a laser printer. */
const DOTS_PER_INCH = 300

// A page rule cannot be set on an element, and the policy of the page allows no style of unknown origin.
function setPaper({ width, height }: { readonly width: number; readonly height: number }): void {
  const rules = new CSSStyleSheet()
  rules.replaceSync(`@page { size: ${Math.min(width, height)}pt ${Math.max(width, height)}pt; margin: 0 }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
}

async function drawn(page: PDFPageProxy, host: HTMLElement): Promise<void> {
  const lying = page.getViewport({ scale: 1 })
  // Every sheet upright: a page that lies is turned here, since a silent print takes one orientation for all.
  const rotation = lying.width > lying.height ? (page.rotate + 90) % 360 : page.rotate
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72, rotation })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  // Its picture is 35 MB as long as it stands.
  canvas.width = 0
  canvas.height = 0
  if (blob === null) throw new Error('a page could not be drawn')
  const picture = new Image()
  picture.alt = ''
  picture.className = 'drawn-page'
  picture.style.width = `${Math.min(lying.width, lying.height)}pt`
  picture.style.height = `${Math.max(lying.width, lying.height)}pt`
  picture.src = URL.createObjectURL(blob)
  await picture.decode()
  host.append(picture)
}

/**
 * Shows the pages of a PDF as pictures and then says so on the document, for the shell that prints them: a PDF opened in its
 * own viewer prints blank (electron#30947).
 */
export async function drawPdf(asked: DrawnAsked, host: HTMLElement): Promise<void> {
  const root = document.documentElement
  try {
    GlobalWorkerOptions.workerPort ??= new PdfWorker()
    const answer = await fetch(ticketFiles(asked.secret) + asked.file)
    if (!answer.ok) throw new Error('the file is not there')
    const task = getDocument({
      data: new Uint8Array(await answer.arrayBuffer()),
      verbosity: 0,
      // Neither code from text nor WebAssembly is allowed by the policy of the page.
      isEvalSupported: false,
      useWasm: false,
    })
    const pdf = await task.promise
    setPaper((await pdf.getPage(1)).getViewport({ scale: 1 }))
    for (let number = 1; number <= pdf.numPages; number++) await drawn(await pdf.getPage(number), host)
    await task.destroy()
    root.dataset.pages = String(host.childElementCount)
    root.dataset.ready = 'true'
  } catch {
    root.dataset.ready = 'error'
  }
}
