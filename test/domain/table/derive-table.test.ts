import { describe, expect, it } from 'vitest'
import { deriveTable } from '../../../domain/table/derive-table.ts'
import type { FieldKind } from '../../../domain/table/field-kind.ts'
import { defaultPolicy, isMilder, policyFault } from '../../../domain/table/list-policy.ts'
import type { ListType } from '../../../domain/table/list-type.ts'
import { proposeReading } from '../../../domain/table/propose-reading.ts'
import type { TableCorrection, TableReading, TableSheet } from '../../../domain/table/table-reading.ts'

const HEAD = [
  '序号',
  '户主姓名',
  '身份证号',
  '联系电话',
  '家庭住址',
  '家庭成员',
  '保障人数',
  '致贫原因',
  '月保障金额（元）',
  '备注',
]
const ROWS = [
  [
    '1',
    '张建国',
    '99000019800229001X',
    '13800138000',
    '云溪镇河西村3组12号',
    '李芳、张小',
    '2',
    '因病',
    '1,234.50',
    '已核对无误',
  ],
  ['2', '张建国', '990000198001010012', '13800138001', '云溪镇河西村5组2号', '', '1', '因残', '600', ''],
]

function sheetOf(...rows: string[][]): TableSheet {
  return { name: '名单', hidden: false, rows, hiddenRows: [], hiddenColumns: [], missing: [] }
}
const sheet = sheetOf(['云溪镇河西村低保对象公示', '', ''], HEAD, ...ROWS, [
  '合计',
  '',
  '',
  '',
  '',
  '',
  '3',
  '',
  '1834.50',
  '',
])

function derive(
  of: TableSheet,
  change: Partial<TableReading> = {},
  listType?: ListType,
  corrections: readonly TableCorrection[] = [],
) {
  const reading = proposeReading([of], '名单.xlsx', defaultPolicy, listType ? { listType } : {})
  return deriveTable({
    sheet: of,
    reading: { ...reading, ...change },
    corrections,
    policy: defaultPolicy(reading.listType),
    today: '2026-11-23',
  })
}

describe('a 低保 list as the public sees it', () => {
  const derived = derive(sheet)

  it('keeps name, village group, number of persons and amount, and nothing else', () => {
    expect(derived.faults).toEqual([])
    expect(derived.header).toEqual(['序号', '户主姓名', '家庭住址', '保障人数', '月保障金额（元）'])
    expect(derived.cells).toEqual([
      ['1', '张建国', '云溪镇河西村3组', '2', '1,234.50'],
      ['2', '张建国', '云溪镇河西村5组', '1', '600'],
    ])
    expect(derived.totals).toEqual(['', '', '', '3', '1,834.50'])
  })

  it('names what was taken out, so that it can be searched for', () => {
    const removed = derived.removed.map(({ value }) => value)
    expect(removed).toEqual(
      expect.arrayContaining(['99000019800229001X', '13800138000', '云溪镇河西村3组12号', '李芳', '张小']),
    )
    expect(removed).not.toContain('1,234.50')
    // The name itself is printed by the policy.
    expect(removed).not.toContain('张建国')
  })

  it('masked names are told apart by their group', () => {
    const names = derive(sheet, {
      nameRule: 'SURNAME',
      columns: proposeReading([sheet], '名单.xlsx', defaultPolicy).columns.map((column) =>
        column.kind === 'NAME' ? { ...column, action: 'MASK' } : column,
      ),
    })
    expect(names.cells.map((row) => row.slice(1, 3))).toEqual([
      ['张**', '云溪镇河西村3组'],
      ['张**', '云溪镇河西村5组'],
    ])
    expect(names.removed.map(({ value }) => value)).toContain('张建国')
  })
})

