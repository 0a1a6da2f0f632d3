import type { PublicContent } from '../../../domain/notice/content.ts'
import { inlineText, placedBlocks } from '../../../domain/notice/body-text.ts'
import { readable } from '../readable-text.ts'

/** How the text of a PDF stands to the edition it says it is. */
export type PaperComparison = {
  /** Title, paragraphs and rows of tables. */
  readonly paragraphs: number
  readonly found: number
  /** Places, counted from 1, of those the paper has not got as they were published; at most twenty. */
  readonly missing: readonly number[]
  /** What stands on the paper besides: head, foot, signature, or what somebody has added; at most twenty pieces, cut to 200 characters. */
  readonly besides: readonly string[]
}

// The number at the foot of a page may stand in the middle of a paragraph that runs over it.
const PAGE_NUMBER = /—\d+—|第\d+页共\d+页/gu
const MOST = 20
const LONGEST = 200

/** Title, paragraphs and rows of tables in reading order; a row is one text, so that a sum stays beside its name. */
function textsOf({ title, body }: Pick<PublicContent, 'title' | 'body'>): readonly string[] {
  const texts = [title]
  let row = ''
  for (const { block, cellPath } of placedBlocks(body)) {
    if (block.type === 'image') continue
    const own = cellPath?.slice(0, -1).join() ?? ''
    const text = inlineText(block.content)
    if (own !== '' && own === row) texts.push(`${texts.pop() ?? ''}${text}`)
    else texts.push(text)
    row = own
  }
  return texts.map(readable).filter((text) => text !== '')
}

type Paper = { readonly text: string; readonly breaks: ReadonlySet<number> }

function paperOf(pages: readonly string[]): Paper {
  const breaks = new Set<number>()
  let text = ''
  for (const page of pages) {
    text += readable(page).replaceAll(PAGE_NUMBER, '')
    breaks.add(text.length)
  }
  return { text, breaks }
}

const isDigit = (character: string | undefined): boolean => /^\d$/u.test(character ?? '')

/** Where a text stands next, from a place on; not inside a longer number, as 500 does in 1500. */
function placeOf({ text, breaks }: Paper, wanted: string, next: string | undefined, from: number): number {
  for (let at = text.indexOf(wanted, from); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const before = at === from || breaks.has(at) || !isDigit(text[at - 1]) || !isDigit(wanted[0])
    const after = breaks.has(end) || !isDigit(text[end]) || !isDigit(wanted.at(-1))
    if (before && (after || (next !== undefined && text.startsWith(next, end)))) return at
  }
  return -1
}

/**
 * Looks for title, paragraphs and table rows of an edition in the text of a PDF, in their order: what was altered after printing
 * is missing, and what stands there besides is told, for a person to judge. A form that bears part of the text only, such as a
 * poster, misses the rest.
 * @example comparePaper(content, pages).missing // []
 */
export function comparePaper(content: PublicContent, pages: readonly string[]): PaperComparison {
  const paper = paperOf(pages)
  const wanted = textsOf(content)
  const missing: number[] = []
  const besides: string[] = []
  let from = 0
  for (const [index, text] of wanted.entries()) {
    const next = wanted[index + 1]
    const at = placeOf(paper, text, next, from)
    const follows = next === undefined ? -1 : placeOf(paper, next, wanted[index + 2], from)
    // What stands only behind its successor is another place of the same words.
    if (at === -1 || (follows !== -1 && follows < at)) {
      missing.push(index + 1)
      continue
    }
    besides.push(paper.text.slice(from, at))
    from = at + text.length
  }
  besides.push(paper.text.slice(from))
  return {
    paragraphs: wanted.length,
    found: wanted.length - missing.length,
    missing: missing.slice(0, MOST),
    besides: besides
      .filter((text) => text !== '')
      .slice(0, MOST)
      .map((text) => text.slice(0, LONGEST)),
  }
}

/**
 * The short hash a sheet bears in its version line; null when its text has none.
 * @example hashOnPaper(pages) // '9c1f…'
 */
export function hashOnPaper(pages: readonly string[]): string | null {
  const found = readable(pages.join('')).match(/(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])/gu)
  return found?.at(-1) ?? null
}
