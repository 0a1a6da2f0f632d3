import { readAmount } from './amount.ts'

/** Totals at the foot of one page of a table, in fen, one a carried column. */
export type PageTotals = {
  /** 本页合计. */
  readonly page: readonly bigint[]
  /** 过次页 here and 承前页 on the next: everything up to and with this page. */
  readonly forward: readonly bigint[]
}

/**
 * The totals of every page: `pages` holds, page by page and row by row, the written amounts of the carried columns.
 * What is no amount counts as nothing: the table was checked before it was published.
 * @example pageTotals([[['100.00']], [['50.00']]])[1] // { page: [5000n], forward: [15000n] }
 */
export function pageTotals(pages: readonly (readonly (readonly string[])[])[]): readonly PageTotals[] {
  const width = pages.flat()[0]?.length ?? 0
  let forward = Array<bigint>(width).fill(0n)
  return pages.map((rows) => {
    const page = Array.from({ length: width }, (_, column) =>
      rows.reduce((sum, row) => {
        const read = readAmount(row[column] ?? '', 'YUAN')
        return read.kind === 'FEN' ? sum + read.fen : sum
      }, 0n),
    )
    forward = forward.map((sum, column) => sum + (page[column] ?? 0n))
    return { page, forward }
  })
}
