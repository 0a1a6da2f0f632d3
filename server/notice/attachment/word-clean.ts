import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import type { AttachmentPlace } from '../../../domain/privacy/gate-hit.ts'
import { maskFindings } from '../../../domain/privacy/mask.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import type { StrippedPart } from '../views.ts'
import { disallowedFieldNodes } from './word-field.ts'
import { attrOf, childOf, element, elementsOf, type XmlElement, type XmlNode, xmlText } from './xml.ts'

/** What cleaning a Word part needs to know and where it reports. */
export type WordCleaning = {
  /** Ids of styles whose text is hidden. */
  readonly hiddenStyles: ReadonlySet<string>
  /** Says whether the part a relation leads to is in the public copy. */
  readonly keepsRelation: (id: string) => boolean
  readonly stripped: Set<StrippedPart>
  readonly dropped: Passage[]
  /** Paragraphs met so far in this part: where a reader of the original finds what was dropped. */
  paragraph: number
}

const DROPPED = new Set(
  (
    'commentRangeStart commentRangeEnd commentReference annotationRef proofErr lastRenderedPageBreak permStart permEnd ' +
    'moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd ' +
    'customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd ' +
    'customXmlMoveToRangeStart customXmlMoveToRangeEnd sdtPr sdtEndPr customXmlPr smartTagPr extLst ffData hlinkClick ' +
    'hlinkHover hlinkMouseOver fldData embedRegular embedBold embedItalic embedBoldItalic'
  ).split(' '),
)
const CHANGES = new Set(
  (
    'rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange numberingChange ' +
    'cellDel cellIns cellMerge'
  ).split(' '),
)
const EMBEDDED = new Set(['object', 'control', 'OLEObject', 'altChunk', 'subDoc', 'movie', 'contentPart'])
const UNWRAPPED = new Set(['ins', 'moveTo', 'sdt', 'sdtContent', 'customXml', 'smartTag'])
/** Positions and keywords that Office writes as text of elements; everything longer is text that does not belong there. */
const SHORT_VALUE = /^(?:-?[\d.]{1,9}|[a-zA-Z]{1,24})$/

/**
 * Cleans one Word part in place of a reader's eyes: tracked changes are accepted, hidden text, comments, embedded
 * objects, field codes that fetch something and every text outside text elements go. What goes is reported.
 * @example cleanWordPart(root, cleaning)
 */
export function cleanWordPart(root: XmlElement, cleaning: WordCleaning): XmlElement {
  const fields = disallowedFieldNodes(root)
  for (const text of fields.texts) drop(cleaning, { kind: 'OTHER', entry: 'field' }, text)
  if (fields.texts.length > 0) cleaning.stripped.add('EXTERNAL_LINKS')
  cleanInside(root, cleaning, fields.nodes)
  return root
}

function cleanInside(node: XmlElement, cleaning: WordCleaning, fields: ReadonlySet<XmlElement>): void {
  cleanAttributes(node)
  node.children = node.children.flatMap((child) => clean(child, node, cleaning, fields))
}

function clean(
  node: XmlNode,
  parent: XmlElement,
  cleaning: WordCleaning,
  fields: ReadonlySet<XmlElement>,
): readonly XmlNode[] {
  if (typeof node === 'string') {
    return parent.local === 't' || parent.local === 'instrText' || SHORT_VALUE.test(node.trim()) ? [node] : []
  }
  const { local } = node
  if (local === 'p') cleaning.paragraph += 1
  if (local === 'AlternateContent') {
    const chosen = childOf(node, 'Choice') ?? childOf(node, 'Fallback')
    return chosen?.children.flatMap((child) => clean(child, chosen, cleaning, fields)) ?? []
  }
  if (local === 'fldSimple' && fields.has(node)) {
    return node.children.flatMap((child) => clean(child, node, cleaning, fields))
  }
  if (fields.has(node) || DROPPED.has(local)) return []
  if (CHANGES.has(local)) {
    cleaning.stripped.add('TRACKED_CHANGES')
    return []
  }
  if (local === 'del' || local === 'moveFrom' || isDeletedRow(node)) {
    cleaning.stripped.add('TRACKED_CHANGES')
    drop(cleaning, { kind: 'TRACKED_CHANGE', paragraph: 0 }, writtenText(node))
    return []
  }
  if (local !== 'hyperlink' && leadsNowhere(node, cleaning)) return []
  if (isHidden(node, cleaning)) {
    cleaning.stripped.add('HIDDEN_TEXT')
    drop(cleaning, { kind: 'HIDDEN_TEXT', paragraph: 0 }, writtenText(node))
    // A cell without a paragraph does not open in Word, so the empty paragraph stays.
    const properties = childOf(node, 'pPr')
    return local === 'p' ? [element(node.name, new Map(), properties === undefined ? [] : [properties])] : []
  }
  if (EMBEDDED.has(local) || (local === 'drawing' && !isPicture(node, cleaning))) {
    cleaning.stripped.add('EMBEDDED_FILES')
    return []
  }
  if (local === 'ins' || local === 'moveTo') cleaning.stripped.add('TRACKED_CHANGES')
  cleanInside(node, cleaning, fields)
  if (UNWRAPPED.has(local)) return node.children
  if (local === 'hyperlink') return hyperlink(node, cleaning)
  if (local === 'tbl' && childOf(node, 'tr') === undefined) return []
  if (local === 'tc' && elementsOf(node).at(-1)?.local !== 'p')
    node.children.push(element(sibling(node, 'p'), new Map()))
  return [node]
}

