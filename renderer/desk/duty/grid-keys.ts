import { useRef, useState, type KeyboardEvent } from 'react'

/** A cell of a grid, both from 0. */
export type GridCell = { readonly row: number; readonly column: number }

/**
 * Where a key leads in a grid: arrows by one, Home and End in the row, with Ctrl to the corners. Null for other keys.
 * @example nextCell({ key: 'End', ctrlKey: false }, { row: 1, column: 2 }, { rows: 5, columns: 7 }) // { row: 1, column: 6 }
 */
export function nextCell(
  pressed: { readonly key: string; readonly ctrlKey: boolean },
  at: GridCell,
  size: { readonly rows: number; readonly columns: number },
): GridCell | null {
  const hold = (row: number, column: number): GridCell => ({
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  })
  switch (pressed.key) {
    case 'ArrowUp':
      return hold(at.row - 1, at.column)
    case 'ArrowDown':
      return hold(at.row + 1, at.column)
    case 'ArrowLeft':
      return hold(at.row, at.column - 1)
    case 'ArrowRight':
      return hold(at.row, at.column + 1)
    case 'Home':
      return hold(pressed.ctrlKey ? 0 : at.row, 0)
    case 'End':
      return hold(pressed.ctrlKey ? size.rows - 1 : at.row, size.columns - 1)
    default:
      return null
  }
}

/** The props of a cell that can hold the keyboard. */
export type CellProps = {
  readonly tabIndex: 0 | -1
  readonly ref: (element: HTMLElement | null) => void
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One cell of the grid is in the tab order; the arrows move within. */
export function useGridKeys(
  size: { readonly rows: number; readonly columns: number },
  start: GridCell,
): (row: number, column: number) => CellProps {
  const [at, setAt] = useState<GridCell | null>(null)
  const cells = useRef(new Map<string, HTMLElement>())
  const held = at ?? start
  const tab = {
    row: Math.min(held.row, Math.max(0, size.rows - 1)),
    column: Math.min(held.column, Math.max(0, size.columns - 1)),
  }
  return (row, column) => ({
    tabIndex: row === tab.row && column === tab.column ? 0 : -1,
    ref: (element) => {
      if (element === null) cells.current.delete(`${row} ${column}`)
      else cells.current.set(`${row} ${column}`, element)
    },
    onFocus: () => setAt({ row, column }),
    onKeyDown: (event) => {
      const next = nextCell(event, { row, column }, size)
      if (next === null) return
      event.preventDefault()
      cells.current.get(`${next.row} ${next.column}`)?.focus()
    },
  })
}
