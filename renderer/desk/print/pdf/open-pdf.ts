import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// oxlint-disable-next-line import/default -- the build makes a module with a default export of what ends in ?worker
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

/** A page's size in points, as it lies. */
export type PageSize = { readonly width: number; readonly height: number }

/** A PDF opened for looking at. */
export type OpenPdf = {
  readonly sizes: readonly PageSize[]
  /** Draws a page, `pixels` wide; `cancel` may be called at any time and makes `done` resolve early. */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
    pixels: number,
  ) => { readonly done: Promise<void>; readonly cancel: () => void }
  readonly close: () => Promise<void>
}

/**
 * Opens a PDF with a reader that is part of the product, so that what is looked at is the same in every browser.
 * @example const pdf = await openPdf(await blob.arrayBuffer())
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  // One thread for all; it comes from this board, as the policy of the page demands.
  GlobalWorkerOptions.workerPort ??= new PdfWorker()
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Neither code from text nor WebAssembly is allowed by the policy of the page.
    isEvalSupported: false,
    useWasm: false,
  })
  const document = await task.promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const sizes = await Promise.all(numbers.map((number) => sizeOf(document, number)))
  return {
    sizes,
    draw: (page, canvas, pixels) => drawPage(document, page, canvas, pixels),
    close: () => task.destroy(),
  }
}

async function sizeOf(document: PDFDocumentProxy, number: number): Promise<PageSize> {
  const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
  return { width, height }
}

function drawPage(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, pixels: number) {
  let given = false
  let stop: (() => void) | null = null
  const draw = async () => {
    const page = await document.getPage(number)
    if (given) return
    const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    stop = () => task.cancel()
    try {
      await task.promise
    } catch (error) {
      // A drawing that was given up rejects; one that fails otherwise is a fault.
      if (!given) throw error
    }
  }
  return {
    done: draw(),
    cancel: () => {
      given = true
      stop?.()
    },
  }
}
