import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import type { PublicEdition, SearchAnswer } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

let office: ScenarioOffice
let hexi: string
let hedong: string
let finance: CatalogueItem | undefined

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-10-05T01:00:00.000Z')
  hexi = await office.village('河西村')
  hedong = await office.village('河东村')
  const { items } = await office.catalogue(
    '河西村村务公开事项目录.csv',
    [['财务管理', '财务收支公开表', '每月公布一次，次月15日前']],
    [hexi],
  )
  finance = items.get('财务收支公开表')
  await office.goTo('2026-11-06T01:00:00.000Z')
})
afterAll(() => office.close())

const content = (title: string) => ({ title, noticeKind: 'FINANCE_TABLE' }) as const

describe('S2: the village finance of October 2026', () => {
  it('soft target on Friday 13 November, late after Monday 16 November, because the 15th is a Sunday', async () => {
    const [october] = await office.dutiesOf(finance)
    expect(october).toMatchObject({
      period: '2026-10',
      state: 'OPEN',
      term: { date: '2026-11-15' },
      target: '2026-11-13',
      due: '2026-11-16',
      provisional: false,
    })
    const path = '/api/desk/calendar/due?from=2026-10-31&amount=15&unit=day'
    expect(ok(await office.staff.handler.get<DueAnswer>(path))).toMatchObject({
      target: '2026-11-13',
      due: '2026-11-16',
    })
  })

  it('the other village has no such duty, because it has no such item in its approved catalogue', async () => {
    expect(await office.dutiesOf(finance, `&unit=${hedong}`)).toEqual([])
  })

  it('under the wrong village, publishing refuses, names village and item, and nothing changes', async () => {
    const refused = await office.tryToPublish(
      { catalogueItemId: finance?.id, unitId: hedong },
      content('河东村2026年10月财务收支公开表'),
    )
    expect(refused.body).toMatchObject({
      code: 'notice.item-not-in-catalogue',
      params: { unit: '河东村', item: '财务管理 › 财务收支公开表' },
    })
    const [october] = await office.dutiesOf(finance)
    expect(october?.state).toBe('OPEN')
    const found = ok(await office.board.visitor().get<SearchAnswer>('/api/public/search?q=河东村'))
    expect(found.items).toEqual([])
  })

  it('under the right one it closes October in time; a second posting within ten days leaves the first in place', async () => {
    const first = await office.publish(
      { catalogueItemId: finance?.id, unitId: hexi },
      content('河西村2026年10月财务收支公开表'),
    )
    await office.goTo('2026-11-12T01:00:00.000Z')
    const second = await office.publish(
      { catalogueItemId: finance?.id, unitId: hexi },
      content('河西村2026年10月财务收支公开表补充说明'),
    )
    const visitor = office.board.visitor()
    for (const { indexNumber, title } of [first, second].map(named)) {
      const path = `/api/public/notice?index=${encodeURIComponent(indexNumber)}`
      expect(ok(await visitor.get<PublicEdition>(path))).toMatchObject({
        state: 'PUBLISHED',
        content: { title, unit: { name: '河西村' } },
      })
    }
    const [october, november] = await office.dutiesOf(finance)
    expect(october).toMatchObject({ state: 'DONE', closing: { noticeId: first.id, on: '2026-11-06' } })
    // November has not ended: the second posting reports nothing of it.
    expect(november).toMatchObject({ period: '2026-11', state: 'OPEN', closing: null })
  })
})

function named({ indexNumber, draft }: NoticeDetail): {
  readonly indexNumber: string
  readonly title: string
} {
  return { indexNumber: indexNumber ?? '', title: draft.content.title }
}
