import { SaxesParser } from 'saxes'

/** An element of an Office part. `name` is written with its prefix, `local` without; children may be replaced. */
export type XmlElement = {
  readonly name: string
  readonly local: string
  readonly attrs: Map<string, string>
  children: XmlNode[]
}

/** An element or a text. Comments, processing instructions and document types are never kept. */
export type XmlNode = XmlElement | string

const DEEPEST = 500

/**
 * Parses one XML part strictly; null when it is not well-formed, has a document type (entity bombs), or is nested
 * beyond reason.
 * @example parseXml('<a><b/></a>')?.children.length // 1
 */
export function parseXml(source: Uint8Array | string): XmlElement | null {
  const text = typeof source === 'string' ? source : decode(source)
  if (text === null) return null
  const parser = new SaxesParser()
  const root = element('', new Map())
  const open: XmlElement[] = [root]
  let failed = false
  parser.on('error', () => {
    failed = true
  })
  parser.on('doctype', () => {
    failed = true
  })
  parser.on('opentag', (tag) => {
    const child = element(tag.name, new Map(Object.entries(tag.attributes)))
    open.at(-1)?.children.push(child)
    open.push(child)
    if (open.length > DEEPEST) failed = true
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const onText = (value: string): void => {
    open.at(-1)?.children.push(value)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  try {
    for (let at = 0; at < text.length && !failed; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
    if (!failed) parser.close()
  } catch {
    // The parser throws where it cannot go on; the file is from outside, so that is a refusal, not a bug.
    return null
  }
  const top = root.children.find((node) => typeof node !== 'string')
  return failed || top === undefined || typeof top === 'string' ? null : top
}
const CHUNK = 1 << 16

function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '')
  } catch {
    return null
  }
}

/**
 * Makes an element.
 * @example element('w:p', new Map())
 */
export function element(name: string, attrs: Map<string, string>, children: XmlNode[] = []): XmlElement {
  return { name, local: name.slice(name.indexOf(':') + 1), attrs, children }
}

/**
 * Writes an element as a part of its own, in UTF-8.
 * @example serializeXml(element('a', new Map())) // '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a/>'
 */
export function serializeXml(root: XmlElement): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  write(root, parts)
  return parts.join('')
}

function write(node: XmlElement, parts: string[]): void {
  parts.push('<', node.name)
  for (const [name, value] of node.attrs) parts.push(' ', name, '="', escapeXml(value), '"')
  if (node.children.length === 0) {
    parts.push('/>')
    return
  }
  parts.push('>')
  for (const child of node.children) {
    if (typeof child === 'string') parts.push(escapeXml(child))
    else write(child, parts)
  }
  parts.push('</', node.name, '>')
}

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/g, (sign) => (sign in NAMED ? (NAMED[sign] ?? sign) : sign))
}
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/**
 * The child elements of an element.
 * @example elementsOf(root).map((child) => child.local)
 */
export function elementsOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string')
}

/**
 * The first child element with this local name.
 * @example childOf(run, 'rPr')
 */
export function childOf(parent: XmlElement, local: string): XmlElement | undefined {
  return elementsOf(parent).find((child) => child.local === local)
}

/**
 * The value of an attribute by its local name, whatever its prefix.
 * @example attrOf(style, 'styleId')
 */
export function attrOf(node: XmlElement, local: string): string | undefined {
  for (const [name, value] of node.attrs) if (name === local || name.endsWith(`:${local}`)) return value
  return undefined
}

/**
 * Walks an element and everything in it, in document order.
 * @example [...walkXml(root)].filter((node) => node.local === 't')
 */
export function* walkXml(root: XmlElement): Generator<XmlElement> {
  yield root
  for (const child of root.children) if (typeof child !== 'string') yield* walkXml(child)
}

/**
 * All text inside an element.
 * @example xmlText(cell) // '周敏'
 */
export function xmlText(root: XmlElement): string {
  return root.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
}
