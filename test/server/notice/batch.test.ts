import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchView } from '../../../server/notice/batch/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { OFFICE } from '../../support/test-board.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

type Chosen = { readonly id: string; readonly hash: string }

const start = (chosen: readonly Chosen[]) =>
  flow.staff.handler.post<BatchView & Refused>('/api/desk/notice-batches', {
    items: chosen.map(({ id, hash }) => ({ id, submissionHash: hash })),
  })

const next = (batch: string, noticeId: string) =>
  flow.staff.handler.post<BatchView & Refused>(`/api/desk/notice-batches/${batch}/continue`, { noticeId })

async function approved(count: number): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = []
  for (let number = 1; number <= count; number++)
    chosen.push(await flow.approve({ title: `第${number}次停电通知` }))
  return chosen
}

describe('several notices published one after the other (S11)', () => {
  it('takes the numbers without a gap, each on its own, and is done when nothing waits', async () => {
    const chosen = await approved(3)
    const { body: batch } = await start(chosen)
    expect(batch.items.map(({ standing }) => standing)).toEqual(['WAITING', 'WAITING', 'WAITING'])
    let last = batch
    for (const { id } of chosen) last = (await next(batch.id, id)).body
    expect(last.ended).toBe(true)
    expect(last.items.map(({ indexNumber }) => indexNumber)).toEqual(
      [1, 2, 3].map((serial) => `${OFFICE.uscc}/2026-0000${serial}`),
    )
    expect((await flow.tasks()).batches).toEqual([])
  })

  it('cut short after the first offers exactly the rest, and publishes nothing twice', async () => {
    const chosen = await approved(3)
    const { body: batch } = await start(chosen)
    await next(batch.id, chosen[0]?.id ?? '')
    const [open] = (await flow.tasks()).batches
    expect(open?.items.map(({ standing }) => standing)).toEqual(['PUBLISHED', 'WAITING', 'WAITING'])
    await next(batch.id, chosen[0]?.id ?? '')
    await next(batch.id, chosen[1]?.id ?? '')
    await next(batch.id, chosen[2]?.id ?? '')
    const { edition } = flow.board.deps.store.read
    expect(chosen.map(({ id }) => edition.ofNotice(id).length)).toEqual([1, 1, 1])
  })

  it('leaves what is refused waiting and goes on with the others', async () => {
    const chosen = await approved(2)
    const { body: batch } = await start(chosen)
    await flow.staff.handler.post(`/api/desk/notices/${chosen[0]?.id}/recall`)
    expect((await next(batch.id, chosen[0]?.id ?? '')).body.code).toBe('batch.not-approved')
    const done = await next(batch.id, chosen[1]?.id ?? '')
    expect(done.body.items.map(({ standing }) => standing)).toEqual(['GONE', 'PUBLISHED'])
    expect(done.body.ended).toBe(true)
  })

  it('is not begun with something that is not approved as it was chosen', async () => {
    const [first] = await approved(1)
    const draft = await flow.write()
    expect((await start([{ id: draft.id, hash: first?.hash ?? '' }])).body.code).toBe('batch.not-approved')
    const asReviewer = await flow.staff.reviewer.post('/api/desk/notice-batches', {
      items: [{ id: first?.id, submissionHash: first?.hash }],
    })
    expect(asReviewer.status).toBe(403)
  })

  it('can be ended; the rest stays approved', async () => {
    const chosen = await approved(2)
    const { body: batch } = await start(chosen)
    const ended = await flow.staff.handler.post<BatchView>(`/api/desk/notice-batches/${batch.id}/end`)
    expect(ended.body.ended).toBe(true)
    expect((await next(batch.id, chosen[0]?.id ?? '')).body.code).toBe('batch.ended')
    expect((await flow.tasks()).batches).toEqual([])
    expect(flow.board.deps.store.read.notice.byId(chosen[0]?.id ?? '')?.state).toBe('APPROVED')
  })

  it('leaves alone what was set for a minute meanwhile', async () => {
    const chosen = await approved(2)
    const { body: batch } = await start(chosen)
    const [, second] = chosen
    await flow.staff.handler.json('PUT', `/api/desk/notices/${second?.id}/schedule`, {
      submissionHash: second?.hash,
      publishAt: '2026-12-01T00:00:00.000Z',
    })
    expect((await next(batch.id, second?.id ?? '')).body.code).toBe('batch.not-approved')
  })

  it('is ended when the last of it was published another way', async () => {
    const [only] = await approved(1)
    await start(only ? [only] : [])
    await flow.staff.handler.post(`/api/desk/notices/${only?.id}/publish`, { submissionHash: only?.hash })
    expect(flow.board.deps.store.read.batch.open()).toEqual([])
  })
})
