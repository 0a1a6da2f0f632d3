import type { Block, Inline } from '../../../domain/notice/body.ts'

function lineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

/** The texts of a block in reading order, one for each paragraph or cell, without empty ones. */
export function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [lineText(block.content).trim()].filter((text) => text !== '')
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(textsOf))
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(textsOf)))
    case 'image':
      return []
  }
}
