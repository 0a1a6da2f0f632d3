import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readable } from '../../server/display/readable-text.ts'

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4

/** Turns PDF points into millimetres. */
export function millimetres(points: number): number {
  return points / POINTS_PER_MM
}

/** A piece of text: `x` from the left edge, `y` from the top edge to the base line, `size` the font size; all in mm but `size` in points. */
export type PdfItem = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** One page; `width` and `height` in mm. */
export type PdfPage = { readonly width: number; readonly height: number; readonly items: readonly PdfItem[] }

/** A line of text: pieces on one base line, left to right. */
export type PdfLine = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** A filled or stroked rectangle, in mm from the upper left corner; `color` as `#rrggbb`. */
export type PdfBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

const PAGE_NUMBER = /^—\d+—$/u

/** Whether a line is the page number, `— 1 —`. */
export function isPageNumber(line: PdfLine): boolean {
  return PAGE_NUMBER.test(readable(line.text))
}

async function open(bytes: Uint8Array) {
  // The reader takes the bytes over, and the caller may want to keep them.
  return await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: true, verbosity: 0 }).promise
}

/**
 * Reads where every piece of text of a PDF stands.
 * `text` is everything in reading order without page numbers, `readable`, so that a sentence is found across
 * lines and pages.
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly PdfPage[]; readonly text: string }> {
  const document = await open(bytes)
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const content = await page.getTextContent()
    const items = content.items.flatMap((item): PdfItem[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
      return [
        {
          text: item.str,
          x: millimetres(x),
          y: millimetres(height - y),
          width: millimetres(item.width),
          size: Math.hypot(c, d),
        },
      ]
    })
    pages.push({ width: millimetres(width), height: millimetres(height), items })
  }
  await document.destroy()
  const lines = pages.flatMap((page) => linesOf(page)).filter((line) => !isPageNumber(line))
  return { pages, text: readable(lines.map((line) => line.text).join('')) }
}

/** The lines of a page from top to bottom: pieces whose base lines differ by less than half a millimetre. */
export function linesOf(page: PdfPage): readonly PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of [...page.items].sort((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - item.y) < 0.5) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => {
    const items = [...row].sort((one, other) => one.x - other.x)
    const last = items.at(-1)
    return {
      text: items.map((item) => item.text).join(''),
      x: items[0]?.x ?? 0,
      right: (last?.x ?? 0) + (last?.width ?? 0),
      y: items[0]?.y ?? 0,
      size: Math.max(...items.map((item) => item.size)),
    }
  })
}

function colorOf(parts: unknown): string {
  if (typeof parts === 'string') return parts
  return Array.isArray(parts) ? String(parts[0]) : '#000000'
}

/** The filled and stroked boxes of a page: rules, table lines, the modules of a code. */
export async function boxesOf(bytes: Uint8Array, pageNumber: number): Promise<readonly PdfBox[]> {
  const document = await open(bytes)
  const page = await document.getPage(pageNumber)
  const [, , , height = 0] = page.view
  const list = await page.getOperatorList()
  const boxes: PdfBox[] = []
  let transform: number[] = [1, 0, 0, 1, 0, 0]
  let color = '#000000'
  const saved: { transform: number[]; color: string }[] = []
  list.fnArray.forEach((operator: number, index: number) => {
    const parameters = list.argsArray[index] as unknown[] | null
    if (operator === OPS.save) saved.push({ transform, color })
    else if (operator === OPS.restore) ({ transform, color } = saved.pop() ?? { transform, color })
    else if (operator === OPS.transform)
      transform = Util.transform(transform, parameters as number[]) as number[]
    else if (operator === OPS.setFillRGBColor || operator === OPS.setStrokeRGBColor)
      color = colorOf(parameters)
    else if (operator === OPS.constructPath) {
      const extent = parameters?.[2] as ArrayLike<number> | null
      if (!extent || !Number.isFinite(extent[0] ?? Number.NaN)) return
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
      const corners = [
        [extent[0] ?? 0, extent[1] ?? 0],
        [extent[2] ?? 0, extent[3] ?? 0],
      ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
      const xs = corners.map(([x]) => x)
      const ys = corners.map(([, y]) => height - y)
      boxes.push({
        x: millimetres(Math.min(...xs)),
        y: millimetres(Math.min(...ys)),
        width: millimetres(Math.max(...xs) - Math.min(...xs)),
        height: millimetres(Math.max(...ys) - Math.min(...ys)),
        color,
      })
    }
  })
  await document.destroy()
  return boxes
}
