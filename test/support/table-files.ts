/** A file for an upload: its name and its bytes. */
export type ListFile = readonly [name: string, bytes: Uint8Array]

/** Writes rows as a CSV file as a spreadsheet program saves it. */
export function csvList(name: string, rows: readonly (readonly string[])[]): ListFile {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [name, new TextEncoder().encode(rows.map((row) => row.map(cell).join(',')).join('\r\n'))]
}

const yuan = (fen: number) => {
  const [whole = '', fraction = ''] = (fen / 100).toFixed(2).split('.')
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`
}

/**
 * The accounts of 河西村 for October 2026 with so many entries; opening 12,340.00. With `wrongSide` entry 17, income of 30
 * yuan, stands among the expenses, while every balance is that of the ledger.
 */
export function financeFile(
  options: { readonly wrongSide?: boolean; readonly entries?: number } = {},
): ListFile {
  const { wrongSide = false, entries = 23 } = options
  let balance = 1_234_000
  let totals = { income: 0, expense: 0 }
  const rows = Array.from({ length: entries }, (_, at) => {
    const entry = at + 1
    const isIncome = entry % 4 === 1
    const amount =
      entry === 17 ? 3000 : isIncome ? (entries > 100 ? 1000 : 42_000) : (entry % 7) * 1000 + 8000
    const [income, expense] = isIncome ? [amount, 0] : [0, amount]
    balance += income - expense
    const side = wrongSide && entry === 17 ? { income: expense, expense: income } : { income, expense }
    totals = { income: totals.income + side.income, expense: totals.expense + side.expense }
    return [
      `2026-10-${String((at % 31) + 1).padStart(2, '0')}`,
      `记${String(entry).padStart(4, '0')}`,
      isIncome ? '集体土地发包收入' : '办公用品支出',
      side.income === 0 ? '' : yuan(side.income),
      side.expense === 0 ? '' : yuan(side.expense),
      yuan(balance),
      '赵会',
      '钱村',
      '',
    ]
  })
  return csvList('河西村2026年10月财务收支公开表.csv', [
    ['河西村2026年10月财务收支公开表', '', '', '', '', '', '', '', ''],
    ['单位：元', '', '上月结余：12,340.00', '', '', '', '填表人：赵会', '', ''],
    ['日期', '凭证号', '摘要', '收入', '支出', '结余', '经手人', '审批人', '备注'],
    ...rows,
    ['合计', '', '', yuan(totals.income), yuan(totals.expense), '', '', '', ''],
    ['村委会主任：钱村', '', '会计：赵会', '', '', '', '村务监督委员会主任：孙平', '', ''],
  ])
}
