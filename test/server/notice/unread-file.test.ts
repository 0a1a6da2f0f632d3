import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AttachmentView, NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let id: string
let revision: number

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = await writeDraft(staff.handler, {
    title: '关于入户核查的公示',
    body: paragraphs('核查结果见附件。'),
    catalogueItemId,
  })
  id = draft.id
  revision = draft.revision
})

afterEach(() => board.close())

async function attach(name: string, bytes: Uint8Array): Promise<void> {
  const added = await staff.handler.upload<AttachmentView>(
    `/api/desk/notices/${id}/attachments`,
    name,
    bytes,
    {
      role: 'ATTACHMENT',
    },
  )
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
  revision = detail.body.draft.revision
}

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

async function textPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage().drawText('Yunxi', { font: await pdf.embedFont(StandardFonts.Helvetica) })
  return pdf.save()
}

const decide = (kind: 'REVIEW' | 'SECRECY_REVIEW', submissionHash: string, rest: object = {}) =>
  (kind === 'REVIEW' ? staff.reviewer : staff.secrecyReviewer).post<{ code?: string; params?: object }>(
    `/api/desk/notices/${id}/decisions`,
    { kind, decision: 'APPROVED', reason: '', submissionHash, ...rest },
  )
const logged = (action: string) =>
  board.deps.store.read.audit
    .ofSubject('notice', id)
    .filter((event) => event.action === action)
    .map(({ detail }) => detail['unreadFiles'])

async function submitted(): Promise<string> {
  const answer = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.submission?.hash ?? ''
}

it('A picture passes the secrecy review only when the reviewer says that it has been looked at', async () => {
  await attach('入户照片.jpg', await photo())
  await attach('说明.pdf', await textPdf())
  const hash = await submitted()
  expect(logged('notice.submit')).toEqual([1])
  expect((await decide('REVIEW', hash)).status).toBe(200)
  const refused = await decide('SECRECY_REVIEW', hash)
  expect([refused.status, refused.body.code, refused.body.params]).toEqual([
    422,
    'notice.unread-not-acknowledged',
    { count: 1 },
  ])
  expect((await decide('SECRECY_REVIEW', hash, { unreadAcknowledged: false })).status).toBe(422)
  expect((await decide('SECRECY_REVIEW', hash, { unreadAcknowledged: true })).status).toBe(200)
  expect(logged('notice.approve')).toEqual([undefined, 1])
})

it('Returning asks for nothing of the kind', async () => {
  await attach('入户照片.jpg', await photo())
  const returned = await decide('SECRECY_REVIEW', await submitted(), {
    decision: 'RETURNED',
    reason: '照片中有门牌号',
  })
  expect(returned.status).toBe(200)
})

it('Where every file was read there is nothing to say', async () => {
  await attach('说明.pdf', await textPdf())
  expect((await decide('SECRECY_REVIEW', await submitted())).status).toBe(200)
  expect(logged('notice.submit')).toEqual([0])
})
