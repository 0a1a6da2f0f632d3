import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCountyDeps } from '../../../../county/create-deps.ts'
import type { CountyDeps } from '../../../../county/deps.ts'
import { setUpCounty } from '../../../../county/instance/check-instance.ts'
import { enrolOffice } from '../../../../county/office/enrol.ts'
import { ownCertificate } from '../../../../county/transport/certificate.ts'
import type { ExchangeListener } from '../../../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../../../county/transport/start-exchange-listener.ts'
import { exchangeParts } from '../../../../county/web/exchange-parts.ts'
import type { Result } from '../../../../domain/refusal.ts'
import type { CountyCardPreview } from '../../../../server/exchange/enrolment/views.ts'
import type { NetworkView } from '../../../../server/exchange/network/views.ts'
import type { ReceiptsView } from '../../../../server/exchange/receipt/views.ts'
import type { PackageView } from '../../../../server/exchange/views.ts'
import type { DeskClient } from '../../../support/desk-client.ts'
import { freshFolder } from '../../../support/exchange-transport.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  writeDraft,
} from '../../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let county: CountyDeps
let listener: ExchangeListener
let catalogueItemId: string

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

async function listen(port: number, dataFolder = county.dataFolder): Promise<ExchangeListener> {
  const logger = { warn: () => undefined }
  return startExchangeListener(exchangeParts(county, { logger, takenIn: () => undefined }), {
    port,
    host: '127.0.0.1',
    tls: await ownCertificate(dataFolder, 'county'),
    keepFree: 0,
  })
}

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})

afterEach(async () => {
  await board.deps.networkJobs.close()
  board.close()
})

/** A county with its real database, listening on the loopback, and this office enrolled there. */
async function openCounty(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'board-county-'))
  county = must(await createCountyDeps({ dataFolder }, { clock: board.clock }))
  listener = await listen(0)
  must(await setUpCounty(county, { name: '示例县', code: '990000', address: listener.address }))
  await enrol()
}

async function closeCounty(): Promise<void> {
  await listener.close()
  await county.sql.close()
}

async function enrol(): Promise<void> {
  const card = await (await staff.administrator.raw('GET', '/api/desk/office-card')).text()
  const { countyCard } = must(await enrolOffice(county, { card, actor: 'cli' }))
  const path = '/api/desk/county-card'
  const bytes = Buffer.from(countyCard, 'utf8')
  const shown = await staff.administrator.upload<CountyCardPreview>(path, 'card.json', bytes)
  const { keyId } = shown.body.card.key
  await staff.administrator.upload(path, 'card.json', bytes, { confirm: 'true', keyId })
}

async function publish(title: string): Promise<void> {
  const { id, revision } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('请提前做好准备。'),
    catalogueItemId,
  })
  await publishDraft(staff, id, revision)
}

const put = (desk: DeskClient, schedule: object) =>
  desk.raw('PUT', '/api/desk/network/schedule', {
    body: JSON.stringify(schedule),
    headers: { 'content-type': 'application/json' },
  })
const stand = async () => (await staff.handler.get<NetworkView>('/api/desk/network')).body
const packages = async () => (await staff.handler.get<PackageView[]>('/api/desk/packages')).body

async function send(): Promise<NetworkView> {
  const begun = await staff.handler.post<NetworkView>('/api/desk/network/send')
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  await board.deps.networkJobs.current()?.ended
  return stand()
}

describe('sending to the county from the desk', () => {
  it('is refused while no county is enrolled, or its card names no address', async () => {
    const { status, body } = await staff.handler.post<{ code: string }>('/api/desk/network/send')
    expect([status, body.code]).toEqual([409, 'network.no-address'])
    expect(await stand()).toMatchObject({ address: null, lastContact: null, unsent: [], job: null })
  })

  it('writes what waits, hands it over once, and brings the receipt back', async () => {
    await openCounty()
    catalogueItemId = (await importVillageCatalogue(staff.handler)).id
    await publish('停电通知')

    // Somebody else answers at the address: nothing is recorded as sent.
    await listener.close()
    listener = await listen(listener.port, freshFolder())
    const foreign = await send()
    const changed = { code: 'network.certificate-changed' }
    expect(foreign.job).toMatchObject({ state: 'FAILED', refusal: changed, packagesDone: 0 })
    expect(foreign).toMatchObject({ lastContact: null, lastAttempt: { packages: 0, refusal: changed } })
    expect(await packages()).toMatchObject([{ sequence: 1, state: 'WRITTEN', carriages: [] }])
    expect(foreign.unsent).toMatchObject([{ sequence: 1 }])

    // Nobody answers: one sending at a time, and it can be cancelled.
    await listener.close()
    const begun = await staff.handler.post<NetworkView>('/api/desk/network/send')
    expect(begun.body.job?.endedAt).toBeNull()
    const again = await staff.handler.post<{ code: string }>('/api/desk/network/send')
    expect([again.status, again.body.code]).toEqual([409, 'network.busy'])
    await staff.handler.raw('DELETE', '/api/desk/network/send')
    await board.deps.networkJobs.current()?.ended
    expect((await stand()).job).toMatchObject({ state: 'CANCELLED', refusal: null })
    expect(await packages()).toMatchObject([{ sequence: 1, state: 'WRITTEN', carriages: [] }])

    listener = await listen(listener.port)
    const first = await send()
    expect(first.job).toMatchObject({
      state: 'DONE',
      refusal: null,
      packagesDone: 1,
      packagesTotal: 1,
      receipts: 1,
      by: { name: '周敏' },
    })
    expect(first).toMatchObject({
      address: listener.address,
      certificatePinned: true,
      unsent: [],
      lastContact: { packages: 1, receipts: 1, refusal: null },
    })
    expect(await packages()).toMatchObject([
      { sequence: 1, state: 'ACKNOWLEDGED', carriages: [{ carrier: 'NETWORK', place: listener.address }] },
    ])
    const { receipts } = (await staff.handler.get<ReceiptsView>('/api/desk/receipts')).body
    expect(receipts).toMatchObject([{ number: 1, verdict: 'ACCEPTED', accepted: 1 }])

    // Nothing waits: it asks for answers and hands nothing over.
    const second = await send()
    expect(second.job).toMatchObject({ state: 'DONE', packagesTotal: 0, receipts: 0 })
    expect((await packages())[0]?.carriages).toHaveLength(1)
    await closeCounty()
  })

  it('is for handlers', async () => {
    const { status } = await staff.reviewer.post('/api/desk/network/send')
    const schedule = { enabled: true, afterPublishing: true, everyHours: 4 }
    expect([status, (await put(staff.reviewer, schedule)).status]).toEqual([403, 403])
  })

  it('keeps the schedule that was set, off until then', async () => {
    expect((await stand()).schedule).toEqual({ enabled: false, afterPublishing: true, everyHours: 4 })
    const schedule = { enabled: true, afterPublishing: false, everyHours: 12 }
    await put(staff.handler, schedule)
    expect((await stand()).schedule).toEqual(schedule)
    const wrong = await put(staff.handler, { ...schedule, everyHours: 169 })
    expect(wrong.status).toBe(400)
  })
})
