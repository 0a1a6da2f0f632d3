import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownCertificate, type ListenerTls, pinnedOf } from '../../../../county/transport/certificate.ts'
import type { ExchangeListener } from '../../../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../../../county/transport/start-exchange-listener.ts'
import {
  freshFolder,
  inventedPackage,
  known,
  quickTimers,
  testCounty,
  testOffice,
  testSender,
} from '../../../support/exchange-transport.ts'
import { type Fate, type FaultyWire, layFaultyWire } from '../../../support/faulty-wire.ts'

let tls: ListenerTls
const open: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  tls = await ownCertificate(freshFolder(), '127.0.0.1')
})

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

afterAll(() => undefined)

async function listening(county: ReturnType<typeof testCounty>): Promise<ExchangeListener> {
  const listener = await startExchangeListener(county.parts, {
    port: 0,
    host: '127.0.0.1',
    tls,
    keepFree: 0,
    patience: 50,
  })
  open.push(listener)
  return listener
}

/** Numbers from a seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('a package goes to the county over a network', () => {
  it('arrives byte for byte, is taken in once, and its receipt comes back', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listening(county)
    const one = inventedPackage(freshFolder(), 1, 3_000_000)
    const sender = testSender({ port, certificate: pinnedOf(tls), office, packages: [one] })
    const outcome = await sender.run()
    expect(county.warnings).toEqual([])
    expect(outcome).toEqual({ packages: 1, receipts: 1, downward: 0, refusal: null, cancelled: false })
    expect(county.taken).toEqual([one.sha256])
    expect(sender.confirmed).toEqual([1])
    expect(sender.receipts).toEqual([`{"about":"${one.sha256}"}`])
  })

  it('arrives once over a line that is cut or held more than a hundred times', async () => {
    const office = testOffice()
    const county = testCounty([known(office)])
    const { port } = await listening(county)
    const one = inventedPackage(freshFolder(), 1, 3_000_000)
    const draw = drawn(20261122)
    let wire: FaultyWire | null = null
    const timers = quickTimers(() => wire?.holding() === true)
    const fate = (): Fate => {
      const [what, far] = [draw(), draw()]
      // Up: mostly within the package. Down: within the handshake and the first answers.
      if (what < 0.75) return { end: 'CUT', direction: 'UP', after: Math.floor(200 + far * 60_000) }
      if (what < 0.9) return { end: 'CUT', direction: 'DOWN', after: Math.floor(100 + far * 3000) }
      return { end: 'HELD', direction: draw() < 0.5 ? 'UP' : 'DOWN', after: Math.floor(100 + far * 3000) }
    }
    wire = await layFaultyWire({ upstream: () => port, fate, onHeld: () => setImmediate(timers.fire) })
    open.push(wire)
    const sender = testSender({
      port: wire.port,
      certificate: pinnedOf(tls),
      office,
      packages: [one],
      timers,
    })
    const outcome = await sender.run()
    expect(outcome).toEqual({ packages: 1, receipts: 1, downward: 0, refusal: null, cancelled: false })
    expect(wire.cuts() + wire.holds()).toBeGreaterThanOrEqual(100)
    expect(wire.holds()).toBeGreaterThan(5)
    expect(county.taken).toEqual([one.sha256])
    expect(sender.confirmed).toEqual([1])
    expect(sender.receipts).toHaveLength(1)
    // Begun anew each time, it would have been a thousand times the package; most of the rest is the proving of each new line.
    expect(wire.up()).toBeLessThan(one.size * 3)
  })
})
