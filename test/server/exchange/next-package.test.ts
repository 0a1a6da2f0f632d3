import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/deps.ts'
import type { Principal } from '../../../server/principal.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { newInstance } from '../../../server/exchange/new-instance.ts'
import { offerEverythingAgain } from '../../../server/exchange/offer-again.ts'
import { packagePath } from '../../../server/exchange/package-path.ts'
import type { OutboxView, PackageChangesView, PackageView } from '../../../server/exchange/views.ts'
import { confirmRestore } from '../../../server/office/restore-confirmation.ts'
import { plantCounty, plantReceipt } from '../../support/county-card-row.ts'
import { endedJob, writePackageAt } from '../../support/package-flow.ts'
import { readPackageIndependently } from '../../support/second-package-reader.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let itemId: string
let handler: Principal
let administrator: Principal

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
  const person = (name: string): Principal => {
    const account = board.deps.store.read.office.accountByName(name)
    if (!account) throw new Error(`${name} works here`)
    return { id: account.id, name: account.name, roles: account.roles }
  }
  handler = person('周敏')
  administrator = person('陈静')
})

afterEach(() => board.close())

async function publish(...titles: string[]): Promise<void> {
  for (const title of titles) {
    const content = { title, body: paragraphs('请提前做好准备。'), catalogueItemId: itemId }
    const { id, revision } = await writeDraft(staff.handler, content)
    await publishDraft(staff, id, revision)
  }
}

const outbox = async () => (await staff.handler.get<OutboxView>('/api/desk/outbox')).body
const listed = async () => (await staff.handler.get<PackageView[]>('/api/desk/packages')).body
async function offer(options: { whole?: boolean } = {}) {
  const { body } = await writePackageAt(staff.handler, options)
  expect(body.code).toBeUndefined()
  return body.offer
}
const contents = (sequence: number) =>
  readPackageIndependently(
    packagePath(board.dataFolder, board.deps.store.read.exchange.bySequence(sequence)?.fileName ?? ''),
  )

