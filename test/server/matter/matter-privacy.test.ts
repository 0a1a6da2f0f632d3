import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedBlobs } from '../../../db/backup-blobs.ts'
import type { MatterDetail, OpinionList } from '../../../server/matter/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

/** What stands in the office's file and nowhere else. */
const SECRETS = [
  '张三秘',
  '13812345678',
  '原话秘密',
  '内部理由秘',
  '镇务会秘',
  '目标秘密',
  '纪要秘密',
] as const

let board: TestBoard
let staff: Staff
let matterId: string
let consultationId: string
let noticeId: string
let itemId: string

const ENTRY = {
  on: '2026-11-23',
  heading: '',
  text: '',
  measure: '',
  result: null,
  workdays: null,
  noticeId: null,
  fileId: null,
  voids: null,
}
const PLAN = {
  opensOn: null,
  amount: 7,
  unit: 'workday',
  channels: [{ channel: 'PHONE', detail: '0999-6100100' }],
  shorterReason: '',
}

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
  const facts = { unitId: 'township', kind: 'OTHER', measures: '', owner: '' }
  const opened = await staff.handler.post<MatterDetail>('/api/desk/matters', {
    ...facts,
    title: '内部名称秘',
    target: '目标秘密',
  })
  matterId = opened.body.id
  const planned = await staff.handler.post<MatterDetail>(`/api/desk/matters/${matterId}/consultations`, PLAN)
  consultationId = planned.body.consultations[0]?.id ?? ''
  const begun = await staff.handler.post<{ noticeId: string }>(`/api/desk/matters/${matterId}/notices`, {
    role: 'DRAFT',
    noticeId: null,
  })
  noticeId = begun.body.noticeId
})
afterAll(async () => {
  await board.deps.work.close()
  board.close()
})

async function publishNotice(): Promise<NoticeDetail> {
  const { draft } = (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${noticeId}`)).body
  const content = {
    ...draft.content,
    title: '公开的征求意见稿',
    body: paragraphs('正文。'),
    catalogueItemId: itemId,
  }
  const path = `/api/desk/notices/${noticeId}/draft`
  const saved = await staff.handler.json<{ revision: number }>('PUT', path, {
    revision: draft.revision,
    content,
  })
  return publishDraft(staff, noticeId, saved.body.revision)
}

/** Everything the public mount says of matters and their notices, in one text. */
async function allPublic(indexNumber: string): Promise<string> {
  const visitor = board.visitor()
  const paths = [
    '/api/public/matters',
    `/api/public/matters/${matterId}`,
    `/api/public/matters/${matterId}/difference`,
    `/api/public/notice?index=${encodeURIComponent(indexNumber)}`,
    '/api/public/home',
    '/api/public/search?q=秘密',
  ]
  const answers = await Promise.all(paths.map((path) => visitor.get<unknown>(path)))
  return JSON.stringify(answers.map(({ body }) => body))
}

describe('a matter, as the public may know it', () => {
  it('is not there before one of its notices is published', async () => {
    const visitor = board.visitor()
    expect((await visitor.get<{ matters: unknown[] }>('/api/public/matters')).body.matters).toEqual([])
    expect((await visitor.get(`/api/public/matters/${matterId}`)).status).toBe(404)
    expect((await visitor.get(`/api/public/matters/${matterId}/difference`)).status).toBe(404)
  })

  it('shows published notices only: no entry, file, opinion, name or contact, and not its inner name', async () => {
    const published = await publishNotice()
    const enter = (entry: object) =>
      staff.handler.post(`/api/desk/matters/${matterId}/entries`, { ...ENTRY, ...entry })
    const bytes = new TextEncoder().encode('%PDF-1.4\n%纪要秘密\n%%EOF\n')
    const file = await staff.handler.upload<{ id: string }>(
      `/api/desk/matters/${matterId}/files`,
      '纪要秘密.pdf',
      bytes,
    )
    await enter({ step: 'MEETING', heading: '镇务会秘', fileId: file.body.id })
    await enter({ step: 'EARLY_REASON', text: '内部理由秘' })
    const opinion = await staff.handler.post<{ id: string }>(
      `/api/desk/consultations/${consultationId}/opinions`,
      {
        channel: 'PAPER',
        receivedOn: '2026-11-23',
        name: '张三秘',
        contact: '13812345678',
        text: '原话秘密',
      },
    )
    expect(opinion.status).toBe(201)
    const told = await allPublic(published.indexNumber ?? '')
    expect(told).toContain('公开的征求意见稿')
    for (const secret of [...SECRETS, '内部名称秘']) expect(told, secret).not.toContain(secret)
    const path = `/api/desk/matters/${matterId}/files/${file.body.id}`
    expect((await board.visitor().get(path)).status).toBeGreaterThanOrEqual(400)
    expect((await staff.handler.raw('GET', path)).status).toBe(200)
  })

  it('keeps the words of the office out of its log', () => {
    const events = JSON.stringify(
      board.deps.store.database.prepare('SELECT detail FROM audit_event').pluck().all(),
    )
    for (const secret of SECRETS) expect(events, secret).not.toContain(secret)
  })

  it('names who gave an opinion to handlers only', async () => {
    const path = `/api/desk/consultations/${consultationId}/opinions`
    const [own] = (await staff.handler.get<OpinionList>(path)).body.items
    expect(own).toMatchObject({ name: '张三秘', contact: '13812345678', named: true })
    const [other] = (await staff.reviewer.get<OpinionList>(path)).body.items
    expect(other).toMatchObject({ name: null, contact: null, named: true, text: '原话秘密' })
    expect((await staff.administrator.get(path)).status).toBe(403)
    expect(
      (await staff.reviewer.raw('POST', `${path}-export`, { body: '{}' })).status,
    ).toBeGreaterThanOrEqual(400)
  })

  it('has its files in every backup, and on the disk as they were given', () => {
    const [file] = board.deps.store.read.matter.files(matterId)
    expect(namedBlobs(board.deps.store.database)).toContain(file?.sha256)
    const hash = file?.sha256 ?? ''
    const bytes = readFileSync(join(board.dataFolder, 'blobs', hash.slice(0, 2), hash.slice(2)))
    expect(bytes.toString()).toContain('纪要秘密')
  })

  it('is gone from the public when its only notice is withdrawn, and its consultation is broken off', async () => {
    const withdrawn = await staff.handler.post(`/api/desk/notices/${noticeId}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '有误',
      hideTitle: true,
    })
    expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200)
    expect((await board.visitor().get(`/api/public/matters/${matterId}`)).status).toBe(404)
    const { consultations, decisionBlocked } = (
      await staff.handler.get<MatterDetail>(`/api/desk/matters/${matterId}`)
    ).body
    expect(consultations[0]?.interrupted).toBe(true)
    // The reason on record still lets it be decided.
    expect(decisionBlocked).toBe(null)
  })
})

