import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import sharp from 'sharp'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let path: string

beforeAll(async () => {
  board = openTestBoard()
  const staff = await setUpOffice(board.desk)
  const item = await importVillageCatalogue(staff.administrator)
  const draft = await writeDraft(staff.handler, {
    ...{ title: '规划图公示', body: paragraphs('见附件。'), catalogueItemId: item.id },
    documentDate: '2026-11-20',
  })
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  const added = await staff.handler.upload<{ id: string; revision: number }>(
    `/api/desk/notices/${draft.id}/attachments`,
    '规划图.png',
    png,
    { role: 'ATTACHMENT' },
  )
  const published: NoticeDetail = await publishDraft(staff, draft.id, added.body.revision)
  path = `/api/public/editions/${published.editions[0]?.hash}/attachments/${added.body.id}`
})
afterAll(() => board.close())

describe('files on the public board', () => {
  it('are given to so many readers at once, then to the next when one is through', async () => {
    const visitor = board.visitor()
    const open: Response[] = []
    for (let reader = 0; reader < 64; reader++) open.push(await visitor.raw('GET', path))
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]))
    const refused = await visitor.get<{ code: string }>(path)
    expect([refused.status, refused.body.code]).toEqual([503, 'request.busy'])
    // The board itself answers on, and asking what a file is takes no place.
    expect((await visitor.get('/api/public/home')).status).toBe(200)
    expect((await visitor.raw('HEAD', path)).status).toBe(200)
    await open.pop()?.arrayBuffer()
    const next = await visitor.raw('GET', path)
    expect([next.status, (await next.arrayBuffer()).byteLength]).toEqual([
      200,
      Number(next.headers.get('content-length')),
    ])
    for (const response of open) await response.body?.cancel()
  })
})
