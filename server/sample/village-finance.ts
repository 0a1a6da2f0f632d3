import type { SampleNotice } from './sample-notice.ts'

/** One line of a month's books: the day, what for, and yuan with two decimals, income positive. */
export type BookLine = readonly [day: number, summary: string, amount: string]

/** A month of a village's books, with the days on which it was approved, written and put up. */
export type BookMonth = {
  readonly month: number
  readonly approved: string
  readonly date: string
  readonly day: string
  readonly lines: readonly BookLine[]
}

/** The books of a village for one year, month after month. */
export type VillageBooks = {
  readonly village: string
  readonly year: number
  /** Yuan with two decimals, before the first month. */
  readonly opening: string
  readonly months: readonly BookMonth[]
}

function fenOf(yuan: string): number {
  return Math.round(Number(yuan) * 100)
}

function yuanOf(fen: number): string {
  return (fen / 100).toFixed(2)
}

function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** What is in the till, the rest lies at the bank; between 800 and 1,600 yuan, like a village's. */
function cashOf(closing: number): number {
  return 80_000 + (closing % 80_000)
}

function monthNotice(books: VillageBooks, opening: number, of: BookMonth): [SampleNotice, closing: number] {
  let balance = opening
  let income = 0
  let spent = 0
  const rows = of.lines.map(([day, summary, amount], at) => {
    const fen = fenOf(amount)
    balance += fen
    if (fen > 0) income += fen
    else spent -= fen
    const voucher = String(at + 1).padStart(3, '0')
    const [inCell, outCell] = fen > 0 ? [yuanOf(fen), ''] : ['', yuanOf(-fen)]
    return `|${of.month}月${day}日|${voucher}|${summary}|${inCell}|${outCell}|${yuanOf(balance)}|`
  })
  const cash = cashOf(balance)
  const text = `
单位：元。上月结余${yuanOf(opening)}元。
|日期|凭证号|摘要|收入|支出|结余|
${rows.join('\n')}
|合计|||${yuanOf(income)}|${yuanOf(spent)}|${yuanOf(balance)}|
月末结余${yuanOf(balance)}元，其中银行存款${yuanOf(balance - cash)}元、现金${yuanOf(cash)}元。本月无新增债权债务。
本表经村务监督委员会${dayInWords(of.approved)}审核通过。村民对账目有疑问的，可以到村委会查阅凭证，村委会3日内答复。
`
  const notice: SampleNotice = {
    title: `${books.village}${books.year}年${of.month}月财务收支公开表`,
    kind: 'FINANCE_TABLE',
    item: '月度财务收支',
    unit: books.village,
    signature: `示例县云溪镇${books.village}村民委员会`,
    date: of.date,
    day: of.day,
    text,
  }
  return [notice, balance]
}

/**
 * The monthly finance tables of a village; each month begins with what the last one left, and every sum is reckoned.
 * @example financeTables(HEXI_BOOKS)[0]?.title // '河西村2026年1月财务收支公开表'
 */
export function financeTables(books: VillageBooks): readonly SampleNotice[] {
  let balance = fenOf(books.opening)
  return books.months.map((month) => {
    const [notice, closing] = monthNotice(books, balance, month)
    balance = closing
    return notice
  })
}
