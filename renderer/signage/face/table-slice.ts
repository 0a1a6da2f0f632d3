import type { Table } from '../../../domain/notice/body.ts'
import type { RowRange } from './deal-rows.ts'

/** How many leading rows are heads; none where a cell of theirs reaches below them. */
export function headCount(table: Table): number {
  const found = table.content.findIndex((row) => !row.content.every((cell) => cell.type === 'tableHeader'))
  const heads = found === -1 ? 0 : found
  const reaches = table.content
    .slice(0, heads)
    .some((row, at) => row.content.some((cell) => at + (cell.attrs?.rowspan ?? 1) > heads))
  return reaches ? 0 : heads
}

/**
 * The heads of a table with some of its other rows (counted from the first under the heads), its columns as wide as measured.
 * @example tableSlice(table, { from: 0, to: 8 }, [120, 300])
 */
export function tableSlice(table: Table, range: RowRange, widths: readonly number[]): Table {
  const heads = headCount(table)
  const rows = [
    ...table.content.slice(0, heads),
    ...table.content.slice(heads + range.from, heads + range.to),
  ]
  let column = 0
  return {
    ...table,
    content: rows.map((row, at) =>
      at > 0
        ? row
        : {
            ...row,
            content: row.content.map((cell) => {
              const span = cell.attrs?.colspan ?? 1
              const colwidth = widths.slice(column, column + span)
              column += span
              return { ...cell, attrs: { ...cell.attrs, colwidth } }
            }),
          },
    ),
  }
}