function drop(cleaning: WordCleaning, where: AttachmentPlace, text: string): void {
  if (text.trim() === '') return
  const { paragraph } = cleaning
  cleaning.dropped.push({
    where: 'paragraph' in where ? { ...where, paragraph } : where,
    text,
    dropped: true,
  })
}

function sibling(node: XmlElement, local: string): string {
  return node.name.slice(0, node.name.length - node.local.length) + local
}

/** Revisions of typing, people and hidden tooltips; numbers anywhere else in attributes are starred out alike. */
function cleanAttributes(node: XmlElement): void {
  for (const [name, value] of node.attrs) {
    const local = name.slice(name.indexOf(':') + 1)
    const removed =
      /^(?:rsid\w*|author|initials|tooltip|docLocation|o?href|althref|link|alt)$/.test(local) &&
      !name.startsWith('xmlns')
    if (removed || ((node.local === 'docPr' || node.local === 'cNvPr') && local === 'title'))
      node.attrs.delete(name)
    else if (value.length >= 8) node.attrs.set(name, withoutNumbers(value))
  }
  if (node.local === 'docPr' || node.local === 'cNvPr') node.attrs.set('name', 'picture')
}

/**
 * Stars out personal numbers in a value that no reader sees, the same way everywhere, so that references still meet.
 * @example withoutNumbers('rId13800138000') // 'rId138****8000'
 */
export function withoutNumbers(value: string): string {
  const findings = detectNumbers(value).filter(({ severity }) => severity !== 'NOTE')
  return findings.length === 0 ? value : maskFindings(value, findings)
}

function isDeletedRow(node: XmlElement): boolean {
  const properties = node.local === 'tr' ? childOf(node, 'trPr') : undefined
  return properties !== undefined && childOf(properties, 'del') !== undefined
}

function isHidden(node: XmlElement, { hiddenStyles }: WordCleaning): boolean {
  if (node.local === 'tr') {
    const properties = childOf(node, 'trPr')
    return properties !== undefined && isOn(childOf(properties, 'hidden'))
  }
  if (node.local === 'p') {
    // The paragraph style hides every run that does not say otherwise.
    const style = childOf(childOf(node, 'pPr') ?? node, 'pStyle')
    if (style === undefined || !hiddenStyles.has(attrOf(style, 'val') ?? '')) return false
    return elementsOf(node).every((run) => run.local !== 'r' || !isShown(run))
  }
  if (node.local !== 'r') return false
  const properties = childOf(node, 'rPr')
  if (properties === undefined) return false
  const vanish = childOf(properties, 'vanish')
  if (vanish !== undefined) return isOn(vanish)
  const style = childOf(properties, 'rStyle')
  return style !== undefined && hiddenStyles.has(attrOf(style, 'val') ?? '')
}

function isShown(run: XmlElement): boolean {
  const vanish = childOf(childOf(run, 'rPr') ?? run, 'vanish')
  return vanish !== undefined && !isOn(vanish)
}

/**
 * Reads an on/off element of Word: present without a value means on.
 * @example isOn(childOf(properties, 'vanish'))
 */
export function isOn(toggle: XmlElement | undefined): boolean {
  return toggle !== undefined && !/^(?:0|false|off)$/i.test(attrOf(toggle, 'val') ?? '1')
}

/** Charts and diagrams carry the table they were made from; only pictures and text boxes stay. */
function isPicture(drawing: XmlElement, { keepsRelation }: WordCleaning): boolean {
  const stack = [drawing]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.local === 'chart' || node.local === 'relIds') return false
    if (node.local === 'blip') {
      const embed = attrOf(node, 'embed')
      if (embed === undefined || !keepsRelation(embed)) return false
    }
    stack.push(...elementsOf(node))
  }
  return true
}

/** Word refuses a whole file over one reference to a part that is not there. */
function leadsNowhere(node: XmlElement, { keepsRelation }: WordCleaning): boolean {
  if (node.local === 'blip') return false
  for (const name of ['r:id', 'r:pict', 'o:relid']) {
    const id = node.attrs.get(name)
    if (id !== undefined && !keepsRelation(id)) return true
  }
  return false
}

function hyperlink(node: XmlElement, { keepsRelation, stripped }: WordCleaning): readonly XmlNode[] {
  const id = attrOf(node, 'id')
  if (id === undefined || keepsRelation(id)) return [node]
  stripped.add('EXTERNAL_LINKS')
  return node.children
}

/** All that was written in a piece that goes, deleted text included. */
function writtenText(node: XmlElement): string {
  if (node.local === 't' || node.local === 'delText' || node.local === 'instrText') return xmlText(node)
  const inside = elementsOf(node).map(writtenText).join('')
  return node.local === 'p' || node.local === 'tc' ? `${inside}\n` : inside
}
