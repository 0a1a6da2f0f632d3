import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  CertificatePaper,
  DisplayDetail,
  PostingPaper,
} from '../../../server/display/public-display/views.ts'
import type { PostingView, PostingWork } from '../../../server/posting/views.ts'
import { displayPlan, publishDisplay } from '../../support/display-flow.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { act, addBoard, hang } from '../../support/posting-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

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
const day = (date: string) => flow.board.clock.set(`${date}T01:42:00.000Z`)
const work = async () => (await desk().get<PostingWork>('/api/desk/posting-work')).body
const sheet = async (noticeId: string) =>
  (await desk().get<PostingView[]>(`/api/desk/postings?notice=${noticeId}`)).body[0]
const remove = (id: string, on: string, reason = '') => act(desk(), id, 'removed', { on, reason, note: '' })
const onDisplay = async () => {
  const { database } = flow.board.deps.store
  const item = database.prepare('SELECT item_id FROM catalogue_row ORDER BY item_id LIMIT 1').pluck().get()
  return publishDisplay(flow.staff, item as string)
}
const ids = (sheets: readonly PostingView[]) => sheets.map(({ id }) => id)

/** On boards of the township sheets stay up ten days. */
const tenDayRule = () =>
  flow.staff.deputyLeader.json('PUT', '/api/desk/posting-rules', {
    ...{ regime: 'GOV', effectiveFrom: '2026-11-23', days: 10, unit: 'day' },
    ...{ basis: '县里规定', verified: 'UNVERIFIED' },
  })

describe('a sheet of a 公示', () => {
  it('damaged and not put up again is on the morning list, and did not hang in full', async () => {
    const { notice } = await onDisplay()
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-11-24')
    await act(desk(), id, 'damaged', { on: '2026-11-24', note: '撕毁' })
    expect(ids((await work()).repost)).toEqual([id])
    day('2026-12-01')
    expect((await remove(id, '2026-12-01')).body.code).toBe('posting.early-removal')
    await act(desk(), id, 'reposted', { on: '2026-12-01', note: '' })
    expect((await work()).repost).toEqual([])
    expect((await sheet(notice.id))?.minimum?.lastDay).toBe('2026-12-08')
  })

  it('goes on with the days of the paper before it when the 更正 lets them go on', async () => {
    const { notice } = await onDisplay()
    const old = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-11-27')
    const renewal = { editionNumber: 1, choice: 'CONTINUE', reason: '错别字' } as const
    await flow.publishNext(notice.id, {
      body: paragraphs('更正后的公示。'),
      display: displayPlan({ renewal }),
    })
    await remove(old.id, '2026-11-27')
    const next = await hang(desk(), notice.id, hall, '2026-11-27')
    expect(next.minimum?.lastDay).toBe('2026-11-30')
    day('2026-12-01')
    expect((await remove(next.id, '2026-12-01')).body.early).toBeNull()
  })

  it('is asked down when the 公示 was ended early, and is not early then', async () => {
    const { notice, display } = await onDisplay()
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-11-25')
    await desk().post(`/api/desk/displays/${display.id}/removal`, { reason: '名单有误' })
    const [due] = (await work()).takeDown
    expect(due).toMatchObject({ id, dueDownReason: 'STOPPED', minimum: null })
    expect((await remove(id, '2026-11-25')).body.early).toBeNull()
  })

  it('is asked down from the later day when a local rule of its board asks for more', async () => {
    await tenDayRule()
    const { notice } = await onDisplay()
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-12-03')
    expect((await work()).takeDown).toEqual([])
    day('2026-12-04')
    expect(ids((await work()).takeDown)).toEqual([id])
  })

  it('keeps what it was certified by, whatever is entered afterwards', async () => {
    const { notice, display } = await onDisplay()
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-12-01')
    await remove(id, '2026-12-01')
    const certificate = async () =>
      (await desk().get<PostingPaper>(`/api/desk/postings/${id}/certificate`)).body.posting.minimumLastDay
    expect(await certificate()).toBe('2026-11-30')
    const path = `/api/desk/displays/${display.id}`
    await desk().post(`${path}/interruption`, { on: '2026-11-28', reason: '大风' })
    const again = { startsOn: '2026-12-01', counting: 'ANEW', reason: '已修复' }
    expect((await desk().post(`${path}/runs`, again)).status).toBe(200)
    expect(await certificate()).toBe('2026-11-30')
  })
})

