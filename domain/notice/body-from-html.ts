import type { Alignment, Block, Body, Inline, ListItem, Mark, Paragraph } from './body.ts'
import { asHeading, heading } from './body-heading.ts'
import type { RawInline } from './body-html-inline.ts'
import { cleanInlines, marksInside } from './body-html-inline.ts'
import type { HtmlElement, HtmlNode } from './body-html-node.ts'
import { DROPPED_TAGS, htmlText, isElement, isHidden, styleOf } from './body-html-node.ts'
import { frameCell, tableFromHtml } from './body-html-table.ts'
import type { OfficeListEntry } from './body-office-list.ts'
import {
  isOfficeMarker,
  isOfficialMarker,
  officeListLevel,
  officeLists,
  officeMarker,
} from './body-office-list.ts'

/** What a conversion had to leave out or change; the screen has a sentence for each. */
export const BODY_NOTES = [
  'IMAGE_DROPPED',
  'NESTED_TABLE_FLATTENED',
  'HIDDEN_TEXT_DROPPED',
  'TOO_DEEP_FLATTENED',
] as const
/** One remark of a conversion. */
export type BodyNote = (typeof BODY_NOTES)[number]

/** Gives the attachment id for a picture's address, or null when the picture is not kept. */
export type BodyFromHtmlOptions = { readonly imageId?: (src: string) => string | null }

type Context = {
  readonly marks: readonly Mark[]
  readonly align: Alignment | null
  /** Blocks already open around this one, as the body will count them. */
  readonly depth: number
  readonly inTable: boolean
  readonly inList: boolean
  readonly nesting: number
}

const TOP: Context = { marks: [], align: null, depth: 0, inTable: false, inList: false, nesting: 0 }
const DEEPEST_BLOCK = 9
/** Pages nest dozens of divs; a hostile paste nests a hundred thousand and would exhaust the stack. */
const DEEPEST_ELEMENT = 300
const BLOCK_TAGS = new Set(
  (
    'html body p div section article main center header address blockquote pre dl dd dt figure figcaption details ' +
    'summary fieldset legend tr td th tbody thead tfoot caption li h1 h2 h3 h4 h5 h6 ul ol dir table hr img'
  ).split(' '),
)

/**
 * Turns pasted or imported HTML (Word, WPS, web pages, mammoth) into a clean body: headings by tag, style or official
 * numbering, lists, tables with merged cells, links and pictures that are allowed; everything else becomes plain text
 * or goes. Pure: the parser is the caller's.
 * @example bodyFromHtml({ tag: 'p', attrs: {}, children: [{ text: '特此公告。' }] }).body
 */
export function bodyFromHtml(
  root: HtmlNode,
  options: BodyFromHtmlOptions = {},
): { readonly body: Body; readonly notes: readonly BodyNote[] } {
  const notes = new Set<BodyNote>()
  const content = new Converter(options, notes).blocks([root], TOP)
  return {
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    notes: [...notes],
  }
}

class Converter {
  readonly #options: BodyFromHtmlOptions
  readonly #notes: Set<BodyNote>

  constructor(options: BodyFromHtmlOptions, notes: Set<BodyNote>) {
    this.#options = options
    this.#notes = notes
  }

  /** Inline nodes between block elements are gathered into paragraphs; block elements stand for themselves. */
  blocks(nodes: readonly HtmlNode[], context: Context): readonly Block[] {
    const blocks: Block[] = []
    let run: RawInline[] = []
    let entries: OfficeListEntry[] = []
    const flush = (): void => {
      blocks.push(...this.#paragraphs(run, context))
      run = []
    }
    const flushEntries = (): void => {
      blocks.push(...officeLists(entries))
      entries = []
    }
    const visit = (node: HtmlNode, marks: readonly Mark[], nesting: number): void => {
      if (!isElement(node)) {
        if (entries.length > 0 && node.text.trim() !== '') flushEntries()
        run.push({ text: node.text, marks })
      } else if (isHidden(node)) {
        if (htmlText({ ...node, attrs: {} }).trim() !== '') this.#notes.add('HIDDEN_TEXT_DROPPED')
      } else if (DROPPED_TAGS.has(node.tag) || isOfficeMarker(node)) {
        return
      } else if (node.tag === 'br') {
        run.push({ break: true })
      } else if (nesting > DEEPEST_ELEMENT) {
        this.#notes.add('TOO_DEEP_FLATTENED')
        run.push({ text: htmlText(node), marks })
      } else if (BLOCK_TAGS.has(node.tag)) {
        flush()
        const entry = this.#officeEntry(node, { ...context, marks, nesting: nesting + 1 })
        if (entry !== null) {
          entries.push(entry)
          return
        }
        flushEntries()
        blocks.push(...this.#block(node, { ...context, marks, nesting: nesting + 1 }))
      } else {
        const inside = marksInside(node, marks)
        for (const child of node.children) visit(child, inside, nesting + 1)
      }
    }
    for (const node of nodes) visit(node, context.marks, context.nesting)
    flush()
    flushEntries()
    return blocks
  }

  #paragraphs(run: readonly RawInline[], context: Context): readonly Block[] {
    return cleanInlines(run, !context.inTable).map((content) => {
      const paragraph = paragraphOf(content, context.align)
      return context.inTable || context.inList ? paragraph : asHeading(paragraph)
    })
  }

  #block(element: HtmlElement, outer: Context): readonly Block[] {
    const align = alignmentOf(element) ?? outer.align
    const context = { ...outer, align, marks: marksInside(element, outer.marks) }
    const level = headingLevel(element)
    if (level !== null && !context.inTable && !context.inList) {
      return this.blocks(element.children, context).map((block) =>
        block.type === 'paragraph' || block.type === 'heading'
          ? heading(level, block.content ?? [], align)
          : block,
      )
    }
    switch (element.tag) {
      case 'ul':
      case 'ol':
      case 'dir':
        return this.#list(element, context)
      case 'table':
        return this.#table(element, context)
      case 'img':
        return this.#image(element)
      case 'hr':
        return []
      case 'pre':
        return this.blocks(element.children.map(withBreaks), context)
      default: {
        const marker = officeMarker(element)
        const numbered = officeListLevel(element) !== null && isOfficialMarker(marker)
        return this.blocks(numbered ? [{ text: marker }, ...element.children] : element.children, context)
      }
    }
  }

