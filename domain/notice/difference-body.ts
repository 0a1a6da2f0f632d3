import canonicalize from 'canonicalize'
import type { Block, Body, Heading, Image, ListItem, Paragraph, Table } from './body.ts'
import { bodyText, inlineText } from './body-text.ts'
import { pairedInOrder, type Pairing } from './difference-pairs.ts'
import { likeness, type Profile, profileOf, type Run, textRuns, wholeRun } from './difference-runs.ts'
import { type RowDifference, tableRows, wholeTable } from './difference-table.ts'

/** What a line of a notice is: a paragraph, a heading with its level, an entry of a list with its depth. */
export type LineShape =
  | { readonly type: 'paragraph' }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 }
  | { readonly type: 'bullet' | 'numbered'; readonly depth: number }

/**
 * A block of the body as it differs. `form` says that the words are the same and only their form (bold, alignment, level,
 * merged cells, widths) is another.
 */
export type BlockDifference =
  | {
      readonly block: 'LINE'
      readonly kind: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED'
      readonly shape: LineShape
      readonly form: boolean
      readonly runs: readonly Run[]
    }
  | {
      readonly block: 'TABLE'
      readonly kind: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED'
      readonly form: boolean
      readonly rows: readonly RowDifference[]
    }
  | {
      readonly block: 'PICTURE'
      readonly kind: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED'
      readonly runs: readonly Run[]
    }

type Line = {
  readonly key: string
  readonly text: string
  /** Only asked of what does not stay. */
  readonly profile: () => Profile
  readonly of:
    | { readonly type: 'LINE'; readonly shape: LineShape }
    | { readonly type: 'TABLE'; readonly table: Table }
    | { readonly type: 'PICTURE'; readonly image: Image }
}

// Below this a paragraph was not changed but replaced, and its two texts are easier to read whole.
const SAME_LINE = 0.3
// Two tables in one place are nearly always the same table.
const SAME_TABLE = 0.1

/**
 * What differs between two bodies, in reading order; entries of lists are lines of their own. The `picture` names what a
 * picture shows (its file), so that the same picture taken in again counts as the same.
 * @example bodyDifference(before, after, () => '').filter(({ kind }) => kind !== 'KEPT')
 */
export function bodyDifference(
  before: Body,
  after: Body,
  picture: { readonly before: (id: string) => string; readonly after: (id: string) => string },
): readonly BlockDifference[] {
  const old = lines(before.content, null, picture.before)
  const fresh = lines(after.content, null, picture.after)
  return pairedInOrder(old, fresh, { key: ({ key }) => key, like: likeLines, enough: SAME_TABLE }).map(
    blockOf,
  )
}

function lines(
  blocks: readonly Block[],
  inList: Extract<LineShape, { depth: number }> | null,
  picture: (id: string) => string,
): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    switch (block.type) {
      case 'paragraph': {
        const shape = inList ?? { type: 'paragraph' as const }
        return [lineOf(shape, inlineText(block.content), block)]
      }
      case 'heading':
        return [lineOf({ type: 'heading', level: block.attrs.level }, inlineText(block.content), block)]
      case 'bulletList':
      case 'orderedList': {
        const type = block.type === 'bulletList' ? ('bullet' as const) : ('numbered' as const)
        const depth = (inList?.depth ?? 0) + 1
        return block.content.flatMap((item: ListItem) => lines(item.content, { type, depth }, picture))
      }
      case 'table':
        return [tableOf(block)]
      case 'image':
        return [
          {
            key: `picture ${picture(block.attrs.attachmentId)} ${block.attrs.alt}`,
            text: block.attrs.alt,
            profile: lazily(() => profileOf(block.attrs.alt)),
            of: { type: 'PICTURE', image: block },
          },
        ]
    }
  })
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

// Stored and freshly written trees name their members in another order and are the same to a reader.
function lookOf(value: unknown): string {
  return canonicalize(value) ?? ''
}

function lineOf(shape: LineShape, text: string, block: Paragraph | Heading): Line {
  // A paragraph without attributes and one with empty ones look the same.
  const look = block.attrs?.textAlign ?? 'left'
  return {
    key: lookOf([shape, look, block.content ?? []]),
    text,
    profile: lazily(() => profileOf(text)),
    of: { type: 'LINE', shape },
  }
}

function tableOf(table: Table): Line {
  const text = bodyText({ type: 'doc', content: [table] })
  return { key: lookOf(table), text, profile: lazily(() => profileOf(text)), of: { type: 'TABLE', table } }
}

function likeLines(one: Line, other: Line): number {
  if (one.of.type !== other.of.type) return 0
  if (one.of.type === 'PICTURE') return one.text === other.text ? 1 : 0.2
  const like = likeness(one.profile(), other.profile())
  if (one.of.type === 'TABLE') return Math.max(like, SAME_TABLE)
  return like >= SAME_LINE || shortSwap(one.text, other.text) ? Math.max(like, SAME_TABLE) : 0
}

// 「三天」 become 「五天」 shares no pair of characters, and is still one short line rewritten.
function shortSwap(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  if (longer === 0 || longer > 12 || one === '' || other === '') return false
  const shared = [...new Set(one)].filter((character) => other.includes(character)).length
  return shared * 2 >= new Set(longer === one.length ? one : other).size
}

function blockOf(pair: Pairing<Line>): BlockDifference {
  switch (pair.kind) {
    case 'KEPT':
      return alone('KEPT', pair.after)
    case 'ADDED':
      return alone('ADDED', pair.after)
    case 'REMOVED':
      return alone('REMOVED', pair.before)
    case 'CHANGED':
      return changed(pair.before, pair.after)
  }
}

function alone(kind: Run['kind'], line: Line): BlockDifference {
  switch (line.of.type) {
    case 'LINE':
      return { block: 'LINE', kind, shape: line.of.shape, form: false, runs: wholeRun(kind, line.text) }
    case 'TABLE':
      return { block: 'TABLE', kind, form: false, rows: wholeTable(kind, line.of.table) }
    case 'PICTURE':
      return { block: 'PICTURE', kind, runs: wholeRun(kind, line.text) }
  }
}

function changed(before: Line, after: Line): BlockDifference {
  if (before.of.type === 'TABLE' && after.of.type === 'TABLE') {
    const rows = tableRows(before.of.table, after.of.table)
    return { block: 'TABLE', kind: 'CHANGED', form: rows.every(({ kind }) => kind === 'KEPT'), rows }
  }
  const runs = textRuns(before.text, after.text)
  if (after.of.type === 'LINE') {
    const form = before.text === after.text
    return { block: 'LINE', kind: 'CHANGED', shape: after.of.shape, form, runs }
  }
  return { block: 'PICTURE', kind: 'CHANGED', runs }
}
