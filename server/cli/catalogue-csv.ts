import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'

const HEADINGS = [
  '序号',
  '一级事项',
  '二级事项',
  '三级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
] as const

const AUDIENCE = { ALL: '全社会', SPECIFIC_GROUP: '特定群体', UNSTATED: '' } as const
const MODE = { PROACTIVE: '主动', ON_REQUEST: '依申请', UNSTATED: '' } as const

/**
 * Writes catalogue rows as CSV in the columns of the standard (domain book §3.1) and then the table's own columns; with
 * byte order mark and CRLF, because spreadsheet programs take UTF-8 for GBK otherwise.
 * @example catalogueCsv(items) // '\ufeff序号,一级事项,…\r\n…'
 */
export function catalogueCsv(items: readonly CatalogueItem[]): string {
  const own = [...new Set(items.flatMap((item) => Object.keys(item.extra)))]
  const rows = items.map((item) => [
    item.serial,
    item.itemLevel1,
    item.itemLevel2,
    item.itemLevel3,
    item.contentElements,
    item.legalBasis,
    item.deadlineText,
    item.publishingUnit,
    item.channels.join('、'),
    [AUDIENCE[item.audience], item.audienceNote].filter((text) => text !== '').join('：'),
    MODE[item.disclosureMode],
    item.levels.join('、'),
    ...own.map((column) => item.extra[column] ?? ''),
  ])
  return `\ufeff${[[...HEADINGS, ...own], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  // A cell that begins so is run as a formula by spreadsheet programs.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
