import { USUAL_ORDER } from '../../../domain/language/script-order.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { halfTemplate, type PairSheet, pairSheet, type SheetBox } from '../../../domain/sheet/pair-sheet.ts'
import type { SheetPage } from '../sheet-page.ts'
import type { LanguagePdfs } from './join-languages.ts'

type NoticePage = Extract<SheetPage, { kind: 'NOTICE' }>

/** The two pages of a pair as they are to be printed, and where they go on the sheet. */
export type PairPages = {
  readonly chinese: NoticePage
  readonly other: NoticePage
  readonly sheet: PairSheet
}

/**
 * What is printed for a notice in Chinese and another language on one sheet: a page for each, as large as its part of the
 * sheet. Order, layout and ratio are those of the page, set for the day.
 * @example const { chinese, other, sheet } = pairPages(page, 'mn-Mong')
 */
export function pairPages(page: NoticePage, language: NoticeLanguage): PairPages {
  const sheet = pairSheet(page.template.paper.size, page.orders[language] ?? USUAL_ORDER)
  const half = (part: NoticeLanguage | null, { width, height }: SheetBox): NoticePage => ({
    ...page,
    template: halfTemplate(page.template),
    language: part,
    half: { width, height },
  })
  // The other title stands on its own part.
  const { texts: _, ...content } = page.data.content
  const alone = { ...half(null, sheet.chinese), data: { ...page.data, content } }
  return { chinese: alone, other: half(language, sheet.other), sheet }
}

const points = (millimetres: number) => (millimetres / 25.4) * 72

/**
 * Lays the pages of two languages on one sheet; letters stay letters and can be copied out. Refuses `print.pair-too-long`
 * when one of them needs more than its one page.
 * @example await pairLanguages({ chinese, other, title: '停电通知' }, pages.sheet)
 */
export async function pairLanguages(pdfs: LanguagePdfs, pair: PairSheet): Promise<Result<Uint8Array>> {
  const { PDFDocument } = await import('pdf-lib')
  const document = await PDFDocument.create({ updateMetadata: false })
  const parts = await Promise.all(
    [pdfs.chinese, pdfs.other].map((bytes) => PDFDocument.load(bytes, { updateMetadata: false })),
  )
  const pages = Math.max(...parts.map((part) => part.getPageCount()))
  if (pages > 1) return refuse('print.pair-too-long', { pages })
  const sheet = document.addPage([points(pair.sheet.width), points(pair.sheet.height)])
  for (const [index, box] of [pair.chinese, pair.other].entries()) {
    const part = parts[index]
    if (part === undefined) continue
    const [drawing] = await document.embedPdf(part)
    if (drawing === undefined) continue
    sheet.drawPage(drawing, {
      x: points(box.x),
      y: points(pair.sheet.height - box.y) - drawing.height,
    })
  }
  document.setTitle(pdfs.title)
  return accept(await document.save())
}
