import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownCertificate, type ListenerTls, pinnedOf } from '../../../county/transport/certificate.ts'
import type { ListenerOptions } from '../../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../../county/transport/start-exchange-listener.ts'
import { answerChallenge } from '../../../sealed/network/challenge.ts'
import { openCountyLine } from '../../../server/exchange/network/county-line.ts'
import { StepFailed } from '../../../server/exchange/network/step.ts'
import {
  freshFolder,
  inventedPackage,
  known,
  quickTimers,
  type TestCounty,
  testCounty,
  type TestOffice,
  testOffice,
  testSender,
} from '../../support/exchange-transport.ts'

let tls: ListenerTls
const open: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  tls = await ownCertificate(freshFolder(), '127.0.0.1')
})

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function listen(county: Pick<TestCounty, 'parts'>, options: Partial<ListenerOptions> = {}) {
  const fixed = { port: 0, host: '127.0.0.1', tls, keepFree: 0, patience: 1000 }
  const listener = await startExchangeListener(county.parts, { ...fixed, ...options })
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
async function ask(
  port: number,
  token: string,
  path: string,
  method = 'GET',
  more: Readonly<Record<string, string>> = {},
) {
  const line = openCountyLine({
    address: `https://127.0.0.1:${port}`,
    certificate: pinnedOf(tls),
    timers: quickTimers(),
  })
  try {
    return await line.ask({
      method,
      path,
      headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', ...more },
      most: 64 * 1024,
    })
  } finally {
    line.close()
  }
}

/** Proves an office by its key, and gives the token it got. */
async function tokenOf(port: number, office: TestOffice): Promise<string> {
  const line = openCountyLine({
    address: `https://127.0.0.1:${port}`,
    certificate: pinnedOf(tls),
    timers: quickTimers(),
  })
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const headers = { 'content-type': 'application/json' }
    const given = await line.ask({ method: 'POST', path, headers, body: JSON.stringify(body), most: 65_536 })
    return JSON.parse(given.body.toString('utf8')) as Record<string, string>
  }
  try {
    const { uscc, key } = office
    const { countyInstanceId = '', nonce = '' } = await post('/exchange/challenge', { uscc })
    const signature = answerChallenge(key.privateKey, { countyInstanceId, nonce, uscc })
    const { token = '' } = await post('/exchange/session', { uscc, keyId: key.keyId, nonce, signature })
    return token
  } finally {
    line.close()
  }
}

describe('what an office may do once it has proved itself', () => {
  it('ends a token at once when the key it was given for ends, also when the office has another', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county)
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [] })
    const token = await tokenOf(port, office)
    await sender.client.prove()
    expect((await ask(port, token, '/exchange/receipts?after=0')).status).toBe(200)
    const next = testOffice(office.uscc)
    county.offices.set(office.uscc, known(next))
    for (const path of ['/exchange/receipts?after=0', '/exchange/downward?after=0']) {
      expect((await ask(port, token, path)).status).toBe(401)
    }
    expect((await ask(port, token, '/exchange/uploads', 'POST')).status).toBe(401)
    expect(await failure(sender.client.receiptNumbers(0))).toMatchObject({
      kind: 'FINAL',
      refusal: { code: 'package.unknown-key' },
    })
    const mended = testSender({ port, certificate: pinnedOf(tls), office: next, packages: [] })
    expect(await mended.client.receiptNumbers(0)).toEqual([])
  })

  it('admits uploads of one office one after another, also those of the same moment', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listen(county, { largestPackage: 1000, officeQuota: 2000 })
    const token = await tokenOf(port, office)
    const said = (text: string) => Buffer.from(text).toString('base64')
    const begin = async (fill: string): Promise<number> => {
      const metadata = `sequence ${said('1')},sha256 ${said(fill.repeat(64))},size ${said('1000')}`
      const headers = { 'upload-length': '1000', 'upload-metadata': metadata }
      return (await ask(port, token, '/exchange/uploads', 'POST', headers)).status
    }
    const other = await Promise.all([...'0123456789abcdef'].map(begin))
    expect(other.filter((status) => status === 201)).toHaveLength(2)
    expect(other.filter((status) => status === 429)).toHaveLength(14)
  })

  it('begins one and the same file once, of however many lines that ask at the same moment', async () => {
    const office = testOffice()
    const { port } = await listen(testCounty([known(office)]))
    const token = await tokenOf(port, office)
    const said = (text: string) => Buffer.from(text).toString('base64')
    const metadata = `sequence ${said('1')},sha256 ${said('a'.repeat(64))},size ${said('1000')}`
    const headers = { 'upload-length': '1000', 'upload-metadata': metadata }
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask(port, token, '/exchange/uploads', 'POST', headers)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11)
  })

  it('takes a file in again when the county’s database was put back: what the former one said of it counts no more', async () => {
    const office = testOffice()
    const packages = [inventedPackage(freshFolder(), 1, 1000)]
    const uploads = freshFolder()
    const before = testCounty([known(office)], uploads)
    const first = await listen(before)
    const send = (port: number) => testSender({ port, certificate: pinnedOf(tls), office, packages })
    await send(first.port).run()
    await first.close()
    open.pop()
    // Its folder is as it was; the database is from a backup and knows neither the package nor its receipt.
    const restored = testCounty([known(office)], uploads)
    const parts = { ...restored.parts, instanceId: () => Promise.resolve('county-2') }
    const second = await listen({ parts })
    const sender = send(second.port)
    const outcome = await sender.run()
    expect([outcome.packages, outcome.receipts, restored.taken]).toEqual([1, 1, [packages[0]?.sha256]])
  })
})
