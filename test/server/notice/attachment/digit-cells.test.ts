import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { emptyDraft } from '../../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../../domain/notice/public-content.ts'
import { gateFits, scanDraft } from '../../../../domain/privacy/gate.ts'
import { prepareAttachment } from '../../../../server/notice/attachment/prepare-attachment.ts'

const NUMBER = '990000198001010012'

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('申请表')
  sheet.addRow(['姓名', '周敏'])
  sheet.addRow(['身份证号', ...Array.from(NUMBER, Number)])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function hitsOf(passages: Parameters<typeof scanDraft>[0]['attachments'][0]['passages']) {
  return scanDraft({
    content: publicContent({
      draft: emptyDraft(),
      office: { name: '云溪镇', uscc: '' },
      item: null,
      attachments: [],
    }),
    attachments: [{ id: 'a', name: '申请表.xlsx', passages }],
    fingerprint: (_kind, value) => value,
    overrides: [],
    today: '2026-11-21',
  })
}

test('An identity number in a workbook with one digit to a cell stops the notice, and can be masked', async () => {
  const bytes = await workbook()
  const prepared = await prepareAttachment({ name: '申请表.xlsx', bytes })
  if (!prepared.ok) throw new Error(prepared.code)
  const hits = hitsOf(prepared.value.passages)
  expect(new Set(hits.map(({ fingerprint }) => fingerprint))).toEqual(new Set([NUMBER]))
  expect(gateFits(hits)).toBe(false)

  const masked = await prepareAttachment({
    name: '申请表.xlsx',
    bytes,
    masks: (_kind, value) => value === NUMBER,
  })
  if (!masked.ok) throw new Error(masked.code)
  expect(masked.value.maskedCount).toBe(8)
  expect(hitsOf(masked.value.passages)).toEqual([])
  const shown = new ExcelJS.Workbook()
  await shown.xlsx.load(new Uint8Array(masked.value.publicBytes).buffer)
  const row = shown.worksheets[0]?.getRow(2).values as readonly unknown[]
  expect(row.slice(2).join('')).toBe('990000********0012')
})
