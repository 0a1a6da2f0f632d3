import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { ContentGroupHeadings, PublicShelves } from '../../../server/display/shelf/views.ts'
import type { BoardHome, PublicPage } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { addVillage, place } from '../../support/placement-flow.ts'
import { publishDraft } from '../../support/publish-flow.ts'

let flow: EditionFlow
/** 宅基地审批情况: words that put it in none of the other five groups. */
let plain: { readonly catalogueItemId: string }

beforeEach(async () => {
  flow = await openEditionFlow()
  const items = flow.board.deps.store.read.catalogue.items(
    flow.board.deps.store.read.catalogue.list()[0]?.id ?? '',
  )
  plain = { catalogueItemId: items.find(({ itemLevel1 }) => itemLevel1 === '宅基地审批情况')?.id ?? '' }
})

afterEach(() => flow.board.close())

const shelves = async () => (await flow.board.visitor().get<PublicShelves>('/api/public/units')).body

const list = async (asked: string) =>
  (await flow.board.visitor().get<PublicPage>(`/api/public/notices?${asked}`)).body

const titles = async (asked: string) => (await list(asked)).items.map(({ title }) => title)

async function counts(): Promise<{ groups: object; boards: object; units: object }> {
  const { contentGroups, boards, units } = await shelves()
  const some = (pairs: readonly (readonly [string, number])[]) =>
    Object.fromEntries(pairs.filter(([, count]) => count > 0))
  return {
    groups: some(contentGroups.map(({ contentGroup, count }) => [contentGroup, count])),
    boards: some(boards.map(({ board, count }) => [board, count])),
    units: some(units.map(({ name, count }) => [name, count])),
  }
}