describe('the file of a matter', () => {
  it('keeps an entry that was made void, with who said so and why', async () => {
    const path = `/api/desk/matters/${matterId}/entries`
    const before = (await staff.handler.get<MatterDetail>(`/api/desk/matters/${matterId}`)).body
    const reason = before.entries.find(({ step }) => step === 'EARLY_REASON')
    const gone = { ...ENTRY, step: 'VOID', text: '登记有误', voids: reason?.sequence }
    const after = (await staff.handler.post<MatterDetail>(path, gone)).body
    expect(after.entries.find(({ step }) => step === 'EARLY_REASON')?.void).toMatchObject({
      reason: '登记有误',
      by: '周敏',
    })
    expect(after.decisionBlocked?.code).toBe('matter.consultation-missing')
    expect((await staff.handler.post(path, gone)).body).toMatchObject({ code: 'matter.entry-not-found' })
  })

  it('is written by handlers only', async () => {
    const facts = { unitId: 'township', kind: 'OTHER', title: '某事项', target: '', measures: '', owner: '' }
    for (const person of [staff.reviewer, staff.administrator]) {
      expect((await person.post('/api/desk/matters', facts)).status).toBe(403)
    }
    const named = { ...facts, title: '给居民的通知 13812345678' }
    expect((await staff.handler.post('/api/desk/matters', named)).body).toMatchObject({
      code: 'matter.title-personal',
    })
    const other = { ...facts, kind: 'MAJOR_DECISION' }
    expect((await staff.handler.json('PUT', `/api/desk/matters/${matterId}`, other)).body).toMatchObject({
      code: 'matter.kind-fixed',
    })
  })

  it('lets nobody take a published notice out of it, or put one in that was never judged by its rules', async () => {
    const path = `/api/desk/matters/${matterId}/notices`
    expect((await staff.handler.json('DELETE', `${path}/${noticeId}`)).body).toMatchObject({
      code: 'matter.notice-published',
    })
    const other = await staff.handler.post<MatterDetail>('/api/desk/matters', {
      ...{ unitId: 'township', kind: 'OTHER', title: '另一事项', target: '', measures: '', owner: '' },
    })
    const put = await staff.handler.post(`/api/desk/matters/${other.body.id}/notices`, {
      role: 'DECISION',
      noticeId,
    })
    expect(put.body).toMatchObject({ code: 'matter.notice-linked' })
  })
})

describe('the plan of a consultation', () => {
  it('changed while its draft is in review must be handed in again', async () => {
    const opened = await staff.handler.post<MatterDetail>('/api/desk/matters', {
      ...{ unitId: 'township', kind: 'OTHER', title: '第三事项', target: '', measures: '', owner: '' },
    })
    const id = opened.body.id
    const planned = await staff.handler.post<MatterDetail>(`/api/desk/matters/${id}/consultations`, PLAN)
    const begun = await staff.handler.post<{ noticeId: string }>(`/api/desk/matters/${id}/notices`, {
      role: 'DRAFT',
      noticeId: null,
    })
    const path = `/api/desk/notices/${begun.body.noticeId}`
    const { draft } = (await staff.handler.get<NoticeDetail>(path)).body
    const content = { ...draft.content, body: paragraphs('正文。'), catalogueItemId: itemId }
    const saved = await staff.handler.json<{ revision: number }>('PUT', `${path}/draft`, {
      revision: draft.revision,
      content,
    })
    const submitted = await staff.handler.post<NoticeDetail>(`${path}/submit`, {
      revision: saved.body.revision,
    })
    const submissionHash = submitted.body.submission?.hash
    for (const [person, kind] of [
      [staff.reviewer, 'REVIEW'],
      [staff.secrecyReviewer, 'SECRECY_REVIEW'],
    ] as const) {
      await person.post(`${path}/decisions`, { kind, decision: 'APPROVED', reason: '', submissionHash })
    }
    const consultation = planned.body.consultations[0]?.id ?? ''
    const changed = await staff.handler.json('PUT', `/api/desk/consultations/${consultation}`, {
      ...PLAN,
      amount: 8,
    })
    expect(changed.status).toBe(200)
    const published = await staff.handler.post(`${path}/publish`, { submissionHash })
    expect(published.body).toMatchObject({ code: 'consultation.plan-changed' })
  })
})
