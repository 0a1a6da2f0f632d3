import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoard } from '../../../server/cli/check-board.ts'
import type { NoticeRecord } from '../../../server/notice/archive/views.ts'
import { certificatePostings } from '../../../server/posting/posting-certificate.ts'
import type { PostingView, PostingWork } from '../../../server/posting/views.ts'
import { displayDraft } from '../../support/display-flow.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { act, addBoard, hang, photograph, plan } from '../../support/posting-flow.ts'
import { publishDraft, writeDraft } from '../../support/publish-flow.ts'

let flow: EditionFlow
let hall: string

beforeEach(async () => {
  flow = await openEditionFlow()
  hall = await addBoard(flow.staff, 'township', '大厅公开栏')
})
afterEach(async () => {
  await flow.board.deps.work.close()
  flow.board.close()
})

const desk = () => flow.staff.handler
const work = async () => (await desk().get<PostingWork>('/api/desk/posting-work')).body
const listed = async (query: string) =>
  (await desk().get<PostingView[]>(`/api/desk/postings?${query}`)).body.map(({ id }) => id)
const reason = '登记到了别的公开栏'
const faults = async () => (await checkBoard(flow.board.deps)).faults

/** A 公示 that runs from the 23rd. */
async function display(): Promise<string> {
  const itemId = flow.board.deps.store.database
    .prepare('SELECT item_id FROM catalogue_row LIMIT 1')
    .pluck()
    .get() as string
  const { id, revision } = await writeDraft(desk(), displayDraft(itemId))
  await publishDraft(flow.staff, id, revision)
  return id
}