/** Publishes a notice of a village. */
async function publishOf(
  unitId: string,
  title: string,
  content: Partial<DraftContent> = {},
): Promise<NoticeDetail> {
  const { id } = await flow.write({ ...plain, title, ...content })
  const detail = (await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
  const placed = await place(flow.staff.handler, detail, { unitId, noDuty: true })
  expect(placed.status, JSON.stringify(placed.body)).toBe(200)
  const fresh = (await flow.staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
  return publishDraft(flow.staff, id, fresh.draft.revision)
}

describe('the board by unit, board and content group', () => {
  it('counts what hangs and leads to exactly that', async () => {
    const catalogueId = flow.board.deps.store.read.catalogue.list()[0]?.id ?? ''
    const hexi = await addVillage(flow.board, flow.staff, '河西村', [catalogueId])
    const hedong = await addVillage(flow.board, flow.staff, '河东村', [catalogueId])
    const xinan = await addVillage(flow.board, flow.staff, '溪南村', [catalogueId])
    await publishOf(hexi, '河西村停电通知')
    await publishOf(hexi, '河西村停水通知')
    await publishOf(hedong, '财务收支公示', { noticeKind: 'FINANCE_TABLE' })
    const { units } = await shelves()
    expect(units.find(({ id }) => id === hexi)).toEqual({
      id: hexi,
      name: '河西村',
      kind: 'VILLAGE',
      regime: 'VILLAGE',
      count: 2,
    })
    // A village with nothing yet is there too: its people must find it and be told so.
    expect(units.find(({ id }) => id === xinan)?.count).toBe(0)
    expect(await titles(`unit=${hexi}`)).toEqual(['河西村停水通知', '河西村停电通知'])
    expect((await list(`unit=${xinan}`)).total).toBe(0)
    expect(await titles('board=FINANCE')).toContain('财务收支公示')
    expect(await titles('contentGroup=RESULT')).toEqual(['财务收支公示'])
    expect((await list(`unit=${hexi}&contentGroup=RESULT`)).total).toBe(0)
    for (const { board, count } of (await shelves()).boards) {
      expect((await list(`board=${board}`)).total).toBe(count)
    }
    for (const { contentGroup, count } of (await shelves()).contentGroups) {
      expect((await list(`contentGroup=${contentGroup}`)).total).toBe(count)
    }
  })

  it('a next edition stays one, moves with its kind, and a withdrawn notice is in no count', async () => {
    const { id } = await flow.publish(plain)
    expect((await counts()).groups).toEqual({ CONTENT: 1 })
    await flow.publishNext(id, { noticeKind: 'NAME_LIST' })
    expect((await counts()).groups).toEqual({ RESULT: 1 })
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    expect(await counts()).toEqual({ groups: {}, boards: {}, units: {} })
    expect((await list('contentGroup=RESULT')).total).toBe(0)
  })

  it('what has run out is in no count and no list from its minute on, and its line says when that is', async () => {
    const until = '2026-12-01T09:30:00.000Z'
    await flow.publish({ ...plain, expiresAt: until })
    expect((await list('contentGroup=CONTENT')).items[0]?.expiresAt).toBe(until)
    const home = (await flow.board.visitor().get<BoardHome>('/api/public/home')).body
    expect([home.newest[0]?.expiresAt, home.clockDoubtful]).toEqual([until, false])
    flow.board.clock.set(until)
    expect(await counts()).toEqual({ groups: {}, boards: {}, units: {} })
    expect(await list('contentGroup=CONTENT')).toMatchObject({ items: [], total: 0 })
  })

  it('what goes to a limited circle or to named persons reaches neither counts nor lists', async () => {
    await flow.publish({ ...plain, title: '只给本村看的通知' })
    await flow.publish({ ...plain, title: '停电检修通知' })
    const { database } = flow.board.deps.store
    expect((await counts()).units).not.toEqual({})
    for (const scope of ['LIMITED_CIRCLE', 'NAMED_PERSONS']) {
      database.prepare('UPDATE catalogue_row SET disclosure_scope = ?').run(scope)
      expect(await counts()).toEqual({ groups: {}, boards: {}, units: {} })
      expect(await titles('contentGroup=CONTENT')).toEqual([])
      expect(await titles('unit=township')).toEqual([])
    }
  })

  it('a clock older than the records is doubted on every screen, and hides nothing', async () => {
    await flow.publish({ ...plain, expiresAt: '2026-12-01T09:30:00.000Z' })
    flow.board.clock.set('2020-01-01T00:00:00.000Z')
    const home = (await flow.board.visitor().get<BoardHome>('/api/public/home')).body
    expect([home.clockDoubtful, home.newest.length]).toEqual([true, 1])
    expect((await counts()).groups).toEqual({ CONTENT: 1 })
  })

  it('refuses what is no board and no content group', async () => {
    for (const asked of ['board=MONEY', 'contentGroup=ALL', 'unit=']) {
      const answer = await flow.board.visitor().get(`/api/public/notices?${asked}`)
      expect([asked, answer.status]).toEqual([asked, asked === 'unit=' ? 200 : 400])
    }
  })
})

describe('the office corrects in which content group a heading stands', () => {
  const ask = async () =>
    (await flow.staff.handler.get<ContentGroupHeadings>('/api/desk/content-groups')).body

  it('all under the heading moves, and back again when the rule is to decide', async () => {
    await flow.publish(plain)
    const [heading] = (await ask()).headings
    expect(heading).toMatchObject({ count: 1, chosen: null, byRule: [{ contentGroup: 'CONTENT', count: 1 }] })
    const path = `/api/desk/content-groups/${heading?.groupId}`
    await flow.staff.handler.json('PUT', path, { contentGroup: 'PLEDGE' })
    expect((await counts()).groups).toEqual({ PLEDGE: 1 })
    expect(await titles('contentGroup=PLEDGE')).toEqual(['停电检修通知'])
    await flow.staff.handler.json('PUT', path, { contentGroup: null })
    expect((await counts()).groups).toEqual({ CONTENT: 1 })
    const told = flow.board.deps.store.database
      .prepare(`SELECT detail FROM audit_event WHERE action = 'group.content-group' ORDER BY sequence`)
      .pluck()
      .all()
    expect(told).toEqual(['{"contentGroup":"PLEDGE"}', '{"contentGroup":"BY_RULE"}'])
  })

  it('a reviewer may look and not change; a heading that is not there is not changed', async () => {
    await flow.publish(plain)
    const [heading] = (await ask()).headings
    const path = `/api/desk/content-groups/${heading?.groupId}`
    const body = { contentGroup: 'PLEDGE' }
    expect((await flow.staff.reviewer.json('PUT', path, body)).status).toBe(403)
    const unknown = await flow.staff.handler.json<{ code: string }>('PUT', '/api/desk/content-groups/x', body)
    expect([unknown.status, unknown.body.code]).toEqual([404, 'group.not-found'])
    expect((await flow.board.visitor().get('/api/desk/content-groups')).status).toBe(404)
  })
})
