import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArchivePage, NoticeRecord } from '../../../server/notice/archive/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

const archive = async (query = '') =>
  (await flow.staff.reviewer.get<ArchivePage>(`/api/desk/archive${query}`)).body

const put = (id: string, action: 'ARCHIVE' | 'REOPEN', reason = '年度整理') =>
  flow.staff.handler.post<NoticeRecord & Refused>(`/api/desk/notices/${id}/archive`, { action, reason })

describe('保管期限', () => {
  it('is noted at publication, by the kind or as set for the item, and does not change afterwards', async () => {
    const first = await flow.publish()
    expect((await flow.record(first.id)).editions[0]).toMatchObject({
      retention: 'YEARS_10',
      retainUntil: '2036-12-31',
    })
    const item = first.draft.content.catalogueItemId
    const address = `/api/desk/catalogue-items/${item}/retention`
    expect((await flow.staff.handler.json('PUT', address, { retention: 'PERMANENT' })).status).toBe(403)
    expect((await flow.staff.deputyLeader.json('PUT', address, { retention: 'PERMANENT' })).status).toBe(200)
    const second = await flow.publish()
    expect((await flow.record(second.id)).editions[0]).toMatchObject({
      retention: 'PERMANENT',
      retainUntil: null,
    })
    expect((await flow.record(first.id)).editions[0]?.retention).toBe('YEARS_10')
    await flow.staff.deputyLeader.json('PUT', address, { retention: null })
    expect((await flow.staff.handler.get<{ retention: unknown }>(address)).body.retention).toBeNull()
  })
})

describe('the archive', () => {
  it('holds what has left the board, by year, unit and period, and what hangs is not in it', async () => {
    const gone = await flow.publish()
    await flow.publishNext(gone.id, { body: paragraphs('因线路检修，河东村停电。') })
    await flow.publish()
    const { items, years } = await archive()
    expect(items.map(({ editionNumber, state, retention }) => [editionNumber, state, retention])).toEqual([
      [1, 'SUPERSEDED', 'YEARS_10'],
    ])
    expect(years).toEqual(['2026'])
    expect((await archive('?year=2025')).items).toEqual([])
    expect((await archive('?year=2026&unit=township&retention=YEARS_10')).items).toHaveLength(1)
    expect((await archive('?retention=PERMANENT')).items).toEqual([])
  })

  it('holds what still hangs past its life', async () => {
    await flow.publish()
    flow.board.clock.set('2037-01-01T00:00:00.000Z')
    expect((await archive()).items).toMatchObject([{ state: 'PUBLISHED', retainUntil: '2036-12-31' }])
  })

  it('takes in what was withdrawn and gives it back, with a reason each time; nothing else', async () => {
    const { id } = await flow.publish()
    expect((await put(id, 'ARCHIVE')).body.code).toBe('notice.wrong-state')
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await put(id, 'ARCHIVE', ' ')).body.code).toBe('notice.reason-required')
    expect((await put(id, 'ARCHIVE')).status).toBe(200)
    const archived = await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect([archived.body.state, archived.body.may.revise]).toEqual(['ARCHIVED', false])
    const refused = await flow.staff.handler.post<Refused>(`/api/desk/notices/${id}/revise`)
    expect(refused.body.code).toBe('notice.wrong-state')
    expect((await put(id, 'REOPEN', '需要修订后重发')).body.archive.map(({ action }) => action)).toEqual([
      'ARCHIVED',
      'REOPENED',
    ])
  })
})
