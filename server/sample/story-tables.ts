import { Buffer } from 'node:buffer'
import { bodyText } from '../../domain/notice/body-text.ts'
import { addTable } from '../notice/table/edit-table.ts'
import { takeTable } from '../notice/table/take-table.ts'
import { must } from './must.ts'
import { sampleBody, type SampleNotice, type SampleRows } from './sample-notice.ts'
import { sampleWorkbook } from './sample-workbook.ts'
import type { Story } from './story.ts'

async function takeIn(story: Story, id: string, name: string, bytes: Uint8Array, after: number | null) {
  const { deps, staff } = story
  const table = must(await addTable(deps, staff.handler, id, { name, bytes }), name)
  story.pass(5)
  const draftRevision = deps.store.read.notice.byId(id)?.revision ?? 0
  const taking = { revision: table.revision, draftRevision, after }
  must(takeTable(deps, staff.handler, id, table.id, taking), name)
}

/**
 * Reads a workbook into the text of a notice, behind its first paragraph.
 * @example await readList(story, id, { name: '名单.xlsx', rows })
 */
export async function readList(story: Story, id: string, { name, rows }: SampleRows): Promise<void> {
  await takeIn(story, id, name, await sampleWorkbook(rows), 0)
}

/** An amount as accounting programs write it; anything else as it stands. */
function grouped(cell: string): string {
  return /^\d+\.\d\d$/.test(cell) ? cell.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',') : cell
}

/** The rows of the table in a sample text, as a spreadsheet program saves them, with what stands around them. */
function ledgerOf({ title, text }: SampleNotice): string {
  const rows = text.match(/^\|.*\|$/gm)?.map((row) => row.slice(1, -1).split('|').map(grouped)) ?? []
  const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
  const around = {
    opening: find(/上月结余([\d.]+)元/),
    closing: find(/月末结余([\d.]+)元/),
    bank: find(/银行存款([\d.]+)元/),
    cash: find(/现金([\d.]+)元/),
  }
  return [
    [title],
    ['单位：元', '', `上月结余：${around.opening}`],
    ...rows,
    [`月末结余：${around.closing}`, `银行存款：${around.bank}`, `现金：${around.cash}`],
  ]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\r\n')
}

/**
 * Reads the accounts of a village as its accountant hands them over, and writes the words of the notice behind them that
 * no file brings.
 * @example await takeLedger(story, id, notice)
 */
export async function takeLedger(story: Story, id: string, notice: SampleNotice): Promise<void> {
  const bytes = Buffer.from(ledgerOf(notice), 'utf8')
  await takeIn(story, id, `${notice.title}.csv`, bytes, null)
  const brought = story.deps.store.read.notice.byId(id)?.content.body.content ?? []
  const words = sampleBody(notice.text).content.filter(
    (block) =>
      block.type !== 'table' && !/^(?:单位|月末结余)/.test(bodyText({ type: 'doc', content: [block] })),
  )
  story.save(id, { body: { type: 'doc', content: [...brought, ...words] } })
}
