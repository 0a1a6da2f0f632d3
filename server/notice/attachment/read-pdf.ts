import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { pagesWithPictures } from './pdf-picture.ts'
import type { PublicReading } from './prepared.ts'

/**
 * Reads the text of a public PDF copy page by page. A page without any text, or with a large picture on it (a scan, also
 * with one printed line over it), makes the file count as not read: the gate says so instead of passing it. Refuses `attachment.damaged`.
 * @example await readPdf(publicBytes)
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<PublicReading>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: Uint8Array.from(bytes),
    // Chinese fonts that are not embedded name a character table that lies beside the library.
    cMapUrl: join(home, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    const passages: Passage[] = []
    let textRead = !(await pagesWithPictures(bytes)).includes(true)
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const text = pageText(items.filter((item): item is TextItem => 'str' in item)).replaceAll(
        // Fonts map 示 to the radical ⽰, and a word would not be found.
        /[\u2e80-\u2fdf]/g,
        (sign) => sign.normalize('NFKC'),
      )
      if (text.trim() === '') textRead = false
      else passages.push({ where: { kind: 'PAGE', page: number }, text, dropped: false })
      page.cleanup()
    }
    return accept({ passages, textRead })
  } catch {
    // The reader throws on pages it cannot show; what cannot be read cannot be checked.
    return refuse('attachment.damaged')
  } finally {
    await task.destroy()
  }
}

/** Pieces of one line are joined; a gap wider than two letters is a new column, a space between narrower ones. */
function pageText(items: readonly TextItem[]): string {
  let text = ''
  let last: { readonly right: number; readonly base: number; readonly height: number } | null = null
  for (const item of items) {
    const [, , , , x = 0, y = 0] = item.transform as readonly number[]
    const height = Math.abs(item.height) || 10
    if (last !== null && item.str !== '') {
      const gap = x - last.right
      if (Math.abs(y - last.base) > last.height / 2) text += text.endsWith('\n') ? '' : '\n'
      else if (gap > height * 2) text += '\t'
      else if (gap > height * 0.2) text += ' '
    }
    text += item.str
    if (item.str !== '') last = { right: x + item.width, base: y, height }
    if (item.hasEOL) text += '\n'
  }
  return text
}
