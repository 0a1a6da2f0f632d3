import { PDFiumLibrary } from '@hyzyla/pdfium'

/** A page of a PDF as dots: red, green, blue, unused, row by row; `perMm` dots a millimetre. */
export type InkSheet = {
  readonly width: number
  readonly height: number
  readonly perMm: number
  readonly rgba: Uint8Array
}

/** A rectangle on paper, in millimetres from the upper left corner. */
export type InkRoom = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const MM_PER_INCH = 25.4
const DPI = 200

/** Draws the pages of a PDF as a printer would, at 200 dots an inch. */
export async function inkSheets(pdf: Uint8Array): Promise<readonly InkSheet[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const sheets: InkSheet[] = []
    for (const page of document.pages()) {
      await page.render({
        scale: DPI / 72,
        render: ({ data, width, height }) => {
          // The memory is given back after this page.
          const rgba = Uint8Array.from(data)
          sheets.push({ width, height, perMm: DPI / MM_PER_INCH, rgba })
          return Promise.resolve(data)
        },
      })
    }
    document.destroy()
    return sheets
  } finally {
    library.destroy()
  }
}

/** Which ink is looked for. */
export type InkKind = 'BLACK' | 'RED'

function isInk(kind: InkKind, red: number, green: number, blue: number): boolean {
  return kind === 'RED' ? red > 150 && green < 110 && blue < 110 : red < 128 && green < 128 && blue < 128
}

/** How many dots of ink lie in each line of dots of a room: down the page, or across it. */
function profile(sheet: InkSheet, kind: InkKind, room: InkRoom, along: 'DOWN' | 'ACROSS'): readonly number[] {
  const dot = (mm: number, most: number) => Math.min(most, Math.max(0, Math.round(mm * sheet.perMm)))
  const [left, right] = [dot(room.left, sheet.width), dot(room.right, sheet.width)]
  const [top, bottom] = [dot(room.top, sheet.height), dot(room.bottom, sheet.height)]
  const sums = Array<number>(along === 'DOWN' ? bottom - top : right - left).fill(0)
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * sheet.width + x) * 4
      if (!isInk(kind, sheet.rgba[at] ?? 255, sheet.rgba[at + 1] ?? 255, sheet.rgba[at + 2] ?? 255)) continue
      const line = along === 'DOWN' ? y - top : x - left
      sums[line] = (sums[line] ?? 0) + 1
    }
  }
  return sums
}

/** A run of ink, from–to in millimetres on the page. */
export type InkRun = { readonly from: number; readonly to: number }

/**
 * The runs of ink in a room, with paper between them: lines of text down a page, characters across a line. Runs with less than
 * `least` dots in every line of dots are left out.
 */
export function inkRuns(
  sheet: InkSheet,
  kind: InkKind,
  room: InkRoom,
  along: 'DOWN' | 'ACROSS',
  least = 1,
): readonly InkRun[] {
  const start = along === 'DOWN' ? room.top : room.left
  const runs: { from: number; to: number }[] = []
  let open = false
  for (const [line, dots] of profile(sheet, kind, room, along).entries()) {
    const at = start + line / sheet.perMm
    if (dots < least) {
      open = false
      continue
    }
    const last = runs.at(-1)
    if (open && last) last.to = at + 1 / sheet.perMm
    else runs.push({ from: at, to: at + 1 / sheet.perMm })
    open = true
  }
  return runs
}

/** The smallest room that holds all ink of a room; null where there is none. */
export function inkBox(sheet: InkSheet, kind: InkKind, room: InkRoom): InkRoom | null {
  const down = inkRuns(sheet, kind, room, 'DOWN')
  const across = inkRuns(sheet, kind, room, 'ACROSS')
  const [first, last] = [down[0], down.at(-1)]
  const [leftmost, rightmost] = [across[0], across.at(-1)]
  if (!first || !last || !leftmost || !rightmost) return null
  return { left: leftmost.from, top: first.from, right: rightmost.to, bottom: last.to }
}

/** The colour of a dot, each part 0–255. */
export function colourAt(sheet: InkSheet, x: number, y: number): readonly [number, number, number] {
  const at = (Math.round(y * sheet.perMm) * sheet.width + Math.round(x * sheet.perMm)) * 4
  return [sheet.rgba[at] ?? 255, sheet.rgba[at + 1] ?? 255, sheet.rgba[at + 2] ?? 255]
}
