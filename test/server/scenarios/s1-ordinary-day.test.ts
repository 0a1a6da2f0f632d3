import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { BoardHome } from '../../../server/display/views.ts'
import type { DutyRow } from '../../../server/duty/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { beginNotice } from '../../support/placement-flow.ts'
import { publishDraft } from '../../support/publish-flow.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

let office: ScenarioOffice
let hexi: string
let village: Map<string, CatalogueItem>
let government: Map<string, CatalogueItem>

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-10-05T01:00:00.000Z')
  hexi = await office.village('河西村')
  village = (
    await office.catalogue('云溪镇村务公开事项目录.csv', [['财务管理', '财务公开', '次月15日前']], [hexi])
  ).items
  government = (
    await office.catalogue(
      '云溪镇政务公开事项目录.csv',
      [
        ['公共服务', '停电通知', '即时公开'],
        ['社会救助', '高龄津贴', '10个工作日内'],
        ['工程建设', '招标投标结果', '按批次公开'],
        ['表彰奖励', '先进评选', '信息形成之日起12个工作日内'],
      ],
      ['township'],
    )
  ).items
  await office.goTo('2026-11-10T01:00:00.000Z')
  for (const [item, event, startsOn] of [
    ['高龄津贴', '第四季度名册审核完成', '2026-11-09'],
    ['招标投标结果', '第3批公路养护工程', '2026-10-27'],
    ['先进评选', '秋季先进集体评选结果', '2026-11-10'],
  ] as const) {
    const unitId = 'township'
    const itemId = government.get(item)?.id ?? ''
    const request = { unitId, itemId, event, startsOn, startsAt: null, ruleIds: [] }
    ok(await office.staff.handler.post('/api/desk/duty-events', request))
  }
  await office.goTo('2026-11-23T01:42:00.000Z')
})
afterAll(() => office.close())

async function finance(): Promise<DutyRow> {
  const [october] = await office.dutiesOf(village.get('财务公开'))
  if (!october) throw new Error('October is there')
  return october
}

describe('S1: Monday 23 November 2026, 09:42', () => {
  it('the desk begins with one overdue duty and three within three working days', async () => {
    const { footing, counts, duties } = await office.today()
    expect(footing).toMatchObject({ today: '2026-11-23', clock: { trusted: true }, upkeep: 'CURRENT' })
    expect(counts).toMatchObject({ overdue: 1, dueToday: 1, dueSoon: 2, unconfirmed: 0 })
    expect(duties.map(({ title, due, state, workdaysLeft }) => [title, due, state, workdaysLeft])).toEqual([
      ['财务管理 / 财务公开', '2026-11-16', 'OVERDUE', -5],
      ['社会救助 / 高龄津贴', '2026-11-23', 'DUE_SOON', 0],
      ['工程建设 / 招标投标结果', '2026-11-24', 'DUE_SOON', 1],
      ['表彰奖励 / 先进评选', '2026-11-26', 'DUE_SOON', 3],
    ])
  })

  it('what is overdue says by which rule: soft target on Friday the 13th, late after Monday the 16th', async () => {
    const october = await finance()
    expect(october).toMatchObject({
      unit: { name: '河西村' },
      period: '2026-10',
      target: '2026-11-13',
      due: '2026-11-16',
      ground: { deadlineText: '次月15日前', rule: { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' } },
      may: { draft: true, nil: true, waive: false },
    })
    expect(october.steps).toMatchObject([
      { kind: 'COUNTED', from: '2026-11-15', to: '2026-11-15' },
      { kind: 'ROLLED', from: '2026-11-16', to: '2026-11-16' },
    ])
  })

  it('where the catalogue gives no days, the rule that stands in is named with its legal basis', async () => {
    const [batch] = await office.dutiesOf(government.get('招标投标结果'))
    expect(batch).toMatchObject({
      kind: 'BATCH',
      event: '第3批公路养护工程',
      ground: {
        deadlineText: '按批次公开',
        ruleId: 'OGI26',
        basis: '政府信息公开条例第26条',
        verified: 'LAW',
      },
    })
  })

  it('a 停电通知 goes from draft to the kiosk and closes none of them', async () => {
    const before = (await office.today()).counts
    const itemId = government.get('停电通知')?.id ?? ''
    const notice = await office.publish(
      { catalogueItemId: itemId },
      { title: '河西村停电通知', documentDate: '2026-11-23' },
    )
    expect(notice.state).toBe('PUBLISHED')
    const home = ok(await office.board.visitor().get<BoardHome>('/api/public/home'))
    expect(home.newest[0]).toMatchObject({ title: '河西村停电通知' })
    expect((await office.today()).counts).toEqual(before)
  })
})

describe('the duty of October, worked off', () => {
  let notice: NoticeDetail

  it('a draft begun from it shows on its line; publishing closes it, late, and no other', async () => {
    const { id, unit } = await finance()
    const title = '河西村2026年10月财务收支公开表'
    const begun = await beginNotice(
      office.staff.handler,
      { dutyId: id },
      { title, noticeKind: 'FINANCE_TABLE' },
    )
    expect((await finance()).draft).toEqual({ noticeId: begun.id, title, state: 'DRAFT' })
    notice = await publishDraft(office.staff, begun.id, begun.draft.revision)
    expect(notice.placement).toMatchObject({ unitId: unit.id, dutyId: id })
    expect(await office.duty(id)).toMatchObject({
      state: 'DONE_LATE',
      closing: { kind: 'PUBLISHED', on: '2026-11-23', noticeId: notice.id, clockDoubt: false },
    })
    expect((await office.today()).counts).toMatchObject({ overdue: 0, dueToday: 1, dueSoon: 2 })
  })

  it('correcting it closes no second duty', async () => {
    await office.goTo('2026-12-02T01:42:00.000Z')
    const [october, november] = await office.dutiesOf(village.get('财务公开'))
    expect(november).toMatchObject({ period: '2026-11', startsOn: '2026-11-30', state: 'OPEN' })
    ok(await office.staff.handler.post(`/api/desk/notices/${notice.id}/revise`))
    const revision = await office.rewrite(notice.id, '更正：10月收入合计42268.40元。')
    await publishDraft(office.staff, notice.id, revision)
    expect(await office.states(october?.id, november?.id)).toEqual(['DONE_LATE', 'OPEN'])
  })

  it('withdrawing it opens October again, and its history tells all of it', async () => {
    const { id } = await finance()
    const why = { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: false }
    ok(await office.staff.handler.post(`/api/desk/notices/${notice.id}/withdraw`, why))
    const october = await office.duty(id)
    expect(october).toMatchObject({ state: 'OVERDUE', closing: null })
    expect(october.history.map(({ action }) => action)).toEqual(['CLOSED', 'REOPENED'])
  })
})
