import type { PublicContent } from '../../../domain/notice/content.ts'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { carryTables, type CarryWords } from './carry.ts'
import { breakLongWords, findOverflow, fitHead, wordsAt } from './fit.ts'
import { lastSentence } from './last-sentence.ts'
import { savePage } from './save-page.ts'
import type { SplitWords } from './split-table.ts'
import { facesSettled } from '../type/faces-settled.ts'
import { fitWideTables } from './wide-table.ts'

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

/** What the sheet says of its tables. */
export type SettleWords = SplitWords & { readonly carry: CarryWords }

/**
 * Waits until everything is in place, makes it fit and leaves marks on the document for whoever prints it:
 * `data-ready` (`true`, or `error` when a picture is missing), `data-last-line`, and `data-overflow` with a
 * place and `data-overflow-words` with its first words when something does not fit the type area, so that a damaged paper
 * is refused and not printed.
 */
export async function settle(
  area: HTMLElement,
  content: PublicContent,
  template: SheetTemplate,
  words: SettleWords,
): Promise<Settled> {
  const pictures = [...area.querySelectorAll('img')]
  const decoded = await Promise.all(pictures.map(isDecoded))
  await facesSettled(area)
  const head = area.querySelector<HTMLElement>('.head-name')
  if (head) fitHead(head, template.type.head.points)
  breakLongWords(area)
  fitWideTables(area, template, words)
  const overflow = findOverflow(area)
  savePage(area)
  carryTables(area, template, words.carry)
  const missingPictures = decoded.filter((ok) => !ok).length
  const marks = document.documentElement.dataset
  marks.lastLine = lastSentence(content.body)
  if (overflow === null) {
    delete marks.overflow
    delete marks.overflowWords
  } else {
    marks.overflow = overflow
    marks.overflowWords = wordsAt(area, overflow)
  }
  marks.ready = missingPictures === 0 ? 'true' : 'error'
  return { overflow, missingPictures }
}
