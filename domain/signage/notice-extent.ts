import type { Block, Body, Table } from '../notice/body.ts'
import { bodyText } from '../notice/body-text.ts'
import { textWeight } from './text-weight.ts'

/** A table as far as room goes, all widths in Han characters. */
export type TableExtent = {
  /** The least width each column can be read in, without the gap beside it. */
  readonly columns: readonly number[]
  readonly rows: number
}

/** What a notice needs on a screen. */
export type NoticeExtent = {
  readonly title: string
  /** Widths of its paragraphs and lines, tables apart. */
  readonly paragraphs: readonly number[]
  readonly tables: readonly TableExtent[]
}

/** Words may be broken over lines of this many characters and no fewer; those of a head are few and known. */
const BROKEN_WORDS = { cell: 4, head: 3 } as const
const FIGURE = /^[\d\s.,:+\-/%¥￥()（）年月日元]+$/u

function cellText(table: Table, row: number, column: number): string {
  const cell = table.content[row]?.content[column]
  return cell === undefined ? '' : bodyText({ type: 'doc', content: cell.content }).trim()
}

/** A figure is read in one piece; words may be broken, but not into columns of single characters. */
function leastWidth(text: string, isHead: boolean): number {
  const weight = textWeight(text)
  return FIGURE.test(text) ? weight : Math.min(weight, isHead ? BROKEN_WORDS.head : BROKEN_WORDS.cell)
}

/**
 * The least width of each column of a table: figures in one piece, words in lines of at least four characters.
 * @example tableExtent(table).columns // [3, 4, 5.2]
 */
export function tableExtent(table: Table): TableExtent {
  const count = Math.max(
    0,
    ...table.content.map((row) => row.content.reduce((sum, cell) => sum + (cell.attrs?.colspan ?? 1), 0)),
  )
  const columns = Array<number>(count).fill(1)
  for (const [rowAt, row] of table.content.entries()) {
    let column = 0
    for (const [cellAt, cell] of row.content.entries()) {
      const span = cell.attrs?.colspan ?? 1
      if (span === 1)
        columns[column] = Math.max(
          columns[column] ?? 1,
          leastWidth(cellText(table, rowAt, cellAt), cell.type === 'tableHeader'),
        )
      column += span
    }
  }
  return { columns, rows: table.content.length }
}

function* prose(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'table' || block.type === 'image') continue
    yield* bodyText({ type: 'doc', content: [block] }).split('\n')
  }
}

/**
 * What a notice needs on a screen, from its title and body.
 * @example noticeExtent('停电通知', body).paragraphs.length // 2
 */
export function noticeExtent(title: string, body: Body): NoticeExtent {
  return {
    title,
    paragraphs: [...prose(body.content)].map(textWeight),
    tables: body.content.flatMap((block) => (block.type === 'table' ? [tableExtent(block)] : [])),
  }
}
