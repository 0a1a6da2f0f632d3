import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reads } from '../../../db/store.ts'
import { programmeAt } from '../../../domain/signage/programme.ts'
import { openRows } from '../../../server/signage/column-entries.ts'
import { screenFeedSchema } from '../../../server/signage/public-schemas.ts'
import { feedOf as reckonFeed } from '../../../server/signage/screen-feed.ts'
import { openShortContents } from '../../../server/signage/short-content.ts'
import { type EditionFlow, openEditionFlow } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { addVillage } from '../../support/placement-flow.ts'
import { hangScreen, readFeed, subscribed, titlesAt } from '../../support/screen-flow.ts'

const ROW = { hash: '', noticeId: '', expiresAt: null }

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

const feedOf = async (id: string) => (await readFeed(flow.board, id)).body

describe('what a screen is given', () => {
  it('the newest notices of its column, with everything to go on alone, in the shape that is documented', async () => {
    for (const title of ['一号通知', '二号通知', '三号通知']) await flow.publish({ title })
    const { screen } = await hangScreen(flow.staff, { subscriptions: [subscribed({ mostNotices: 2 })] })
    const feed = await feedOf(screen.id)
    expect(screenFeedSchema.safeParse(feed).error).toBeUndefined()
    expect(feed).toMatchObject({
      asOf: flow.board.clock.now(),
      clockState: 'TRUSTED',
      unitName: '示例县云溪镇人民政府',
    })
    expect(titlesAt(feed)).toEqual(['三号通知', '二号通知'])
    expect(feed.columnNames).toEqual({ all: '全部公开信息' })
  })

  it('by heading, by unit and board, and by kind of notice', async () => {
    const { staff, board } = flow
    await flow.publish({ title: '村里的公告', noticeKind: 'ANNOUNCEMENT' })
    const village = await addVillage(board, staff, '河西村', [])
    const group = board.deps.store.read.edition.groups()[0]
    const { screen } = await hangScreen(staff, {
      layout: 'SPLIT_TICKER',
      subscriptions: [
        subscribed({ id: 'group', column: { kind: 'GROUP', groupId: group?.id ?? '' } }),
        subscribed({
          id: 'unit',
          pane: 'SIDE',
          column: { kind: 'UNIT', unitId: 'township', regime: 'VILLAGE' },
        }),
        subscribed({ id: 'other', pane: 'SIDE', column: { kind: 'UNIT', unitId: village, regime: null } }),
        subscribed({
          id: 'kind',
          pane: 'TICKER',
          column: { kind: 'NOTICE_KIND', noticeKind: 'ANNOUNCEMENT' },
        }),
        subscribed({
          id: 'no',
          pane: 'TICKER',
          column: { kind: 'NOTICE_KIND', noticeKind: 'PUBLIC_DISPLAY' },
        }),
      ],
    })
    const { entries, columnNames } = await feedOf(screen.id)
    const counts = Object.fromEntries(Object.entries(entries).map(([id, list]) => [id, list.length]))
    expect(counts).toEqual({ group: 1, unit: 1, other: 0, kind: 1, no: 0 })
    expect(columnNames).toMatchObject({
      group: group?.name,
      unit: '示例县云溪镇人民政府·村务公开',
      other: '河西村',
    })
  })

  it('nothing that was withdrawn, has run out, or was replaced; the next one moves up', async () => {
    const { board } = flow
    const { screen } = await hangScreen(flow.staff)
    const soon = new Date(Date.parse(board.clock.now()) + 3_600_000).toISOString()
    const wrong = await flow.publish({ title: '有误的通知' })
    await flow.publish({ title: '一小时的通知', expiresAt: soon })
    const old = await flow.publish({ title: '先前的通知' })
    expect(titlesAt(await feedOf(screen.id))).toEqual(['先前的通知', '一小时的通知', '有误的通知'])
    await flow.withdraw(wrong.id, { reason: 'PUBLISHED_IN_ERROR' })
    await flow.publishNext(old.id, {
      title: '更正后的通知',
      body: paragraphs('更正。'),
      change: { kind: 'CORRECTION', note: '更正' },
    })
    const before = await feedOf(screen.id)
    expect(titlesAt(before)).toEqual(['更正后的通知', '一小时的通知'])
    // The screen itself takes it down at its minute, the server away or not.
    expect(titlesAt(before, soon)).toEqual(['更正后的通知'])
    expect(programmeAt(before, before.asOf).nextChange).toBe(soon)
    board.clock.set(soon)
    expect(titlesAt(await feedOf(screen.id))).toEqual(['更正后的通知'])
  })

  it('nothing that is for a limited circle, not even its hash or title', async () => {
    const { id } = await flow.publish({ title: '征地补偿费分配表' })
    const { screen } = await hangScreen(flow.staff)
    const { store } = flow.board.deps
    const itemId = store.read.notice.byId(id)?.catalogueItemId ?? ''
    const catalogueId = store.read.catalogue.item(itemId)?.catalogueId ?? ''
    const version = store.read.catalogue.byId(catalogueId)?.version.id ?? ''
    store.tx((write) => write.catalogue.updateRow(version, itemId, { disclosureScope: 'LIMITED_CIRCLE' }))
    const feed = await feedOf(screen.id)
    expect([feed.entries['all'], feed.items]).toEqual([[], {}])
    expect(JSON.stringify(feed)).not.toContain('补偿')
  })

  it('no more of a long notice than it pages through, and it says so', async () => {
    await flow.publish({
      title: '长文',
      body: paragraphs(...Array.from({ length: 100 }, () => '字'.repeat(200))),
    })
    const { screen } = await hangScreen(flow.staff)
    const feed = await feedOf(screen.id)
    const [item] = Object.values(feed.items)
    expect(item?.shortened).toBe(true)
    expect(JSON.stringify(feed).length).toBeLessThan(20_000)
  })

  it('while the clock is in doubt: what the newest record says, and that it is in doubt', async () => {
    await flow.publish({ title: '停电通知' })
    const { screen } = await hangScreen(flow.staff, {
      openingHours: [{ weekdays: [1], from: '08:00', to: '18:00' }],
    })
    flow.board.clock.set('2019-01-05T20:00:00.000Z')
    const feed = await feedOf(screen.id)
    expect(feed.clockState).toBe('BEHIND')
    expect(feed.asOf > '2026').toBe(true)
    expect(titlesAt(feed)).toEqual(['停电通知'])
  })

  it('the instant of its own asking, also when the rest is kept from a moment before', async () => {
    await flow.publish({})
    const { screen } = await hangScreen(flow.staff)
    const first = await feedOf(screen.id)
    flow.board.clock.advance(5000)
    const second = await feedOf(screen.id)
    expect([second.version, second.asOf]).toEqual([first.version, flow.board.clock.now()])
    await flow.publish({ title: '又一条' })
    const third = await feedOf(screen.id)
    expect(third.version).not.toBe(first.version)
    expect(titlesAt(third)[0]).toBe('又一条')
  })

  it('a column is not empty because its newest two thousand are held back', () => {
    const newest = (_: unknown, before: number | null, limit: number) =>
      Array.from({ length: 3000 }, (__, at) => ({ ...ROW, id: 3000 - at }))
        .filter(({ id }) => before === null || id < before)
        .slice(0, limit)
    const read = { column: { newest } } as unknown as Reads
    const found = openRows(read, { kind: 'ALL' }, 5, ({ id }) => id > 400)
    expect(found.map(({ id }) => id)).toEqual([400, 399, 398, 397, 396])
    expect(openRows(read, { kind: 'ALL' }, 5, () => true)).toEqual([])
  })

  it('of two notices with one text the newest, and the end of one does not take the other down', async () => {
    const { staff } = flow
    const same = { title: '停水通知', body: paragraphs('今天停水。') }
    const [first, second] = [await flow.publish(same), await flow.publish(same)]
    const { screen } = await hangScreen(staff)
    const shown = async () => Object.values((await feedOf(screen.id)).items)[0]?.sheet.indexNumber
    expect(await shown()).toBe(second.indexNumber)
    const why = { reason: 'PUBLISHED_IN_ERROR', note: '重复', hideTitle: false }
    expect((await staff.handler.post(`/api/desk/notices/${second.id}/withdraw`, why)).status).toBe(200)
    expect(await shown()).toBe(first.indexNumber)
  })

  it('a long list is read and shortened once, however often and from however many screens it is asked for', async () => {
    await flow.publish({ title: '长名单' })
    const { read } = flow.board.deps.store
    let texts = 0
    const edition = {
      ...read.edition,
      byId: (id: number) => {
        texts += 1
        return read.edition.byId(id)
      },
    }
    const contents = openShortContents()
    for (const name of ['大厅', '门口', '窗口']) {
      const { screen } = await hangScreen(flow.staff, { name })
      const feed = reckonFeed(
        { ...read, edition },
        screen,
        { now: flow.board.clock.now(), version: '1' },
        contents,
      )
      expect(titlesAt(feed)).toEqual(['长名单'])
    }
    expect(texts).toBe(1)
  })

  it('nothing for a screen nobody registered, or that was ended', async () => {
    expect((await readFeed(flow.board, 'no-such-screen')).body.code).toBe('screen.not-found')
    const { screen } = await hangScreen(flow.staff)
    await flow.staff.administrator.post(`/api/desk/screens/${screen.id}/end`, { reason: '已拆除' })
    expect((await readFeed(flow.board, screen.id)).status).toBe(404)
  })
})
