import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import type { PublicEdition, SearchAnswer } from '../../../server/display/views.ts'
import type { Table } from '../../../domain/notice/body.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { TakenTable, TableDetail } from '../../../server/notice/table/table-views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { financeFile } from '../../support/table-files.ts'
import { beginNotice } from '../../support/placement-flow.ts'
import { publishDraft } from '../../support/publish-flow.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

let office: ScenarioOffice
let hexi: string
let hedong: string
let finance: CatalogueItem | undefined
let noticeId: string
let table: TableDetail
let revision: number

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

  it('23 entries whose balance is off by 60 yuan are kept as a draft, and entry 17 is named as a guess', async () => {
    const { handler } = office.staff
    const begun = await beginNotice(
      handler,
      { catalogueItemId: finance?.id, unitId: hexi },
      content('河西村2026年10月财务收支公开表'),
    )
    noticeId = begun.id
    table = ok(
      await handler.upload<TableDetail>(
        `/api/desk/notices/${noticeId}/tables`,
        ...financeFile({ wrongSide: true }),
      ),
    )
    expect(table).toMatchObject({
      state: 'DRAFT',
      reading: { listType: 'VILLAGE_FINANCE', finance: { month: '2026-10', opening: '12,340.00' } },
    })
    expect(table.after.rows).toHaveLength(23)
    expect(table.faults).toEqual([
      {
        code: 'table.balance-mismatch-side',
        params: {
          row: 20,
          entry: 17,
          expected: '12,720.00',
          found: '12,780.00',
          difference: '60.00',
          amount: '30.00',
        },
      },
    ])
  })

  it('it does not come into the text, and the notice cannot be handed in while it is unbalanced', async () => {
    const { handler } = office.staff
    const path = `/api/desk/notices/${noticeId}`
    const { draft } = ok(await handler.get<NoticeDetail>(path))
    const taking = { revision: table.revision, draftRevision: draft.revision, after: null }
    const refused = await handler.post<{ code: string }>(`${path}/tables/${table.id}/take`, taking)
    expect(refused.body.code).toBe('table.balance-mismatch-side')
    const submitted = await handler.post<{ code: string }>(`${path}/submit`, { revision: draft.revision })
    expect(submitted.body.code).toBe('table.balance-mismatch-side')
  })

  it('put right at the desk without a new file it balances, and stands in the text with its totals in fen', async () => {
    const { handler } = office.staff
    const path = `/api/desk/notices/${noticeId}`
    const [income, expense] = [3, 4]
    const corrected = ok(
      await handler.json<TableDetail>('PUT', `${path}/tables/${table.id}`, {
        revision: table.revision,
        correct: [
          { row: 19, column: income, text: '30.00' },
          { row: 19, column: expense, text: '' },
        ],
      }),
    )
    expect(corrected.faults).toEqual([])
    const { draft } = ok(await handler.get<NoticeDetail>(path))
    const taking = { revision: corrected.revision, draftRevision: draft.revision, after: null }
    const taken = ok(await handler.post<TakenTable>(`${path}/tables/${table.id}/take`, taking))
    const block = taken.draft.content.body.content.find((one): one is Table => one.type === 'table')
    expect(block?.attrs).toEqual({ carry: [3, 4] })
    expect(block?.content).toHaveLength(1 + 23 + 1)
    const text = bodyText(taken.draft.content.body)
    expect(text).toContain('上月结余：12,340.00')
    expect(text).toContain('合计\t2,130.00\t1,850.00')
    expect(text).toContain('月末结余：12,620.00')
    expect(text).toContain('村务监督委员会主任：孙平')
  })

  it('a table changed in the text afterwards is not what was checked, and holds the notice back', async () => {
    const { handler } = office.staff
    const path = `/api/desk/notices/${noticeId}`
    const { draft } = ok(await handler.get<NoticeDetail>(path))
    const words = JSON.stringify(draft.content)
    const keep = async (content: object) => {
      const input = { revision, content }
      revision = ok(await handler.json<{ revision: number }>('PUT', `${path}/draft`, input)).revision
    }
    revision = draft.revision
    // An entry, and the closing balance that stands in a line under the table.
    for (const [from, to] of [
      ['"30.00"', '"3000.00"'],
      ['月末结余：12,620.00', '月末结余：99,620.00'],
    ] as const) {
      await keep(JSON.parse(words.replace(from, to)) as object)
      const refused = await handler.post<{ code: string }>(`${path}/submit`, { revision })
      expect(refused.body.code).toBe('table.changed-in-text')
    }
    await keep(draft.content)
  })

  it('under the right one it closes October in time; a second posting within ten days leaves the first in place', async () => {
    const first = await publishDraft(office.staff, noticeId, revision)
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
    // Every amount of the published table is whole fen, and they still make the balance.
    const public_ = ok(
      await visitor.get<PublicEdition>(
        `/api/public/notice?index=${encodeURIComponent(first.indexNumber ?? '')}`,
      ),
    )
    expect(public_.state === 'PUBLISHED' && bodyText(public_.content.body)).toContain('月末结余：12,620.00')
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
