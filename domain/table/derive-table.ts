import { maskFindings, maskValue } from '../privacy/mask.ts'
import { detectNumbers } from '../privacy/detect-number.ts'
import { amountUnit, readAmount, writeAmount } from './amount.ts'
import { isSummed, sumColumn, sumFaults } from './column-sums.ts'
import type { FieldKind } from './field-kind.ts'
import { financeFaults } from './finance-book.ts'
import { choiceFault, type ListPolicy, type TableFault } from './list-policy.ts'
import { minorFaults } from './minor-row.ts'
import { apartNames, writeName } from './name-mask.ts'
import { comparable, isSearched, isSearchedKind, type RemovedValue } from './removed-value.ts'
import type { TableCorrection, TableReading, TableRow, TableRows, TableSheet } from './table-reading.ts'
import { sortRows } from './table-rows.ts'
import { toldKinds } from './told-kinds.ts'
import { villageGroup } from './village-group.ts'

/** What was done with one column: for the reviewer's proof, without any value. */
export type ColumnProof = {
  readonly heading: string
  readonly kind: FieldKind
  readonly action: TableReading['columns'][number]['action']
  readonly filled: number
  readonly removed: number
  /** How many of the removed values are long enough to be searched for. */
  readonly searched: number
}

/** A list as the public sees it, and what it lacks. */
export type DerivedTable = {
  readonly rows: TableRows
  readonly header: readonly string[]
  readonly kinds: readonly FieldKind[]
  /** Public rows with the row of the sheet (from 0) each comes from. */
  readonly cells: readonly (readonly string[])[]
  readonly from: readonly number[]
  /** The total row, in the columns of `header`; null when nothing is added up. */
  readonly totals: readonly string[] | null
  readonly removed: readonly RemovedValue[]
  readonly columns: readonly ColumnProof[]
  readonly faults: readonly TableFault[]
}

/** More rows than a notice can hold as one table. */
export const MOST_TABLE_ROWS = 3000

function isShown(reading: TableReading, sheet: TableSheet, column: number): boolean {
  const chosen = reading.columns[column]
  if (!chosen || chosen.action === 'DROP') return false
  return reading.withHidden || !sheet.hiddenColumns.includes(column)
}

function written(text: string, kind: FieldKind, action: 'PRINT' | 'MASK' | 'TO_GROUP'): string {
  if (text === '' || action === 'PRINT') return text
  if (action === 'TO_GROUP') return villageGroup(text)
  if (kind === 'BIRTH')
    return /((?:19|20)\d{2})\D?(0[1-9]|1[0-2]|[1-9])/u.exec(text)?.slice(1, 3).join('年').concat('月') ?? ''
  const found = detectNumbers(text)
  if (found.length > 0) return maskFindings(text, found)
  // Not recognised as a number of its kind: nothing of it stays.
  return maskValue('SENSITIVE_WORD', text)
}

function groupOf(row: TableRow, reading: TableReading): string {
  const at = (kind: FieldKind) => reading.columns.findIndex((column) => column.kind === kind)
  const group = row.cells[at('VILLAGE_GROUP')] ?? ''
  return group === '' ? villageGroup(row.cells[at('ADDRESS')] ?? '') : group
}

/** Who a row means: a name written in full is told by nothing but itself, a masked one also by the number behind it. */
function personOf(
  row: TableRow,
  column: number,
  reading: TableReading,
  rule: TableReading['nameRule'],
): string {
  const name = comparable(row.cells[column] ?? '').text
  const number = reading.columns.findIndex(({ kind }) => kind === 'ID_NUMBER')
  return rule === 'FULL' ? name : `${name}\n${comparable(row.cells[number] ?? '').text}`
}

function publicColumn(
  column: number,
  data: readonly TableRow[],
  reading: TableReading,
  groupsShown: boolean,
): readonly string[] {
  const { kind, action } = reading.columns[column] ?? { kind: 'OTHER', action: 'DROP' }
  if (action === 'DROP') return data.map(() => '')
  if (kind === 'SERIAL') return data.map((_, index) => String(index + 1))
  if (kind === 'NAME' || (action === 'MASK' && (kind === 'MEMBER' || kind === 'STAFF'))) {
    const rule = action === 'MASK' ? reading.nameRule : 'FULL'
    const names = data.map(({ cells }, index) => writeName(cells[column] ?? '', rule, index + 1))
    if (kind !== 'NAME' || rule === 'INDEX') return names
    return apartNames(
      names,
      data.map((row) => groupOf(row, reading)),
      groupsShown,
      data.map((row) => personOf(row, column, reading, rule)),
    )
  }
  return data.map(({ cells }) => written(cells[column] ?? '', kind, action))
}

/**
 * Makes the public table of a list: columns left out, names and numbers masked, sums checked, and every value named that
 * is not in it any more. Faults stop it from being taken over: `table.nothing-to-show`, `table.too-many-rows`, and those
 * of the policy, the sums, the accounts and the rows of children.
 * @example deriveTable({ sheet, reading, corrections: [], policy, today }).header // ['序号', '户主', '金额（元）']
 */
