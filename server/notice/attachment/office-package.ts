import { posix } from 'node:path'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { attrOf, elementsOf, parseXml, walkXml, type XmlElement, xmlText } from './xml.ts'
import type { ZipEntries } from './zip-read.ts'

/** A relation of a part: its id, the last word of its type, and where it leads. */
export type Relation = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/**
 * The relations of a part of an Office package; targets inside the package come as full entry names. The package
 * itself is the part `''`.
 * @example relationsOf(entries, '').find(({ type }) => type === 'officeDocument')?.target // 'word/document.xml'
 */
export function relationsOf(entries: ZipEntries, part: string): readonly Relation[] {
  const folder = posix.dirname(part)
  const base = folder === '.' ? '' : `${folder}/`
  const source = entries.get(`${base}_rels/${posix.basename(part)}.rels`)
  const root = source === undefined ? null : parseXml(source)
  if (root === null) return []
  return elementsOf(root).flatMap((node): readonly Relation[] => {
    const id = attrOf(node, 'Id')
    const target = attrOf(node, 'Target')
    const type = (attrOf(node, 'Type') ?? '').split('/').at(-1) ?? ''
    if (id === undefined || target === undefined || type === '') return []
    const external = attrOf(node, 'TargetMode') === 'External'
    const inside = target.startsWith('/') ? target.slice(1) : posix.normalize(base + target)
    return [{ id, type, target: external ? target : inside, external }]
  })
}

/**
 * The content type an Office package declares for a part, or null.
 * @example contentTypeOf(entries, 'word/document.xml')
 */
export function contentTypeOf(entries: ZipEntries, part: string): string | null {
  const source = entries.get('[Content_Types].xml')
  const root = source === undefined ? null : parseXml(source)
  if (root === null) return null
  const extension = part.split('.').at(-1)?.toLowerCase()
  const named = elementsOf(root).find(
    (node) =>
      node.local === 'Override' && attrOf(node, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  )
  const usual = elementsOf(root).find(
    (node) => node.local === 'Default' && attrOf(node, 'Extension')?.toLowerCase() === extension,
  )
  return attrOf(named ?? usual ?? root, 'ContentType') ?? null
}

/**
 * The document properties of a package (core, application and the office's own) as dropped passages.
 * @example propertyPassages(entries)[0]?.where // { kind: 'PROPERTY', property: 'creator' }
 */
export function propertyPassages(entries: ZipEntries): readonly Passage[] {
  const passages: Passage[] = []
  for (const [name, content] of entries) {
    if (!/^docProps\/.*\.xml$/i.test(name)) continue
    const root = parseXml(content)
    for (const node of root === null ? [] : walkXml(root)) passages.push(...propertyOf(node))
  }
  return passages
}

function propertyOf(node: XmlElement): readonly Passage[] {
  const elements = elementsOf(node)
  const name = attrOf(node, 'name')
  const isLeaf = elements.length === 0 || node.local === 'property'
  if (!isLeaf || (node.local !== 'property' && node.children.length === 0)) return []
  const text = [name ?? '', xmlText(node)].filter((part) => part !== '').join('：')
  return text === ''
    ? []
    : [{ where: { kind: 'PROPERTY', property: name ?? node.local }, text, dropped: true }]
}
