import { rowCaption, rowSpeech } from '../../../../domain/reading/row-speech.ts'
import { sentences } from '../../../../domain/reading/sentences.ts'
import { speechText } from '../../../../domain/reading/speech-text.ts'

/** A sentence on the glass, and what the voice says for it. */
export type SpokenPart = {
  /** As it stands on the glass. */
  readonly text: string
  readonly speech: string
  readonly element: Element
  /** Where it stands, to be marked while it is read. */
  readonly range: () => Range
}

const BLOCKS = '.notice-title, .addressee, .body-paragraph, .body-heading, tr.body-row, h1, [data-aloud]'

// Half a minute of speech: a longer row is said in pieces, so that pausing does not begin it all anew.
const LONGEST_ROW = 150

type Piece = { readonly node: Text; readonly start: number }

function piecesOf(element: Element): { readonly pieces: readonly Piece[]; readonly text: string } {
  const pieces: Piece[] = []
  let text = ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length })
      text += node.data
    } else if (node instanceof Element && node.tagName === 'BR') text += '\n'
  }
  return { pieces, text }
}

function rangeIn(element: Element, pieces: readonly Piece[], start: number, end: number): Range {
  const range = document.createRange()
  range.selectNodeContents(element)
  const from = pieces.findLast((piece) => piece.start <= start)
  const to = pieces.findLast((piece) => piece.start < end)
  if (from) range.setStart(from.node, Math.min(start - from.start, from.node.length))
  if (to) range.setEnd(to.node, Math.min(end - to.start, to.node.length))
  return range
}

function wordsOf(element: Element, chinese: boolean): readonly SpokenPart[] {
  const { pieces, text } = piecesOf(element)
  return sentences(text).map((sentence) => ({
    text: sentence.text.trim(),
    speech: chinese ? speechText(sentence.text) : sentence.text.trim(),
    element,
    range: () => rangeIn(element, pieces, sentence.start, sentence.end),
  }))
}

function cellTexts(row: Element): readonly string[] {
  return [...row.children].map((cell) => cell.textContent.trim())
}

/** The headings over a row: of a table as it was written only where each of its cells has one. */
function headingsOf(row: Element, cells: number): readonly string[] {
  const heads = row.closest('table')?.querySelectorAll('thead tr')
  const [head] = heads?.length === 1 ? [...heads] : []
  return head?.children.length === cells ? cellTexts(head) : []
}

function rowOf(row: HTMLElement, chinese: boolean): readonly SpokenPart[] {
  const cells = cellTexts(row)
  const said =
    row.dataset['speech'] ??
    (chinese
      ? rowSpeech(headingsOf(row, cells.length), cells)
      : cells.filter((text) => text !== '').join(', '))
  const text = row.dataset['caption'] ?? rowCaption(headingsOf(row, cells.length), cells)
  const range = () => {
    const whole = document.createRange()
    whole.selectNodeContents(row)
    return whole
  }
  if (said === '') return []
  const pieces = said.length <= LONGEST_ROW ? [said] : sentences(said).map((sentence) => sentence.text)
  return pieces.map((speech) => ({ text, speech, element: row, range }))
}

/**
 * What can be read aloud of the text on the glass, in its order: title, paragraphs by sentences, tables row by row. Taken from
 * what is drawn, so that nothing is ever heard that does not stand there to be read, and only in the language of `tag`.
 */
export function spokenParts(root: Element, tag: string): readonly SpokenPart[] {
  const chinese = tag.startsWith('zh')
  return [...root.querySelectorAll<HTMLElement>(BLOCKS)].flatMap((element) => {
    if (element.closest('[lang]')?.getAttribute('lang') !== tag) return []
    if (element.matches('thead *') || element.parentElement?.closest('tr.body-row, [data-aloud]')) return []
    return element.matches('tr') ? rowOf(element, chinese) : wordsOf(element, chinese)
  })
}
