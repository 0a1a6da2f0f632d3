import { PDFDocument, rgb } from 'pdf-lib'

// Strokes as a pen leaves them, in points from the lower left of each line.
const STROKES = [
  'M0 0 C10 30 20 30 26 6 C30 -8 40 20 52 14',
  'M0 8 C18 34 14 -10 30 6 C40 18 48 2 60 10',
  'M0 4 C8 22 22 24 20 4 C30 28 44 20 56 0',
] as const

/**
 * The scan of a signed slip, as far as a sample needs one: a sheet with three lines and three signatures. It bears no words,
 * since the fonts of a PDF would have to come with it.
 * @example const bytes = await sampleSlip()
 */
export async function sampleSlip(): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const page = file.addPage([595, 842])
  const ink = rgb(0.1, 0.12, 0.35)
  page.drawRectangle({
    x: 70,
    y: 470,
    width: 455,
    height: 300,
    borderWidth: 1,
    borderColor: rgb(0.4, 0.4, 0.4),
  })
  for (const [at, stroke] of STROKES.entries()) {
    const y = 690 - at * 80
    page.drawLine({ start: { x: 110, y }, end: { x: 480, y }, thickness: 0.7, color: rgb(0.6, 0.6, 0.6) })
    page.drawSvgPath(stroke, { x: 170 + at * 30, y: y + 22, borderColor: ink, borderWidth: 1.6 })
  }
  return file.save()
}
