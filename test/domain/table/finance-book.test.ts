import { expect, it } from 'vitest'
import { financeFaults } from '../../../domain/table/finance-book.ts'
import { defaultPolicy } from '../../../domain/table/list-policy.ts'
import { proposeReading } from '../../../domain/table/propose-reading.ts'
import type { FinanceHead, TableSheet } from '../../../domain/table/table-reading.ts'
import { sortRows } from '../../../domain/table/table-rows.ts'

const HEAD = ['日期', '摘要', '收入', '支出']
const ENTRIES = [
  ['2026-10-01', '发包', '50', ''],
  ['2026-10-02', '办公', '', '20'],
]

function faults(
  change: Partial<FinanceHead> | null,
  heading: readonly string[] = HEAD,
  entries: readonly (readonly string[])[] = ENTRIES,
  unit = '单位：元',
) {
  const sheet: TableSheet = {
    name: '收支',
    hidden: false,
    rows: [['河西村2026年10月财务收支'], [unit, '上月结余：100'], heading, ...entries],
    hiddenRows: [],
    hiddenColumns: [],
    missing: [],
  }
  const reading = proposeReading([sheet], '收支.csv', defaultPolicy)
  const head = change && reading.finance ? { ...reading.finance, ...change } : null
  return financeFaults(sortRows(sheet, reading, []), reading.columns, head)
}
const lacks = (...fields: string[]) =>
  fields.map((field) => ({ code: 'table.finance-head', params: { field } }))

it('accounts that state their closing balance are checked against it', () => {
  expect(faults({ closing: '130' })).toEqual([])
  expect(faults({ closing: '131' })).toMatchObject([{ code: 'table.closing-mismatch' }])
})

it('a balance that is missing or cannot be read is told, and never taken for one that was not asked for', () => {
  expect(faults({})).toEqual(lacks('closing'))
  expect(faults({ closing: '130元整' })).toEqual(lacks('closing'))
  expect(faults({ closing: '130', cash: '1', bank: '2。' })).toEqual(lacks('bank'))
  expect(faults({ closing: '130', cash: '130' })).toEqual(lacks('bank'))
  expect(faults({ opening: '一百', closing: '130' })).toEqual(lacks('opening'))
})

it('accounts without a head are not let through unchecked', () => {
  expect(faults(null)).toEqual(lacks('opening'))
})

it('the running balance of the last entry gives the closing balance; one that cannot be read is told', () => {
  const running = (last: string) => [
    ['2026-10-01', '发包', '50', '', '150'],
    ['2026-10-02', '办公', '', '20', last],
  ]
  expect(faults({}, [...HEAD, '结余'], running('130'))).toEqual([])
  expect(faults({ closing: '130' }, [...HEAD, '结余'], running('一三零'))).toEqual([
    { code: 'table.amount-unreadable', params: { row: 5, column: '结余' } },
  ])
})

it('accounts in 万元 are sent back: board, paper and the sums carried forward are in yuan', () => {
  const unit = [{ code: 'table.finance-unit', params: {} }]
  expect(faults({ closing: '130' }, ['日期', '摘要', '收入（万元）', '支出（万元）'])).toEqual(unit)
  expect(faults({ closing: '130' }, HEAD, ENTRIES, '单位：万元')).toEqual(unit)
})

it('income in cash and at the bank is income, in two columns too', () => {
  const heading = ['日期', '摘要', '收入（现金）', '收入（银行）', '支出']
  const entries = [
    ['2026-10-01', '发包', '10', '', ''],
    ['2026-10-02', '补助', '', '1000', ''],
    ['2026-10-03', '办公', '', '', '5'],
  ]
  expect(faults({ closing: '1,105.00' }, heading, entries)).toEqual([])
})
