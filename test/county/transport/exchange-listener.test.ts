import { once } from 'node:events'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownCertificate, type ListenerTls, pinnedOf } from '../../../county/transport/certificate.ts'
import type { ListenerOptions } from '../../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../../county/transport/start-exchange-listener.ts'
import { refuse } from '../../../domain/refusal.ts'
import { openCountyLine } from '../../../server/exchange/network/county-line.ts'
import { StepFailed } from '../../../server/exchange/network/step.ts'
import {
  freshFolder,
  inventedPackage,
  known,
  quickTimers,
  type TestCounty,
  testCounty,
  testOffice,
  testSender,
} from '../../support/exchange-transport.ts'

let tls: ListenerTls
let otherTls: ListenerTls
const open: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  tls = await ownCertificate(freshFolder(), '127.0.0.1')
  otherTls = await ownCertificate(freshFolder(), '127.0.0.1')
})

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function listen(county: TestCounty, options: Partial<ListenerOptions> = {}) {
  const listener = await startExchangeListener(county.parts, {
    port: 0,
    host: '127.0.0.1',
    tls,
    keepFree: 0,
    patience: 1000,
    ...options,
  })
  open.push(listener)
  return listener
}

async function failure(step: Promise<unknown>) {
  const error = await step.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof StepFailed ? error.failure : error
}

/** Asks as somebody who shows this token. */
async function ask(port: number, token: string, path: string, method = 'GET') {
  const line = openCountyLine({
    address: `https://127.0.0.1:${port}`,
    certificate: pinnedOf(tls),
    timers: quickTimers(),
  })
  try {
    return await line.ask({
      method,
      path,
      headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' },
      most: 64 * 1024,
    })
  } finally {
    line.close()
  }
}

describe('who is answered', () => {
  it('refuses an office that is not enrolled, and one whose enrolment was revoked, and takes nothing', async () => {
    const [stranger, revoked] = [testOffice('11330483MB1111111X'), testOffice('11330483MB2222222X')]
    const county = testCounty([known(revoked, true)])
    const { port } = await listen(county)
    const packages = [inventedPackage(freshFolder(), 1, 1000)]
    const certificate = pinnedOf(tls)
    const one = await testSender({ port, certificate, office: stranger, packages }).run()
    const other = await testSender({ port, certificate, office: revoked, packages }).run()
    expect([one.refusal?.code, other.refusal?.code]).toEqual(['package.unknown-office', 'enrolment.revoked'])
    expect(county.taken).toEqual([])
  })

  it('refuses the name of an enrolled office with another key', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const forged = testSender({
      port,
      certificate: pinnedOf(tls),
      office: testOffice(office.uscc),
      packages: [],
    })
    expect((await forged.run()).refusal?.code).toBe('package.unknown-key')
    // With the name of the right key and a signature of another one.
    const posing = { ...office, key: { ...testOffice().key, keyId: office.key.keyId } }
    const outcome = await testSender({ port, certificate: pinnedOf(tls), office: posing, packages: [] }).run()
    expect(outcome.refusal).toEqual(refuse('network.refused', { reason: 'network.refused' }))
  })

  it('answers nothing to a token that nobody was given', async () => {
    const county = testCounty([known(testOffice())])
    const { port } = await listen(county)
    for (const path of [
      '/exchange/receipts?after=0',
      `/exchange/packages/${'a'.repeat(64)}`,
      '/exchange/uploads',
    ]) {
      expect((await ask(port, 'x'.repeat(43), path)).status).toBe(401)
    }
    expect((await ask(port, '', '/exchange/uploads', 'POST')).status).toBe(401)
  })

  it('ends a token at once when the office is revoked', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [] })
    await sender.client.prove()
    county.offices.set(office.uscc, known(office, true))
    expect(await failure(sender.client.receiptNumbers(0))).toEqual({
      kind: 'FINAL',
      refusal: refuse('enrolment.revoked'),
    })
  })

  it("shows an office nothing of another one's upload", async () => {
    const [one, other] = [testOffice('11330483MB1111111X'), testOffice('11330483MB2222222X')]
    const county = testCounty([known(one), known(other)])
    const { port } = await listen(county)
    const file = inventedPackage(freshFolder(), 1, 5000)
    const theirs = testSender({ port, certificate: pinnedOf(tls), office: one, packages: [] })
    // Begun and not ended.
    await failure(theirs.client.upload({ ...file, path: '/nowhere' }, null, () => undefined))
    const begun = await theirs.client.arrival(file.sha256)
    expect(begun).toMatchObject({ state: 'UPLOADING', offset: 0 })
    const stranger = testSender({ port, certificate: pinnedOf(tls), office: other, packages: [] })
    expect(await stranger.client.arrival(file.sha256)).toEqual({ state: 'ABSENT' })
    if (begun.state !== 'UPLOADING') throw new Error('begun')
    await stranger.client.upload(file, begun.location, () => undefined)
    // It could not go on there, so it began one of its own.
    expect(await theirs.client.arrival(file.sha256)).toMatchObject({ state: 'UPLOADING', offset: 0 })
    expect(await stranger.client.arrival(file.sha256)).toMatchObject({ state: 'TAKEN_IN' })
  })
})

