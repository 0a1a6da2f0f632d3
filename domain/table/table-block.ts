import { bodyText } from '../notice/body-text.ts'
import type { Block, Paragraph, Table, TableCell, TableRow } from '../notice/body.ts'
import { writeAmount } from './amount.ts'
import type { DerivedTable } from './derive-table.ts'
import { financeBook, financeEntries } from './finance-book.ts'
import { financeTotals } from './finance-balance.ts'
import type { TableReading } from './table-reading.ts'

/** Words of the Chinese document that stand around a table; they come from `locales/zh-Hans/table.json`. */
export const TABLE_WORDS = [
  'total',
  'unit',
  'opening',
  'income',
  'expense',
  'closing',
  'cash',
  'bank',
  'receivable',
  'payable',
  'preparer',
  'director',
  'accountant',
  'supervisor',
  'ofIncome',
  'ofExpense',
] as const
/** Those words by name. */
export type TableWords = Readonly<Record<(typeof TABLE_WORDS)[number], string>>

const GAP = '\u3000\u3000'
/** Room to sign by hand. */
const BLANK = '＿＿＿＿'

function line(text: string): Paragraph {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
}

function cell(text: string, header = false, amount = false): TableCell {
  const paragraph = line(text)
  const aligned: Paragraph = amount ? { ...paragraph, attrs: { textAlign: 'right' } } : paragraph
  return { type: header ? 'tableHeader' : 'tableCell', content: [aligned] }
}

const AMOUNTS = ['AMOUNT', 'INCOME', 'EXPENSE', 'BALANCE']

/** The total stands under a heading cell: rows that hold one are not counted again when pages are added up. */
function totalRow(derived: DerivedTable, words: TableWords): readonly TableRow[] {
  const { totals, kinds } = derived
  if (!totals) return []
  const first = totals.findIndex((text) => text !== '')
  // Before the first sum there has to be room for the word; a table of sums alone goes without the row.
  if (first < 1) return []
  const label: TableCell = {
    type: 'tableHeader',
    ...(first > 1 ? { attrs: { colspan: first } } : {}),
    content: [line(words.total)],
  }
  const rest = totals
    .slice(first)
    .map((text, at) => cell(text, false, AMOUNTS.includes(kinds[first + at] ?? '')))
  return [{ type: 'tableRow', content: [label, ...rest] }]
}

/** Widths are in pixels of the editor; paper and kiosk take their proportions. */
const NARROWEST = 48
const WIDEST = 240
const PER_SIGN = 8
const PADDING = 16

function columnWidths({ header, cells }: DerivedTable): readonly number[] {
  const wide = (text: string) =>
    Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)
  return header.map((heading, column) => {
    // A long heading may stand in two lines.
    const most = cells.reduce((so, row) => Math.max(so, wide(row[column] ?? '')), wide(heading) / 2)
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(most) * PER_SIGN + PADDING))
  })
}

/**
 * The table itself: headings, entries, total. With `carry` the printed pages bring these columns forward.
 * @example tableBlock(derived, words, []).content.length // 25
 */
export function tableBlock(derived: DerivedTable, words: TableWords, carry: readonly number[]): Table {
  const widths = columnWidths(derived)
  const head: TableRow = {
    type: 'tableRow',
    content: derived.header.map((text, column) => ({
      ...cell(text, true),
      attrs: { colwidth: [widths[column] ?? NARROWEST] },
    })),
  }
  const body = derived.cells.map((row): TableRow => ({
    type: 'tableRow',
    content: row.map((text, column) => cell(text, false, AMOUNTS.includes(derived.kinds[column] ?? ''))),
  }))
  return {
    type: 'table',
    ...(carry.length > 0 ? { attrs: { carry } } : {}),
    content: [head, ...body, ...totalRow(derived, words)],
  }
}

function groups(derived: DerivedTable, reading: TableReading, side: 'income' | 'expense'): string {
  const column = reading.columns.findIndex(({ kind }) => kind === 'CATEGORY')
  if (column < 0) return ''
  const sums = new Map<string, bigint>()
  const entries = financeEntries(derived.rows.data, reading.columns)
  for (const [at, entry] of entries.entries()) {
    const name = derived.rows.data[at]?.cells[column] ?? ''
    if (name !== '' && entry[side] !== 0n) sums.set(name, (sums.get(name) ?? 0n) + entry[side])
  }
  return [...sums].map(([name, sum]) => `${name} ${writeAmount(sum)}`).join('；')
}

function financeLines(
  derived: DerivedTable,
  reading: TableReading,
  words: TableWords,
): { readonly head: string; readonly foot: readonly string[] } {
  const { finance } = reading
  const book = finance && financeBook(derived.rows, reading.columns, finance)
  if (!finance || !book) return { head: '', foot: [] }
  const { income, expense, closing } = financeTotals(book)
  const given = (word: string, value: string) => (value === '' ? [] : [word + value])
  const sum = (word: string, value: bigint | null) => (value === null ? [] : [word + writeAmount(value)])
  const head = [
    ...given('', finance.unit),
    words.unit,
    words.opening + writeAmount(book.opening),
    ...given(words.preparer, finance.preparer),
  ]
  const sides = [
    [words.ofIncome, groups(derived, reading, 'income')],
    [words.ofExpense, groups(derived, reading, 'expense')],
  ] as const
  return {
    head: head.join(GAP),
    foot: [
      ...sides.flatMap(([word, text]) => given(word, text)),
      [
        words.income + writeAmount(income),
        words.expense + writeAmount(expense),
        words.closing + writeAmount(closing),
        ...sum(words.cash, book.cash),
        ...sum(words.bank, book.bank),
      ].join(GAP),
      [...given(words.receivable, finance.receivable), ...given(words.payable, finance.payable)].join(GAP),
      [
        words.director + (finance.director || BLANK),
        words.accountant + (finance.accountant || BLANK),
        words.supervisor + (finance.supervisor || BLANK),
      ].join(GAP),
    ].filter((text) => text !== ''),
  }
}

/**
 * Everything a list puts into the text: the table, and for village accounts head and foot (domain book §4.3).
 * @example tableBlocks(derived, reading, words).some(({ type }) => type === 'table') // true
 */
export function tableBlocks(
  derived: DerivedTable,
  reading: TableReading,
  words: TableWords,
): readonly Block[] {
  if (reading.listType !== 'VILLAGE_FINANCE') return [tableBlock(derived, words, [])]
  const carry = derived.kinds.flatMap((kind, column) =>
    kind === 'INCOME' || kind === 'EXPENSE' ? [column] : [],
  )
  const { head, foot } = financeLines(derived, reading, words)
  return [...(head === '' ? [] : [line(head)]), tableBlock(derived, words, carry), ...foot.map(line)]
}

/**
 * The words of a table as its proof names them: widths, bold print and the like may change without touching what it says.
 * @example tableWords(table) // '户主\t金额\n张*国\t300.00'
 */
export function tableWords(table: Table): string {
  const carry = table.attrs?.carry ?? []
  return `${carry.join(',')}\n${bodyText({ type: 'doc', content: [table] })}`
}
