import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import type { GateReport } from '../../../../server/notice/views.ts'
import { publicationFaults } from '../../../../server/cli/check-publications.ts'
import { standingOverrides } from '../../../../server/notice/standing-overrides.ts'
import type { DeskClient } from '../../../support/desk-client.ts'
import { plantedXlsx } from '../../../support/planted-files.ts'
import { addVillage } from '../../../support/placement-flow.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { hire, onNotice } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueId: string
let notice: ReturnType<typeof onNotice> & { readonly id: string }
let path: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const item = await importVillageCatalogue(staff.handler)
  catalogueId = item.catalogueId
  const content = { title: '停电通知', body: paragraphs('今晚停电检修。'), catalogueItemId: item.id }
  const { id } = await writeDraft(staff.handler, content)
  notice = { ...onNotice(id), id }
  path = `/api/desk/notices/${id}`
})

afterEach(() => board.close())

async function save(change: Partial<DraftContent>, desk: DeskClient = staff.handler): Promise<number> {
  const { draft } = await notice.detail(desk)
  const saved = await desk.json<{ revision: number }>('PUT', `${path}/draft`, {
    revision: draft.revision,
    content: { ...draft.content, ...change },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return saved.body.revision
}

async function approve(): Promise<void> {
  for (const [desk, kind] of [
    [staff.reviewer, 'REVIEW'],
    [staff.secrecyReviewer, 'SECRECY_REVIEW'],
  ] as const) {
    const decided = await notice.decide(desk, kind)
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
  }
}

const attach = (name: string, bytes: Uint8Array) =>
  staff.handler.upload<{ id: string }>(`${path}/attachments`, name, bytes, { role: 'ATTACHMENT' })

describe('while what was handed in is decided on, the author goes on with a next draft', () => {
  it('and what is published is what was handed in: text, item, unit, files; the next draft is still there', async () => {
    const other = board.deps.store.read.catalogue.items(catalogueId)[1]?.id ?? ''
    const village = await addVillage(board, staff, '河西村', [catalogueId])
    const { publicBytes } = await plantedXlsxClean()
    const file = await attach('名单.xlsx', publicBytes)
    await notice.submit(staff.handler)
    const before = await notice.detail(staff.handler)
    expect(before.may).toMatchObject({ edit: true, submit: false, nextDraft: true })

    await save({ title: '停电改期通知', body: paragraphs('改到明晚。'), catalogueItemId: other })
    const revision = await staff.handler.json<{ revision: number }>('PUT', `${path}/placement`, {
      revision: (await notice.detail(staff.handler)).draft.revision,
      placement: { unitId: village, dutyId: null, noDuty: true, policy: null, interpretation: null },
    })
    expect(revision.status, JSON.stringify(revision.body)).toBe(200)
    expect((await staff.handler.raw('DELETE', `${path}/attachments/${file.body.id}`)).status).toBe(200)
    // Were the next draft's unit asked, nothing could be published.
    board.deps.store.tx((write) => write.unit.update(village, { disabled: true }))
    await approve()
    const published = await notice.publish(staff.handler)
    expect(published.status, JSON.stringify(published.body)).toBe(200)

    expect(published.body.editions[0]?.hash).toBe(before.submission?.hash)
    const shown = await board
      .visitor()
      .get<{ content: { title: string; unit?: object; attachments: { id: string }[] } }>(
        `/api/public/editions/${before.submission?.hash}`,
      )
    expect(shown.body.content).toMatchObject({ title: '停电通知', attachments: [{ id: file.body.id }] })
    expect(shown.body.content.unit).toBeUndefined()
    expect(board.deps.store.database.prepare('SELECT item_id FROM edition_item').pluck().all()).toEqual([
      before.draft.content.catalogueItemId,
    ])

    const after = await notice.detail(staff.handler)
    expect(after.state).toBe('DRAFT')
    expect(after.draft.content).toMatchObject({ title: '停电改期通知', catalogueItemId: other })
    expect(after.placement.unitId).toBe(village)
    expect(after.attachments).toEqual([])
  })

  it('a return leaves the next draft as it is', async () => {
    await notice.submit(staff.handler)
    await save({ title: '停电改期通知' })
    const back = await notice.decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED', reason: '改期了' })
    expect(back.body).toMatchObject({ state: 'RETURNED', draft: { content: { title: '停电改期通知' } } })
    expect(back.body.submission?.content.title).toBe('停电通知')
  })

  it('whoever writes on it decides no more, but what they decided before stands', async () => {
    const both = await hire(board, staff, '赵二', ['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER'])
    await notice.submit(staff.handler)
    await notice.decide(both, 'REVIEW')
    await save({ title: '停电改期通知' }, both)
    const again = await notice.decide(both, 'SECRECY_REVIEW')
    expect(again.body.code).toBe('notice.author-may-not-decide')
    await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
    expect((await notice.publish(staff.handler)).status).toBe(200)
    expect(publicationFaults(board.deps.store.database)).toEqual([])
    // Of what they wrote themselves they are authors.
    await save({ change: { kind: 'UPDATE', note: '改期' } })
    await notice.submit(staff.handler)
    expect((await notice.decide(both, 'REVIEW')).body.code).toBe('notice.author-may-not-decide')
  })
})

/** A workbook without anything the gate would stop. */
async function plantedXlsxClean(): Promise<{ readonly publicBytes: Uint8Array }> {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  book.addWorksheet('名单').addRows([
    ['姓名', '金额'],
    ['周敏', 300],
  ])
  return { publicBytes: new Uint8Array(await book.xlsx.writeBuffer()) }
}

describe('what is allowed or masked for the next draft', () => {
  const gate = async () => (await staff.handler.get<GateReport>(`${path}/gate`)).body
  const block = async () => (await gate()).hits.filter((hit) => hit.severity === 'BLOCK').map((hit) => hit.id)
  const allow = async (hitIds: readonly string[]) =>
    staff.secrecyReviewer.post<GateReport>(`${path}/overrides`, { hitIds, reason: '公务手机，已核实' })

  it('lets nothing out of what was handed in, and holds when that is published', async () => {
    await notice.submit(staff.handler)
    await save({ title: '停电改期通知', body: paragraphs('值班公务手机13800138000。') })
    expect((await allow(await block())).body.fits).toBe(true)
    const { read } = board.deps.store
    expect(standingOverrides(read, notice.id, read.submission.open(notice.id))).toEqual([])
    expect(standingOverrides(read, notice.id, undefined)).toHaveLength(1)
    await approve()
    expect((await notice.publish(staff.handler)).status).toBe(200)
    expect((await gate()).fits).toBe(true)
  })

  it('what was allowed before it was handed in ends with its publication, for the next draft as well', async () => {
    await save({ body: paragraphs('值班公务手机13800138000。') })
    await allow(await block())
    await notice.submit(staff.handler)
    expect((await gate()).fits).toBe(true)
    await save({ title: '停电改期通知' })
    await approve()
    expect((await notice.publish(staff.handler)).status).toBe(200)
    expect((await gate()).fits).toBe(false)
  })

  it('an override stands for what was handed in when its giver writes on the next draft', async () => {
    const both = await hire(board, staff, '赵二', ['HANDLER', 'SECRECY_REVIEWER'])
    await save({ body: paragraphs('值班公务手机13800138000。') })
    const hitIds = await block()
    await both.post(`${path}/overrides`, { hitIds, reason: '公务手机，已核实' })
    await notice.submit(staff.handler)
    await save({ title: '停电改期通知' }, both)
    await approve()
    expect((await notice.publish(staff.handler)).status).toBe(200)
  })

  it('a file that is under review cannot be masked until the decisions are there', async () => {
    const planted = await plantedXlsx()
    const file = await attach('名单.xlsx', planted.bytes)
    expect(file.status, JSON.stringify(file.body)).toBe(201)
    await allow(await block())
    await notice.submit(staff.handler)
    const hit = (await gate()).hits.find(({ place, maskable }) => place.part === 'ATTACHMENT' && maskable)
    const masked = await notice.post(staff.handler, 'mask', { hitIds: [hit?.id] })
    expect([masked.status, masked.body.code]).toEqual([409, 'notice.file-in-review'])
    await notice.post(staff.handler, 'recall')
    expect((await notice.post(staff.handler, 'mask', { hitIds: [hit?.id] })).status).toBe(200)
  })
})
