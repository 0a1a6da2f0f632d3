import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../server/display/views.ts'
import type { NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../../support/publish-flow.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let catalogueItemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(() => board.close())

const write = (text: string) =>
  writeDraft(staff.handler, { title: '临时救助情况公示', body: paragraphs(text), catalogueItemId })

async function publishNext(id: string, text: string): Promise<NoticeDetail> {
  const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
  const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: revised.body.draft.revision,
    content: { ...revised.body.draft.content, body: paragraphs(text) },
  })
  return publishDraft(staff, id, saved.body.revision)
}

const withdraw = (id: string, note: string) =>
  staff.handler.post<{ code?: string; state?: string }>(`/api/desk/notices/${id}/withdraw`, {
    reason: 'PUBLISHED_IN_ERROR',
    note,
    hideTitle: true,
  })

describe('taking a notice down', () => {
  it('takes its former editions down too, and a later edition does not bring them back', async () => {
    const { id, revision } = await write('第一版有误。')
    const first = (await publishDraft(staff, id, revision)).editions[0]?.hash
    const second = (await publishNext(id, '第二版仍有误。')).editions[0]?.hash
    await withdraw(id, '内容有误')
    const third = await publishNext(id, '第三版。')
    const visitor = board.visitor()
    for (const hash of [first, second]) {
      expect((await visitor.get(`/api/public/editions/${hash}`)).status).toBe(404)
      expect((await visitor.get(`/api/public/editions/${hash}/sheet`)).status).toBe(404)
    }
    const shown = await visitor.get<{ editions: { hash: string }[] }>(
      `/api/public/notice?index=${encodeURIComponent(third.indexNumber ?? '')}`,
    )
    expect(shown.body.editions.map((edition) => edition.hash)).toEqual([third.editions[0]?.hash])
    expect((await visitor.get<SearchAnswer>('/api/public/search?q=有误')).body.items).toEqual([])
  })

  it('sends the county tombstones only, when nothing had been sent before', async () => {
    const { id, revision } = await write('第一版有误。')
    await publishDraft(staff, id, revision)
    await publishNext(id, '第二版仍有误。')
    await withdraw(id, '内容有误')
    const written = await writePackageAt(staff.handler)
    expect([written.body.editionCount, written.body.withdrawalCount]).toEqual([0, 2])
    const file = await staff.handler.raw('GET', '/api/desk/packages/1/file')
    expect(Buffer.from(await file.arrayBuffer()).toString('utf8')).not.toContain('第一版有误')
  })

  it('lets no number of a person into the note the public reads', async () => {
    const { id, revision } = await write('正文。')
    await publishDraft(staff, id, revision)
    const refused = await withdraw(id, '张三99000019800229001X的信息有误')
    expect(refused.body.code).toBe('notice.privacy-hit')
    const steering = await withdraw(id, '有误\u202e')
    expect(steering.body.code).toBe('request.invalid')
    expect((await withdraw(id, '名单有误')).body.state).toBe('WITHDRAWN')
  })
})

describe('before it is published', () => {
  it('a reviewer who sees the fault after approving can still stop it', async () => {
    const { id, revision } = await write('正文。')
    const submissionHash = await submitAndApprove(staff, id, revision)
    expect((await staff.reviewer.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.may.recall).toBe(true)
    expect((await staff.reviewer.post<NoticeDetail>(`/api/desk/notices/${id}/recall`)).body.state).toBe(
      'DRAFT',
    )
    const refused = await staff.handler.post<{ code: string }>(`/api/desk/notices/${id}/publish`, {
      submissionHash,
    })
    expect(refused.body.code).toBe('notice.wrong-state')
  })

  it('a clock older than the records is not taken for a date of publication until somebody vouches for it', async () => {
    const { id, revision } = await write('正文。')
    const submissionHash = await submitAndApprove(staff, id, revision)
    board.clock.set('2020-01-01T00:00:00.000Z')
    const publish = (clockConfirmed?: boolean) =>
      staff.handler.post<{ code?: string; state?: string }>(`/api/desk/notices/${id}/publish`, {
        submissionHash,
        ...(clockConfirmed !== undefined && { clockConfirmed }),
      })
    expect((await publish()).body.code).toBe('notice.clock-doubtful')
    expect((await publish(true)).body.state).toBe('PUBLISHED')
    const event = board.deps.store.read.audit.ofSubject('notice', id).at(-1)
    expect([event?.action, event?.detail['clockDoubt']]).toEqual(['notice.publish', true])
  })

  it('passes over index numbers that another template has given already', async () => {
    const template = (indexTemplate: string) =>
      staff.administrator.json('PUT', '/api/desk/office', { ...OFFICE, indexTemplate })
    await template('{yyyy}-{seq:5}')
    const first = await write('第一件。')
    expect((await publishDraft(staff, first.id, first.revision)).indexNumber).toBe('2026-00001')
    await template('{yyyy}-0{seq:4}')
    const second = await write('第二件。')
    expect((await publishDraft(staff, second.id, second.revision)).indexNumber).toBe('2026-00002')
  })
})
