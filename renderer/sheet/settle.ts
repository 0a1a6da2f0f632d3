import type { PublicContent } from '../../domain/notice/content.ts'
import { carryTables, type CarryWords } from './carry.ts'
import { findOverflow, fitHead, fitTables } from './fit.ts'
import { lastSentence } from './last-sentence.ts'

/** What came out of setting the sheet. */
export type Settled = { readonly overflow: string | null; readonly missingPictures: number }

/** Whether a picture is there and can be drawn. */
export async function isDecoded(picture: HTMLImageElement): Promise<boolean> {
  try {
    await picture.decode()
    return true
  } catch {
    return false
  }
}

/**
 * Waits until everything is in place, makes it fit and leaves marks on the document for whoever prints it:
 * `data-ready` (`true`, or `error` when a picture is missing), `data-last-line`, and `data-overflow` with a
 * place when something is wider than the type area, so that a damaged paper is refused and not printed.
 */
export async function settle(area: HTMLElement, content: PublicContent, words: CarryWords): Promise<Settled> {
  const pictures = [...area.querySelectorAll('img')]
  const decoded = await Promise.all(pictures.map(isDecoded))
  await document.fonts.ready
  const head = area.querySelector<HTMLElement>('.head-name')
  if (head) fitHead(head)
  fitTables(area)
  const overflow = findOverflow(area)
  carryTables(area, words)
  const missingPictures = decoded.filter((ok) => !ok).length
  const marks = document.documentElement.dataset
  marks.lastLine = lastSentence(content.body)
  if (overflow === null) delete marks.overflow
  else marks.overflow = overflow
  marks.ready = missingPictures === 0 ? 'true' : 'error'
  return { overflow, missingPictures }
}
