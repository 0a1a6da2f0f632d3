import { bodyBlocks } from '../../../../domain/notice/body-text.ts'
import type { Body } from '../../../../domain/notice/body.ts'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import { REMARK_FIELDS, type RemarkPlace, textAt } from '../../../../domain/notice/review-remark.ts'

/** What a remark is about: a place, and the words chosen there; no words is the place as a whole. */
export type RemarkTarget = { readonly place: RemarkPlace; readonly quote: string }

// Every paragraph and heading of a drawn body, in the order in which the body's own walk gives them.
const BLOCKS = '.body-paragraph, .body-heading'

/** How a place is written at its element; paragraphs are found by their order. */
export function placeMark(place: Exclude<RemarkPlace, { part: 'WHOLE' }>): string {
  switch (place.part) {
    case 'TITLE':
    case 'BODY':
      return place.part
    case 'FIELD':
      return `FIELD ${place.field}`
    case 'LANGUAGE':
      return `LANGUAGE ${place.language}`
    case 'ATTACHMENT':
      return `ATTACHMENT ${place.attachmentId}`
  }
}

function bodyOf(content: PublicContent, mark: string): Body | null {
  if (mark === 'BODY') return content.body
  const language = mark.split(' ')[1]
  return content.texts?.find((text) => text.language === language)?.body ?? null
}

function blockPath(body: Body, frame: Element, block: Element): readonly number[] | null {
  const at = [...frame.querySelectorAll(BLOCKS)].indexOf(block)
  return at === -1 ? null : ([...bodyBlocks(body)][at]?.path ?? null)
}

function placeOf(content: PublicContent, frame: Element, inside: Element): RemarkPlace | null {
  const [part, value = ''] = (frame.getAttribute('data-place') ?? '').split(' ')
  switch (part) {
    case 'TITLE':
      return { part }
    case 'FIELD': {
      const field = REMARK_FIELDS.find((one) => one === value)
      return field ? { part, field } : null
    }
    case 'ATTACHMENT':
      return { part, attachmentId: value }
    case 'LANGUAGE': {
      const text = content.texts?.find(({ language }) => language === value)
      if (!text) return null
      const block = inside.closest(BLOCKS)
      const path = block && blockPath(text.body, frame, block)
      if (path) return { part, language: text.language, path }
      return inside.closest('.script-title') ? { part, language: text.language, path: null } : null
    }
    case 'BODY': {
      const block = inside.closest(BLOCKS)
      const path = block && blockPath(content.body, frame, block)
      return path ? { part, path } : null
    }
    default:
      return null
  }
}

/** What is selected inside the reading, as the target of a remark; null when nothing a remark can be on is. */
export function targetOf(
  root: HTMLElement,
  content: PublicContent,
  selection: Selection,
): RemarkTarget | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { startContainer } = range
  const inside = startContainer instanceof Element ? startContainer : startContainer.parentElement
  const frame = inside?.closest('[data-place]')
  if (!inside || !frame || !root.contains(frame)) return null
  const place = placeOf(content, frame, inside)
  if (place === null) return null
  const said = textAt(content, place)
  if (said === null) return null
  // A selection that runs on into the next paragraph counts as far as the first one goes.
  const words = range.toString()
  const quote = said.includes(words) ? words : commonEnd(said, words)
  return { place, quote: quote.trim() }
}

function commonEnd(said: string, words: string): string {
  for (let length = Math.min(said.length, words.length); length > 0; length -= 1) {
    if (said.endsWith(words.slice(0, length))) return words.slice(0, length)
  }
  return ''
}

/** The element of a place in the reading; null when the reading does not show it. */
export function elementOf(root: HTMLElement, content: PublicContent, place: RemarkPlace): HTMLElement | null {
  if (place.part === 'WHOLE') return root
  const frame = root.querySelector<HTMLElement>(`[data-place="${CSS.escape(placeMark(place))}"]`)
  if (!frame || !('path' in place) || place.path === null) return frame
  const body = bodyOf(content, placeMark(place))
  const wanted = place.path.join('.')
  const at = body ? [...bodyBlocks(body)].findIndex(({ path }) => path.join('.') === wanted) : -1
  return frame.querySelectorAll<HTMLElement>(BLOCKS)[at] ?? null
}

/** Where the quoted words stand in an element; the whole element when they are not found in one piece. */
export function rangeOf(element: HTMLElement, quote: string): Range {
  const range = document.createRange()
  range.selectNodeContents(element)
  const at = quote === '' ? -1 : (element.textContent ?? '').indexOf(quote)
  if (at === -1) return range
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (at >= before && at < before + length) range.setStart(node, at - before)
    if (at + quote.length > before && at + quote.length <= before + length) {
      range.setEnd(node, at + quote.length - before)
      break
    }
    before += length
  }
  return range
}
