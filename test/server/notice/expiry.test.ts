import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoard } from '../../../server/cli/check-board.ts'
import type { BoardHome, PublicPage, SearchAnswer } from '../../../server/display/views.ts'
import { runTimetable } from '../../../server/notice/schedule/timetable.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

const UNTIL = '2026-12-01T09:30:00.000Z'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

async function everywhere(): Promise<readonly number[]> {
  const visitor = flow.board.visitor()
  const home = await visitor.get<BoardHome>('/api/public/home')
  const list = await visitor.get<PublicPage>('/api/public/notices')
  const search = await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent('停电')}`)
  const { newest, total, groups } = home.body
  return [
    newest.length,
    total,
    groups.length,
    list.body.items.length,
    list.body.total,
    search.body.items.length,
  ]
}

describe('展示至', () => {
  it('is over at its minute everywhere, also when nothing has run', async () => {
    const { indexNumber, editions } = await flow.publish({ expiresAt: UNTIL })
    flow.board.clock.set('2026-12-01T09:29:59.000Z')
    expect(await everywhere()).toEqual([1, 1, 1, 1, 1, 1])
    flow.board.clock.set(UNTIL)
    expect(await everywhere()).toEqual([0, 0, 0, 0, 0, 0])
    expect(await flow.onKiosk(indexNumber)).toMatchObject({
      state: 'WITHDRAWN',
      reason: 'EXPIRED',
      withdrawnDate: '2026-12-01',
      note: '展示期限已到。',
    })
    const visitor = flow.board.visitor()
    for (const part of ['', '/sheet']) {
      expect((await visitor.get(`/api/public/editions/${editions[0]?.hash}${part}`)).status).toBe(404)
    }
  })

  it('becomes a withdrawal with its tombstone, once, in the name of who published it', async () => {
    const { id, indexNumber } = await flow.publish({ expiresAt: UNTIL })
    flow.board.clock.set('2026-12-01T09:30:20.000Z')
    expect(await runTimetable(flow.board.deps)).toMatchObject({ expired: 1 })
    expect(await runTimetable(flow.board.deps)).toMatchObject({ expired: 0 })
    const detail = (await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
    expect([
      detail.state,
      detail.editions[0]?.withdrawal?.reason,
      detail.editions[0]?.withdrawal?.by.name,
    ]).toEqual(['WITHDRAWN', 'EXPIRED', '周敏'])
    expect(await flow.onKiosk(indexNumber)).toMatchObject({ state: 'WITHDRAWN', reason: 'EXPIRED' })
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('must lie ahead when it is handed in and when it goes out', async () => {
    const { id, revision } = await flow.write({ expiresAt: '2026-11-23T01:00:00.000Z' })
    const submitted = await flow.staff.handler.post<Refused>(`/api/desk/notices/${id}/submit`, { revision })
    expect(submitted.body.code).toBe('notice.expires-past')
    const ready = await flow.approve({ expiresAt: UNTIL })
    flow.board.clock.set(UNTIL)
    const published = await flow.staff.handler.post<Refused>(`/api/desk/notices/${ready.id}/publish`, {
      submissionHash: ready.hash,
    })
    expect(published.body.code).toBe('notice.expires-past')
  })

  it('hides nothing by a clock that is far ahead, and brings nothing back by one that is behind', async () => {
    const { indexNumber } = await flow.publish({ expiresAt: UNTIL })
    flow.board.clock.set('2031-01-01T00:00:00.000Z')
    expect((await flow.onKiosk(indexNumber)).state).toBe('PUBLISHED')
    flow.board.clock.set('2026-12-01T09:30:20.000Z')
    await flow.write()
    flow.board.clock.set('2026-11-24T00:00:00.000Z')
    expect((await flow.onKiosk(indexNumber)).state).toBe('WITHDRAWN')
  })

  it('of a next edition ends the notice whole', async () => {
    const { id, indexNumber, editions } = await flow.publish()
    await flow.publishNext(id, { expiresAt: UNTIL, change: { kind: 'UPDATE', note: '展示到月底。' } })
    flow.board.clock.set(UNTIL)
    expect((await flow.onKiosk(indexNumber)).state).toBe('WITHDRAWN')
    expect((await flow.board.visitor().get(`/api/public/editions/${editions[0]?.hash}`)).status).toBe(404)
  })

  it('of a former edition ends that one, although the notice stays', async () => {
    const first = await flow.publish({ expiresAt: '2026-11-24T00:00:00.000Z' })
    const next = await flow.publishNext(first.id, {
      expiresAt: null,
      body: paragraphs('名单已移除。'),
      change: { kind: 'UPDATE', note: '名单展示期满' },
    })
    const old = `/api/public/editions/${next.editions.at(-1)?.hash}`
    const visitor = flow.board.visitor()
    expect((await visitor.get(old)).status).toBe(200)
    flow.board.clock.set('2026-11-24T00:00:00.000Z')
    for (const part of ['', '/sheet']) expect((await visitor.get(`${old}${part}`)).status).toBe(404)
    const now = await flow.onKiosk(first.indexNumber)
    expect(now.state === 'PUBLISHED' && now.editions.map(({ editionNumber }) => editionNumber)).toEqual([2])
  })

  it('leaves nothing to look at again once it is over, however much has run out before', async () => {
    const first = await flow.publish({ expiresAt: UNTIL })
    const { database } = flow.board.deps.store
    const standing = () => database.prepare('SELECT count(*) FROM standing_expiry').pluck().get()
    expect(standing()).toBe(1)
    flow.board.clock.set('2026-12-01T09:30:20.000Z')
    await runTimetable(flow.board.deps)
    expect([first.state, standing()]).toEqual(['PUBLISHED', 0])
  })
})
