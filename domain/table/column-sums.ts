import { amountUnit, readAmount, writeAmount } from './amount.ts'
import { amountInWords, findAmountInWords } from './amount-words.ts'
import type { FieldKind } from './field-kind.ts'
import type { TableFault } from './list-policy.ts'
import type { TableColumn, TableRow, TableRows } from './table-reading.ts'

const SUMMED: readonly FieldKind[] = ['AMOUNT', 'COUNT', 'INCOME', 'EXPENSE']

/**
 * Says whether a column of this kind is added up. Balances, rates and areas are not.
 * @example isSummed('AMOUNT') // true
 */
export function isSummed(kind: FieldKind): boolean {
  return SUMMED.includes(kind)
}

/** A sum of one column, in fen (for COUNT in hundredths), and the cells that are no numbers. */
export type ColumnSum = { readonly sum: bigint; readonly faults: readonly TableFault[] }

/**
 * Adds one column up. Faults `table.amount-unreadable` and `table.amount-unit-mixed` name row and heading, never the
 * value: a telephone in the wrong column must not be repeated in a message.
 * @example sumColumn(rows, 4, '金额（元）').sum // 1250000n
 */
export function sumColumn(rows: readonly TableRow[], column: number, heading: string): ColumnSum {
  const unit = amountUnit(heading)
  const faults: TableFault[] = []
  let sum = 0n
  for (const { at, cells } of rows) {
    const read = readAmount(cells[column] ?? '', unit)
    if (read.kind === 'FEN') sum += read.fen
    else if (read.kind === 'UNREADABLE') {
      faults.push({ code: 'table.amount-unreadable', params: { row: at + 1, column: heading } })
    } else if (read.kind === 'UNIT_MIXED') {
      faults.push({ code: 'table.amount-unit-mixed', params: { row: at + 1, column: heading } })
    }
  }
  return { sum, faults }
}

/**
 * Checks every summed column, its subtotals, and the total rows of the file against what the entries above them make, those the clerk
 * leaves out included. A total that was right for the rows as they came (`original`) moves with a correction. Faults as `sumColumn`, `table.total-mismatch` with `row`, `column`, `expected`, `found`,
 * `difference`, and `table.words-mismatch` where a total in words says otherwise.
 * @example sumFaults(rows, rows, columns)[0]?.code // 'table.total-mismatch'
 */
export function sumFaults(
  rows: TableRows,
  original: TableRows,
  columns: readonly TableColumn[],
): readonly TableFault[] {
  const faults: TableFault[] = []
  const entriesOf = ({ data, leftOut }: TableRows) =>
    [...data, ...leftOut].toSorted((one, other) => one.at - other.at)
  const entries = entriesOf(rows)
  for (const [column, { kind, action }] of columns.entries()) {
    if (!isSummed(kind) || action === 'DROP') continue
    const heading = rows.header[column] ?? ''
    faults.push(...sumColumn(entries, column, heading).faults)
    faults.push(...subtotalFaults(rows, entries, column, heading))
    for (const total of rows.totals) {
      const found = readAmount(total.cells[column] ?? '', amountUnit(heading))
      if (found.kind !== 'FEN') continue
      const { sum } = sumColumn(
        entries.filter(({ at }) => at < total.at),
        column,
        heading,
      )
      if (sum === found.fen) continue
      const came = sumColumn(
        entriesOf(original).filter(({ at }) => at < total.at),
        column,
        heading,
      )
      if (came.sum !== found.fen) {
        faults.push({ code: 'table.total-mismatch', params: told(total.at, heading, sum, found.fen) })
      }
    }
  }
  return [...faults, ...wordFaults(rows, columns)]
}

/** A part begins at the head or behind any earlier sum: parts stand within parts (组 in 村). */
function subtotalFaults(
  { subtotals, totals }: TableRows,
  entries: readonly TableRow[],
  column: number,
  heading: string,
): readonly TableFault[] {
  return subtotals.flatMap(({ at, cells }): TableFault[] => {
    const found = readAmount(cells[column] ?? '', amountUnit(heading))
    if (found.kind !== 'FEN') return []
    const begins = [-1, ...[...subtotals, ...totals].map((row) => row.at)]
      .filter((from) => from < at)
      .toSorted((one, other) => other - one)
    const sums = begins.map(
      (from) =>
        sumColumn(
          entries.filter((row) => row.at > from && row.at < at),
          column,
          heading,
        ).sum,
    )
    return sums.includes(found.fen)
      ? []
      : [{ code: 'table.total-mismatch', params: told(at, heading, sums[0] ?? 0n, found.fen) }]
  })
}

function told(at: number, column: string, expected: bigint, found: bigint) {
  const unit = amountUnit(column)
  const [one, other, apart] = [expected, found, found - expected].map((fen) => writeAmount(fen, unit))
  return { row: at + 1, column, expected: one ?? '', found: other ?? '', difference: apart ?? '' }
}

function wordFaults(rows: TableRows, columns: readonly TableColumn[]): readonly TableFault[] {
  const amounts = columns.flatMap(({ kind }, column) => (kind === 'AMOUNT' ? [column] : []))
  // With several amounts nobody knows which of them the words are of.
  const [column] = amounts
  if (amounts.length !== 1 || column === undefined) return []
  const heading = rows.header[column] ?? ''
  const entries = [...rows.data, ...rows.leftOut]
  return [...rows.totals, ...rows.around].flatMap(({ at, cells }): TableFault[] => {
    const words = findAmountInWords(cells.join(' '))
    if (words === null) return []
    const expected = amountInWords(sumColumn(entries, column, heading).sum)
    // Whether a gap is said is left to the writer.
    const plain = (text: string) => text.replaceAll('圆', '元').replaceAll(/零|[整正]$/gu, '')
    return plain(words) === plain(expected)
      ? []
      : [{ code: 'table.words-mismatch', params: { row: at + 1, expected } }]
  })
}