describe('what stops a list', () => {
  it('a total that is not the sum of the rows names its row and the difference', () => {
    const off = sheetOf(HEAD, ...ROWS, ['合计', '', '', '', '', '', '3', '', '1894.50', ''])
    expect(derive(off, {}, 'LOW_INCOME').faults).toEqual([
      {
        code: 'table.total-mismatch',
        params: {
          row: 4,
          column: '月保障金额（元）',
          expected: '1,834.50',
          found: '1,894.50',
          difference: '60.00',
        },
      },
    ])
  })

  it('a child in a row, whatever column says so; the row is named and not the person', () => {
    const child = sheetOf(
      ['姓名', '出生日期', '金额（元）'],
      ['李小', '2016-03-04', '100'],
      ['周敏', '1980-01-01', '100'],
    )
    expect(derive(child, {}, 'LOW_INCOME').faults).toEqual([
      { code: 'table.minor-row', params: { row: 2, age: 14 } },
    ])
    expect(derive(child, { leftOut: [1] }, 'LOW_INCOME').faults).toEqual([])
  })

  it('a column shown although the policy hides it', () => {
    const columns = proposeReading([sheet], '名单.xlsx', defaultPolicy).columns.map((column) =>
      column.kind === 'PHONE' ? { ...column, action: 'PRINT' as const } : column,
    )
    expect(derive(sheet, { columns }).faults[0]).toEqual({
      code: 'table.weaker-than-policy',
      params: { kind: 'PHONE' },
    })
  })

  it('names in full where the policy masks them, or masked more mildly', () => {
    const of = sheetOf(['姓名', '补贴金额（元）'], ['周敏', '100'])
    const columns = proposeReading([of], 'x.csv', defaultPolicy, { listType: 'DISABILITY' }).columns
    const printed = columns.map((column) => ({ ...column, action: 'PRINT' as const }))
    const weaker = [{ code: 'table.weaker-than-policy', params: { kind: 'NAME' } }]
    expect(derive(of, { columns: printed }, 'DISABILITY').faults).toEqual(weaker)
    expect(derive(of, { nameRule: 'FULL' }, 'DISABILITY').faults).toEqual(weaker)
    expect(derive(of, { nameRule: 'INDEX' }, 'DISABILITY').faults).toEqual([])
  })

  it('no office can allow what may never be printed', () => {
    for (const kind of ['ID_NUMBER', 'PHONE', 'BANK_CARD', 'DISEASE', 'DISABILITY_DETAIL'] as const) {
      expect(policyFault({ actions: { [kind]: 'PRINT' }, nameRule: 'FULL' })?.code).toBe(
        'table.policy-too-mild',
      )
    }
    expect(policyFault({ actions: { DISEASE: 'MASK' }, nameRule: 'FULL' })?.code).toBe(
      'table.policy-too-mild',
    )
  })
})

it('a column of identity numbers is one whatever it is called', () => {
  const other = sheetOf(['编码', '姓名'], ['99000019800229001X', '周敏'], ['990000198001010012', '韩立'])
  expect(proposeReading([other], 'x.csv', defaultPolicy).columns[0]?.kind).toBe('ID_NUMBER')
})

it('hidden rows and columns are left out unless the clerk says otherwise', () => {
  const hidden = {
    ...sheetOf(['姓名', '金额（元）'], ['周敏', '1'], ['韩立', '2']),
    hiddenRows: [2],
    hiddenColumns: [1],
  }
  expect(derive(hidden, {}, 'LOW_INCOME').cells).toEqual([['周敏']])
  expect(derive(hidden, { withHidden: true }, 'LOW_INCOME').cells).toEqual([
    ['周敏', '1'],
    ['韩立', '2'],
  ])
})

describe('a column under another name', () => {
  const poor = sheetOf(['姓名', '致贫原因', '补贴金额（元）'], ['周敏', '尿毒症', '1'], ['韩立', '因病', '2'])
  const called = (of: TableSheet, column: number, kind: FieldKind, listType: ListType) => {
    const { columns } = proposeReading([of], 'x.csv', defaultPolicy, { listType })
    return derive(of, { columns: columns.with(column, { kind, action: 'PRINT' }) }, listType).faults
  }

  it('is still what its heading tells: illness called a grade is not printed', () => {
    expect(called(poor, 1, 'GRADE', 'LOW_INCOME')).toEqual([
      { code: 'table.weaker-than-policy', params: { kind: 'DISEASE' } },
    ])
  })

  it('names that have to be masked are not printed as a summary', () => {
    expect(called(poor, 0, 'SUMMARY', 'DISABILITY')).toEqual([
      { code: 'table.weaker-than-policy', params: { kind: 'NAME' } },
    ])
  })

  it('a corrected heading or another row of headings does not change what it is', () => {
    const { columns } = proposeReading([poor], 'x.csv', defaultPolicy, { listType: 'LOW_INCOME' })
    const shown = columns.with(1, { kind: 'GRADE', action: 'PRINT' })
    const weaker = { code: 'table.weaker-than-policy', params: { kind: 'DISEASE' } }
    const corrected = [{ row: 0, column: 1, text: '等级' }]
    expect(derive(poor, { columns: shown }, 'LOW_INCOME', corrected).faults).toContainEqual(weaker)
    const titled = sheetOf(['公示', '等级', '合计'], ...poor.rows.map((row) => [...row]))
    expect(derive(titled, { columns: shown, headerRow: 0 }, 'LOW_INCOME').faults).toContainEqual(weaker)
  })

  it('one that was left out as something else is searched for as what it is', () => {
    const { columns } = proposeReading([poor], 'x.csv', defaultPolicy, { listType: 'DISABILITY' })
    const dropped = columns.with(0, { kind: 'SUMMARY', action: 'DROP' })
    expect(derive(poor, { columns: dropped }, 'DISABILITY').removed).toContainEqual({
      kind: 'NAME',
      value: '周敏',
    })
  })

  it('amounts for an illness or a disability are amounts', () => {
    const amounts = sheetOf(['姓名', '残疾人补贴金额（元）', '病虫害防治面积'], ['周敏', '100', '3.5'])
    const { columns } = proposeReading([amounts], 'x.csv', defaultPolicy, { listType: 'LOW_INCOME' })
    expect(columns.map(({ kind }) => kind)).toEqual(['NAME', 'AMOUNT', 'AREA'])
    const { faults } = derive(amounts, {}, 'LOW_INCOME')
    expect(faults).toEqual([])
  })
})

