import type { Block, Heading, Inline, Paragraph } from './body.ts'
import { inlineText } from './body-text.ts'

const NUMBERING: readonly {
  readonly level: 1 | 2 | 3 | 4
  readonly pattern: RegExp
  readonly bold: boolean
}[] = [
  { level: 1, pattern: /^[一二三四五六七八九十百]+、/, bold: false },
  { level: 2, pattern: /^[（(][一二三四五六七八九十百]+[）)]/, bold: false },
  { level: 3, pattern: /^\d{1,2}[.．、](?!\d)/, bold: true },
  { level: 4, pattern: /^[（(]\d{1,2}[）)]/, bold: true },
]
const LONGEST_HEADING = 40

/**
 * Recognises a heading by its official numbering (GB/T 9704-2012, clause 7.3.3): 一、 is level 1, （一） level 2, and,
 * only when wholly bold, 1. level 3 and (1) level 4. Conservative: at most 40 characters, no sentence inside, a
 * colon at most at the end; a wrong heading is worse than a plain paragraph.
 * @example asHeading({ type: 'paragraph', content: [{ type: 'text', text: '一、总体要求' }] }).type // 'heading'
 */
export function asHeading(paragraph: Paragraph): Block {
  const content = paragraph.content ?? []
  const text = inlineText(content)
  const align = paragraph.attrs?.textAlign ?? null
  if (align === 'right' || text.length > LONGEST_HEADING || /[。；;！!？?\n]|[：:]./.test(text))
    return paragraph
  const found = NUMBERING.find(({ pattern, bold }) => pattern.test(text) && (!bold || content.every(isBold)))
  return found === undefined ? paragraph : heading(found.level, content, align)
}

/**
 * Makes a heading; bold and other emphasis go, because the level decides how it looks.
 * @example heading(1, [{ type: 'text', text: '一、', marks: [{ type: 'bold' }] }], null)
 */
export function heading(
  level: Heading['attrs']['level'],
  content: readonly Inline[],
  textAlign: 'left' | 'center' | 'right' | null,
): Heading {
  const plain = content.map((node): Inline => {
    if (node.type !== 'text') return node
    const marks = (node.marks ?? []).filter((mark) => mark.type === 'link')
    return { type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }
  })
  return {
    type: 'heading',
    attrs: { level, ...(textAlign === null ? {} : { textAlign }) },
    content: joined(plain),
  }
}

function joined(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const node of content) {
    const last = result.at(-1)
    if (last?.type === 'text' && node.type === 'text' && !last.marks && !node.marks) {
      result[result.length - 1] = { type: 'text', text: last.text + node.text }
    } else result.push(node)
  }
  return result
}

function isBold(node: Inline): boolean {
  return node.type !== 'text' || (node.marks ?? []).some((mark) => mark.type === 'bold')
}
