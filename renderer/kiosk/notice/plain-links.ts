import type { Block, Body, Inline, ListItem, TableCell, TableRow } from '../../../domain/notice/body.ts'

function addressOf(inline: Inline): string | null {
  if (inline.type !== 'text') return null
  for (const mark of inline.marks ?? []) if (mark.type === 'link') return mark.attrs.href
  return null
}

function readable(href: string): string {
  return href.replace(/^(?:mailto|tel):/iu, '')
}

function plainLine(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline, index): Inline[] => {
    const href = addressOf(inline)
    if (href === null || inline.type !== 'text') return [inline]
    const next = content[index + 1]
    const text: Inline = { ...inline, marks: (inline.marks ?? []).filter((mark) => mark.type !== 'link') }
    // One link may be cut into pieces by bold letters; its address is written once, behind the last piece.
    const isLast = !next || addressOf(next) !== href
    const address = readable(href)
    return isLast && !inline.text.includes(address)
      ? [text, { type: 'text', text: `（${address}）` }]
      : [text]
  })
}

function plainBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content ? { ...block, content: plainLine(block.content) } : block
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map(plainItem) }
    case 'table':
      return { ...block, content: block.content.map(plainRow) }
    case 'image':
      return block
  }
}

function plainItem(item: ListItem): ListItem {
  return { ...item, content: item.content.map(plainBlock) }
}

function plainRow(row: TableRow): TableRow {
  return {
    ...row,
    content: row.content.map((cell): TableCell => ({ ...cell, content: cell.content.map(plainBlock) })),
  }
}

/**
 * The body with every link written out as words and address: a locked screen must not be led away from its
 * pages, and the visitor still needs the address to take home.
 */
export function plainLinks(body: Body): Body {
  return { ...body, content: body.content.map(plainBlock) }
}