describe('which rows are entries', () => {
  const spent = sheetOf(
    ['摘要', '金额（元）'],
    ['道路硬化', '1000'],
    ['债务偿还', '50000'],
    ['负责人补贴', '3000'],
    ['合计', '54000'],
    ['说明', '经村民代表会议通过'],
  )

  it('one that begins like a note is an entry where an amount stands beside it above the total', () => {
    const { rows, faults } = derive(spent, {}, 'VILLAGE_FINANCE')
    expect(rows.data.map(({ at }) => at)).toEqual([1, 2, 3])
    expect(rows.around.map(({ at }) => at)).toEqual([5])
    expect(faults.filter(({ code }) => code === 'table.total-mismatch')).toEqual([])
  })

  it('the clerk can call a note an entry, and never a total', () => {
    expect(derive(spent, { entries: [4, 5] }).rows).toMatchObject({
      data: [{ at: 1 }, { at: 2 }, { at: 3 }, { at: 5 }],
      totals: [{ at: 4 }],
    })
  })

  const parts = (last: string) =>
    sheetOf(
      ['姓名', '村组', '补贴金额（元）'],
      ['周敏', '1组', '100'],
      ['韩立', '1组', '200'],
      ['小计', '', '300'],
      ['李小', '2组', '50'],
      ['小计', '', last],
      ['合计', '', '350'],
    )

  it('subtotals are no people and no amounts of their own, left out or not', () => {
    for (const leftOut of [[], [3, 5]]) {
      const { cells, faults, totals } = derive(parts('50'), { leftOut }, 'FARM_SUBSIDY')
      expect(faults).toEqual([])
      expect(cells.map(([name]) => name)).toEqual(['周敏', '韩立', '李小'])
      expect(totals).toEqual(['', '', '350.00'])
    }
  })

  it('a subtotal that is not the sum of its part is told', () => {
    expect(derive(parts('60'), {}, 'FARM_SUBSIDY').faults).toMatchObject([
      { code: 'table.total-mismatch', params: { row: 6, expected: '50.00', found: '60.00' } },
    ])
  })
})

it('a child named only in a dropped column of the family does not keep the household back', () => {
  const family = (heading: string) =>
    sheetOf(['姓名', heading, '补贴金额（元）'], ['周敏', '990000201501010019', '300'], ['韩立', '', '300'])
  expect(derive(family('家庭成员身份证号'), {}, 'LOW_INCOME').faults).toEqual([])
  expect(derive(family('身份证号'), {}, 'LOW_INCOME').faults).toMatchObject([{ code: 'table.minor-row' }])
})

it('what a correction replaced is among the values that must not come back', () => {
  const of = sheetOf(['姓名', '身份证号', '补贴金额（元）'], ['周小满', '99000019800229001X', '300'])
  const corrections = [
    { row: 1, column: 0, text: '周小蛮' },
    { row: 1, column: 1, text: '' },
  ]
  const removed = derive(of, {}, 'DISABILITY', corrections).removed.map(({ value }) => value)
  expect(removed).toEqual(expect.arrayContaining(['周小满', '周小蛮', '99000019800229001X']))
})

it('a farmer with two plots stands twice under the same full name', () => {
  const plots = sheetOf(
    ['姓名', '面积（亩）', '补贴金额（元）'],
    ['周小满', '1', '10'],
    ['周小满', '2', '20'],
  )
  expect(derive(plots, {}, 'FARM_SUBSIDY').cells.map(([name]) => name)).toEqual(['周小满', '周小满'])
})

it('an office that shows more than before is milder, one that hides more is not', () => {
  const low = defaultPolicy('LOW_INCOME')
  const stricter = { actions: { ...low.actions, NAME: 'MASK' }, nameRule: 'SURNAME' } as const
  expect(isMilder(stricter, low)).toBe(false)
  expect(isMilder(low, stricter)).toBe(true)
  expect(isMilder({ ...stricter, nameRule: 'MIDDLE' }, stricter)).toBe(true)
})
