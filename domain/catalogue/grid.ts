/** A merged block of cells; all four edges count from 0 and are inclusive. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as plain text. A merged block has its text in the top left cell; row and column count from 0. */
export type Grid = {
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  /** Cells whose value the file does not hold, in words, one entry a row (from 0): formulas that were never reckoned. */
  readonly missing?: readonly { readonly row: number; readonly text: string }[]
}

/** A grid as the eye sees it: a merged block shows its text in each of its cells. Outside the grid all is ''. */
export type GridView = {
  readonly height: number
  readonly width: number
  /** The cell's text; a merged block speaks for all its cells. */
  readonly cell: (row: number, column: number) => string
  /** The same, but a block across several columns speaks for its leftmost column alone. */
  readonly own: (row: number, column: number) => string
}

/**
 * Looks at a grid with its merged blocks filled.
 * @example viewGrid({ sheet: '', rows: [['低保'], ['']], merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] }).cell(1, 0) // '低保'
 */
export function viewGrid(grid: Grid): GridView {
  const height = grid.rows.length
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const filled = grid.rows.map((row) => [...row])
  const own = grid.rows.map((row) => [...row])
  for (const { top, left, bottom, right } of grid.merges) {
    const text = grid.rows[top]?.[left] ?? ''
    // A block may claim to reach the last row and column of a sheet; only cells that exist are walked.
    for (let row = top; row <= Math.min(bottom, height - 1); row += 1) {
      for (let column = left; column <= Math.min(right, width - 1); column += 1) {
        put(filled, row, column, text)
        put(own, row, column, column === left ? text : '')
      }
    }
  }
  return {
    height,
    width,
    cell: (row, column) => filled[row]?.[column] ?? '',
    own: (row, column) => own[row]?.[column] ?? '',
  }
}

function put(rows: readonly string[][], row: number, column: number, text: string): void {
  const cells = rows[row]
  if (!cells) return
  while (cells.length < column) cells.push('')
  cells[column] = text
}
