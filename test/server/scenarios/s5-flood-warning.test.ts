import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DutyRow } from '../../../server/duty/views.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

const WARNING = '2026-07-18T13:40:00.000Z'

let office: ScenarioOffice
let flood: CatalogueItem | undefined
let duties: readonly DutyRow[]

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-07-06T01:00:00.000Z')
  const { items } = await office.catalogue(
    '云溪镇政务公开目录.csv',
    [['应急管理', '灾情和突发事件', '即时公开']],
    ['township'],
  )
  flood = items.get('灾情和突发事件')
  await office.goTo('2026-07-18T13:42:00.000Z')
  duties = ok(
    await office.staff.handler.post<DutyRow[]>('/api/desk/duty-events', {
      unitId: 'township',
      itemId: flood?.id,
      event: '县发布暴雨红色预警',
      startsOn: '2026-07-18',
      startsAt: WARNING,
      ruleIds: ['EMER5', 'EMER24'],
    }),
  )
})
afterAll(() => office.close())

describe('S5: Saturday 18 July 2026, 21:40', () => {
  it('the hours run through the night and the weekend: 02:40 and 21:40 on Sunday', () => {
    expect(duties.map(({ kind, ground, dueAt, due }) => [kind, ground.ruleId, dueAt, due])).toEqual([
      ['EMERGENCY', 'EMER5', '2026-07-18T18:40:00.000Z', '2026-07-19'],
      ['EMERGENCY', 'EMER24', '2026-07-19T13:40:00.000Z', '2026-07-19'],
    ])
  })

  it('each says how far its rule was checked', () => {
    expect(duties.map(({ ground }) => [ground.basis, ground.verified])).toEqual([
      ['国办发〔2016〕80号', 'PAGE'],
      ['新兴区2017年政府信息公开工作方案', 'SOURCE'],
    ])
  })

  it('the first information closes the five hours; the second day is still to come', async () => {
    const [first, second] = duties
    await office.goTo('2026-07-18T14:30:00.000Z')
    await office.publish({ catalogueItemId: flood?.id }, { title: '云溪镇暴雨红色预警和避险转移通告' })
    expect(await office.states(first?.id, second?.id)).toEqual(['DONE', 'DUE_SOON'])
  })

  it('a minute after its hour the second is overdue, though the day has not ended', async () => {
    const second = duties[1]
    await office.goTo('2026-07-19T13:40:00.000Z')
    expect(await office.states(second?.id)).toEqual(['DUE_SOON'])
    await office.goTo('2026-07-19T13:41:00.000Z')
    expect(await office.states(second?.id)).toEqual(['OVERDUE'])
    await office.publish({ catalogueItemId: flood?.id }, { title: '云溪镇雨情和转移安置情况' })
    expect(await office.states(second?.id)).toEqual(['DONE_LATE'])
  })
})
