/** A row as measured: its height, and how many rows below it a cell of it reaches into. */
export type MeasuredRow = { readonly height: number; readonly reaches: number }

/** Rows of one page, from–to, `to` not within. */
export type RowRange = { readonly from: number; readonly to: number }

/**
 * Deals the rows of a table out to pages of a height (the first may be lower, for what stands over the table), never through a cell that covers several rows; null when some rows that hang
 * together are higher than a page.
 * @example dealRows([{ height: 40, reaches: 0 }, { height: 40, reaches: 0 }], 50, 50) // [{ from: 0, to: 1 }, { from: 1, to: 2 }]
 */
export function dealRows(
  rows: readonly MeasuredRow[],
  firstHeight: number,
  pageHeight: number,
): readonly RowRange[] | null {
  const pages: RowRange[] = []
  let from = 0
  let filled = 0
  let at = 0
  while (at < rows.length) {
    let end = at
    for (let row = at; row <= end; row += 1)
      end = Math.min(rows.length - 1, Math.max(end, row + (rows[row]?.reaches ?? 0)))
    const height = rows.slice(at, end + 1).reduce((sum, row) => sum + row.height, 0)
    const room = pages.length === 0 ? firstHeight : pageHeight
    if (height > pageHeight || (height > room && at === from)) return null
    if (filled + height > room && at > from) {
      pages.push({ from, to: at })
      from = at
      filled = 0
    }
    filled += height
    at = end + 1
  }
  if (rows.length > from) pages.push({ from, to: rows.length })
  return pages
}