describe('who answers', () => {
  it('sends nothing to an address that shows another certificate', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county, { tls: otherTls })
    const packages = [inventedPackage(freshFolder(), 1, 1000)]
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages })
    const outcome = await sender.run()
    expect(outcome.refusal?.code).toBe('network.certificate-changed')
    expect([sender.client.reached(), sender.confirmed, county.taken]).toEqual([false, [], []])
  })

  it('trusts no certificate that nobody vouches for when the card names none', async () => {
    const office = testOffice()
    const { port } = await listen(testCounty([known(office)]))
    const outcome = await testSender({ port, certificate: null, office, packages: [] }).run()
    expect(outcome.refusal?.code).toBe('network.certificate-changed')
  })

  it.each([
    ['a page', 200, '<html>Welcome to our guest network</html>', 'network.unreachable'],
    ['a redirect to a page', 302, '', 'network.unreachable'],
    ['JSON of something else', 200, '{"ok":true}', 'network.unreachable'],
  ])('records nothing when %s answers in place of the county', async (_, status, body, code) => {
    let asked = 0
    const portal = createServer({ key: tls.key, cert: tls.certificate }, (_request, response) => {
      asked += 1
      response
        .writeHead(status, { 'content-type': 'text/html', location: 'http://portal.example/' })
        .end(body)
    })
    portal.listen(0, '127.0.0.1')
    await once(portal, 'listening')
    open.push({ close: async () => void portal.close() })
    const { port } = portal.address() as AddressInfo
    const packages = [inventedPackage(freshFolder(), 1, 1000)]
    const sender = testSender({ port, certificate: pinnedOf(tls), office: testOffice(), packages })
    const outcome = await sender.run()
    expect([outcome.refusal?.code, outcome.packages, sender.confirmed]).toEqual([code, 0, []])
    expect(asked).toBe(1)
  })

  it('gives up after a bounded number of tries when nobody speaks HTTPS there', async () => {
    const plain = createPlainServer((_, response) => response.writeHead(200).end('<html></html>'))
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    open.push({ close: async () => void plain.close() })
    const { port } = plain.address() as AddressInfo
    const timers = quickTimers()
    const office = testOffice()
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [], timers })
    expect((await sender.run()).refusal?.code).toBe('network.unreachable')
    expect(timers.waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000])
    expect(Math.max(...timers.waits)).toBe(30_000)
    expect(timers.waits.length).toBeLessThan(30)
  })

  it('waits as long as the county asks to be let alone', async () => {
    const office = testOffice()
    let asked = 0
    const busy = createServer({ key: tls.key, cert: tls.certificate }, (_, response) => {
      asked += 1
      response.writeHead(503, { 'retry-after': '45' }).end()
    })
    busy.listen(0, '127.0.0.1')
    await once(busy, 'listening')
    open.push({ close: async () => void busy.close() })
    const timers = quickTimers()
    const { port } = busy.address() as AddressInfo
    const outcome = await testSender({ port, certificate: pinnedOf(tls), office, packages: [], timers }).run()
    expect(outcome.refusal?.code).toBe('network.interrupted')
    expect(new Set(timers.waits)).toEqual(new Set([45_000]))
    expect(asked).toBe(timers.waits.length + 1)
  })
})

