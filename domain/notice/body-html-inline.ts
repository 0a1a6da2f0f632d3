import type { Inline, Mark } from './body.ts'
import { isAllowedLink } from './body-check.ts'
import type { HtmlElement } from './body-html-node.ts'
import { styleOf } from './body-html-node.ts'

/** A raw piece of a paragraph: text as it stood in the source, or a line break. */
export type RawInline = { readonly text: string; readonly marks: readonly Mark[] } | { readonly break: true }

const MARK_TAGS: Readonly<Record<string, 'bold' | 'italic' | 'underline' | 'strike'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
}

/**
 * The marks inside an inline element: what it inherits, plus what its tag and its style say. Only the marks of
 * `Mark` exist; fonts, sizes and colours of the source are dropped on purpose.
 * @example marksInside({ tag: 'b', attrs: {}, children: [] }, []) // [{ type: 'bold' }]
 */
export function marksInside(element: HtmlElement, inherited: readonly Mark[]): readonly Mark[] {
  const marks = new Map(inherited.map((mark) => [mark.type, mark]))
  const tagMark = MARK_TAGS[element.tag]
  if (tagMark !== undefined) marks.set(tagMark, { type: tagMark })
  const style = styleOf(element)
  const weight = style['font-weight'] ?? ''
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) marks.set('bold', { type: 'bold' })
  if (/^(?:normal|lighter|[1-5]00)$/.test(weight)) marks.delete('bold')
  if (/^(?:italic|oblique)/.test(style['font-style'] ?? '')) marks.set('italic', { type: 'italic' })
  if (style['font-style'] === 'normal') marks.delete('italic')
  const decoration = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
  if (decoration.includes('underline') && element.tag !== 'a') marks.set('underline', { type: 'underline' })
  if (decoration.includes('line-through')) marks.set('strike', { type: 'strike' })
  const href = (element.attrs['href'] ?? '').trim()
  if (element.tag === 'a' && isAllowedLink(href)) marks.set('link', { type: 'link', attrs: { href } })
  return [...marks.values()]
}

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d]/u
const WIDE_INDENT = /[\u3000\u00a0]{2,}/

/**
 * Turns raw pieces into paragraphs of clean inline nodes. White space is collapsed as a browser does; a line wrap of
 * the source between two Han characters is nothing, not a space; indents at the start of a line go, because the
 * paragraph style indents. With `split`, two breaks, or a break before an indent, begin a new paragraph.
 * @example cleanInlines([{ text: '  一、总则 ', marks: [] }], true) // [[{ type: 'text', text: '一、总则' }]]
 */
export function cleanInlines(raw: readonly RawInline[], split: boolean): readonly (readonly Inline[])[] {
  const paragraphs: Inline[][] = []
  let current: Inline[] = []
  let gap = ''
  let breaks = 0
  let last = ''
  const close = (): void => {
    if (current.length > 0) paragraphs.push(current)
    current = []
    last = ''
  }
  for (const piece of raw) {
    if ('break' in piece) {
      breaks += 1
      gap = ''
      continue
    }
    for (const sign of piece.text) {
      if (/[\u200b\ufeff\u2060\u00ad]/.test(sign)) continue
      if (/\s/.test(sign)) {
        gap += sign
        continue
      }
      // Control characters and lone surrogates have no place in a record; Word's paste carries form feeds and bells.
      if (/\p{Cc}/u.test(sign) || !sign.isWellFormed()) continue
      if (breaks > 0 && current.length > 0) {
        if (split && (breaks > 1 || WIDE_INDENT.test(gap))) close()
        else for (let index = 0; index < breaks; index += 1) current.push({ type: 'hardBreak' })
        last = ''
      } else if (gap !== '' && last !== '') {
        const wrapped = gap.includes('\n') && HAN.test(last) && HAN.test(sign)
        if (!wrapped) append(current, gap.includes('\u3000') ? '\u3000' : ' ', piece.marks)
      }
      breaks = 0
      gap = ''
      append(current, sign, piece.marks)
      last = sign
    }
  }
  close()
  return paragraphs
}

function append(inlines: Inline[], sign: string, marks: readonly Mark[]): void {
  const previous = inlines.at(-1)
  if (previous?.type === 'text' && sameMarks(previous.marks ?? [], marks)) {
    inlines[inlines.length - 1] = { ...previous, text: previous.text + sign }
  } else {
    inlines.push({ type: 'text', text: sign, ...(marks.length > 0 ? { marks } : {}) })
  }
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
