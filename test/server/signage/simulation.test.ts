import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { hangScreen, rehearse, television, titlesAt } from '../../support/screen-flow.ts'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

const HOUR = 3_600_000
const from = (instant: string, milliseconds: number) =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

async function scheduleAt(title: string, publishAt: string): Promise<string> {
  const { id, hash: submissionHash } = await flow.approve({ title })
  const set = await flow.staff.handler.json('PUT', `/api/desk/notices/${id}/schedule`, {
    submissionHash,
    publishAt,
  })
  expect(set.status, JSON.stringify(set.body)).toBe(200)
  return id
}

describe('any day rehearsed', () => {
  it('what runs out by then is gone, what is set for a minute until then is there, and the rest nobody knows', async () => {
    const { screen } = await hangScreen(flow.staff)
    const now = flow.board.clock.now()
    await flow.publish({ title: '常设通知' })
    await flow.publish({ title: '两小时的通知', expiresAt: from(now, 2 * HOUR) })
    await scheduleAt('明早八点的通知', '2026-11-24T00:00:00.000Z')
    const at = async (instant: string) => (await rehearse(flow.staff, screen.id, instant)).body

    const soon = await at(from(now, HOUR))
    expect(titlesAt(soon)).toEqual(['两小时的通知', '常设通知'])
    expect(soon.simulation).toEqual({ notes: ['FUTURE_UNKNOWN'], scheduled: [] })
    expect(titlesAt(await at('2026-11-23T23:59:00.000Z'))).toEqual(['常设通知'])
    const morning = await at('2026-11-24T00:00:00.000Z')
    expect(titlesAt(morning)).toEqual(['明早八点的通知', '常设通知'])
    expect(morning.simulation.notes).toEqual(['FUTURE_UNKNOWN', 'SCHEDULED_INCLUDED'])
    expect(morning.items[morning.simulation.scheduled[0] ?? '']?.sheet.draft).toBe(true)
    expect(morning.asOf).toBe('2026-11-24T00:00:00.000Z')
  })

  it('a past day is told from the records: what stood then, by the screen as it hung then', async () => {
    const { board, staff } = flow
    const { screen } = await hangScreen(staff)
    await flow.publish({ title: '一直在的通知' })
    const before = board.clock.now()
    board.clock.advance(HOUR)
    await staff.administrator.json('PUT', `/api/desk/screens/${screen.id}`, {
      ...{ version: 1, definition: television({ layout: 'TICKER', subscriptions: [] }) },
    })
    await flow.publish({ title: '后来的通知' })
    board.clock.advance(HOUR)
    const past = (await rehearse(staff, screen.id, before)).body
    expect(titlesAt(past)).toEqual(['一直在的通知'])
    expect([past.screen.layout, past.simulation.notes]).toEqual(['FULL', ['PAST_BY_RECORD']])
    const earlier = (await rehearse(staff, screen.id, '2026-11-01T00:00:00.000Z')).body
    expect([titlesAt(earlier), earlier.simulation.notes]).toEqual([[], ['PAST_BY_RECORD', 'SCREEN_AS_NOW']])
  })

  it('a past day says when something that stood then is left out because it was taken down since', async () => {
    const { board, staff } = flow
    await flow.publish({ title: '一直在的通知' })
    const { id } = await flow.publish({ title: '发错的通知' })
    const { screen } = await hangScreen(staff)
    board.clock.advance(HOUR)
    const at = board.clock.now()
    board.clock.advance(HOUR)
    expect((await rehearse(staff, screen.id, at)).body.simulation.notes).toEqual(['PAST_BY_RECORD'])
    const why = { reason: 'PUBLISHED_IN_ERROR', note: '有误', hideTitle: false }
    expect((await staff.handler.post(`/api/desk/notices/${id}/withdraw`, why)).status).toBe(200)
    const past = (await rehearse(staff, screen.id, at)).body
    expect(titlesAt(past)).toEqual(['一直在的通知'])
    expect(past.simulation.notes).toEqual(['PAST_BY_RECORD', 'WITHDRAWN_SINCE'])
  })

  it('shows the desk nothing of a day either that the public may not see', async () => {
    const { screen } = await hangScreen(flow.staff)
    const id = await scheduleAt('征地补偿费分配表', '2026-11-24T00:00:00.000Z')
    const { store } = flow.board.deps
    const itemId = store.read.notice.byId(id)?.catalogueItemId ?? ''
    const catalogueId = store.read.catalogue.item(itemId)?.catalogueId ?? ''
    const version = store.read.catalogue.byId(catalogueId)?.version.id ?? ''
    store.tx((write) => write.catalogue.updateRow(version, itemId, { disclosureScope: 'LIMITED_CIRCLE' }))
    const { body } = await rehearse(flow.staff, screen.id, '2026-11-25T00:00:00.000Z')
    expect(titlesAt(body)).toEqual([])
  })

  it('no further than ten years, and no screen that is not there', async () => {
    const { screen } = await hangScreen(flow.staff)
    expect((await rehearse(flow.staff, screen.id, '2096-01-01T00:00:00.000Z')).body.code).toBe(
      'screen.time-invalid',
    )
    expect((await rehearse(flow.staff, screen.id, '999999-01-01T00:00:00.000Z')).status).toBe(400)
    expect((await rehearse(flow.staff, 'nobody', '2026-11-25T00:00:00.000Z')).body.code).toBe(
      'screen.not-found',
    )
  })
})
