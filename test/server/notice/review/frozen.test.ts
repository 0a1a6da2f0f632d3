import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import type { ReviewSlipView } from '../../../../server/notice/review/views.ts'
import type { GateReport, NoticeRow } from '../../../../server/notice/views.ts'
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
  const content = {
    ...{ title: '停电通知', body: paragraphs('周敏，残疾人。今晚停电。'), catalogueItemId: item.id },
    ...{ keywords: ['停电'], addressee: '各村民委员会' },
  }
  const { id } = await writeDraft(staff.handler, content)
  notice = { ...onNotice(id), id }
  path = `/api/desk/notices/${id}`
})

afterEach(() => board.close())

async function save(change: Partial<DraftContent>): Promise<void> {
  const { draft } = await notice.detail(staff.handler)
  const content = { ...draft.content, ...change }
  const saved = await staff.handler.json('PUT', `${path}/draft`, { revision: draft.revision, content })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
}

async function approve(): Promise<void> {
  expect((await notice.decide(staff.reviewer, 'REVIEW')).status).toBe(200)
  expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).status).toBe(200)
}

async function publish(): Promise<void> {
  await notice.submit(staff.handler)
  await approve()
  expect((await notice.publish(staff.handler)).status).toBe(200)
}

const slip = async (of = '') => (await staff.handler.get<ReviewSlipView>(`${path}/review-slip${of}`)).body

describe('those who decide see what was handed in, whatever the author does to the next draft', () => {
  it('a scan is vouched for although it is off the next draft', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const role = { role: 'ATTACHMENT' }
    const file = await staff.handler.upload<{ id: string }>(`${path}/attachments`, '照片.jpg', photo, role)
    await notice.submit(staff.handler)
    await staff.handler.raw('DELETE', `${path}/attachments/${file.body.id}`)
    const { submission, attachments } = await notice.detail(staff.secrecyReviewer)
    expect(submission?.attachments).toMatchObject([{ name: '照片.jpg', textRead: false }])
    expect(attachments).toEqual([])
    const unseen = { unreadAcknowledged: false }
    expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW', unseen)).body.code).toBe(
      'notice.unread-not-acknowledged',
    )
  })

  it('the privacy check, the list and the place stay those of what was handed in', async () => {
    await notice.submit(staff.handler)
    const gate = async () => (await staff.reviewer.get<GateReport>(`${path}/gate?of=submission`)).body.hits
    const before = await gate()
    const village = await addVillage(board, staff, '河西村', [catalogueId])
    await save({ title: '关于处分的通报', body: paragraphs('无。') })
    const { draft } = await notice.detail(staff.handler)
    const placement = { unitId: village, dutyId: null, policy: null, interpretation: null }
    await staff.handler.json('PUT', `${path}/placement`, { revision: draft.revision, placement })

    expect(before.length).toBeGreaterThan(0)
    expect(await gate()).toEqual(before)
    const list = await staff.reviewer.get<{ items: readonly NoticeRow[] }>('/api/desk/notices')
    expect(list.body.items[0]?.title).toBe('停电通知')
    const detail = await notice.detail(staff.reviewer)
    expect(detail.placement.unit.name).toBe('河西村')
    expect(detail.submission?.placement.unit.kind).toBe('TOWNSHIP')
  })

  it('a decision is on one handing in: the same words for another reason are read anew', async () => {
    await notice.submit(staff.handler)
    const read = (await notice.detail(staff.reviewer)).submission
    await notice.post(staff.handler, 'recall')
    await save({ disclosureModeReason: '另一个理由' })
    await notice.submit(staff.handler)
    expect(await notice.hash(staff.reviewer)).toBe(read?.hash)
    const late = await notice.decide(staff.reviewer, 'REVIEW', { submissionId: read?.id })
    expect(late.body.code).toBe('notice.submission-changed')
    const now = (await notice.detail(staff.reviewer)).submission?.id
    expect((await notice.decide(staff.reviewer, 'REVIEW', { submissionId: now })).status).toBe(200)
  })
})

describe('the 呈批单', () => {
  it('keeps the role somebody acted in, whatever roles they are given later', async () => {
    const leader = await hire(board, staff, '钱七', ['DEPUTY_LEADER'])
    await notice.submit(staff.handler)
    await notice.decide(leader, 'REVIEW')
    const account = board.deps.store.read.office.accounts().find(({ name }) => name === '钱七')
    const change = { roles: ['REVIEWER'] }
    expect(
      (await staff.administrator.json('PATCH', `/api/desk/accounts/${account?.id}`, change)).status,
    ).toBe(200)
    expect((await slip()).decisions).toMatchObject([{ kind: 'REVIEW', role: 'DEPUTY_LEADER' }])
  })

  it('keeps what the catalogue said of the item that day', async () => {
    await notice.submit(staff.handler)
    const { basis, channels } = await slip()
    board.deps.store.database.exec(`UPDATE catalogue_row SET legal_basis = '新的依据', channels = '[]'`)
    expect(await slip()).toMatchObject({ basis, channels })
  })

  it('tells every decision on the way, also the return of an earlier draft', async () => {
    await notice.submit(staff.handler)
    await notice.decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED', reason: '写明村名' })
    await save({ body: paragraphs('河西村今晚停电检修。') })
    await publish()
    const { earlier, decisions } = await slip()
    expect(decisions).toHaveLength(2)
    expect(earlier).toMatchObject([{ decisions: [{ decision: 'RETURNED', reason: '写明村名' }] }])
  })

  it('of the edition that hangs is still there while the next one is decided on', async () => {
    await publish()
    await notice.post(staff.handler, 'revise')
    await save({ change: { kind: 'MINOR', note: '' } })
    await notice.submit(staff.handler)
    const { editions } = await notice.detail(staff.handler)
    const hanging = await slip(`?submission=${editions[0]?.submissionId}`)
    expect(hanging.publishedOn).not.toBeNull()
    expect(hanging.decisions).toHaveLength(2)
  })
})

describe('a next draft begun by mistake', () => {
  it('is put away: text, item and files are those of the edition again', async () => {
    await publish()
    const { draft } = await notice.detail(staff.handler)
    await notice.post(staff.handler, 'revise')
    await save({ title: '写错的', keywords: [], change: { kind: 'CORRECTION', note: '误' } })
    expect((await notice.detail(staff.reviewer)).may.discard).toBe(false)
    expect((await notice.post(staff.reviewer, 'discard')).body.code).toBe('trust.role-missing')
    const back = await notice.post(staff.handler, 'discard')
    expect(back.body.state).toBe('PUBLISHED')
    expect(back.body.draft.content).toEqual(draft.content)
    expect((await notice.post(staff.handler, 'revise')).body.state).toBe('DRAFT')
  })

  it('does not keep what was taken down meanwhile from the archive', async () => {
    await publish()
    await notice.post(staff.handler, 'revise')
    await notice.post(staff.deputyLeader, 'withdraw', {
      ...{ reason: 'ORDERED_DOWN', note: '按上级要求撤下', hideTitle: true },
      order: { authority: '示例县委网信办', number: '1' },
    })
    expect((await notice.post(staff.handler, 'discard')).body.state).toBe('WITHDRAWN')
    const filed = await notice.post(staff.handler, 'archive', { action: 'ARCHIVE', reason: '按令撤下' })
    expect(filed.status, JSON.stringify(filed.body)).toBe(200)
  })

  it('is all there is of a notice never published, so that one stays', async () => {
    expect((await notice.detail(staff.handler)).may.discard).toBe(false)
    expect((await notice.post(staff.handler, 'discard')).body.code).toBe('notice.wrong-state')
  })
})