export function deriveTable(input: {
  readonly sheet: TableSheet
  readonly reading: TableReading
  readonly corrections: readonly TableCorrection[]
  readonly policy: ListPolicy
  readonly today: string
}): DerivedTable {
  const { sheet, reading, corrections, policy, today } = input
  const rows = sortRows(sheet, reading, corrections)
  const shown = reading.columns.flatMap((_, column) => (isShown(reading, sheet, column) ? [column] : []))
  const groupsShown = shown.some((column) =>
    ['VILLAGE_GROUP', 'ADDRESS'].includes(reading.columns[column]?.kind ?? ''),
  )
  const byColumn = new Map(
    shown.map((column) => [column, publicColumn(column, rows.data, reading, groupsShown)]),
  )
  const cells = rows.data.map((_, row) => shown.map((column) => byColumn.get(column)?.[row] ?? ''))
  const original = corrections.length === 0 ? rows : sortRows(sheet, reading, [])
  const told = toldKinds(sheet, reading, rows, original)
  const { removed, columns } = removedOf(
    rows,
    reading,
    byColumn,
    told,
    correctedAway(sheet, reading, corrections),
  )
  const weaker = choiceFault(policy, reading.columns, reading.nameRule, told)
  const finance =
    reading.listType === 'VILLAGE_FINANCE' ? financeFaults(rows, reading.columns, reading.finance) : []
  const size: readonly TableFault[] =
    rows.data.length === 0 || shown.length === 0
      ? [{ code: 'table.nothing-to-show', params: {} }]
      : rows.data.length > MOST_TABLE_ROWS
        ? [{ code: 'table.too-many-rows', params: { most: MOST_TABLE_ROWS } }]
        : []
  return {
    rows,
    header: shown.map((column) => rows.header[column] ?? ''),
    kinds: shown.map((column) => reading.columns[column]?.kind ?? 'OTHER'),
    cells,
    from: rows.data.map(({ at }) => at),
    totals: totalsOf(rows, reading, shown),
    removed,
    columns,
    faults: [
      ...size,
      ...(weaker ? [weaker] : []),
      ...minorFaults(rows.data, original.header, reading.columns, today),
      ...finance,
      ...sumFaults(rows, original, reading.columns),
    ],
  }
}

function totalsOf(
  rows: TableRows,
  reading: TableReading,
  shown: readonly number[],
): readonly string[] | null {
  const sums = shown.map((column) => {
    const kind = reading.columns[column]?.kind ?? 'OTHER'
    if (!isSummed(kind)) return ''
    const heading = rows.header[column] ?? ''
    const { sum } = sumColumn(rows.data, column, heading)
    if (kind === 'COUNT')
      return (
        writeAmount(sum)
          .replaceAll(',', '')
          .replace(/\.?0+$/, '') || '0'
      )
    return writeAmount(sum, amountUnit(heading))
  })
  return sums.every((text) => text === '') ? null : sums
}

/** Cells as they came that a correction replaced: personal data is not gone from the text because the list lost it. */
function correctedAway(
  sheet: TableSheet,
  reading: TableReading,
  corrections: readonly TableCorrection[],
): readonly { readonly column: number; readonly before: string }[] {
  return corrections
    .filter(({ row }) => row > reading.headerRow)
    .map(({ row, column }) => ({ column, before: (sheet.rows[row]?.[column] ?? '').trim() }))
    .filter(({ before }) => before !== '')
}

/** Whole values the public table itself shows; what it prints by the policy is not hidden by leaving it out elsewhere. */
function removedOf(
  rows: TableRows,
  reading: TableReading,
  byColumn: ReadonlyMap<number, readonly string[]>,
  told: readonly (readonly FieldKind[])[],
  away: readonly { readonly column: number; readonly before: string }[],
): Pick<DerivedTable, 'removed' | 'columns'> {
  const printed = new Set([...byColumn.values()].flat().map((text) => comparable(text).text))
  const removed = new Map<string, RemovedValue>()
  const gone = [...rows.leftOut, ...rows.hidden]
  const columns = rows.header.map((heading, column): ColumnProof => {
    const { kind, action } = reading.columns[column] ?? { kind: 'OTHER', action: 'DROP' }
    const shown = byColumn.get(column)
    const values = [
      ...rows.data.map(({ cells }, row) => ({ before: cells[column] ?? '', after: shown?.[row] ?? '' })),
      ...gone.map(({ cells }) => ({ before: cells[column] ?? '', after: '' })),
    ].filter(({ before }) => before !== '')
    const lost = values.filter(
      ({ before, after }) => !after.startsWith(before) && !sameAmount(before, after) && kind !== 'SERIAL',
    )
    // A column of names stays one to the search, whatever it is called.
    const named = [kind, ...(told[column] ?? [])].find(isSearchedKind) ?? kind
    let searched = 0
    for (const { before } of [...lost, ...away.filter((one) => one.column === column)]) {
      for (const value of named === 'MEMBER' ? before.split(/[、，,;；/\s]+/u) : [before]) {
        const one = { kind: named, value }
        if (value === '' || printed.has(comparable(value).text)) continue
        if (isSearched(one)) searched += 1
        removed.set(`${named}\n${value}`, one)
      }
    }
    return { heading, kind, action, filled: values.length, removed: lost.length, searched }
  })
  return { removed: [...removed.values()], columns }
}

function sameAmount(before: string, after: string): boolean {
  const one = readAmount(before, 'YUAN')
  const other = readAmount(after, 'YUAN')
  return one.kind === 'FEN' && other.kind === 'FEN' && one.fen === other.fen
}
