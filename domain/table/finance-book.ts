import { Temporal } from 'temporal-polyfill'
import { amountUnit, readAmount } from './amount.ts'
import { balanceFaults, type FinanceBook, type FinanceEntry } from './finance-balance.ts'
import type { FieldKind } from './field-kind.ts'
import type { TableFault } from './list-policy.ts'
import type { FinanceHead, TableColumn, TableRow, TableRows } from './table-reading.ts'

const NUMBER = String.raw`[:：]?\s*[¥￥]?\s*([-−]?[\d,]+(?:\.\d+)?)`
const STATED: readonly (readonly [keyof FinanceHead, RegExp])[] = [
  ['opening', new RegExp(`(?:上月|期初)(?:结余|结存|余额)(?:（元）)?${NUMBER}`)],
  ['closing', new RegExp(`(?:月末|期末|本月)(?:结余|结存|余额)(?:（元）)?${NUMBER}`)],
  ['cash', new RegExp(`(?:库存)?现金${NUMBER}`)],
  ['bank', new RegExp(`银行存款${NUMBER}`)],
  ['receivable', new RegExp(`债权${NUMBER}`)],
  ['payable', new RegExp(`债务${NUMBER}`)],
]
const NAMED: readonly (readonly [keyof FinanceHead, RegExp])[] = [
  ['preparer', /(?:填表|制表)人?[:：]\s*(\p{Script=Han}{2,4})/u],
  ['director', /(?:村委会主任|村主任)[:：]\s*(\p{Script=Han}{2,4})/u],
  ['accountant', /(?:会计|报账员)[:：]\s*(\p{Script=Han}{2,4})/u],
  ['supervisor', /(?:村务监督委员会主任|监委会主任|民主理财组长)[:：]\s*(\p{Script=Han}{2,4})/u],
]

/**
 * Reads what a finance sheet says around its entries: month, balances, cash and bank, names under it. What it does not
 * say stays empty for the clerk.
 * @example readFinanceHead(rows, '河西村2026年10月财务收支').month // '2026-10'
 */
export function readFinanceHead(rows: TableRows, title: string): FinanceHead {
  const lines = [...rows.around, ...rows.totals].map(({ cells }) =>
    cells.filter((text) => text !== '').join(' '),
  )
  const all = [title, ...lines].join('\n').normalize('NFKC')
  const find = (pattern: RegExp) => pattern.exec(all)?.[1]?.replaceAll('−', '-') ?? ''
  const found = Object.fromEntries([...STATED, ...NAMED].map(([name, pattern]) => [name, find(pattern)]))
  const month = /(20\d{2})\s*年\s*(\d{1,2})\s*月/u.exec(all)
  const unit =
    /(\p{Script=Han}{1,12}?(?:村|社区|居委会)(?:股份经济合作社|村民委员会|民委员会)?)/u.exec(all)?.[1] ?? ''
  return {
    unit,
    month: month ? `${month[1] ?? ''}-${(month[2] ?? '').padStart(2, '0')}` : '',
    opening: '',
    closing: '',
    cash: '',
    bank: '',
    receivable: '',
    payable: '',
    preparer: '',
    director: '',
    accountant: '',
    supervisor: '',
    ...found,
  }
}

function columnOf(columns: readonly TableColumn[], kind: FieldKind): number {
  return columns.findIndex((column) => column.kind === kind)
}

function stated(text: string): bigint | null {
  const read = readAmount(text, 'YUAN')
  return read.kind === 'FEN' ? read.fen : null
}

function columnsOf(columns: readonly TableColumn[], kind: FieldKind): readonly number[] {
  return columns.flatMap((column, at) => (column.kind === kind ? [at] : []))
}

/** Cash and bank may stand in columns of their own (收入（现金）, 收入（银行）): together they are the amount. */
function together(row: TableRow, columns: readonly number[]): bigint | null {
  const amounts = columns.flatMap((column) => stated(row.cells[column] ?? '') ?? [])
  return amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0n)
}

/** A day as accounts write it: 2026-10-05, 10月5日, 10.5, 5日, 5. */
function dayOf(text: string, month: Temporal.PlainYearMonth): Temporal.PlainDate | null {
  const numbers = (text.normalize('NFKC').match(/\d+/gu) ?? []).map(Number)
  const [year, at, day] = [
    numbers.length >= 3 ? numbers[0] : month.year,
    numbers.length >= 3 ? numbers[1] : numbers.length === 2 ? numbers[0] : month.month,
    numbers.at(-1),
  ]
  if (year === undefined || at === undefined || day === undefined) return null
  if (at < 1 || at > 12 || day < 1 || day > 31) return null
  return Temporal.PlainDate.from({ year, month: at, day }, { overflow: 'constrain' })
}

/**
 * The entries of a finance table in fen, in the order of the file.
 * @example financeEntries(rows.data, columns)[16]?.entry // 17
 */
export function financeEntries(
  data: readonly TableRow[],
  columns: readonly TableColumn[],
): readonly FinanceEntry[] {
  const [income, expense, balance] = (['INCOME', 'EXPENSE', 'BALANCE'] as const).map((kind) =>
    columnsOf(columns, kind),
  )
  return data.map((row, at) => ({
    entry: at + 1,
    row: row.at + 1,
    income: together(row, income ?? []) ?? 0n,
    expense: together(row, expense ?? []) ?? 0n,
    balance: together(row, balance ?? []),
  }))
}