describe('the next package', () => {
  it('goes on after the last one sent, and says of each change how it stands', async () => {
    await publish('甲', '乙')
    expect((await outbox()).next).toMatchObject({ first: 1, last: 2, reason: 'FIRST', editions: 2 })
    expect(await offer()).toEqual({ first: 1, last: 2, heldBack: 0, reason: 'FIRST' })
    await publish('丙')
    expect(await outbox()).toMatchObject({ editions: 1, next: { first: 3, last: 3, reason: 'INCREMENT' } })
    expect(await offer()).toEqual({ first: 3, last: 3, heldBack: 0, reason: 'INCREMENT' })
    expect(contents(2).editions.map(({ change }) => change)).toEqual([3])
    const page = await staff.handler.get<PackageChangesView>('/api/desk/packages/2/changes')
    expect(page.body).toMatchObject({ total: 1, changes: [{ change: 3, title: '丙', state: 'SENT' }] })
  })

  it('of which only the statistics are new carries them alone, and without news of any kind there is none', async () => {
    board.deps.store.database.exec(
      `INSERT INTO duty_ground VALUES (900, '{}');
       INSERT INTO duty (id, kind, unit_id, regime, title, period, event, stage, stage_name, ground_id, term, starts_on, target, due, provisional,
         created_at) VALUES ('duty-1', 'PERIODIC', 'township', 'VILLAGE', '财务收支', '2026-11', '', 0, '', 900, '{}', '2026-11-30',
         '2026-12-10', '2026-12-15', 0, '2026-11-01T01:00:00.000Z')`,
    )
    await publish('甲')
    await offer()
    expect((await writePackageAt(staff.handler)).body.code).toBe('package.nothing-to-export')
    board.clock.set('2026-12-20T01:42:00.000Z')
    expect(await exportPackage(board.deps, handler)).toMatchObject({
      ok: true,
      value: { offer: { first: 2, last: 1, heldBack: 0, reason: 'INCREMENT' } },
    })
    expect(contents(1).statistics).toMatchObject([{ dutyId: 'duty-1', state: 'OPEN' }])
    expect(contents(2).statistics).toMatchObject([{ dutyId: 'duty-1', state: 'OVERDUE' }])
  })

  it('starts after what a receipt knows when somebody asks for it, once, and at the beginning when everything is wanted', async () => {
    await publish('甲', '乙')
    await offer()
    plantReceipt(board.deps, { number: 1, sequence: 1, change: 2 })
    await publish('丙')
    await offer()
    await publish('丁')
    const again = await staff.handler.post<OutboxView>('/api/desk/offer-again', { whole: false })
    expect(again.body.next).toMatchObject({ first: 3, last: 4, reason: 'AGAIN_SINCE_RECEIPT' })
    // Sent before is not waiting again.
    expect(await outbox()).toMatchObject({ editions: 1, next: { editions: 2 } })
    expect(await offer()).toMatchObject({ first: 3, last: 4 })
    expect((await outbox()).next).toMatchObject({ first: 5, last: 4, reason: 'INCREMENT' })
    expect(await offer({ whole: true })).toMatchObject({ first: 1, last: 4, reason: 'SNAPSHOT' })
    expect(contents(4).editions).toHaveLength(4)
    expect((await staff.reviewer.post('/api/desk/offer-again', {})).status).toBe(403)
  })

  it('of another county starts at the beginning; a renewed card of the same one starts nothing over', async () => {
    await publish('甲', '乙')
    await plantCounty(board.deps, handler.id)
    expect(await offer()).toMatchObject({ first: 1, reason: 'FIRST' })
    await plantCounty(board.deps, handler.id, { instanceId: 'county-2' })
    expect((await outbox()).next).toMatchObject({ first: 3, last: 2 })
    await plantCounty(board.deps, handler.id, { keyId: 'o'.repeat(64), instanceId: 'other', code: '990001' })
    expect((await outbox()).next).toMatchObject({ first: 1, last: 2 })
  })

  it('of a database with another id starts at the beginning and names the former ones, after the administrator has confirmed', async () => {
    await publish('甲')
    await offer()
    const former = board.deps.store.read.office.instance()?.id
    expect(newInstance(board.deps, handler, 'COUNTY_AHEAD')).toMatchObject({ code: 'trust.role-missing' })
    expect(newInstance(board.deps, administrator, 'COUNTY_AHEAD')).toMatchObject({ ok: true })
    expect((await writePackageAt(staff.handler)).body.code).toBe('office.restored-unconfirmed')
    confirmRestore(board.deps, administrator, { lastSerials: [] })
    expect(await offer()).toMatchObject({ first: 1, last: 1 })
    expect(contents(2).manifest['instance']).toEqual({
      id: board.deps.store.read.office.instance()?.id,
      former: [former],
    })
    expect((await listed()).map(({ ofFormerInstance }) => ofFormerInstance)).toEqual([false, true])
  })

  it('is given another id at the desk by the administrator alone, and the public is shown nothing from that moment until it is confirmed', async () => {
    await publish('甲')
    const order = { reason: 'COUNTY_AHEAD' }
    const visible = async () => (await board.visitor().get('/api/public/home')).status
    expect(await visible()).toBe(200)
    expect((await staff.handler.post('/api/desk/new-instance', order)).body).toMatchObject({
      code: 'trust.role-missing',
    })
    expect(await visible()).toBe(200)
    expect((await staff.administrator.post('/api/desk/new-instance', order)).status).toBe(200)
    expect(await visible()).not.toBe(200)
    confirmRestore(board.deps, administrator, { lastSerials: [] })
    expect(await visible()).toBe(200)
    expect(await offer()).toMatchObject({ first: 1 })
  })
})

