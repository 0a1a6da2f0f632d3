import { fieldKindOf } from './field-kind.ts'
import { readFinanceHead } from './finance-book.ts'
import { actionFor, type ListPolicy } from './list-policy.ts'
import { guessListType, type ListType } from './list-type.ts'
import type { TableReading, TableSheet } from './table-reading.ts'
import { sortRows } from './table-rows.ts'

/** Headings stand near the top; further down a row of words is a note. */
const HEADER_WITHIN = 15
const SAMPLE = 200

function headerScore(row: readonly string[]): number {
  const filled = row.filter((text) => text.trim() !== '')
  // A title over merged cells repeats one text.
  if (new Set(filled).size < 2) return 0
  return filled.filter((text) => text.length <= 20 && fieldKindOf(text, []) !== 'OTHER').length
}

/**
 * The row of headings a sheet most likely has, from 0.
 * @example findHeader(sheet) // 1
 */
export function findHeader(sheet: TableSheet): number {
  const scores = sheet.rows.slice(0, HEADER_WITHIN).map(headerScore)
  const best = Math.max(0, ...scores)
  return best === 0 ? 0 : scores.indexOf(best)
}

/**
 * How a freshly read file is most likely meant: the first visible sheet, its row of headings, the kind of list, what
 * each column holds and what the policy does with it. All of it is the clerk's to change.
 * @example proposeReading(sheets, '低保公示.xlsx', policyOf).listType // 'LOW_INCOME'
 */
export function proposeReading(
  sheets: readonly TableSheet[],
  fileName: string,
  policyOf: (listType: ListType) => ListPolicy,
  chosen: { readonly sheet?: number; readonly headerRow?: number; readonly listType?: ListType } = {},
): TableReading {
  const visible = sheets.findIndex(({ hidden }) => !hidden)
  const at = chosen.sheet ?? Math.max(0, visible)
  const sheet = sheets[at] ?? {
    name: '',
    hidden: false,
    rows: [],
    hiddenRows: [],
    hiddenColumns: [],
    missing: [],
  }
  const headerRow = chosen.headerRow ?? findHeader(sheet)
  const rows = sortRows(sheet, { headerRow, withHidden: true, leftOut: [] }, [])
  const title = rows.around.filter(({ at: row }) => row < headerRow).flatMap(({ cells }) => cells)
  const said = [fileName, sheet.name, ...title]
  const isFinance =
    rows.header.some((text) => /收入/.test(text)) && rows.header.some((text) => /支出/.test(text))
  const listType =
    chosen.listType ?? (isFinance ? 'VILLAGE_FINANCE' : guessListType([...said, ...rows.header]))
  const policy = policyOf(listType)
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, column) => {
    const cells = rows.data.slice(0, SAMPLE).map((row) => row.cells[column] ?? '')
    const kind = fieldKindOf(rows.header[column] ?? '', cells)
    return { kind, action: actionFor(policy, kind) }
  })
  return {
    sheet: at,
    headerRow,
    withHidden: false,
    listType,
    columns,
    nameRule: policy.nameRule,
    leftOut: [],
    finance: listType === 'VILLAGE_FINANCE' ? readFinanceHead(rows, said.join('\n')) : null,
  }
}
