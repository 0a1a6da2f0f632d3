import type { Block } from '../notice/body.ts'
import { inlineText } from '../notice/body-text.ts'
import { bareHeading, type TextSection } from './text-section.ts'

/** What an applicant is to bring, as the text names it; `notes` are its sentences that name nothing to bring. */
export type MaterialList = { readonly items: readonly string[]; readonly notes: readonly string[] }

const MATERIALS = /材料|证件|资料/u
const NUMBERED = /^(?:[（(][一二三四五六七八九十百\d]+[）)]|\d{1,2}[.．、]|[①-⑳])\s*/u
const CLOSING = /[；;。，,]$/u

type Line = { readonly text: string; readonly listed: boolean }

function linesOf(block: Block): readonly Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const text = inlineText(block.content).trim()
      return text === '' ? [] : [{ text, listed: NUMBERED.test(text) }]
    }
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => ({
        text: item.content
          .flatMap(linesOf)
          .map(({ text }) => text)
          .join(''),
        listed: true,
      }))
    case 'table':
      // The first row names the columns; each further row is one thing to bring.
      return block.content.slice(1).map((row) => ({
        text: row.content
          .map((cell) =>
            cell.content
              .flatMap(linesOf)
              .map(({ text }) => text)
              .join(''),
          )
          .filter((text) => text !== '')
          .join('　'),
        listed: true,
      }))
    case 'image':
      return []
  }
}

/**
 * The materials for the 一次性告知单, taken from the sections that are about them: each line of a list or table and
 * each numbered paragraph is one to tick. Where such a section lists nothing its sentences stand as they are, one box each:
 * a sentence is never torn into things it may not mean. Null when the text has no such section.
 * @example materialsOf(sectionsOf(body))?.items // ['最低生活保障申请书', '家庭成员身份证明']
 */
export function materialsOf(sections: readonly TextSection[]): MaterialList | null {
  const about = sections.filter(({ heading }) => MATERIALS.test(heading))
  if (about.length === 0) return null
  const lines = about.flatMap(({ blocks }) => blocks.flatMap(linesOf))
  const listed = lines.filter((line) => line.listed)
  const bare = (text: string) => bareHeading(text.replace(NUMBERED, '')).replace(CLOSING, '')
  if (listed.length === 0) return { items: lines.map(({ text }) => text), notes: [] }
  return {
    items: listed.map(({ text }) => bare(text)),
    notes: lines.filter((line) => !line.listed).map(({ text }) => text),
  }
}
