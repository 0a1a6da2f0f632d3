import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { TakeoverAnswer } from '../../../server/display/takeover-view.ts'
import type { EmergencyPublished } from '../../../server/notice/emergency/publish-emergency.ts'
import type { EmergencyCounts, EmergencyList, EmergencyView } from '../../../server/notice/emergency/views.ts'
import type { Answer, DeskClient } from '../../support/desk-client.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

const PRESSED = '2026-07-18T13:40:00.000Z'
const ISSUER = '示例县气象台'

let office: ScenarioOffice
let item: CatalogueItem | undefined

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-07-06T01:00:00.000Z')
  const { items } = await office.catalogue(
    '云溪镇政务公开目录.csv',
    [['应急管理', '灾情和突发事件', '即时公开']],
    ['township'],
  )
  item = items.get('灾情和突发事件')
})
afterAll(() => office.close())

const listed = async (desk: DeskClient = office.staff.handler): Promise<EmergencyList> =>
  ok(await desk.get<EmergencyList>('/api/desk/emergencies'))
const takeovers = async (): Promise<TakeoverAnswer['takeovers']> =>
  ok(await office.board.visitor().get<TakeoverAnswer>('/api/public/emergency')).takeovers

function word(change: object = {}) {
  return {
    title: `关于转发${ISSUER}暴雨红色预警的紧急通告`,
    body: paragraphs('时间：2026年7月18日21时40分', '转移安置地点：云溪镇中心小学', '值班电话：0999-6100100'),
    mark: {
      level: 'RED',
      issuer: ISSUER,
      issuedAt: PRESSED,
      takeoverUntil: '2026-07-19T13:40:00.000Z',
    },
    reason: '应急值班，先发布后补审',
    ...change,
  }
}

const publish = (id: string, change: object = {}): Promise<Answer<EmergencyPublished & { code: string }>> =>
  office.staff.handler.post(`/api/desk/emergencies/${id}/publish`, word(change))

describe('S5: the fast lane, Saturday 18 July 2026, 21:40', () => {
  let emergency: EmergencyView
  let published: EmergencyPublished

  it('one key starts both clocks, through night and weekend', async () => {
    await office.goTo(PRESSED)
    emergency = ok(
      await office.staff.handler.post<EmergencyView>('/api/desk/emergencies', {
        ...{
          kind: 'RAINSTORM',
          event: '暴雨',
          unitId: 'township',
          itemId: item?.id ?? null,
          startedAt: null,
        },
      }),
    )
    expect([emergency.first.dueAt, emergency.followUp.dueAt]).toEqual([
      '2026-07-18T18:40:00.000Z',
      '2026-07-19T13:40:00.000Z',
    ])
  })

  it('a warning that does not name its issuer is not published', async () => {
    expect((await publish(emergency.id, { title: '暴雨紧急通告' })).body.code).toBe(
      'emergency.issuer-not-named',
    )
    const mark = { ...word().mark, issuer: '' }
    expect((await publish(emergency.id, { mark })).body.code).toBe('emergency.issuer-required')
  })

  it('the privacy gate is not passed over at night either, and nothing half-done stays', async () => {
    const before = ok(await office.staff.handler.get<{ total: number }>('/api/desk/notices')).total
    const body = paragraphs('联系人身份证号 11010519491231002X')
    expect((await publish(emergency.id, { body })).body.code).toBe('notice.privacy-hit')
    expect(ok(await office.staff.handler.get<{ total: number }>('/api/desk/notices')).total).toBe(before)
  })

  it('one person publishes with a reason; the kiosk is taken over', async () => {
    expect((await publish(emergency.id, { reason: ' ' })).body.code).toBe('notice.reason-required')
    published = ok(await publish(emergency.id))
    const [held] = await takeovers()
    expect([held?.edition.hash, held?.until, held?.edition.content.emergency?.issuer]).toEqual([
      published.hash,
      '2026-07-19T13:40:00.000Z',
      ISSUER,
    ])
  })

  it('the first five hours are met, the follow-up of the second day is still to come', async () => {
    const [shown] = (await listed()).emergencies
    expect([shown?.first.closedAt, shown?.followUp.closedAt]).toEqual([PRESSED, null])
  })

  it('the record shows who published alone and why, and that it waits for its review until Monday', async () => {
    const [shown] = (await listed()).emergencies
    const [notice] = shown?.notices ?? []
    expect([notice?.publishedBy.name, notice?.reason, notice?.review.state, notice?.review.due]).toEqual([
      '周敏',
      '应急值班，先发布后补审',
      'PENDING',
      '2026-07-20',
    ])
    expect(notice?.review.mayGive).toEqual([])
  })

  it('who published alone does not review it; the others do, next morning', async () => {
    await office.goTo('2026-07-20T01:00:00.000Z')
    const decide = (desk: DeskClient, kind: string, decision = 'APPROVED', reason = '') =>
      desk.post<{ code: string }>(`/api/desk/notices/${published.noticeId}/after-the-fact`, {
        ...{ kind, language: '', decision, reason, submissionHash: published.hash },
      })
    expect((await decide(office.staff.handler, 'REVIEW')).status).toBe(403)
    ok(await decide(office.staff.reviewer, 'REVIEW'))
    expect(ok(await office.staff.handler.get<EmergencyCounts>('/api/desk/emergency-counts')).toReview).toBe(1)
    ok(await decide(office.staff.secrecyReviewer, 'SECRECY_REVIEW'))
    const [shown] = (await listed()).emergencies
    expect(shown?.notices[0]?.review.state).toBe('CONFIRMED')
    expect(shown?.notices[0]?.review.decisions.every(({ afterTheFact }) => afterTheFact)).toBe(true)
  })

  it('the kiosk is given back when its time has run out, and the notice stays on the board', async () => {
    expect(await takeovers()).toEqual([])
    const index = encodeURIComponent(published.indexNumber)
    expect((await office.board.visitor().get(`/api/public/notice?index=${index}`)).status).toBe(200)
  })

  it('a second word works the follow-up off, late as it is, and holds the kiosk until the emergency is ended', async () => {
    const mark = { ...word().mark, takeoverUntil: '2026-07-21T01:00:00.000Z' }
    ok(await publish(emergency.id, { mark, body: paragraphs('雨情平稳，转移群众已安置。') }))
    const [shown] = (await listed()).emergencies
    expect(shown?.followUp.closedAt).toBe('2026-07-20T01:00:00.000Z')
    expect((await takeovers()).length).toBe(1)
    ok(await office.staff.handler.post(`/api/desk/emergencies/${emergency.id}/end`, { reason: '预警解除' }))
    expect(await takeovers()).toEqual([])
    expect((await publish(emergency.id, { mark })).body.code).toBe('emergency.ended')
  })

  it('without an item in the catalogue it is published all the same', async () => {
    const other = ok(
      await office.staff.handler.post<EmergencyView>('/api/desk/emergencies', {
        ...{ kind: 'FIRE', event: '火灾', unitId: 'township', itemId: null, startedAt: null },
      }),
    )
    ok(await publish(other.id, { mark: { ...word().mark, takeoverUntil: '2026-07-21T01:00:00.000Z' } }))
    const shown = (await listed()).emergencies.find(({ id }) => id === other.id)
    expect(shown?.first.closedAt).not.toBeNull()
  })
})
