import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { editionOnPaper } from '../../../server/display/sheet-data.ts'
import { recordPrint } from '../../../server/notice/recall/record-print.ts'
import type { PostingView, PostingWork } from '../../../server/posting/views.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { act, addBoard, hang, plan } from '../../support/posting-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

let flow: EditionFlow
let hall: string

beforeEach(async () => {
  flow = await openEditionFlow()
  hall = await addBoard(flow.staff, 'township', '大厅公开栏')
})
afterEach(() => flow.board.close())

const desk = () => flow.staff.handler
const work = async () => (await desk().get<PostingWork>('/api/desk/posting-work')).body
const rescope = (disclosureScope: CatalogueItem['disclosureScope']) => {
  const { store } = flow.board.deps
  store.database.prepare('UPDATE catalogue_row SET disclosure_scope = ?').run(disclosureScope)
}

describe('paper of what is not for everybody', () => {
  it('is planned nowhere when the item goes to named persons, and what hangs is asked down', async () => {
    const notice = await flow.publish({ title: '临时救助告知' })
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    rescope('NAMED_PERSONS')
    const other = await addBoard(flow.staff, 'township', '门口栏')
    const planned = await plan(desk(), notice.id, other, '2026-11-24')
    expect([planned.status, planned.body.code]).toEqual([403, 'posting.named-persons'])
    expect((await work()).takeDown).toMatchObject([{ id, dueDownReason: 'SCOPE', minimum: null }])
    // Before its days are over, and without a reason: it should not hang at all.
    const gone = await act(desk(), id, 'removed', { on: '2026-11-23', reason: '', note: '' })
    expect([gone.status, gone.body.early]).toEqual([200, null])
  })

  it('is asked down from the board of the township when the item goes to a circle', async () => {
    const notice = await flow.publish({ title: '补偿表' })
    const { id } = await hang(desk(), notice.id, hall, '2026-11-23')
    rescope('LIMITED_CIRCLE')
    const { takeDown } = await work()
    expect(takeDown.map((sheet: PostingView) => [sheet.id, sheet.dueDownReason])).toEqual([[id, 'SCOPE']])
  })

  it('hangs on no board at all while the notice belongs to the township and names no circle', async () => {
    const notice = await flow.publish({ title: '河西村征地补偿费分配表' })
    rescope('LIMITED_CIRCLE')
    const village = await flow.staff.administrator.post<{ id: string }>('/api/desk/units', {
      name: '河东村',
      kind: 'VILLAGE',
      parentId: 'township',
    })
    const there = await addBoard(flow.staff, village.body.id, '河东村公开栏', 'VILLAGE')
    for (const board of [there, hall]) {
      expect((await plan(desk(), notice.id, board, '2026-11-24')).body.code).toBe('posting.circle-unnamed')
    }
  })
})

describe('two notices of one text', () => {
  it('each have their own number on paper, and the paper of one is not asked back for the other', async () => {
    const text = { title: '零报告', body: paragraphs('本季度无。') }
    const [one, two] = [await flow.publish(text), await flow.publish(text)]
    const hash = one.editions[0]?.hash ?? ''
    expect(two.editions[0]?.hash).toBe(hash)
    const { deps } = flow.board
    for (const { id, indexNumber } of [one, two]) {
      const sheet = editionOnPaper(deps.store.read, id, hash, flow.board.clock.now())
      expect(sheet.ok && sheet.value.indexNumber).toBe(indexNumber)
    }
    recordPrint(deps, { id: 'x', name: '周敏' }, hash, { pages: 1 }, one.id)
    await flow.withdraw(two.id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.tasks()).recalls).toEqual([])
    await flow.withdraw(one.id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.tasks()).recalls).toMatchObject([{ noticeId: one.id }])
  })
})