describe('entered in error', () => {
  it('a sheet put down for the wrong board stays to be read with the reason, and leaves every list', async () => {
    const notice = await flow.publish()
    const sheet = await hang(desk(), notice.id, hall, '2026-11-23')
    expect((await work()).withoutPhoto.map(({ id }) => id)).toEqual([sheet.id])
    const marked = await act(desk(), sheet.id, 'error', { reason: ` ${reason} ` })
    expect(marked.body).toMatchObject({ state: 'ENTERED_IN_ERROR', minimum: null, dueDownFrom: null })
    expect(marked.body.events.at(-1)).toMatchObject({ kind: 'ENTERED_IN_ERROR', note: reason, by: '周敏' })
    expect(await work()).toMatchObject({ withoutPhoto: [], takeDown: [], overdue: [], repost: [] })
    expect(await listed(`board=${hall}`)).toEqual([])
    expect(await listed('')).toEqual([])
    expect(await listed(`notice=${notice.id}`)).toEqual([sheet.id])
    expect(await listed('state=ENTERED_IN_ERROR')).toEqual([sheet.id])
    const record = await desk().get<NoticeRecord>(`/api/desk/notices/${notice.id}/record`)
    expect(record.body.postings).toEqual([])
    expect(await faults()).toEqual([])
  })

  it('what is right is entered anew on the same board', async () => {
    const notice = await flow.publish()
    const sheet = await hang(desk(), notice.id, hall, '2026-11-23')
    await act(desk(), sheet.id, 'error', { reason })
    const right = await hang(desk(), notice.id, hall, '2026-11-23')
    expect(right.id).not.toBe(sheet.id)
    expect((await work()).withoutPhoto.map(({ id }) => id)).toEqual([right.id])
  })

  it('no certificate counts such a sheet or photograph, and none is made of the sheet', async () => {
    const noticeId = await display()
    const wrong = await hang(desk(), noticeId, hall, '2026-11-23')
    await act(desk(), wrong.id, 'error', { reason })
    const right = await hang(desk(), noticeId, hall, '2026-11-23')
    const pictured = await photograph(desk(), right.id, 'POSTED')
    const [photo] = pictured.body.photos
    const told = () => certificatePostings(flow.board.deps, noticeId)
    expect(told().map(({ photos }) => photos.length)).toEqual([1])
    const marked = await act(desk(), right.id, `photos/${photo?.id ?? ''}/error`, { reason: '拍的是别处' })
    expect(marked.body.photos[0]?.inError).toMatchObject({ reason: '拍的是别处', by: '周敏' })
    expect(told().map(({ photos }) => photos.length)).toEqual([0])
    expect((await work()).withoutPhoto.map(({ id }) => id)).toEqual([right.id])
    const paper = await desk().get<{ code: string }>(`/api/desk/postings/${wrong.id}/certificate`)
    expect([paper.status, paper.body.code]).toEqual([409, 'posting.wrong-state'])
    expect(await faults()).toEqual([])
  })

  it('a 公示 that came down asks for its photograph again when the one it had was of something else', async () => {
    const noticeId = await display()
    const sheet = await hang(desk(), noticeId, hall, '2026-11-23')
    flow.board.clock.set('2026-12-01T01:42:00.000Z')
    await act(desk(), sheet.id, 'removed', { on: '2026-12-01', reason: '', note: '' })
    const pictured = await photograph(desk(), sheet.id, 'REMOVED')
    expect((await work()).removedWithoutPhoto).toEqual([])
    await act(desk(), sheet.id, `photos/${pictured.body.photos[0]?.id ?? ''}/error`, { reason })
    expect((await work()).removedWithoutPhoto.map(({ id }) => id)).toEqual([sheet.id])
  })

  it('asks for a reason, is final, and is not for plans', async () => {
    const notice = await flow.publish()
    const planned = (await plan(desk(), notice.id, hall, '2026-11-23')).body
    expect((await act(desk(), planned.id, 'error', { reason })).body.code).toBe('posting.wrong-state')
    await act(desk(), planned.id, 'posted', { on: '2026-11-23', witness: '', note: '' })
    const pictured = await photograph(desk(), planned.id, 'POSTED')
    const ofPhoto = `photos/${pictured.body.photos[0]?.id ?? ''}/error`
    expect((await act(desk(), planned.id, 'error', { reason: ' ' })).body.code).toBe(
      'posting.reason-required',
    )
    expect((await act(flow.staff.reviewer, planned.id, 'error', { reason })).status).toBe(403)
    expect((await act(desk(), planned.id, ofPhoto, { reason })).status).toBe(200)
    expect((await act(desk(), planned.id, ofPhoto, { reason })).body.code).toBe('photo.in-error')
    expect((await act(desk(), planned.id, 'photos/none/error', { reason })).body.code).toBe('photo.not-found')
    expect((await act(desk(), 'none', 'error', { reason })).body.code).toBe('posting.not-found')
    expect((await act(desk(), planned.id, 'error', { reason })).status).toBe(200)
    for (const [step, body] of [
      ['error', { reason }],
      ['checked', { on: '2026-11-23', note: '' }],
      ['removed', { on: '2026-11-23', reason: '', note: '' }],
    ] as const) {
      expect((await act(desk(), planned.id, step, body)).body.code, step).toBe('posting.wrong-state')
    }
    expect((await photograph(desk(), planned.id, 'POSTED')).body.code).toBe('posting.wrong-state')
    expect(await faults()).toEqual([])
  })
})

it('a sheet that came down is found by its state, and asked for its photograph, however many came after it', async () => {
  const yard = await addBoard(flow.staff, 'township', '院内公开栏')
  const sheet = await hang(desk(), await display(), hall, '2026-11-23')
  flow.board.clock.set('2026-12-01T01:42:00.000Z')
  await act(desk(), sheet.id, 'removed', { on: '2026-12-01', reason: '', note: '' })
  const { database } = flow.board.deps.store
  const { edition, by } = database
    .prepare('SELECT edition_id AS edition, posted_by AS by FROM posting')
    .get() as { readonly edition: number; readonly by: string }
  const later = database.prepare(
    `INSERT INTO posting VALUES (?, ?, ?, '2026-12-01', ?, '2026-12-01T01:00:00.000Z')`,
  )
  for (let number = 100; number < 601; number++) later.run(`zz${number}`, edition, yard, by)
  expect(await listed('state=REMOVED')).toEqual([sheet.id])
  expect(await listed(`state=REMOVED&board=${hall}`)).toEqual([sheet.id])
  expect((await work()).removedWithoutPhoto.map(({ id }) => id)).toEqual([sheet.id])
})
