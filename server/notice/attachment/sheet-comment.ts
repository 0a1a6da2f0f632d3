import type { Passage } from '../../../domain/privacy/passage.ts'
import { relationsOf } from './office-package.ts'
import { attrOf, parseXml, walkXml, xmlText } from './xml.ts'
import type { ZipEntries } from './zip-read.ts'

/**
 * The comments of an Excel file, old notes and new threads, read from the package itself; `main` is the workbook's
 * part. They never reach the public copy.
 * @example sheetCommentPassages(entries, 'xl/workbook.xml')
 */
export function sheetCommentPassages(entries: ZipEntries, main: string): readonly Passage[] {
  const parts = new Map(relationsOf(entries, main).map(({ id, target }) => [id, target]))
  const workbook = parseXml(entries.get(main) ?? '')
  const passages: Passage[] = []
  for (const node of workbook === null ? [] : walkXml(workbook)) {
    const part = node.local === 'sheet' ? parts.get(node.attrs.get('r:id') ?? '') : undefined
    if (part === undefined) continue
    const sheet = attrOf(node, 'name') ?? ''
    for (const { type, target } of relationsOf(entries, part)) {
      if (/^(?:comments|threadedComment)$/i.test(type)) passages.push(...commentsIn(entries, target, sheet))
    }
  }
  return passages
}

function commentsIn(entries: ZipEntries, part: string, sheet: string): readonly Passage[] {
  const root = parseXml(entries.get(part) ?? '')
  if (root === null) return []
  return [...walkXml(root)].flatMap((node): readonly Passage[] => {
    if (node.local !== 'comment' && node.local !== 'threadedComment') return []
    const cell = attrOf(node, 'ref') ?? ''
    return [
      { where: { kind: 'CELL_COMMENT', sheet, cell, hidden: true }, text: xmlText(node), dropped: true },
    ]
  })
}
