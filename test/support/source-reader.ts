import type { Body } from '../../domain/notice/body.ts'
import { repairDocumentNumber } from '../../domain/notice/document-number.ts'
import { bodyOf, datesIn, divide } from './source-body.ts'
import { takePageApart } from './source-chrome.ts'
import type { Piece } from './source-chrome.ts'

/** A document as a clerk would enter it, and everything that was left out. */
export type Source = {
  readonly name: string
  readonly title: string
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly issueDate: string | null
  /** Empty where neither the document nor the page names it. */
  readonly issuer: string
  readonly body: Body
  readonly dropped: readonly string[]
  /** The whole page in its order, for proving that nothing was lost. */
  readonly pieces: readonly Piece[]
}

const NUMBER = /^\p{Script=Han}{2,16}[(（〔[【]\d{4}[)）〕\]】]\d+号/u
const TITLE = /^\p{Script=Han}{2,40}?关于[^。:：]{2,60}?的(?:通知|意见|决定|公告|通告|报告|批复|函)/u

/** Takes number and title off the head of a text that has lost its line breaks. */
function readHead(text: string): { readonly number: string; readonly title: string; readonly rest: string } {
  const number = NUMBER.exec(text)?.[0] ?? ''
  const afterNumber = text.slice(number.length)
  const title = TITLE.exec(afterNumber)?.[0] ?? /^\S+(?=\s)/u.exec(afterNumber)?.[0] ?? ''
  return { number, title, rest: afterNumber.slice(title.length) }
}

/** Names a document that shows no title by its opening sentence: 为扎实做好我区X工作,…制定如下工作方案. */
function titleFromOpening(opening: string): string {
  const match = /做好我[区县市乡镇](.{4,30}?)工作[,，].*制定(?:如下|本)工作(方案|意见)/u.exec(opening)
  return match ? `${match[1]}工作${match[2]}` : ''
}

/**
 * Reads one of the downloaded documents: strips what the site put around it, joins what a preview cut apart, and
 * finds title, number, dates, issuer, paragraphs and headings. Words stay as they are, misprints and traditional
 * characters included.
 * @example readSource(text, '002_74e43fde5598cab7.txt').documentNumber // '穗天府办〔2013〕6号'
 */
export function readSource(text: string, name: string): Source {
  const page = takePageApart(text)
  const kept = page.pieces.filter((piece) => piece.kept).map((piece) => piece.text)
  const lines = page.title === null ? kept : kept.slice(1)
  const head = page.preview ? readHead(lines.join('')) : { number: '', title: page.title ?? '', rest: '' }
  const annexTitle = /关于印发(.+)的通知$/u.exec(head.title)?.[1] ?? ''
  const paragraphs = (page.preview ? divide(head.rest, annexTitle) : lines)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const number = repairDocumentNumber(head.number)
  if (!number.ok) throw new Error(`${name}: ${head.number} is no document number`)
  const dates = datesIn(paragraphs)
  return {
    name,
    title: head.title || titleFromOpening(paragraphs[0] ?? ''),
    documentNumber: number.value.value,
    documentDate: dates.documentDate ?? (page.date || null),
    issueDate: dates.issueDate,
    issuer: page.issuer || (/^(.+?)关于/u.exec(head.title)?.[1] ?? ''),
    body: bodyOf(paragraphs, annexTitle, !page.preview),
    dropped: page.pieces.filter((piece) => !piece.kept).map((piece) => piece.text),
    pieces: page.pieces,
  }
}