describe('what is taken', () => {
  it('refuses a package that is too large before its first byte', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county, { largestPackage: 100_000 })
    const packages = [inventedPackage(freshFolder(), 1, 100_001)]
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages })
    expect((await sender.run()).refusal?.code).toBe('package.too-large')
    expect(readdirSync(county.parts.uploadFolder)).toEqual([])
  })

  it('refuses what the disk cannot hold, and more than the share of one office', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const full = await listen(county, {
      keepFree: 1000,
      askSpace: async () => ({ free: 5999, total: 10_000 }),
    })
    const packages = [inventedPackage(freshFolder(), 1, 5000)]
    const certificate = pinnedOf(tls)
    const one = await testSender({ port: full.port, certificate, office, packages }).run()
    expect(one.refusal?.code).toBe('county.staging-full')
    const shared = await listen(county, { officeQuota: 7000 })
    const begun = testSender({ port: shared.port, certificate, office, packages: [] })
    const left = inventedPackage(freshFolder(), 2, 3000)
    await failure(begun.client.upload({ ...left, path: '/nowhere' }, null, () => undefined))
    const two = await testSender({ port: shared.port, certificate, office, packages }).run()
    expect(two.refusal?.code).toBe('county.staging-full')
    expect(county.taken).toEqual([])
  })

  it('gives the same file the same receipt, and does not want it sent twice', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const packages = [inventedPackage(freshFolder(), 1, 50_000)]
    const certificate = pinnedOf(tls)
    const first = testSender({ port, certificate, office, packages })
    const again = testSender({ port, certificate, office, packages })
    await first.run()
    await again.run()
    expect([first.confirmed, again.confirmed]).toEqual([[1], [1]])
    expect([first.receipts, again.receipts]).toEqual([
      county.receipts.get('office-11330483MB0000000X'),
      first.receipts,
    ])
    expect(county.taken).toHaveLength(1)
  })

  it('takes a package in once that two send at the same time', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const packages = [inventedPackage(freshFolder(), 1, 2_000_000)]
    const senders = [0, 1].map(() =>
      testSender({ port, certificate: pinnedOf(tls), office, packages, pieceSize: 100_000 }),
    )
    const outcomes = await Promise.all(senders.map((one) => one.run()))
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null])
    expect(county.taken).toEqual([packages[0]?.sha256])
    expect(county.receipts.get('office-11330483MB0000000X')).toHaveLength(1)
  })

  it('throws away what arrived otherwise than it was promised, and sends nothing that the disk spoilt', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const one = inventedPackage(freshFolder(), 1, 50_000)
    const other = inventedPackage(freshFolder(), 2, 50_000)
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [] })
    await sender.client.upload({ ...one, path: other.path }, null, () => undefined)
    expect(await sender.client.arrival(one.sha256)).toEqual({ state: 'ABSENT' })
    expect(county.taken).toEqual([])
    // A file that the disk of the office spoilt is not even sent.
    writeFileSync(one.path, 'spoilt')
    const spoilt = testSender({ port, certificate: pinnedOf(tls), office, packages: [one] })
    expect((await spoilt.run()).refusal?.code).toBe('package.damaged')
  })

  it('says in the words of the county what it refuses; only a person sends it once more', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const packages = [inventedPackage(freshFolder(), 1, 50_000)]
    const certificate = pinnedOf(tls)
    county.answer = async () => refuse('package.older', { sequence: 1, held: 5 })
    const first = testSender({ port, certificate, office, packages })
    expect((await first.run()).refusal).toEqual(refuse('package.older', { sequence: 1, held: 5 }))
    const schedule = await testSender({ port, certificate, office, packages }).run(false)
    expect([schedule.refusal?.code, county.taken.length]).toEqual(['package.older', 1])
    county.answer = async () => null
    const person = testSender({ port, certificate, office, packages })
    expect((await person.run()).refusal).toBeNull()
    expect([first.confirmed, person.confirmed]).toEqual([[], [1]])
  })

  it('tries again when the county could not take it in for a reason of its own', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    let times = 0
    county.answer = async () => {
      if (++times < 4) throw new Error('the database is away')
      return null
    }
    const packages = [inventedPackage(freshFolder(), 1, 50_000)]
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages })
    expect((await sender.run()).refusal).toBeNull()
    expect([sender.confirmed, times]).toEqual([[1], 4])
  })

  it('fetches receipts and what was sent down, each once and to the byte', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    county.receipts.set(
      'office-11330483MB0000000X',
      Array.from({ length: 450 }, (_, index) => `{"n":${index + 1}}`),
    )
    const down = [1, 2].map((sequence) => inventedPackage(freshFolder(), sequence, 300_000))
    county.downward.push(...down)
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [] })
    expect(await sender.run()).toMatchObject({ receipts: 450, downward: 2, refusal: null })
    expect(sender.receipts).toEqual(county.receipts.get('office-11330483MB0000000X'))
    expect(await sender.run()).toMatchObject({ receipts: 0, downward: 0, refusal: null })
  })

  it('removes what nobody went on with for two weeks, also when a crash left it in pieces', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const folder = county.parts.uploadFolder
    mkdirSync(folder, { recursive: true })
    const id = (letter: string) => `${'0'.repeat(16)}-${letter.repeat(64)}`
    const old = new Date(Date.parse(county.parts.clock.now()) - 15 * 24 * 60 * 60_000)
    for (const name of [
      id('a'),
      `${id('a')}.json`,
      id('b'),
      `${id('c')}.json`,
      `${id('d')}.result.partial`,
    ]) {
      writeFileSync(join(folder, name), '{}')
      utimesSync(join(folder, name), old, old)
    }
    const fresh = new Date(county.parts.clock.now())
    for (const name of [id('e'), `${id('e')}.json`]) {
      writeFileSync(join(folder, name), '{}')
      utimesSync(join(folder, name), fresh, fresh)
    }
    await listen(county)
    expect(readdirSync(folder).sort()).toEqual([id('e'), `${id('e')}.json`])
  })
})