/**
 * The month's accounts as they are checked and printed; null while no opening balance is given.
 * @example financeBook(rows, columns, head)?.opening // 1234000n
 */
export function financeBook(
  rows: Pick<TableRows, 'data'>,
  columns: readonly TableColumn[],
  head: FinanceHead,
): FinanceBook | null {
  const opening = stated(head.opening)
  if (opening === null) return null
  return {
    opening,
    entries: financeEntries(rows.data, columns),
    closing: stated(head.closing),
    cash: stated(head.cash),
    bank: stated(head.bank),
  }
}

/** Accounts are posted in yuan (domain book §4.3): totals, balance and the sums carried forward are all reckoned in it. */
function inTenThousands(rows: TableRows, columns: readonly TableColumn[]): boolean {
  const money: readonly FieldKind[] = ['INCOME', 'EXPENSE', 'BALANCE']
  return (
    columns.some(
      ({ kind }, column) =>
        money.includes(kind) && amountUnit(rows.header[column] ?? '') === 'TEN_THOUSAND_YUAN',
    ) || rows.around.some(({ cells }) => cells.some((text) => /单位[:：\s]*(?:人民币)?万元/u.test(text)))
  )
}

/** What the head lacks or says unreadably: a sum that was not read is not a sum that was not stated. */
function headFaults(head: FinanceHead, lastBalance: bigint | null): readonly TableFault[] {
  const lacking = (field: keyof FinanceHead): TableFault => ({
    code: 'table.finance-head',
    params: { field },
  })
  const unreadable = (['opening', 'closing', 'cash', 'bank'] as const).filter(
    (field) => head[field].trim() !== '' && stated(head[field]) === null,
  )
  const closing = head.closing.trim() === '' && lastBalance === null ? ['closing' as const] : []
  // The one without the other proves nothing.
  const half = (['cash', 'bank'] as const).filter(
    (field) => head[field].trim() === '' && head.cash.trim() + head.bank.trim() !== '',
  )
  const opening = head.opening.trim() === '' ? ['opening' as const] : []
  return [...new Set([...opening, ...unreadable, ...closing, ...half])].map(lacking)
}

function unreadBalances(rows: TableRows, columns: readonly TableColumn[]): readonly TableFault[] {
  return columnsOf(columns, 'BALANCE').flatMap((column) =>
    rows.data
      .filter(({ cells }) => readAmount(cells[column] ?? '', 'YUAN').kind !== 'EMPTY')
      .filter(({ cells }) => stated(cells[column] ?? '') === null)
      .map(({ at }) => ({
        code: 'table.amount-unreadable' as const,
        params: { row: at + 1, column: rows.header[column] ?? '' },
      })),
  )
}

/**
 * Everything wrong with a month's accounts (domain book §4.3); without a head (`null`) nothing of them can be checked.
 * Faults `table.finance-columns` without public columns of income and expense, `table.finance-unit` where they are kept in
 * 万元, `table.finance-head` for each thing missing or unreadable (month, opening; closing where no running balance gives
 * it; cash and bank where only one is said), `table.date-outside-month`, and what `balanceFaults` finds.
 * @example financeFaults(rows, columns, head)[0]?.code // 'table.balance-mismatch-side'
 */
export function financeFaults(
  rows: TableRows,
  columns: readonly TableColumn[],
  head: FinanceHead | null,
): readonly TableFault[] {
  const shown = (kind: FieldKind) =>
    columns.some((column) => column.kind === kind && column.action !== 'DROP')
  if (!shown('INCOME') || !shown('EXPENSE')) return [{ code: 'table.finance-columns', params: {} }]
  if (inTenThousands(rows, columns)) return [{ code: 'table.finance-unit', params: {} }]
  if (!head) return [{ code: 'table.finance-head', params: { field: 'opening' } }]
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(head.month)) {
    return [{ code: 'table.finance-head', params: { field: 'month' } }]
  }
  const book = financeBook(rows, columns, head)
  const lacking = [
    ...headFaults(head, book?.entries.at(-1)?.balance ?? null),
    ...unreadBalances(rows, columns),
  ]
  if (!book || lacking.length > 0) return lacking
  const month = Temporal.PlainYearMonth.from(head.month)
  const dates = columnOf(columns, 'DATE')
  const outside = rows.data.flatMap(({ at, cells }): TableFault[] => {
    const text = dates < 0 ? '' : (cells[dates] ?? '')
    if (text === '') return []
    const day = dayOf(text, month)
    return day !== null && day.toPlainYearMonth().equals(month)
      ? []
      : [{ code: 'table.date-outside-month', params: { row: at + 1, month: head.month } }]
  })
  return [...outside, ...balanceFaults(book)]
}

/**
 * Rows whose voucher number another row bears already: a hint, since one voucher may carry several entries.
 * @example repeatedVouchers(rows.data, columns) // [12]
 */
export function repeatedVouchers(
  data: readonly TableRow[],
  columns: readonly TableColumn[],
): readonly number[] {
  const column = columnOf(columns, 'VOUCHER')
  const seen = new Set<string>()
  return data.flatMap(({ at, cells }) => {
    const number = column < 0 ? '' : (cells[column] ?? '')
    if (number === '') return []
    if (seen.has(number)) return [at + 1]
    seen.add(number)
    return []
  })
}
