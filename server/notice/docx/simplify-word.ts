import type { ZipEntries } from '../attachment/zip-read.ts'
import {
  attrOf,
  childOf,
  element,
  elementsOf,
  parseXml,
  serializeXml,
  walkXml,
  type XmlElement,
} from '../attachment/xml.ts'
import { wordNumbering, type WordNumbering } from './word-numbering.ts'
import { wordStyles, type WordStyles } from './word-style.ts'

/** Names of the styles that carry alignment and title through the conversion to HTML, and what they become there. */
export const CARRYING_STYLES = [
  "p.BoardTitle => p.MsoTitle[align='center']:fresh",
  "p.BoardCenter => p[align='center']:fresh",
  "p.BoardRight => p[align='right']:fresh",
  'u => u',
  'strike => s',
] as const

/**
 * Rewrites a cleaned Word package so that the conversion to HTML keeps what it would lose: alignment, title, outline
 * levels set without a heading style, and automatic Chinese numbering, which stands nowhere in the text.
 * @example simplifyWord(entries) // entries for writeZip
 */
export function simplifyWord(entries: ZipEntries): ReadonlyMap<string, Uint8Array | string> {
  const result = new Map<string, Uint8Array | string>(entries)
  const part = (pattern: RegExp): XmlElement | null => {
    const found = [...entries].find(([name]) => pattern.test(name))
    return found === undefined ? null : parseXml(found[1])
  }
  const document = part(/^word\/document\.xml$/)
  if (document === null) return result
  const styles = wordStyles(part(/^word\/styles\d*\.xml$/))
  const numbering = wordNumbering(part(/^word\/numbering\d*\.xml$/))
  for (const node of walkXml(document)) if (node.local === 'p') simplify(node, styles, numbering)
  result.set('word/document.xml', serializeXml(document))
  return result
}

function simplify(paragraph: XmlElement, styles: WordStyles, numbering: WordNumbering): void {
  const name = styles.nameOf(paragraph)
  const heading = headingLevel(paragraph, name, styles)
  const number = printedNumber(paragraph, styles, numbering)
  const jc = attrOf(styles.property(paragraph, 'jc') ?? element('', new Map()), 'val')
  const isTitle = /^(?:title|标题|subtitle)$/.test(name)
  // Plain numbers in ordinary paragraphs become lists by themselves; what is official or heads a section becomes text.
  if (number !== null && (number.chinese || heading !== null)) {
    prepend(paragraph, number.text)
    removeProperty(paragraph, 'numPr')
  }
  if (isTitle) setStyle(paragraph, 'BoardTitle')
  else if (heading !== null) setStyle(paragraph, `Heading${heading}`)
  else if (number === null || number.chinese) {
    if (jc === 'center') setStyle(paragraph, 'BoardCenter')
    else if (jc === 'right' || jc === 'end') setStyle(paragraph, 'BoardRight')
    // A style can number its paragraphs; once the number is text it must not be counted again.
    else if (number !== null) setStyle(paragraph, 'BoardPlain')
  }
}

function headingLevel(paragraph: XmlElement, name: string, styles: WordStyles): number | null {
  const byName = /^(?:heading|标题)\s*([1-9])$/.exec(name)?.[1]
  if (byName !== undefined) return Math.min(4, Number(byName))
  const outline = styles.property(paragraph, 'outlineLvl')
  const level = outline === undefined ? 9 : Number(attrOf(outline, 'val') ?? 9)
  return level >= 0 && level <= 5 ? Math.min(4, level + 1) : null
}

function printedNumber(
  paragraph: XmlElement,
  styles: WordStyles,
  numbering: WordNumbering,
): { readonly text: string; readonly chinese: boolean } | null {
  const properties = styles.property(paragraph, 'numPr')
  if (properties === undefined) return null
  const numId = attrOf(childOf(properties, 'numId') ?? properties, 'val')
  const level = Number(attrOf(childOf(properties, 'ilvl') ?? properties, 'val') ?? 0)
  return numId === undefined || numId === '0' ? null : numbering.next({ numId, level })
}

function prefixOf(node: XmlElement): string {
  return node.name.slice(0, node.name.length - node.local.length)
}

function prepend(paragraph: XmlElement, text: string): void {
  const prefix = prefixOf(paragraph)
  const run = element(`${prefix}r`, new Map(), [
    element(`${prefix}t`, new Map([['xml:space', 'preserve']]), [text]),
  ])
  const at = paragraph.children.findIndex((child) => typeof child !== 'string' && child.local === 'pPr')
  // The number takes the look of what follows, so that a bold heading is bold as a whole.
  const first = elementsOf(paragraph).find(({ local }) => local === 'r')
  const look = first === undefined ? undefined : childOf(first, 'rPr')
  if (look !== undefined) run.children.unshift(look)
  paragraph.children.splice(at + 1, 0, run)
}

function setStyle(paragraph: XmlElement, id: string): void {
  const prefix = prefixOf(paragraph)
  removeProperty(paragraph, 'pStyle')
  let properties = childOf(paragraph, 'pPr')
  if (properties === undefined) {
    properties = element(`${prefix}pPr`, new Map())
    paragraph.children.unshift(properties)
  }
  properties.children.unshift(element(`${prefix}pStyle`, new Map([[`${prefix}val`, id]])))
}

function removeProperty(paragraph: XmlElement, local: string): void {
  const properties = childOf(paragraph, 'pPr')
  if (properties === undefined) return
  properties.children = properties.children.filter(
    (child) => typeof child === 'string' || child.local !== local,
  )
}
