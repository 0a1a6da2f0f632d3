import { createElement, type ReactNode } from 'react'
import type { TableCell } from '../../../../domain/notice/body.ts'
import { rowCaption, rowSpeech } from '../../../../domain/reading/row-speech.ts'
import type { GridRow } from '../../../../domain/table/table-grid.ts'
import { BodyView } from '../../../shared/body-view.tsx'

type Look = { readonly imageBase: string; readonly fromRight: boolean; readonly named: number }

/** How far a cell reaches among the rows that are drawn, to the right or downwards. */
function reach(rows: readonly GridRow[], row: number, column: number, down: boolean): number {
  const cell = rows[row]?.cells[column]
  let count = 1
  while (cell && rows[row + (down ? count : 0)]?.cells[column + (down ? 0 : count)] === cell) count += 1
  return count
}

function drawn(
  cell: TableCell,
  column: number,
  span: { colSpan: number; rowSpan: number },
  look: Look,
): ReactNode {
  const isHead = cell.type === 'tableHeader'
  const names = [
    'body-cell',
    ...(isHead ? ['body-cell-header'] : []),
    ...(column === look.named ? ['cell-named'] : []),
  ]
  return createElement(
    isHead ? 'th' : 'td',
    {
      key: column,
      className: names.join(' '),
      ...(span.colSpan > 1 && { colSpan: span.colSpan }),
      ...(span.rowSpan > 1 && { rowSpan: span.rowSpan }),
    },
    <BodyView
      body={{ type: 'doc', content: cell.content }}
      imageBase={look.imageBase}
      plainLinks
      fromRight={look.fromRight}
      wholeNumbers
    />,
  )
}

/** Rows of a laid-out table; a cell over several rows is drawn anew on each page and in each choice of rows. */
export function GridRows(props: {
  readonly rows: readonly GridRow[]
  readonly headings: readonly string[]
  readonly look: Look
}) {
  const { rows, headings, look } = props
  return rows.map((row, at) => (
    <tr
      key={at}
      className="body-row"
      data-speech={rowSpeech(headings, row.texts)}
      data-caption={rowCaption(headings, row.texts)}
    >
      {row.cells.map((cell, column) => {
        if (cell === null) return <td key={column} className="body-cell" />
        const isDrawn = row.cells[column - 1] === cell || rows[at - 1]?.cells[column] === cell
        if (isDrawn) return null
        const span = { colSpan: reach(rows, at, column, false), rowSpan: reach(rows, at, column, true) }
        return drawn(cell, column, span, look)
      })}
    </tr>
  ))
}
