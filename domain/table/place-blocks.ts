import { bodyText } from '../notice/body-text.ts'
import type { Block, Body } from '../notice/body.ts'
import { tableWords } from './table-block.ts'

function words(block: Block): string {
  return block.type === 'table'
    ? tableWords(block)
    : `${block.type}\n${bodyText({ type: 'doc', content: [block] })}`
}

function findRun(content: readonly Block[], former: readonly Block[]): number {
  const wanted = former.map(words)
  const here = content.map(words)
  return here.findIndex((_, from) => wanted.every((text, at) => here[from + at] === text))
}

/** Whether a part of what a list brought still stands in a text that does not hold all of it. */
function holdsPart(content: readonly Block[], former: readonly Block[]): boolean {
  const wanted = new Set(former.map(words))
  return content.some((block) => wanted.has(words(block)))
}

function isEmpty({ content }: Body): boolean {
  return (
    content.length === 0 ||
    (content.length === 1 && bodyText({ type: 'doc', content }) === '' && content[0]?.type === 'paragraph')
  )
}

/**
 * Puts the blocks of a list into a text: in place of those it brought before, else behind the block `after` (from 0), else
 * at the end. Null where the text holds only a part of what the list brought: the rest, reworded by hand, would stay beside
 * the new table with the old sums.
 * @example placeBlocks(body, null, [table], null)?.content.at(-1) === table
 */
export function placeBlocks(
  body: Body,
  former: readonly Block[] | null,
  next: readonly Block[],
  after: number | null,
): Body | null {
  if (isEmpty(body)) return { type: 'doc', content: next }
  const from = former ? findRun(body.content, former) : -1
  if (former && from >= 0) {
    return { type: 'doc', content: body.content.toSpliced(from, former.length, ...next) }
  }
  if (former && holdsPart(body.content, former)) return null
  const at = after === null ? body.content.length : Math.min(after + 1, body.content.length)
  return { type: 'doc', content: body.content.toSpliced(at, 0, ...next) }
}

/**
 * Says whether a text holds everything a list brought, in these very words and this order: of accounts head and foot too,
 * since closing balance and signatures stand there.
 * @example holdsBlocks(body, taking.blocks) // true
 */
export function holdsBlocks({ content }: Body, blocks: readonly Block[]): boolean {
  return findRun(content, blocks) >= 0
}

/**
 * Everything a list brought as one text, as its proof names it by hash.
 * @example blocksWords(blocks)
 */
export function blocksWords(blocks: readonly Block[]): string {
  return blocks.map(words).join('\n\n')
}
