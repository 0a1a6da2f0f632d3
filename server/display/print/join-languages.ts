import type { ScriptOrder } from '../../../domain/language/script-order.ts'

/** PDFs of one notice in two languages, each paginated by itself. */
export type LanguagePdfs = {
  readonly chinese: Uint8Array
  readonly other: Uint8Array
  readonly title: string
}

/**
 * Joins the sheets of two languages into one file, the leading one first. Each keeps its own page numbers, since each is a
 * document of its own; columns are never poured into pages that run across (display book §4.5, point 5).
 * @example await joinLanguages({ chinese, other, title: '停电通知' }, { ...USUAL_ORDER, lead: 'MINORITY_FIRST' })
 */
export async function joinLanguages(
  pdfs: LanguagePdfs,
  order: Pick<ScriptOrder, 'lead'>,
): Promise<Uint8Array> {
  const { PDFDocument } = await import('pdf-lib')
  const joined = await PDFDocument.create({ updateMetadata: false })
  const parts = order.lead === 'HAN_FIRST' ? [pdfs.chinese, pdfs.other] : [pdfs.other, pdfs.chinese]
  for (const part of parts) {
    const document = await PDFDocument.load(part, { updateMetadata: false })
    for (const page of await joined.copyPages(document, document.getPageIndices())) joined.addPage(page)
  }
  // Nothing but the title: which program and which minute say nothing of the notice, and change its bytes.
  joined.setTitle(pdfs.title)
  return await joined.save()
}
