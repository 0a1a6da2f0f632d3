import { bodyText } from '../notice/body-text.ts'
import type { Block, Body, Table } from '../notice/body.ts'

/** How much of a text a screen is given. */
export type BodyRoom = { readonly characters: number; readonly rows: number }

/** A body no longer than its room; `shortened` when something was left out. */
export type ShortenedBody = { readonly body: Body; readonly shortened: boolean }

function lengthOf(block: Block): number {
  return bodyText({ type: 'doc', content: [block] }).length
}

/** A table with as many of its first rows as there is room for; the row of heads is one of them. */
function shortenTable(
  table: Table,
  room: BodyRoom,
): { readonly table: Table | null; readonly used: BodyRoom } {
  const rows: Table['content'][number][] = []
  let characters = 0
  for (const row of table.content) {
    const length = lengthOf({ ...table, content: [row] })
    if (rows.length >= room.rows || characters + length > room.characters) break
    rows.push(row)
    characters += length
  }
  // Heads without a row say nothing.
  if (rows.length < 2 && table.content.length >= 2) return { table: null, used: { characters: 0, rows: 0 } }
  return { table: { ...table, content: rows }, used: { characters, rows: rows.length } }
}

/**
 * The beginning of a body, in whole paragraphs and whole rows, as much as there is room for: a screen pages some thousand
 * characters at the most, and the code leads to all of it. The first paragraph is always there, cut where it alone is too long.
 * @example shortenBody(body, { characters: 6000, rows: 200 }).shortened // false
 */
export function shortenBody(body: Body, room: BodyRoom): ShortenedBody {
  const blocks: Block[] = []
  let left = room
  for (const [place, block] of body.content.entries()) {
    const length = lengthOf(block)
    if (block.type === 'table') {
      const { table, used } = shortenTable(block, left)
      if (table !== null) blocks.push(table)
      if (table === null || table.content.length < block.content.length) return cut(blocks)
      left = { characters: left.characters - used.characters, rows: left.rows - used.rows }
      continue
    }
    if (length > left.characters) {
      if (place === 0) blocks.push(...cutBlock(block, left.characters))
      return cut(blocks)
    }
    blocks.push(block)
    left = { ...left, characters: left.characters - length }
  }
  return { body, shortened: false }
}

function cut(blocks: readonly Block[]): ShortenedBody {
  const content = blocks.length > 0 ? blocks : [{ type: 'paragraph' } as const]
  return { body: { type: 'doc', content }, shortened: true }
}

function cutBlock(block: Block, characters: number): Block[] {
  const text = bodyText({ type: 'doc', content: [block] })
  // By whole characters: half a rare name is a box on the wall.
  const start = [...text.slice(0, characters)].slice(0, -1).join('')
  return start === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: `${start}…` }] }]
}
