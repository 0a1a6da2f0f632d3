import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import { expect, test } from 'vitest'
import { boxesOf, isPageNumber, linesOf, POINTS_PER_MM, readPdf } from './pdf-geometry.ts'

const mm = (value: number) => value * POINTS_PER_MM

async function samplePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (let number = 1; number <= 2; number += 1) {
    const page = document.addPage([mm(210), mm(297)])
    page.drawText(`left ${String(number)}`, { x: mm(28), y: mm(297 - 50), size: 16, font })
    page.drawText('right', { x: mm(100), y: mm(297 - 50), size: 16, font })
    page.drawText('below', { x: mm(28), y: mm(297 - 60.2), size: 14, font })
    page.drawText(`\u2014 ${String(number)} \u2014`, { x: mm(160), y: mm(297 - 271), size: 14, font })
    page.drawRectangle({ x: mm(28), y: mm(297 - 121), width: mm(156), height: mm(1), color: rgb(1, 0, 0) })
  }
  return await document.save()
}

test('places are in millimetres from the upper left corner', async () => {
  const { pages } = await readPdf(await samplePdf())
  expect(pages).toHaveLength(2)
  expect(pages[0]?.width).toBeCloseTo(210, 1)
  expect(pages[0]?.height).toBeCloseTo(297, 1)
  const [first, second] = pages[0] ? linesOf(pages[0]) : []
  expect(first?.text).toBe('left 1right')
  expect(first?.x).toBeCloseTo(28, 1)
  expect(first?.y).toBeCloseTo(50, 1)
  expect(first?.size).toBeCloseTo(16, 1)
  expect(second?.y).toBeCloseTo(60.2, 1)
})

test('the text runs on over pages and leaves the page numbers out', async () => {
  const { pages, text } = await readPdf(await samplePdf())
  expect(text).toBe('left1rightbelowleft2rightbelow')
  expect(pages.map((page) => linesOf(page).filter(isPageNumber).length)).toEqual([1, 1])
})

test('a red rule is found with its place, size and colour', async () => {
  const [rule] = await boxesOf(await samplePdf(), 2)
  expect(rule?.x).toBeCloseTo(28, 1)
  expect(rule?.y).toBeCloseTo(120, 1)
  expect(rule?.width).toBeCloseTo(156, 1)
  expect(rule?.height).toBeCloseTo(1, 1)
  expect(rule?.color).toBe('#ff0000')
})
