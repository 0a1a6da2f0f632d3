import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import type { Body, TableCell } from '../../domain/notice/body.ts'
import type { AttachmentView, NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from './publish-flow.ts'
import type { RealBoard } from './real-board.ts'
import { readSource } from './source-reader.ts'
import { setUpOffice, type Staff } from './test-board.ts'
import { pictureFile, workbookWithHiddenColumn } from './word-files.ts'

/** A board with one notice of every kind a visitor or a clerk can meet. */
export type StockedBoard = {
  readonly staff: Staff
  readonly document: NoticeDetail
  readonly wide: NoticeDetail
  readonly files: NoticeDetail
  /** Two editions: the first is superseded. */
  readonly revised: NoticeDetail
  readonly withdrawn: NoticeDetail
  readonly draft: { readonly id: string; readonly attachmentId: string }
  readonly submitted: NoticeDetail
  readonly returned: NoticeDetail
}

const SOURCE = '002_74e43fde5598cab7.txt'
const COLUMNS = [
  '户主',
  '村组',
  '类别',
  '人数',
  '月标准',
  '本月金额',
  '上月金额',
  '起始月份',
  '核查日期',
  '核查人',
  '备注',
]

function cell(text: string, type: TableCell['type'] = 'tableCell'): TableCell {
  return {
    type,
    attrs: { colwidth: [180] },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }
}

/** A body with a table wider than any glass, a link out and a list. */
export function wideTable(): Body {
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、发放情况' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '详见' },
          {
            type: 'text',
            text: '县政府网站',
            marks: [{ type: 'link', attrs: { href: 'https://example.invalid/list' } }],
          },
          { type: 'text', text: '。' },
        ],
      },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: COLUMNS.map((name) => cell(name, 'tableHeader')) },
          ...[1, 2, 3].map((row) => ({
            type: 'tableRow' as const,
            content: COLUMNS.map((name) => cell(`${name}${row}`)),
          })),
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: paragraphs('公示期内可到村委会反映。').content }],
      },
    ],
  }
}

async function pdfFile(): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.addPage([595, 842]).drawText('Annual accounts 2026', { x: 60, y: 760 })
  return await file.save()
}

async function revisionOf(staff: Staff, id: string): Promise<number> {
  const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
  return detail.body.draft.revision
}

async function attach(staff: Staff, id: string, name: string, bytes: Uint8Array): Promise<AttachmentView> {
  const address = `/api/desk/notices/${id}/attachments`
  const added = await staff.handler.upload<AttachmentView>(address, name, bytes, { role: 'ATTACHMENT' })
  if (added.status >= 300) throw new Error(`${name}: ${JSON.stringify(added.body)}`)
  return added.body
}

/** Fills an empty board through the HTTP API. */
export async function stockBoard(board: RealBoard): Promise<StockedBoard> {
  const staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const write = (title: string, body: Body) => writeDraft(staff.handler, { title, body, catalogueItemId })
  const publish = async (title: string, body: Body) => {
    const { id, revision } = await write(title, body)
    return await publishDraft(staff, id, revision)
  }

  const source = readSource(
    readFileSync(new URL(`../fixtures/sources/${SOURCE}`, import.meta.url), 'utf8'),
    SOURCE,
  )
  const official = await writeDraft(staff.handler, {
    title: source.title,
    body: source.body,
    catalogueItemId,
    documentNumber: source.documentNumber,
    documentDate: source.documentDate,
    issueDate: source.issueDate,
    signature: source.issuer,
  })
  const document = await publishDraft(staff, official.id, official.revision)
  const wide = await publish('河西村2026年10月低保金发放明细', wideTable())

  const withFiles = await write(
    '河西村2026年第三季度财务收支公示',
    paragraphs('收支明细见附件，公示期七天。'),
  )
  await attach(staff, withFiles.id, '收支票据.png', await pictureFile())
  await attach(staff, withFiles.id, '收支明细.xlsx', await workbookWithHiddenColumn())
  await attach(staff, withFiles.id, '年度决算.pdf', await pdfFile())
  const files = await publishDraft(staff, withFiles.id, await revisionOf(staff, withFiles.id))

  const first = await publish('河西村垃圾清运时间表', paragraphs('每周一、周四清运。'))
  const reopened = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${first.id}/revise`)
  const changed = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${first.id}/draft`, {
    revision: reopened.body.draft.revision,
    content: { ...reopened.body.draft.content, body: paragraphs('每周二、周五清运。') },
  })
  const revised = await publishDraft(staff, first.id, changed.body.revision)

  const withdrawing = await write('河西村危房改造对象名单', paragraphs('改造对象三户。'))
  await attach(staff, withdrawing.id, '名单.png', await pictureFile())
  const shown = await publishDraft(staff, withdrawing.id, await revisionOf(staff, withdrawing.id))
  const gone = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${shown.id}/withdraw`, {
    reason: 'ORDERED_DOWN',
    note: '名单有误，更正后另行公布。',
    order: { authority: '示例县民政局', number: '示民函〔2026〕12号' },
    hideTitle: false,
  })

  const draft = await write(
    '河西村2026年11月低保对象名单',
    paragraphs('户主张三，身份证号99000019800229001X，手机13800138000。'),
  )
  const kept = await attach(staff, draft.id, '未公开.png', await pictureFile())

  const waiting = await write(
    '关于11月25日停电检修的通知',
    paragraphs('因线路检修，11月25日8时至17时河西村停电。'),
  )
  const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${waiting.id}/submit`, {
    revision: waiting.revision,
  })
  const doubtful = await write('河西村党员学习安排', paragraphs('每月15日集中学习。'))
  const handedIn = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${doubtful.id}/submit`, {
    revision: doubtful.revision,
  })
  const returned = await staff.reviewer.post<NoticeDetail>(`/api/desk/notices/${doubtful.id}/decisions`, {
    kind: 'REVIEW',
    decision: 'RETURNED',
    reason: '请补充学习地点。',
    submissionHash: handedIn.body.submission?.hash ?? '',
  })
  return {
    staff,
    document,
    wide,
    files,
    revised,
    withdrawn: gone.body,
    draft: { id: draft.id, attachmentId: kept.id },
    submitted: submitted.body,
    returned: returned.body,
  }
}
