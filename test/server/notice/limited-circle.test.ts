import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { printableSheet } from '../../../server/display/sheet-data.ts'
import type { CodeAnswer } from '../../../server/display/code/views.ts'
import type { BoardHome, PublicPage, SearchAnswer } from '../../../server/display/views.ts'
import type { OutboxView } from '../../../server/exchange/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let item: CatalogueItem

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  item = await importVillageCatalogue(staff.handler)
})
afterEach(() => board.close())

const rescope = (disclosureScope: CatalogueItem['disclosureScope']) => {
  const { store } = board.deps
  const version = store.read.catalogue.byId(item.catalogueId)?.version.id ?? ''
  store.tx((write) => write.catalogue.updateRow(version, item.id, { disclosureScope }))
}

async function publishCompensation(): Promise<{ detail: NoticeDetail; hash: string }> {
  const { id, revision } = await writeDraft(staff.handler, {
    title: '征地补偿费分配表',
    body: paragraphs('一组三户，按户公开。'),
    catalogueItemId: item.id,
  })
  const detail = await publishDraft(staff, id, revision)
  return { detail, hash: detail.editions[0]?.hash ?? '' }
}

async function seenByThePublic({ detail, hash }: { detail: NoticeDetail; hash: string }): Promise<string[]> {
  const visitor = board.visitor()
  const seen: string[] = []
  const home = (await visitor.get<BoardHome>('/api/public/home')).body
  if (home.total > 0 || home.newest.length > 0 || home.groups.length > 0) seen.push('home')
  if ((await visitor.get<PublicPage>('/api/public/notices')).body.items.length > 0) seen.push('list')
  const found = (await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent('补偿')}`)).body
  if (found.items.length > 0) seen.push('search')
  for (const path of [
    `/api/public/notice?index=${encodeURIComponent(detail.indexNumber ?? '')}`,
    `/api/public/editions/${hash}`,
    `/api/public/editions/${hash}/sheet`,
  ]) {
    if ((await visitor.get(path)).status === 200) seen.push(path)
  }
  const outbox = (await staff.handler.get<OutboxView>('/api/desk/outbox')).body
  if (outbox.editions + outbox.withdrawals + outbox.heldBack > 0) seen.push('outbox')
  return seen
}

describe('a notice for a limited circle (S4)', () => {
  it('leaves no trace in lists and counts, however many hang, and hides nothing older that is for everybody', async () => {
    const { store } = board.deps
    const items = store.read.catalogue.items(item.catalogueId)
    const other = items.find(({ itemLevel1 }) => itemLevel1 === '宅基地审批情况')?.id ?? ''
    const publish = async (title: string, catalogueItemId: string) => {
      const draft = await writeDraft(staff.handler, { title, body: paragraphs('停电检修'), catalogueItemId })
      await publishDraft(staff, draft.id, draft.revision)
    }
    await publish('和喜村停电检修通知', other)
    for (let number = 0; number < 21; number++) await publish('本组限水通知', item.id)
    rescope('LIMITED_CIRCLE')
    const visitor = board.visitor()
    const search = async (words: string) =>
      (await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent(words)}`)).body
    const shown = { items: [{ title: '和喜村停电检修通知' }], next: null, total: 1 }
    for (const path of ['notices', 'notices?unit=township', `notices?board=VILLAGE`]) {
      expect((await visitor.get<PublicPage>(`/api/public/${path}`)).body).toMatchObject(shown)
    }
    expect(await search('停电检修')).toMatchObject(shown)
    expect(await search('限水')).toEqual(await search('并不存在'))
    expect((await visitor.get<BoardHome>('/api/public/home')).body.newest).toMatchObject(shown.items)
  })

  it('is published on paper only: no kiosk, no search, no package has it, and the desk prints it', async () => {
    rescope('LIMITED_CIRCLE')
    const published = await publishCompensation()
    expect(published.detail.state).toBe('PUBLISHED')
    expect(await seenByThePublic(published)).toEqual([])
    const sheet = printableSheet(board.deps.store.read, published.hash, board.clock.now())
    expect(sheet.ok && sheet.value).toMatchObject({ hash: published.hash, draft: false, supersededBy: null })
  })

  it('is told to be in force when its code is verified, and no more than that', async () => {
    rescope('LIMITED_CIRCLE')
    const { hash } = await publishCompensation()
    const said = await board.visitor().get<CodeAnswer>(`/api/public/sheet-code?code=${hash.slice(0, 16)}`)
    expect(said.body).toMatchObject({
      verdict: 'CURRENT',
      edition: { title: null, hash: null, paperOnly: true },
    })
    expect(JSON.stringify(said.body)).not.toContain('补偿')
  })

  it('leaves no title behind for everybody when it is taken down', async () => {
    rescope('LIMITED_CIRCLE')
    const { detail } = await publishCompensation()
    await staff.handler.post(`/api/desk/notices/${detail.id}/withdraw`, {
      reason: 'EXPIRED',
      note: '期满',
      hideTitle: false,
    })
    const index = encodeURIComponent(detail.indexNumber ?? '')
    const stone = await board.visitor().get<{ title: string | null }>(`/api/public/notice?index=${index}`)
    expect(stone.body.title).toBeNull()
    const outbox = (await staff.handler.get<OutboxView>('/api/desk/outbox')).body
    expect([outbox.editions, outbox.withdrawals]).toEqual([0, 0])
  })

  it('vanishes from kiosk and package at once when the catalogue gives its item to a circle', async () => {
    const published = await publishCompensation()
    expect(await seenByThePublic(published)).toContain('home')
    rescope('LIMITED_CIRCLE')
    expect(await seenByThePublic(published)).toEqual([])
  })

  it('for named persons is not even printed', async () => {
    const { hash } = await publishCompensation()
    rescope('NAMED_PERSONS')
    expect(printableSheet(board.deps.store.read, hash, board.clock.now()).ok).toBe(false)
    const said = await board.visitor().get<CodeAnswer>(`/api/public/sheet-code?code=${hash.slice(0, 16)}`)
    expect(said.body).toMatchObject({ verdict: 'UNKNOWN', edition: null })
  })

  it('stays off the kiosk when a later version of the catalogue has its row no more', async () => {
    rescope('LIMITED_CIRCLE')
    const version = board.deps.store.read.catalogue.byId(item.catalogueId)?.version.id ?? ''
    const to = (id: string, step: 'submit' | 'approve') =>
      (step === 'submit' ? staff.handler : staff.deputyLeader).post(
        `/api/desk/catalogue-versions/${id}/${step}`,
      )
    await to(version, 'submit')
    await to(version, 'approve')
    const published = await publishCompensation()
    const next = await staff.handler.post<{ shown: { id: string } }>(
      `/api/desk/catalogues/${item.catalogueId}/versions`,
    )
    await staff.handler.raw('DELETE', `/api/desk/catalogues/${item.catalogueId}/rows/${item.id}`)
    await to(next.body.shown.id, 'submit')
    expect((await to(next.body.shown.id, 'approve')).status).toBe(200)
    expect(await seenByThePublic(published)).toEqual([])
  })

  it('stays off the kiosk when its row is taken out of a catalogue that nobody has approved', async () => {
    rescope('LIMITED_CIRCLE')
    const published = await publishCompensation()
    await staff.handler.raw('DELETE', `/api/desk/catalogues/${item.catalogueId}/rows/${item.id}`)
    expect(await seenByThePublic(published)).toEqual([])
    expect(printableSheet(board.deps.store.read, published.hash, board.clock.now()).ok).toBe(true)
  })

  it('keeps a former edition for the circle closed when the next one is for everybody', async () => {
    rescope('LIMITED_CIRCLE')
    const { detail, hash } = await publishCompensation()
    const { items } = (
      await staff.handler.get<{ items: CatalogueItem[] }>(`/api/desk/catalogues/${item.catalogueId}`)
    ).body
    const open = items.find(({ id }) => id !== item.id)?.id ?? ''
    const { draft } = (await staff.handler.post<NoticeDetail>(`/api/desk/notices/${detail.id}/revise`)).body
    const saved = await staff.handler.json<{ revision: number }>(
      'PUT',
      `/api/desk/notices/${detail.id}/draft`,
      {
        revision: draft.revision,
        content: {
          ...draft.content,
          title: '征地情况',
          body: paragraphs('共三户。'),
          catalogueItemId: open,
        },
      },
    )
    const next = await publishDraft(staff, detail.id, saved.body.revision)
    expect(next.editions).toHaveLength(2)
    const visitor = board.visitor()
    expect((await visitor.get(`/api/public/editions/${hash}`)).status).toBe(404)
    const index = encodeURIComponent(detail.indexNumber ?? '')
    const shown = await visitor.get<{ editions: { hash: string }[] }>(`/api/public/notice?index=${index}`)
    expect(shown.body.editions.map((edition) => edition.hash)).not.toContain(hash)
    const said = await visitor.get<CodeAnswer>(`/api/public/sheet-code?code=${hash.slice(0, 16)}`)
    expect(said.body).toMatchObject({ verdict: 'SUPERSEDED', edition: { title: null, hash: null } })
  })

  it('for named persons leaves no title behind when it is taken down, and a near code learns nothing of it', async () => {
    const { detail, hash } = await publishCompensation()
    rescope('NAMED_PERSONS')
    const index = encodeURIComponent(detail.indexNumber ?? '')
    const ask = async (code: string) =>
      (await board.visitor().get<CodeAnswer>(`/api/public/sheet-code?code=${encodeURIComponent(code)}`)).body
    expect((await ask(`BOARD:2::${detail.indexNumber ?? ''}:1:0000000000000000`)).verdict).toBe('UNKNOWN')
    await staff.handler.post(`/api/desk/notices/${detail.id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '误公开',
      hideTitle: false,
    })
    const stone = await board.visitor().get<{ title: string | null }>(`/api/public/notice?index=${index}`)
    expect(stone.body.title).toBeNull()
    expect(await ask(hash.slice(0, 16))).toMatchObject({ verdict: 'WITHDRAWN', edition: { title: null } })
  })
})
