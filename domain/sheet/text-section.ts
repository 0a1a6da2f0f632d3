import type { Block, Body } from '../notice/body.ts'
import { asHeading } from '../notice/body-heading.ts'
import { inlineText } from '../notice/body-text.ts'

/** A chapter of a text: its heading and what stands under it; what stands before the first heading has none. */
export type TextSection = {
  /** As written, numbering included; empty before the first heading. */
  readonly heading: string
  /** The heading without its numbering: 一、办理条件 → 办理条件. */
  readonly name: string
  readonly blocks: readonly Block[]
}

const NUMBERING = /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[.．、])\s*/u
const CLOSING = /[：:。]$/u

function isChapter(block: Block): block is Block & { type: 'heading' } {
  return block.type === 'heading' && block.attrs.level === 1
}

/**
 * Takes a text apart at its headings of the first level (一、 of GB/T 9704-2012, clause 7.3.3). Nothing is lost or added: the
 * sections in their order are the text. A text that numbers its paragraphs without marking headings is read as
 * `asHeading` reads it: only short lines that say no sentence.
 * @example sectionsOf(body)[0] // { heading: '一、办理条件', name: '办理条件', blocks: [...] }
 */
export function sectionsOf(body: Body): readonly TextSection[] {
  const given = body.content.map((block) => (block.type === 'paragraph' ? asHeading(block) : block))
  const blocks = body.content.some(isChapter) ? body.content : given
  const sections: { heading: string; name: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (isChapter(block)) {
      const heading = inlineText(block.content).trim()
      sections.push({ heading, name: bareHeading(heading), blocks: [] })
      continue
    }
    const last = sections.at(-1)
    if (last) last.blocks.push(block)
    else sections.push({ heading: '', name: '', blocks: [block] })
  }
  return sections
}

/**
 * A heading without its numbering and closing sign.
 * @example bareHeading('三、申请材料：') // '申请材料'
 */
export function bareHeading(heading: string): string {
  return heading.replace(NUMBERING, '').replace(CLOSING, '').trim()
}
