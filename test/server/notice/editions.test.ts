import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardHome, PublicEdition } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})

afterEach(() => flow.board.close())

const submit = async (id: string, revision: number) =>
  flow.staff.handler.post<NoticeDetail & Refused>(`/api/desk/notices/${id}/submit`, { revision })

describe('a next edition', () => {
  it('is not handed in before it says what it changes', async () => {
    const { id } = await flow.publish()
    const revision = await flow.revise(id, { body: paragraphs('因线路检修，河西村全天停电。') })
    expect((await submit(id, revision)).body.code).toBe('notice.change-note-required')
  })

  it('as 文字校订 is refused when a figure moved, and names it', async () => {
    const { id } = await flow.publish({ body: paragraphs('每户补助300元。') })
    const change = { kind: 'MINOR', note: '' } as const
    const revision = await flow.revise(id, { body: paragraphs('每户补助500元。'), change })
    expect((await submit(id, revision)).body).toMatchObject({
      code: 'notice.change-not-minor',
      params: { part: 'FIGURE' },
    })
  })

  it('shows its date, its kind and its note to the public, on its page and on its line', async () => {
    const first = await flow.publish()
    const note = '停电范围更正为河西、河东两村。'
    await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河西村、河东村停电。'),
      change: { kind: 'CORRECTION', note },
    })
    const shown = await flow.onKiosk(first.indexNumber)
    if (shown.state === 'WITHDRAWN') throw new Error('it was published')
    expect(shown.content.change).toEqual({ kind: 'CORRECTION', note })
    expect(shown.editions.map(({ editionNumber, change }) => [editionNumber, change?.kind ?? null])).toEqual([
      [2, 'CORRECTION'],
      [1, null],
    ])
    const home = await flow.board.visitor().get<BoardHome>('/api/public/home')
    expect(home.body.newest[0]?.change).toBe('CORRECTION')
  })

  it('of words only marks no line', async () => {
    const first = await flow.publish()
    await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河西村将停电。'),
      change: { kind: 'MINOR', note: '' },
    })
    const home = await flow.board.visitor().get<BoardHome>('/api/public/home')
    expect(home.body.newest.map(({ change }) => change)).toEqual([null])
  })

  it('begins without what the last one said', async () => {
    const { id } = await flow.publish()
    await flow.publishNext(id, { change: { kind: 'UPDATE', note: '改期。' } })
    await flow.revise(id, {})
    const detail = await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(detail.body.draft.content.change).toBeNull()
  })

  it('a first edition publishes no change, whatever the draft says', async () => {
    const { indexNumber } = await flow.publish({ change: { kind: 'UPDATE', note: '没有前一版' } })
    const shown = await flow.onKiosk(indexNumber)
    expect(shown.state === 'WITHDRAWN' ? null : shown.content.change).toBeUndefined()
  })
})

describe('taking down', () => {
  it('one superseded edition leaves the current one where it is', async () => {
    const { id, indexNumber, editions } = await flow.publish()
    await flow.publishNext(id, { body: paragraphs('因线路检修，河东村停电。') })
    const gone = await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    expect(gone.body.state).toBe('PUBLISHED')
    const visitor = flow.board.visitor()
    expect((await visitor.get(`/api/public/editions/${editions[0]?.hash}`)).status).toBe(404)
    const shown = await flow.onKiosk(indexNumber)
    expect(
      shown.state === 'WITHDRAWN' ? [] : shown.editions.map(({ editionNumber }) => editionNumber),
    ).toEqual([2])
    const again = await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    expect(again.body.code).toBe('notice.edition-not-found')
  })

  it('into another notice names it while that one is on the board', async () => {
    const kept = await flow.publish({ title: '停电检修通知汇总' })
    const { id, indexNumber } = await flow.publish()
    const into = { reason: 'CONSOLIDATED', consolidatedInto: kept.indexNumber }
    const own = await flow.withdraw(id, { ...into, consolidatedInto: indexNumber })
    expect(own.body.code).toBe('notice.consolidation-target-unpublished')
    expect((await flow.withdraw(id, into)).status).toBe(200)
    expect(await flow.onKiosk(indexNumber)).toMatchObject({
      state: 'WITHDRAWN',
      consolidatedInto: { indexNumber: kept.indexNumber, title: '停电检修通知汇总' },
    })
    await flow.withdraw(kept.id, { reason: 'PUBLISHED_IN_ERROR' })
    expect(await flow.onKiosk(indexNumber)).toMatchObject({ consolidatedInto: null })
  })

  it('by order names who ordered it, to the office only', async () => {
    const { id, indexNumber } = await flow.publish()
    expect((await flow.withdraw(id, { reason: 'ORDERED_DOWN' })).body.code).toBe('notice.order-required')
    const order = { authority: '示例县人民政府办公室', number: '示政办函〔2026〕9号' }
    await flow.withdraw(id, { reason: 'ORDERED_DOWN', order })
    expect((await flow.record(id)).editions[0]?.withdrawal?.order).toEqual(order)
    expect(JSON.stringify(await flow.onKiosk(indexNumber))).not.toContain('示例县人民政府办公室')
  })

  it('stays on record after the notice was published again', async () => {
    const { id } = await flow.publish()
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', note: '范围写错' })
    const next = await flow.publishNext(id, { body: paragraphs('因线路检修，河东村停电。') })
    expect(next.editions.map(({ state, withdrawal }) => [state, withdrawal?.note ?? null])).toEqual([
      ['PUBLISHED', null],
      ['WITHDRAWN', '范围写错'],
    ])
  })
})

describe('a superseded edition', () => {
  it('stays readable, says so, and names the one in force', async () => {
    const first = await flow.publish()
    const second = await flow.publishNext(first.id, { body: paragraphs('因线路检修，河东村停电。') })
    const old = await flow.board
      .visitor()
      .get<PublicEdition>(`/api/public/editions/${first.editions[0]?.hash}`)
    expect(old.body).toMatchObject({ state: 'SUPERSEDED', supersededBy: second.editions[0]?.hash })
  })
})
