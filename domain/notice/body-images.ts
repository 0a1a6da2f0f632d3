import type { Block, Body } from './body.ts'

/**
 * Ids of the pictures that stand in a body.
 * @example bodyImages({ type: 'doc', content: [] }).size // 0
 */
export function bodyImages(body: Body): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'image':
          found.add(block.attrs.attachmentId)
          break
        case 'bulletList':
        case 'orderedList':
          for (const item of block.content) walk(item.content)
          break
        case 'table':
          for (const row of block.content) for (const cell of row.content) walk(cell.content)
          break
        case 'paragraph':
        case 'heading':
          break
      }
    }
  }
  walk(body.content)
  return found
}
