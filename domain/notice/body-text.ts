import type { Block, Body, Heading, Image, Inline, Paragraph, TableCell } from './body.ts'

/**
 * One paragraph, heading or picture with its place. `path` walks `content` indexes from the root; `tableRow` is the
 * row in the innermost table, counted from 1 as a person counts; `cellPath` leads to the innermost cell.
 */
export type PlacedBlock = {
  readonly block: Paragraph | Heading | Image
  readonly path: readonly number[]
  readonly tableRow: number | null
  readonly cellPath: readonly number[] | null
}

/** One block of the body that carries text, with its place as in `PlacedBlock`. */
export type TextBlock = {
  readonly path: readonly number[]
  readonly text: string
  readonly tableRow: number | null
}

/**
 * The text of inline nodes as one string; a line break counts as one character, so offsets in it can be walked
 * back to the nodes.
 * @example inlineText([{ type: 'text', text: '一' }, { type: 'hardBreak' }]) // '一\n'
 */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

/**
 * Walks every paragraph and heading of a body in reading order. Text split over bold or linked runs comes as
 * one string, because a number with a bold middle is still one number to the reader.
 * @example [...bodyBlocks(body)][0] // { path: [0], text: '特此公告。', tableRow: null }
 */
export function* bodyBlocks(body: Body): Generator<TextBlock> {
  for (const { block, path, tableRow } of placedBlocks(body)) {
    if (block.type !== 'image') yield { path, text: inlineText(block.content), tableRow }
  }
}

/**
 * Walks every paragraph, heading and picture of a body in reading order, with its place.
 * @example [...placedBlocks(body)].filter(({ block }) => block.type === 'image')
 */
export function placedBlocks(body: Body): Generator<PlacedBlock> {
  return walk(body.content, { path: [], tableRow: null, cellPath: null })
}

type Place = Omit<PlacedBlock, 'block'>

function* walk(blocks: readonly Block[], parent: Place): Generator<PlacedBlock> {
  for (const [index, block] of blocks.entries()) {
    const path = [...parent.path, index]
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'image':
        yield { ...parent, block, path }
        break
      case 'bulletList':
      case 'orderedList':
        for (const [at, item] of block.content.entries()) {
          yield* walk(item.content, { ...parent, path: [...path, at] })
        }
        break
      case 'table':
        for (const [at, row] of block.content.entries()) {
          for (const [column, cell] of row.content.entries()) {
            const cellPath = [...path, at, column]
            yield* walk(cell.content, { path: cellPath, tableRow: at + 1, cellPath })
          }
        }
        break
    }
  }
}

/**
 * The plain text of a body for search, abstracts and comparison: blocks joined by `\n`, cells of a row by `\t`.
 * Line breaks inside a cell become spaces, so that one table row stays one line. Pictures give nothing.
 * @example bodyText(body) // '名单\n姓名\t金额\n周敏\t300'
 */
export function bodyText(body: Body): string {
  return blocksText(body.content)
}

function blocksText(blocks: readonly Block[]): string {
  const lines: string[] = []
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        lines.push(inlineText(block.content))
        break
      case 'bulletList':
      case 'orderedList':
        for (const item of block.content) lines.push(blocksText(item.content))
        break
      case 'table':
        for (const row of block.content) lines.push(row.content.map(cellText).join('\t'))
        break
      case 'image':
        break
    }
  }
  return lines.join('\n')
}

function cellText(cell: TableCell): string {
  return blocksText(cell.content).replaceAll(/[\n\t]+/g, ' ')
}