  #officeEntry(element: HtmlElement, context: Context): OfficeListEntry | null {
    const level = officeListLevel(element)
    if (level === null || headingLevel(element) !== null || context.depth + 2 > DEEPEST_BLOCK) return null
    const marker = officeMarker(element)
    if (isOfficialMarker(marker)) return null
    const blocks = this.blocks(element.children, { ...context, inList: true })
    return { level, marker, paragraphs: blocks.filter((block) => block.type === 'paragraph') }
  }

  #list(element: HtmlElement, context: Context): readonly Block[] {
    const inside = { ...context, depth: context.depth + 2, inList: true }
    if (inside.depth > DEEPEST_BLOCK) {
      this.#notes.add('TOO_DEEP_FLATTENED')
      return this.blocks(element.children, { ...context, inList: true })
    }
    const items: ListItem[] = []
    for (const child of element.children) {
      if (!isElement(child)) {
        if (child.text.trim() !== '') items.push({ type: 'listItem', content: this.blocks([child], inside) })
        continue
      }
      const content = this.blocks(child.tag === 'li' && !isHidden(child) ? child.children : [child], inside)
      const last = items.at(-1)
      if (content.length === 0) continue
      // Word and old pages put a nested list beside its entry instead of into it.
      if (child.tag !== 'li' && last !== undefined) {
        items[items.length - 1] = { type: 'listItem', content: [...last.content, ...content] }
      } else items.push({ type: 'listItem', content: startingWithParagraph(content) })
    }
    if (items.length === 0) return []
    const start = Number.parseInt(element.attrs['start'] ?? '1', 10)
    if (element.tag !== 'ol') return [{ type: 'bulletList', content: items }]
    return [
      { type: 'orderedList', ...(start > 1 && start <= 100_000 ? { attrs: { start } } : {}), content: items },
    ]
  }

  #table(element: HtmlElement, context: Context): readonly Block[] {
    if (context.inTable || context.depth + 3 > DEEPEST_BLOCK) {
      this.#notes.add(context.inTable ? 'NESTED_TABLE_FLATTENED' : 'TOO_DEEP_FLATTENED')
      const content = cleanInlines([{ text: htmlText(element), marks: context.marks }], false)
      return content.map((inlines) => paragraphOf(inlines, context.align))
    }
    const frame = frameCell(element)
    if (frame !== null) return this.blocks(frame.children, context)
    const caption = element.children.filter((child) => isElement(child) && child.tag === 'caption')
    const inside = { ...context, align: null, depth: context.depth + 3, inTable: true }
    const table = tableFromHtml(element, (cell) =>
      this.blocks(cell.children, { ...inside, align: alignmentOf(cell), marks: marksInside(cell, []) }),
    )
    return [...this.blocks(caption, { ...context, align: 'center' }), ...(table === null ? [] : [table])]
  }

  #image(element: HtmlElement): readonly Block[] {
    const attachmentId = this.#options.imageId?.(element.attrs['src'] ?? '') ?? null
    if (attachmentId === null) {
      this.#notes.add('IMAGE_DROPPED')
      return []
    }
    const alt = (element.attrs['alt'] ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
    return [{ type: 'image', attrs: { attachmentId, alt: alt.slice(0, 500).toWellFormed() } }]
  }
}

function paragraphOf(content: readonly Inline[], align: Alignment | null): Paragraph {
  const attrs = align === null || align === 'left' ? {} : { attrs: { textAlign: align } }
  return { type: 'paragraph', ...attrs, content }
}

/** The editor wants text first in a list entry. */
function startingWithParagraph(content: readonly Block[]): readonly Block[] {
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content]
}

function withBreaks(node: HtmlNode): HtmlNode {
  if (isElement(node)) return node
  const lines = node.text.split('\n').flatMap((text): readonly HtmlNode[] => [BREAK, { text }])
  return { tag: 'span', attrs: {}, children: lines.slice(1) }
}
const BREAK: HtmlNode = { tag: 'br', attrs: {}, children: [] }

function alignmentOf(element: HtmlElement): Alignment | null {
  const align = styleOf(element)['text-align'] ?? element.attrs['align']?.toLowerCase()
  if (align === 'center' || element.tag === 'center') return 'center'
  if (align === 'right' || align === 'end') return 'right'
  return align === undefined ? null : 'left'
}

/** By tag, by Word's outline level, or by the class of Word's title. */
function headingLevel(element: HtmlElement): 1 | 2 | 3 | 4 | null {
  const byTag = /^h([1-6])$/.exec(element.tag)?.[1]
  const byOutline = /^([1-9])$/.exec(styleOf(element)['mso-outline-level'] ?? '')?.[1]
  const byClass = /\bMsoTitle\b/i.test(element.attrs['class'] ?? '') ? '1' : undefined
  const level = Number(byTag ?? byOutline ?? byClass ?? 0)
  if (level === 0) return null
  return level >= 4 ? 4 : level === 3 ? 3 : level === 2 ? 2 : 1
}
