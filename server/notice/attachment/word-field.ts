import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import { attrOf, elementsOf, type XmlElement, xmlText } from './xml.ts'

/** Fields that only number pages, headings and references; all others fetch, link or run something. */
const HARMLESS = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|SEQ|STYLEREF|NOTEREF)\b/i

/** The parts of disallowed fields that go, and their codes (addresses, data sources), to be reported. */
export type DisallowedFields = { readonly nodes: ReadonlySet<XmlElement>; readonly texts: readonly string[] }

/**
 * Finds the machinery of fields that may not stay (HYPERLINK, INCLUDETEXT, DDEAUTO, MERGEFIELD …). Their shown result
 * is not part of it and stays as plain text. Fields nest and run over paragraphs, so the whole part is walked.
 * @example disallowedFieldNodes(root).texts // [' HYPERLINK "https://example.cn" ']
 */
export function disallowedFieldNodes(root: XmlElement): DisallowedFields {
  const nodes = new Set<XmlElement>()
  const texts: string[] = []
  const open: { code: string; machinery: XmlElement[] }[] = []
  const close = (): void => {
    const field = open.pop()
    if (field === undefined || isHarmless(field.code)) return
    for (const node of field.machinery) nodes.add(node)
    if (field.code.trim() !== '') texts.push(field.code)
  }
  const visit = (node: XmlElement): void => {
    if (node.local === 'fldSimple') {
      const code = attrOf(node, 'instr') ?? ''
      if (!isHarmless(code)) {
        nodes.add(node)
        texts.push(code)
      }
    } else if (node.local === 'fldChar') {
      const type = attrOf(node, 'fldCharType')
      if (type === 'begin') open.push({ code: '', machinery: [node] })
      else open.at(-1)?.machinery.push(node)
      if (type === 'end') close()
    } else if (node.local === 'instrText' || node.local === 'delInstrText') {
      const field = open.at(-1)
      // A code outside any field shows nothing and means nothing.
      if (field === undefined) nodes.add(node)
      else {
        field.code += xmlText(node)
        field.machinery.push(node)
      }
    }
    for (const child of elementsOf(node)) visit(child)
  }
  visit(root)
  while (open.length > 0) close()
  return { nodes, texts }
}

function isHarmless(code: string): boolean {
  return HARMLESS.test(code) && code.length <= 200 && detectNumbers(code).length === 0
}
