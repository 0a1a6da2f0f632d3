import { amountUnit, readAmount, writeAmount } from './amount.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

function sumOf(rows: readonly GridRow[], column: number, heading: string): bigint | null {
  const unit = amountUnit(heading)
  let sum = 0n
  for (const row of rows) {
    const amount = readAmount(row.texts[column] ?? '', unit)
    if (amount.kind === 'EMPTY') continue
    if (amount.kind !== 'FEN') return null
    sum += amount.fen
  }
  return sum
}

/**
 * Sums of some entries of a list, column by column; null where none is told. A sum is told only of columns whose whole the
 * office has summed itself, and only where every entry can be read and all of them come to exactly what the office wrote:
 * a machine's sum beside a different official one would be a second, unproven account.
 * @example partSums(grid, shown) // [null, null, '3,600.00']
 */
export function partSums(grid: TableGrid, part: readonly GridRow[]): readonly (string | null)[] {
  const entries = grid.rows.filter(({ isSum }) => !isSum)
  const written = grid.rows.filter(({ isSum }) => isSum)
  const whole = written.length === 1 ? written[0] : undefined
  return grid.headings.map((heading, column) => {
    const cell = whole?.cells[column]
    const isOwn = cell !== undefined && cell !== null && cell.type === 'tableCell'
    const told = isOwn ? readAmount(whole?.texts[column] ?? '', amountUnit(heading)) : null
    if (told?.kind !== 'FEN') return null
    const all = sumOf(entries, column, heading)
    const some = sumOf(part, column, heading)
    if (all === null || some === null || all !== told.fen) return null
    const text = writeAmount(some, amountUnit(heading))
    // Whole numbers (persons, households) are written as such where the office did so.
    return /[.]/u.test(whole?.texts[column] ?? '') ? text : text.replace(/\.0+$/u, '')
  })
}
