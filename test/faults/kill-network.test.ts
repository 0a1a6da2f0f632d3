import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ownCertificate, pinnedOf } from '../../county/transport/certificate.ts'
import type { SenderOrder } from '../support/exchange-sender-child.ts'
import {
  freshFolder,
  inventedPackage,
  known,
  quickTimers,
  testOffice,
  testSender,
} from '../support/exchange-transport.ts'
import { type Fate, layFaultyWire } from '../support/faulty-wire.ts'
import { type Child, startChild } from '../support/kill-child.ts'

const COUNTY = new URL('../support/county-listener-child.ts', import.meta.url)
const OFFICE = new URL('../support/exchange-sender-child.ts', import.meta.url)
const SIZE = 3_000_000
const PIECE = 128 * 1024

const open: { close: () => Promise<unknown> }[] = []

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function countyOf(office: ReturnType<typeof testOffice>) {
  const folder = freshFolder()
  writeFileSync(join(folder, 'office.json'), JSON.stringify(known(office)))
  const certificate = pinnedOf(await ownCertificate(folder, '127.0.0.1'))
  const start = async (mode = ''): Promise<{ readonly child: Child; readonly port: number }> => {
    const child = startChild(COUNTY, [folder, mode])
    open.push({ close: () => child.kill('SIGKILL') })
    const [line] = await child.seen(/^port: /)
    if (line === undefined) throw new Error(child.errors())
    return { child, port: Number(line.slice('port: '.length)) }
  }
  const journal = () => readFileSync(join(folder, 'journal.txt'), 'utf8').trim().split('\n')
  return { folder, certificate, start, journal }
}

/** Holds the first line in the middle of the package; the following go through. */
function heldOnce(held: () => void) {
  let first = true
  return {
    fate: (): Fate => {
      const fate: Fate = first ? { end: 'HELD', direction: 'UP', after: SIZE / 2 } : { end: 'THROUGH' }
      first = false
      return fate
    },
    onHeld: held,
  }
}

describe('a package on its way over the network survives the death of either side', () => {
  it('goes on where it was after the county was killed in the middle and started again', async () => {
    const office = testOffice()
    const county = await countyOf(office)
    const running = await county.start()
    let port: number | null = running.port
    const middle = Promise.withResolvers<undefined>()
    const wire = await layFaultyWire({ upstream: () => port, ...heldOnce(() => middle.resolve(undefined)) })
    open.push(wire)
    const back = Promise.withResolvers<undefined>()
    const quick = quickTimers()
    const one = inventedPackage(freshFolder(), 1, SIZE)
    const sender = testSender({
      port: wire.port,
      certificate: county.certificate,
      office,
      packages: [one],
      pieceSize: PIECE,
      // While the county is away the office waits; how long is no question of this test.
      timers: {
        ...quick,
        after: (milliseconds, act) => {
          if (milliseconds >= 60_000) return quick.after(milliseconds, act)
          let stopped = false
          void back.promise.then(() => !stopped && quick.after(milliseconds, act))
          return () => {
            stopped = true
          }
        },
      },
    })
    const sent = sender.run()
    await middle.promise
    await running.child.kill('SIGKILL')
    port = null
    wire.cutAll()
    port = (await county.start()).port
    back.resolve(undefined)
    expect(await sent).toMatchObject({ packages: 1, receipts: 1, refusal: null })
    expect(county.journal()).toEqual([one.sha256])
    expect(sender.confirmed).toEqual([1])
    // Half of it was at the county already; at most some pieces on their way were sent twice.
    expect(wire.up()).toBeLessThan(SIZE * 1.4)
  })

  it('gives the same receipt when the county was killed between taking in and noting it', async () => {
    const office = testOffice()
    const county = await countyOf(office)
    let { child, port } = await county.start('die-after-taking-in')
    const wire = await layFaultyWire({ upstream: () => port, fate: () => ({ end: 'THROUGH' }) })
    open.push(wire)
    const one = inventedPackage(freshFolder(), 1, 200_000)
    const packages = [one]
    const first = testSender({ port: wire.port, certificate: county.certificate, office, packages })
    const broken = await first.run()
    await child.ended
    expect([broken.refusal?.code, first.confirmed]).toEqual(['network.interrupted', []])
    ;({ child, port } = await county.start())
    const again = testSender({ port: wire.port, certificate: county.certificate, office, packages })
    const before = wire.up()
    expect(await again.run()).toMatchObject({ packages: 1, receipts: 1, refusal: null })
    expect(new Set(county.journal())).toEqual(new Set([one.sha256]))
    expect(again.confirmed).toEqual([1])
    // Nothing of the package was sent once more.
    expect(wire.up() - before).toBeLessThan(20_000)
  })

  it('goes on where it was after the office was killed in the middle and started again', async () => {
    const office = testOffice()
    const county = await countyOf(office)
    const { port } = await county.start()
    const middle = Promise.withResolvers<undefined>()
    const wire = await layFaultyWire({ upstream: () => port, ...heldOnce(() => middle.resolve(undefined)) })
    open.push(wire)
    const folder = freshFolder()
    const one = inventedPackage(folder, 1, SIZE)
    const order: SenderOrder = {
      port: wire.port,
      certificate: county.certificate,
      uscc: office.uscc,
      key: office.key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      package: one,
    }
    const file = join(folder, 'order.json')
    writeFileSync(file, JSON.stringify(order))
    const first = startChild(OFFICE, [file])
    await middle.promise
    await first.kill('SIGKILL')
    expect(first.lines).toEqual(['begun'])
    const again = startChild(OFFICE, [file])
    const [ended] = await again.seen(/^ended: /)
    expect(ended, again.errors()).toBeDefined()
    expect(JSON.parse(ended?.slice('ended: '.length) ?? '')).toMatchObject({ confirmed: [1], refusal: null })
    expect(county.journal()).toEqual([one.sha256])
    expect(wire.up()).toBeLessThan(SIZE * 1.4)
  })
})
