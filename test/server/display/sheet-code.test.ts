import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { SheetData } from '../../../server/display/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let published: NoticeDetail

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: '停电检修通知',
    body: paragraphs('11月25日河西村停电。'),
    catalogueItemId,
  })
  published = await publishDraft(staff, id, revision)
})
afterAll(() => board.close())

async function sheetOf(hash: string): Promise<SheetData> {
  const sheet = await board.visitor().get<SheetData>(`/api/public/editions/${hash}/sheet`)
  expect(sheet.status).toBe(200)
  return sheet.body
}

async function unpublished(id: string, of: 'draft' | 'submission'): Promise<SheetData> {
  const sheet = await staff.handler.get<SheetData>(`/api/desk/notices/${id}/sheet?of=${of}`)
  expect(sheet.status).toBe(200)
  return sheet.body
}

describe('the code on a sheet', () => {
  it('holds the office, the index number, the number of the edition and the beginning of its hash, said in words too', async () => {
    const { hash = '' } = published.editions[0] ?? {}
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(published.indexNumber).toMatch(/^\S+\/\d{4}-\d{5}$/)
    expect(await sheetOf(hash)).toMatchObject({
      code: `BOARD:2:${OFFICE.uscc}:${published.indexNumber}:1:${hash.slice(0, 16)}`,
      codeWords: hashWords(hash),
    })
  })

  it('tells a second edition from the first', async () => {
    const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${published.id}/revise`)
    expect(revised.status).toBe(200)
    const { draft } = revised.body
    const saved = await staff.handler.json<{ revision: number }>(
      'PUT',
      `/api/desk/notices/${published.id}/draft`,
      {
        revision: draft.revision,
        content: { ...draft.content, body: paragraphs('11月26日河西村停电。') },
      },
    )
    expect(saved.status).toBe(200)
    const again = await publishDraft(staff, published.id, saved.body.revision)
    const second = again.editions.find((edition) => edition.editionNumber === 2)
    const code = (await sheetOf(second?.hash ?? '')).code
    expect(code).toBe(`BOARD:2:${OFFICE.uscc}:${published.indexNumber}:2:${second?.hash.slice(0, 16)}`)
    expect(second?.hash).not.toBe(published.editions[0]?.hash)
  })

  it('says of a draft and of what was handed in that it is a draft, and never looks like an edition', async () => {
    const catalogueItemId = published.draft.content.catalogueItemId
    const { id, revision } = await writeDraft(staff.handler, {
      title: '停水通知',
      body: paragraphs('11月27日河西村停水。'),
      catalogueItemId,
    })
    const draft = await unpublished(id, 'draft')
    expect(draft).toMatchObject({ draft: true, code: `BOARD:DRAFT:${draft.hash}`, editionNumber: null })
    expect(draft.hash).toMatch(/^[0-9a-f]{64}$/)
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    const submission = await unpublished(id, 'submission')
    expect(submission).toMatchObject({
      draft: true,
      code: `BOARD:DRAFT:${submitted.body.submission?.hash}`,
    })
  })
})
