import type { AttachmentPlace } from '../../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { PublicReading } from './prepared.ts'
import { sweepPackage } from './raw-sweep.ts'
import { wordParagraphs } from './word-text.ts'
import { parseXml } from './xml.ts'
import { readZip } from './zip-read.ts'

/**
 * Reads the text of a public Word copy from its bytes: body, headers, footers, notes, and whatever else holds a
 * personal number. What is written in a picture is not read, so a file with one counts as not read. Refuses `attachment.damaged`.
 * @example await readWord(publicBytes)
 */
export async function readWord(bytes: Uint8Array): Promise<Result<PublicReading>> {
  const zip = await readZip(bytes)
  if (!zip.ok) return zip
  const passages: Passage[] = []
  let pictures = false
  for (const [name, content] of zip.value) {
    if (/\/media\//.test(name)) pictures = true
    const kind = kindOf(name)
    if (kind === null) continue
    const root = parseXml(content)
    if (root === null) return refuse('attachment.damaged')
    for (const [index, { text, row, column }] of wordParagraphs(root).entries()) {
      if (text.trim() === '') continue
      const place = { where: { kind, paragraph: index + 1 } satisfies AttachmentPlace, text, dropped: false }
      passages.push({
        ...place,
        ...(row === null ? {} : { row: `${name}|${row}` }),
        ...(column === null ? {} : { column: `${name}|${column}` }),
      })
    }
  }
  const elsewhere = await sweepPackage(zip.value, passages, false)
  return accept({ passages: [...passages, ...elsewhere], textRead: !pictures })
}

function kindOf(name: string): 'PARAGRAPH' | 'HEADER' | 'FOOTER' | 'FOOTNOTE' | null {
  if (name === 'word/document.xml') return 'PARAGRAPH'
  const part = /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/.exec(name)?.[1]
  if (part === undefined) return null
  return part === 'header' ? 'HEADER' : part === 'footer' ? 'FOOTER' : 'FOOTNOTE'
}