describe('a 公示 whose days are over', () => {
  const said = async (displayId: string) => {
    const path = `/api/desk/displays/${displayId}`
    const { hungOnNoBoard, state } = (await desk().get<DisplayDetail>(path)).body
    const paper = (await desk().get<CertificatePaper>(`${path}/certificate`)).body
    return [state, hungOnNoBoard, paper.hungOnNoBoard]
  }
  it('says so where the only sheet came down early; the 公示 itself is left as it is', async () => {
    const { notice, display } = await onDisplay()
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-11-24')
    await remove(id, '2026-11-24', '领导要求')
    expect((await desk().get<DisplayDetail>(`/api/desk/displays/${display.id}`)).body.hungOnNoBoard).toBe(
      false,
    )
    day('2026-12-02')
    expect(await said(display.id)).toEqual(['ENDED', true, true])
  })
  it('says nothing where one sheet hung through, or none was entered', async () => {
    const { notice, display } = await onDisplay()
    day('2026-12-02')
    expect(await said(display.id)).toEqual(['ENDED', false, false])
    day('2026-11-23')
    await hang(desk(), notice.id, hall, '2026-11-23')
    day('2026-12-02')
    expect(await said(display.id)).toEqual(['ENDED', false, false])
  })
})

it('a notice that runs out this evening is not asked down this morning; from its minute on its paper is not early', async () => {
  await tenDayRule()
  const notice = await flow.publish({ expiresAt: '2026-11-25T10:00:00.000Z' })
  const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
  day('2026-11-25')
  expect((await work()).takeDown).toEqual([])
  expect((await remove(id, '2026-11-25')).body.code).toBe('posting.early-removal')
  flow.board.clock.set('2026-11-25T10:00:00.000Z')
  const due = await sheet(notice.id)
  expect(due).toMatchObject({ dueDownFrom: '2026-11-25', dueDownReason: 'EXPIRED', minimum: null })
  expect((await remove(id, '2026-11-25')).body.early).toBeNull()
})

describe('with a clock that cannot be believed', () => {
  const doubtful = (table: string) =>
    flow.board.deps.store.database.prepare(`SELECT clock_doubtful FROM ${table}`).pluck().all()
  it('set back for years, sheets are put up and taken down on the day of the newest record, with the doubt on record', async () => {
    const notice = await flow.publish()
    day('2020-01-01')
    await desk().post(`/api/desk/notices/${notice.id}/postings`, { boardId: hall, postedOn: '2026-11-23' })
    const hanging = await sheet(notice.id)
    expect((await act(desk(), hanging?.id ?? '', 'checked', { on: '2026-11-23', note: '' })).status).toBe(200)
    expect((await remove(hanging?.id ?? '', '2026-11-23')).body.state).toBe('REMOVED')
    expect([doubtful('posting_detail'), doubtful('posting_event'), doubtful('removal_detail')]).toEqual([
      [1],
      [1],
      [1],
    ])
  })
  it('what was put up with a clock a year ahead comes down after it was put right', async () => {
    const notice = await flow.publish()
    day('2027-11-24')
    const { id } = await hang(desk(), notice.id, hall, '2027-11-24')
    day('2026-11-24')
    expect((await remove(id, '2027-11-24')).body.state).toBe('REMOVED')
    expect(doubtful('removal_detail')).toEqual([1])
  })
})
