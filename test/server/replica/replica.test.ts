import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { BoardHome, PublicEdition, SearchAnswer } from '../../../server/display/views.ts'
import { replicaPlaces } from '../../../server/replica/replica-folder.ts'
import type { BoardSource } from '../../../server/replica/source.ts'
import type { ReplicaList } from '../../../server/replica/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../../support/real-board.ts'
import { pair, pulled, type RealReplica, replicaFolder, startReplica } from '../../support/replica-flow.ts'
import { setUpOffice, type Staff } from '../../support/test-board.ts'

let office: RealBoard
let staff: Staff
let item: CatalogueItem
const folder = replicaFolder()
let replica: RealReplica

async function publish(title: string, text = '自本月起执行。'): Promise<string> {
  const draft = await writeDraft(staff.handler, { title, body: paragraphs(text), catalogueItemId: item.id })
  return (await publishDraft(staff, draft.id, draft.revision)).indexNumber ?? ''
}

beforeAll(async () => {
  office = await startRealBoard()
  staff = await setUpOffice(office.openDesk)
  item = await importVillageCatalogue(staff.administrator)
  replica = await startReplica(folder)
})

afterAll(async () => {
  await replica.close()
  await office.stop().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

describe('a kiosk computer paired with its office', () => {
  let first: string

  it('shows nothing before it is paired, and says so on its only page', async () => {
    expect((await replica.visitor.get('/api/public/home')).status).toBe(503)
    expect(await replica.face.pull()).toMatchObject({ ok: false, code: 'replica.not-paired' })
  })

  it('is paired by the code of the desk, pulls, and answers what the office answers', async () => {
    first = await publish('关于河西村低保对象的公示')
    await pair(replica, office, staff.administrator)
    await pulled(replica)
    const [there, here] = await Promise.all(
      [office, replica].map((board) => board.visitor.get<BoardHome>('/api/public/home')),
    )
    expect(here?.body).toEqual({ ...there?.body, asOf: here?.body.asOf })
    const found = await replica.visitor.get<SearchAnswer>('/api/public/search?q=低保')
    expect(found.body.items.map(({ indexNumber }) => indexNumber)).toEqual([first])
    const notice = await replica.visitor.get<PublicEdition>(
      `/api/public/notice?index=${encodeURIComponent(first)}`,
    )
    const same = await office.visitor.get<PublicEdition>(
      `/api/public/notice?index=${encodeURIComponent(first)}`,
    )
    expect(notice.body).toEqual(same.body)
  })

  it('is named on the desk with what it shows', async () => {
    const list = await staff.administrator.get<ReplicaList>('/api/desk/replicas')
    expect(list.body.replicas).toMatchObject([
      { name: '大厅触摸屏', endedAt: null, last: { sequence: 1, drift: 0 }, lost: 0 },
    ])
  })

  it('has what was published since with the next pull, and what was withdrawn is gone', async () => {
    const second = await publish('关于河西村用水的通知')
    office.clock.advance(60_000)
    const before = await pulled(replica)
    expect(before).toBe(2)
    const draft = (await staff.handler.get<{ items: { id: string; title: string }[] }>('/api/desk/notices'))
      .body
    const withdrawn = draft.items.find(({ title }) => title.includes('低保'))?.id ?? ''
    const done = await staff.deputyLeader.post(`/api/desk/notices/${withdrawn}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '名单有误',
      hideTitle: false,
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    office.clock.advance(60_000)
    await pulled(replica)
    const home = await replica.visitor.get<BoardHome>('/api/public/home')
    expect(home.body.newest.map(({ indexNumber }) => indexNumber)).toEqual([second])
    const gone = await replica.visitor.get<{ state: string; note: string }>(
      `/api/public/notice?index=${encodeURIComponent(first)}`,
    )
    expect(gone.body).toMatchObject({ state: 'WITHDRAWN', note: '名单有误' })
    expect((await replica.visitor.get<SearchAnswer>('/api/public/search?q=低保')).body.items).toEqual([])
  })

  it('hands over what was done at its glass, once, with the name of the computer it came by', async () => {
    replica.deps.kioskLog.write({ kind: 'SELF_CHECK' })
    replica.deps.kioskLog.write({ kind: 'PIN_WRONG', failures: 1, address: null })
    expect(replica.face.waiting()).toBe(2)
    await pulled(replica)
    await pulled(replica)
    expect(replica.face.waiting()).toBe(0)
    const events = office.deps.store.read.kiosk.events(null)
    expect(events.map(({ kind, failures }) => [kind, failures])).toEqual([
      ['PIN_WRONG', 1],
      ['SELF_CHECK', 0],
    ])
    expect(events.map((event) => event.replica)).toEqual(['大厅触摸屏', '大厅触摸屏'])
    const list = await staff.administrator.get<ReplicaList>('/api/desk/replicas')
    const id = list.body.replicas[0]?.id ?? ''
    const logged = office.deps.store.read.audit.ofSubject('replica', id).map(({ action }) => action)
    expect(logged).toEqual(['replica.pair', 'kiosk.maintenance', 'kiosk.pin-wrong'])
  })

  it('hands over what it wrote after its disk went back to a former state (还原卡)', async () => {
    const before = office.deps.store.read.kiosk.events(null).length
    await replica.close()
    rmSync(replicaPlaces(folder).journal, { recursive: true, force: true })
    replica = await startReplica(folder, replica.clock)
    replica.deps.kioskLog.write({ kind: 'RELOAD' })
    await pulled(replica)
    expect(office.deps.store.read.kiosk.events(null)).toHaveLength(before + 1)
  })

  it('is not held up by a visit that came before, nor by a line that nobody can take; that is counted at the desk', async () => {
    const visit = { kind: 'VISIT', id: '0193aaaa-0000-7000-8000-000000000001', purpose: 'RESEARCH' } as const
    replica.deps.kioskLog.write(visit)
    replica.deps.kioskLog.write(visit)
    replica.deps.kioskLog.write({ kind: 'MATERIAL', visitId: 'nobody', indexNumber: '1' })
    replica.deps.kioskLog.write({ kind: 'RELOAD' })
    await pulled(replica)
    expect(replica.face.waiting()).toBe(0)
    const list = await staff.administrator.get<ReplicaList>('/api/desk/replicas')
    expect(list.body.replicas.map(({ refused }) => refused)).toEqual([1])
  })

  it('a clock of its own that is set ahead changes no time at the office', async () => {
    replica.clock.advance(400 * 86_400_000)
    replica.deps.kioskLog.write({ kind: 'RELOAD' })
    await pulled(replica)
    replica.clock.set(office.clock.now())
    const [newest] = office.deps.store.read.kiosk.events(null)
    expect(newest).toMatchObject({ kind: 'RELOAD', clockDoubtful: true, at: office.clock.now() })
    expect(office.deps.store.read.audit.latestInstant()).toBe(office.clock.now())
  })

  it('makes no new version while nothing public changes', async () => {
    const before = await pulled(replica)
    office.clock.advance(300_000)
    await staff.handler.post('/api/desk/notices', {})
    office.clock.advance(300_000)
    expect(await pulled(replica)).toBe(before)
  })

  it('has no desk: nothing behind its desk mount answers but its one page', async () => {
    const { origin, search } = new URL(replica.deskUrl)
    const opened = await fetch(`${origin}/open${search}`, { redirect: 'manual' })
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const page = await fetch(`${origin}/desk/`, { headers: { cookie } })
    expect(await page.text()).toContain('与办公电脑一致至')
    expect((await fetch(`${origin}/api/desk/status`, { headers: { cookie } })).status).toBe(404)
    expect((await fetch(`${origin}/desk/`)).status).toBe(401)
    expect((await fetch(`http://127.0.0.1:${replica.publicPort}/desk/`)).status).toBe(404)
  })

  it('goes on with everything when the office is switched off, also after a restart, and tells its age', async () => {
    const second = await replica.visitor.get<BoardHome>('/api/public/home')
    await office.close()
    expect(await replica.face.pull()).toMatchObject({ ok: false, code: 'replica.office-unreachable' })
    await replica.close()
    const { clock } = replica
    clock.set(office.clock.now())
    replica = await startReplica(folder, clock)
    const home = await replica.visitor.get<BoardHome>('/api/public/home')
    expect(home.body.newest).toEqual(second.body.newest)
    expect((await replica.visitor.get<SearchAnswer>('/api/public/search?q=用水')).body.items).toHaveLength(1)
    const source = async () => (await replica.visitor.get<BoardSource>('/api/public/source')).body
    expect(await source()).toMatchObject({ replica: true, stale: false })
    replica.clock.advance(30 * 3_600_000)
    expect(await source()).toMatchObject({ replica: true, stale: true })
  })

  it('builds what it shows again out of its own pieces when the disk has spoilt it, without the office', async () => {
    const { clock } = replica
    const current = replica.face.current()
    await replica.close()
    const file = replicaPlaces(folder).databaseOf(current?.generation ?? '')
    writeFileSync(file, 'no database any more')
    replica = await startReplica(folder, clock)
    expect((await replica.visitor.get<BoardHome>('/api/public/home')).body.total).toBe(1)
    expect(replica.face.current()).toEqual(current)
  })
})
