import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- the build makes a module with a default export of what ends in ?worker
import ReaderThread from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

/** Why a file cannot be shown. */
export type FileFault = 'LOCKED' | 'BROKEN' | 'UNREACHABLE'

/** A PDF on the glass; one page of it is held at a time. */
export type OpenFile = {
  readonly pages: number
  /**
   * Draws a page into a canvas `width` device pixels wide at most; resolves to false when it cannot be drawn or takes too long.
   * `cancel` gives it up.
   */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
    width: number,
  ) => { readonly done: Promise<boolean>; readonly cancel: () => void }
  readonly close: () => void
}

/** A file that cannot be opened, and why. */
export class FileError extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.fault = fault
  }
}

// A file can be made so that its reading never ends; nobody waits longer than this for it.
const OPEN_MS = 30_000
const DRAW_MS = 20_000
// 48 MB of canvas: a page that claims to be as large as a wall is drawn coarser instead of using up the memory.
const MOST_PIXELS = 12_000_000
const MOST_IMAGE_PIXELS = 60_000_000

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new FileError('BROKEN')), milliseconds)
    work.then(resolve, reject).finally(() => {
      window.clearTimeout(timer)
    })
  })
}

async function bytesOf(address: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new FileError('UNREACHABLE')
    return new Uint8Array(await answer.arrayBuffer())
  } catch {
    throw new FileError('UNREACHABLE')
  }
}

/**
 * How large a page is drawn: as wide as asked for, but never with more pixels than the memory of a weak kiosk bears.
 * @example drawingScale({ width: 595, height: 842 }, 1190) // 2
 */
export function drawingScale(
  page: { readonly width: number; readonly height: number },
  width: number,
): number {
  const { width: own, height } = page
  if (!(own > 0 && height > 0)) return 0
  return Math.min(width / own, Math.sqrt(MOST_PIXELS / (own * height)))
}

function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number) {
  let given = false
  let stop: () => void = () => undefined
  const work = async (): Promise<boolean> => {
    const page = await document.getPage(number)
    if (given) return false
    const viewport = page.getViewport({ scale: drawingScale(page.getViewport({ scale: 1 }), width) })
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    const task = page.render({ canvas, viewport })
    stop = () => task.cancel()
    try {
      await task.promise
      return true
    } finally {
      // What the page needed (fonts, pictures) goes with it.
      page.cleanup()
    }
  }
  const cancel = () => {
    given = true
    stop()
  }
  const done = within(work(), DRAW_MS).catch(() => {
    cancel()
    return false
  })
  return { done, cancel }
}

/**
 * Opens a PDF in a reader that is part of the product, with a thread of its own that ends with it. Nothing in the file is run:
 * no script, no link, no form. @throws FileError
 */
export async function openFile(address: string): Promise<OpenFile> {
  const bytes = await bytesOf(address)
  const thread = new ReaderThread()
  const worker = PDFWorker.create({ port: thread })
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    // Chinese files name their letters by tables and faces that everybody was supposed to have; they come with the product.
    cMapUrl: '/pdf/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdf/fonts/',
    wasmUrl: '/pdf/decoders/',
  })
  const close = () => {
    void task.destroy().catch(() => undefined)
    worker.destroy()
    thread.terminate()
  }
  try {
    const document = await within(task.promise, OPEN_MS)
    return {
      pages: document.numPages,
      draw: (page, canvas, width) => draw(document, page, canvas, width),
      close,
    }
  } catch (error) {
    close()
    throw new FileError(error instanceof Error && error.name === 'PasswordException' ? 'LOCKED' : 'BROKEN')
  }
}
