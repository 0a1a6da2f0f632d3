import type { Block, Body, Table } from '../../../domain/notice/body.ts'
import { bodyText, inlineText } from '../../../domain/notice/body-text.ts'

/** A run of text that flows over pages, or a table that is dealt out by rows with its heads over every page. */
export type Segment =
  | {
      readonly kind: 'PROSE'
      /** 主送机关, flush left before the first paragraph. */
      readonly lead: string | null
      readonly blocks: readonly Block[]
      /** Lines at the right under the last paragraph: who signs, and when. */
      readonly sign: readonly string[]
      /** Where the rest is to be found. */
      readonly note: string | null
    }
  | { readonly kind: 'TABLE'; readonly caption: Block | null; readonly table: Table; readonly cut: number }

/** What stands before and after the text. */
export type Around = {
  readonly lead: string | null
  readonly sign: readonly string[]
  readonly note: string | null
}

const CAPTION_CHARACTERS = 24

/** What leads to the table under it and goes with its first rows: a heading, a line in the middle, a short line that ends in a colon. */
function isCaption(block: Block | undefined): block is Block {
  if (block?.type === 'heading') return inlineText(block.content).length <= CAPTION_CHARACTERS
  if (block?.type !== 'paragraph') return false
  const text = inlineText(block.content)
  return text.length <= CAPTION_CHARACTERS && (block.attrs?.textAlign === 'center' || /[:：]$/u.test(text))
}

function isEmpty(blocks: readonly Block[]): boolean {
  return (
    blocks.every((block) => block.type !== 'image') &&
    bodyText({ type: 'doc', content: blocks }).trim() === ''
  )
}

/**
 * Divides a body into what flows and what is dealt out. A table with more than `mostRows` rows, all tables counted together, ends
 * there; `cut` says how many rows are not shown. Without
 * `captions` what leads to a table stays with the text, for rooms too low for both.
 * @example segmentsOf(body, around, 120, true).length // 2
 */
export function segmentsOf(
  body: Body,
  around: Around,
  mostRows: number,
  captions: boolean,
): readonly Segment[] {
  const segments: Segment[] = []
  let run: Block[] = []
  let rowsLeft = mostRows
  const flush = () => {
    if (!isEmpty(run)) segments.push({ kind: 'PROSE', lead: null, blocks: run, sign: [], note: null })
    run = []
  }
  for (const block of body.content) {
    if (block.type !== 'table') {
      run.push(block)
      continue
    }
    const last = run.at(-1)
    const caption = captions && isCaption(last) ? last : null
    if (caption !== null) run.pop()
    flush()
    const rows = block.content.slice(0, Math.max(0, rowsLeft))
    rowsLeft -= rows.length
    if (rows.length > 0)
      segments.push({
        kind: 'TABLE',
        caption,
        table: { ...block, content: rows },
        cut: block.content.length - rows.length,
      })
  }
  flush()
  const { lead, sign, note } = around
  if (lead !== null) {
    const [first] = segments
    if (first?.kind === 'PROSE') segments[0] = { ...first, lead }
    else segments.unshift({ kind: 'PROSE', lead, blocks: [], sign: [], note: null })
  }
  if (sign.length > 0 || note !== null) {
    const last = segments.at(-1)
    if (last?.kind === 'PROSE') segments[segments.length - 1] = { ...last, sign, note }
    else segments.push({ kind: 'PROSE', lead: null, blocks: [], sign, note })
  }
  return segments
}