describe('for a county that is enrolled', () => {
  it('the package is encrypted to the county and to the office, and neither alone is needed to read it', async () => {
    const county = await plantCounty(board.deps, handler.id)
    await publish('关于停电检修的通知')
    const written = (await writePackageAt(staff.handler)).body
    expect(written).toMatchObject({ encryptedFor: '示例县', fileName: expect.stringMatching(/\.zip\.age$/) })
    const path = packagePath(board.dataFolder, written.fileName)
    expect(readFileSync(path).includes(Buffer.from('停电', 'utf8'))).toBe(false)
    const { decryptFile } = await import('../../../sealed/age-file.ts')
    const plain = join(board.dataFolder, 'opened.zip')
    expect(await decryptFile(path, plain, county.identity, { limit: 1e9 })).toMatchObject({ ok: true })
    expect(readPackageIndependently(plain).editions).toHaveLength(1)
    const file = await staff.handler.raw('GET', `/api/desk/packages/${written.sequence}/file?person=张伟`)
    const proof = await staff.handler.upload<{ proof: { keyTrusted: boolean } }>(
      '/api/desk/packages/verify',
      written.fileName,
      Buffer.from(await file.arrayBuffer()),
    )
    expect(proof.body.proof.keyTrusted).toBe(true)
    expect((await listed())[0]).toMatchObject({
      state: 'SENT',
      daysInTransit: 0,
      carriages: [{ carrier: 'DOWNLOAD', person: '张伟', by: { name: '周敏' } }],
    })
    expect(readdirSync(join(board.dataFolder, 'packages'))).toEqual([written.fileName])
  })
})

describe('an export', () => {
  it('asks for room first and says how much is missing', async () => {
    await publish('甲')
    const tight = { ...board.deps, diskSpace: () => Promise.resolve({ free: 1000, total: 2000 }) }
    expect(await exportPackage(tight, handler)).toMatchObject({
      code: 'package.no-space',
      params: { free: 1000, needed: expect.any(Number) },
    })
    expect(board.deps.store.read.exchange.packages()).toEqual([])
  })

  it('that is cancelled leaves nothing, and the next one carries the same', async () => {
    await publish('甲')
    const begun = await staff.handler.post<{ kind: string }>('/api/desk/packages', {})
    expect([begun.status, begun.body.kind]).toEqual([202, 'EXPORT'])
    await staff.handler.json('DELETE', '/api/desk/package-jobs/current')
    expect((await endedJob(staff.handler)).state).toBe('CANCELLED')
    const folder = join(board.dataFolder, 'packages')
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    expect(await offer()).toMatchObject({ first: 1, last: 1 })
  })

  it('begins anew when everything is wished for again while it is written: a wish is not answered by a package that knows nothing of it', async () => {
    await publish('甲', '乙')
    await offer()
    await publish('丙')
    const { exchangeJobs } = board.deps
    let asked = 0
    const meanwhile: Deps = {
      ...board.deps,
      exchangeJobs: {
        ...exchangeJobs,
        start: (job, work) =>
          exchangeJobs.start(job, (handle) =>
            work({
              ...handle,
              report: (progress) => {
                if (progress.step === 'RECORD' && asked++ === 0) {
                  expect(offerEverythingAgain(board.deps, handler, { whole: true }).ok).toBe(true)
                }
                handle.report(progress)
              },
            }),
          ),
      },
    }
    const written = await exportPackage(meanwhile, handler)
    expect(written).toMatchObject({
      value: { sequence: 2, offer: { first: 1, last: 3, reason: 'SNAPSHOT' } },
    })
    expect(asked).toBe(2)
    expect(contents(2).editions.map(({ change }) => change)).toEqual([1, 2, 3])
    expect((await outbox()).next).toMatchObject({ first: 4, reason: 'INCREMENT' })
  })

  it('begins anew when something it carries is taken down meanwhile: that text does not leave the office', async () => {
    await publish('留下', '撤下')
    const [, gone] = board.deps.store.read.exchange.waiting()
    const edition = board.deps.store.read.edition.byId(gone?.editionId ?? 0)
    const { packageKey } = board.deps
    let asked = 0
    const meanwhile = {
      ...board.deps,
      diskSpace: async () => {
        asked++
        return Promise.resolve(null)
      },
      packageKey,
      exchangeJobs: board.deps.exchangeJobs,
    }
    const running = exportPackage(meanwhile, handler)
    // The thread reads its snapshot only after it has started, so this one comes in between as often as not; both ends are right.
    await staff.reviewer.post(`/api/desk/notices/${edition?.noticeId}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '有误',
      hideTitle: false,
    })
    expect(await running).toMatchObject({ ok: true })
    expect(asked).toBeGreaterThan(0)
    const { editions } = contents(1)
    expect(JSON.stringify(editions)).not.toContain('"撤下"')
  })
})
