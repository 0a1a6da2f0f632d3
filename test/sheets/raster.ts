import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** A page as ink: 0 is paper, 255 the blackest; `perMm` dots a millimetre. */
export type InkPage = {
  readonly width: number
  readonly height: number
  readonly perMm: number
  readonly ink: Uint8Array
}

const MM_PER_INCH = 25.4

/** Pages of a PDF as pictures (PNG), by their numbers from 1; those it has not got are left out. */
export async function pagePictures(
  pdf: Uint8Array,
  pages: readonly number[],
  dpi: number,
): Promise<readonly Buffer[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pictures: Buffer[] = []
    const count = document.getPageCount()
    for (const number of pages.filter((one) => one <= count)) {
      const { data } = await document.getPage(number - 1).render({
        scale: dpi / 72,
        render: ({ data: raw, width, height }) =>
          sharp(raw, { raw: { width, height, channels: 4 } })
            .flatten({ background: '#ffffff' })
            .png()
            .toBuffer(),
      })
      pictures.push(Buffer.from(data))
    }
    document.destroy()
    return pictures
  } finally {
    library.destroy()
  }
}

/** Pictures side by side on grey, few colours, small enough to be kept with the program. */
export async function sideBySide(pictures: readonly Buffer[], gap: number): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map(async (one) => sharp(one).metadata()))
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * gap
  const width = sizes.reduce((sum, size) => sum + size.width + gap, gap)
  let left = gap
  const placed = pictures.map((input, index) => {
    const at = { input, left, top: gap }
    left += (sizes[index]?.width ?? 0) + gap
    return at
  })
  return sharp({ create: { width, height, channels: 3, background: '#d8d4cb' } })
    .composite(placed)
    .png({ palette: true, colours: 24, compressionLevel: 9, effort: 10 })
    .toBuffer()
}

/** The ink of a picture. */
export async function inkOf(picture: Uint8Array, dpi: number): Promise<InkPage> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ink = Uint8Array.from(data, (value) => 255 - value)
  return { width: info.width, height: info.height, perMm: dpi / MM_PER_INCH, ink }
}
