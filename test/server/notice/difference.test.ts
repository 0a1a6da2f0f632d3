import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DifferenceView } from '../../../server/notice/difference-views.ts'
import type { NoticePreview } from '../../../server/notice/notice-preview.ts'
import type { NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(() => board.close())

const draft = () =>
  writeDraft(staff.handler, {
    title: '关于11月25日停电检修的通知',
    body: paragraphs('因线路检修，11月25日8时至17时河西村停电。', '请提前做好准备。'),
    catalogueItemId,
  })

/** Publishes, opens the next draft and writes another hour into it. */
async function revised(): Promise<{ id: string; first: string; revision: number }> {
  const { id, revision } = await draft()
  const published = await publishDraft(staff, id, revision)
  const next = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
  const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: next.body.draft.revision,
    content: {
      ...next.body.draft.content,
      body: paragraphs('因线路检修，11月25日8时至19时河西村停电。', '请提前做好准备。'),
      change: { kind: 'CORRECTION', note: '停电时间更正' },
    },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return { id, first: published.editions[0]?.hash ?? '', revision: saved.body.revision }
}

describe('what differs from the edition before', () => {
  it('of a first notice there is nothing to compare with, and the answer says so', async () => {
    const { id } = await draft()
    const found = await staff.reviewer.get<DifferenceView>(`/api/desk/notices/${id}/difference?of=draft`)
    expect(found.body).toMatchObject({ from: null, difference: null, to: { of: 'DRAFT' } })
  })

  it('a next draft and what is handed in of it show the changed hour against the published edition', async () => {
    const { id, first, revision } = await revised()
    const drafted = await staff.handler.get<DifferenceView>(`/api/desk/notices/${id}/difference?of=draft`)
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    const found = await staff.reviewer.get<DifferenceView>(`/api/desk/notices/${id}/difference?of=submission`)
    expect(found.body.from).toMatchObject({ of: 'EDITION', hash: first, editionNumber: 1 })
    expect(found.body.to).toMatchObject({ of: 'SUBMISSION', hash: submitted.body.submission?.hash })
    expect(found.body.difference).toEqual(drafted.body.difference)
    expect(found.body.difference?.body?.map((block) => 'kind' in block && block.kind)).toEqual([
      'CHANGED',
      'KEPT',
    ])
    expect(found.body.difference?.body?.[0]).toMatchObject({
      runs: [
        { kind: 'KEPT', text: '因线路检修，11月25日8时至' },
        { kind: 'REMOVED', text: '17' },
        { kind: 'ADDED', text: '19' },
        { kind: 'KEPT', text: '时河西村停电。' },
      ],
    })
  })

  it('once published, it is compared with the edition before it and not with itself', async () => {
    const { id, first, revision } = await revised()
    const published = await publishDraft(staff, id, revision)
    const found = await staff.handler.get<DifferenceView>(`/api/desk/notices/${id}/difference?of=submission`)
    expect(found.body.from?.hash).toBe(first)
    expect(found.body.difference?.same).toBe(false)
    const newest = published.submission?.hash ?? ''
    const named = await staff.handler.get<DifferenceView>(
      `/api/desk/notices/${id}/difference?from=${first}&to=${newest}`,
    )
    expect(named.body.difference).toEqual(found.body.difference)
  })

  it('a hash of another notice opens nothing', async () => {
    const { id, first } = await revised()
    const other = await draft()
    const asked = await staff.handler.get(
      `/api/desk/notices/${other.id}/difference?from=${first}&to=${first}`,
    )
    expect(asked.status).toBe(404)
    expect((await staff.handler.get(`/api/desk/notices/${id}/difference?of=edition`)).status).toBe(400)
  })
})

describe('the kiosk face before publication', () => {
  it('shows at the desk exactly what was handed in, and nothing of it anywhere on the public mount', async () => {
    const { id, revision } = await draft()
    const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
    const path = `/api/desk/notices/${id}/preview?of=submission`
    const shown = await staff.reviewer.get<NoticePreview>(path)
    expect(shown.body.edition.content).toEqual(submitted.body.submission?.content)
    expect(shown.body.edition.hash).toBe(submitted.body.submission?.hash)
    const visitor = board.visitor()
    expect((await visitor.get(path)).status).toBe(404)
    expect((await visitor.get(path.replace('/desk/', '/public/'))).status).toBe(404)
    expect((await visitor.get(`/api/public/editions/${shown.body.edition.hash}`)).status).toBe(404)
    const signedOut = await board.desk()
    expect((await signedOut.get(path)).status).toBe(401)
  })
})
