import type { Block, Body } from '../../domain/notice/body.ts'
import { readCivilDate } from '../../domain/notice/notice-dates.ts'

const DATE = '\\d{4}年\\d{1,2}月\\d{1,2}日'
const ORGAN = '[\\p{Script=Han}]{4,20}?(?:人民政府办公室|人民政府|办公室|委员会|局)'
const SPLITS: readonly RegExp[] = [
  // (一) after a sentence, a colon or a heading
  /(?<=[。;；:：]|[^，,。；;：:(（]{8})(?=[(（][一二三四五六七八九十]{1,2}[)）])/gu,
  /(?<=[。;；:：])(?=[一二三四五六七八九十]{1,2}、)/gu,
  // 1. 2 . and also 1 without its point, as recognition leaves it
  /(?<=[。;；:：])(?=\d{1,2}(?!\d)\s?[.．、]?\s?\p{Script=Han}(?<!年))/gu,
  // signature, date and contact under the letter; imprint at the end
  new RegExp(`(?<=。)(?=${ORGAN}${DATE})`, 'gu'),
  new RegExp(`(?<=^${ORGAN})(?=${DATE}(?!印发))`, 'gu'),
  // addressee
  /(?<=^\p{Script=Han}[^。;；:：()（）]{1,60}[:：])(?=\d{4}年|\p{Script=Han})(?=.*。)/gu,
  new RegExp(`(?<=${DATE})(?=[(（]联系人)`, 'gu'),
  /(?<=。)(?=公开方式[:：])|(?<=公开)(?=抄送[:：])/gu,
]
/** Ends of headings in a text that ran together, when the next word starts the paragraph. */
const HEADING_END =
  /^([一二三四五六七八九十]{1,2}、.{4,28}?(?:机制|建设|工作))(?!机制|建设|工作|试点)(?=[\p{Script=Han}(（])/u
const RIGHT = new RegExp(`^(?:${ORGAN}|${DATE}|[二〇○零一二三四五六七八九十年月日]{8,12})$`, 'u')

function splitAll(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.reduce<readonly string[]>(
    (parts, pattern) => parts.flatMap((part) => part.split(pattern)),
    [text],
  )
}

/**
 * Divides a text without line breaks into paragraphs. Where blanks stand for the lost line breaks, they decide; else the
 * numbering does.
 */
export function divide(text: string, annexTitle: string): readonly string[] {
  const spaced = text.trim().split(/\s+(?![;；、,，。.．])/u)
  if (spaced.length > 50) return spaced
  const tight = text.replace(/(?<=\d)\s+(?=[.．])/gu, '')
  const parts = splitAll(tight, SPLITS).flatMap((part) =>
    part.split(HEADING_END).filter((piece) => piece !== ''),
  )
  return parts.flatMap((part) => {
    // The annex repeats the name the letter gives it: 关于印发X的通知 … X.
    const [contact = '', rest = ''] = part.split(/(?<=^[(（]联系人[^)）]*[)）])/u)
    const body = rest === '' ? part : rest
    const annex = rest !== '' && annexTitle !== '' && body.startsWith(annexTitle)
    const pieces = annex ? [annexTitle, body.slice(annexTitle.length)] : [body]
    return rest === '' ? pieces : [contact, ...pieces]
  })
}

function headingLevel(text: string, ownLine: boolean): 1 | 2 | 3 | null {
  const oneSentence = !/[。；;:：].|[；;:：]$/u.test(text)
  // A numbered sentence on a line of its own is a heading; in a text that ran together it may be all there is.
  if (text.endsWith('。') && !ownLine) return null
  if (!oneSentence || text.length > 40) return null
  if (/^[一二三四五六七八九十]{1,3}、/u.test(text)) return 1
  if (/^[(（][一二三四五六七八九十]{1,3}[)）]/u.test(text)) return 2
  return /^\d{1,2}[.．、]/u.test(text) && !text.endsWith('。') ? 3 : null
}

function block(text: string, annexTitle: string, ownLine: boolean): Block {
  const content = [{ type: 'text', text }] as const
  const level = headingLevel(text, ownLine)
  if (level !== null) return { type: 'heading', attrs: { level }, content }
  if (text === annexTitle) return { type: 'paragraph', attrs: { textAlign: 'center' }, content }
  if (RIGHT.test(text)) return { type: 'paragraph', attrs: { textAlign: 'right' }, content }
  return { type: 'paragraph', content }
}

/** Makes a body of paragraphs: official numbering becomes headings, signature and date stand right. */
export function bodyOf(paragraphs: readonly string[], annexTitle: string, ownLines: boolean): Body {
  return { type: 'doc', content: paragraphs.map((text) => block(text, annexTitle, ownLines)) }
}

/** The dates a document gives itself: the one it is signed with, and the one in its imprint (…印发). */
export function datesIn(paragraphs: readonly string[]): {
  readonly documentDate: string | null
  readonly issueDate: string | null
} {
  const signed = paragraphs.map((text) => readCivilDate(text)).find((date) => date !== null)
  const imprint = paragraphs.map((text) => new RegExp(`(${DATE})印发$`, 'u').exec(text)?.[1]).find(Boolean)
  return { documentDate: signed ?? null, issueDate: imprint ? readCivilDate(imprint) : null }
}
