import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListenerParts, KnownOffice } from '../../county/transport/listener-parts.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { randomIds } from '../../platform/ids.ts'
import { createPackageKey, type PackageKey } from '../../sealed/package-key.ts'
import { countyClient, type CountyClient } from '../../server/exchange/network/county-client.ts'
import { openCountyLine } from '../../server/exchange/network/county-line.ts'
import type { NetworkHands } from '../../server/exchange/network/hands.ts'
import { openPersistence } from '../../server/exchange/network/persist.ts'
import { type SendOutcome, sendOverNetwork } from '../../server/exchange/network/send.ts'
import type { PackageToSend } from '../../server/exchange/network/step.ts'
import type { Timers } from '../../server/exchange/network/timers.ts'
import { testClock } from './test-clock.ts'

/** An office that both sides know. */
export type TestOffice = { readonly uscc: string; readonly key: PackageKey }

/** A folder that goes with the test. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'board-transport-'))
}

/** An office with a fresh key. */
export function testOffice(uscc = '11330483MB0000000X'): TestOffice {
  return { uscc, key: createPackageKey() }
}

/** As the county knows it. */
export function known({ uscc, key }: TestOffice, revoked = false): KnownOffice {
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { id: `office-${uscc}`, uscc, revoked, keys: [{ keyId: key.keyId, publicKey }] }
}

/** Something the size of a package. */
export function inventedPackage(folder: string, sequence: number, size: number): PackageToSend {
  const bytes = randomBytes(size)
  const path = join(folder, `package-${sequence}.zip.age`)
  writeFileSync(path, bytes)
  return { sequence, path, size, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A county that takes everything in and counts it. */
export type TestCounty = {
  readonly parts: ListenerParts
  readonly offices: Map<string, KnownOffice>
  /** SHA-256 of every file that was handed over, in order. */
  readonly taken: string[]
  readonly receipts: Map<string, string[]>
  readonly downward: { sequence: number; sha256: string; size: number; path: string }[]
  readonly warnings: string[]
  answer: (sha256: string) => Promise<Result<{ readonly receiptNumber: number }> | null>
}

/** Opens one; the same file gives the same receipt. */
export function testCounty(
  offices: readonly KnownOffice[],
  uploadFolder = join(freshFolder(), 'uploads'),
): TestCounty {
  const clock = testClock()
  const numbers = new Map<string, number>()
  const county: TestCounty = {
    offices: new Map(offices.map((office) => [office.uscc, office])),
    taken: [],
    receipts: new Map(),
    downward: [],
    warnings: [],
    answer: () => Promise.resolve(null),
    parts: {
      clock,
      ids: randomIds(() => Date.parse(clock.now())),
      logger: {
        warn: (detail, text) => county.warnings.push(`${text}: ${String((detail as { err?: unknown }).err)}`),
      },
      uploadFolder,
      instanceId: () => Promise.resolve('county-1'),
      officeByUscc: (uscc) => Promise.resolve(county.offices.get(uscc) ?? null),
      takeIn: async (path, office) => {
        const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
        county.taken.push(sha256)
        const said = await county.answer(sha256)
        if (said) return said
        const receipts = county.receipts.get(office.id) ?? []
        county.receipts.set(office.id, receipts)
        const name = `${office.id} ${sha256}`
        const number = numbers.get(name) ?? receipts.push(`{"about":"${sha256}"}`)
        numbers.set(name, number)
        return accept({ receiptNumber: number })
      },
      receiptNumbersAfter: (office, after, most) =>
        Promise.resolve(
          (county.receipts.get(office.id) ?? [])
            .map((_, index) => index + 1)
            .filter((number) => number > after)
            .slice(0, most),
        ),
      receiptDocument: (office, number) =>
        Promise.resolve(county.receipts.get(office.id)?.[number - 1] ?? null),
      downwardAfter: (_, after, most) =>
        Promise.resolve(county.downward.filter(({ sequence }) => sequence > after).slice(0, most)),
      heard: () => Promise.resolve(),
    },
  }
  return county
}

/** Timers under which waiting costs nothing. A line that says nothing is given up when `dead` says so. */
export function quickTimers(
  dead: () => boolean = () => false,
): Timers & { readonly fire: () => void; readonly waits: number[] } {
  const silences = new Set<() => void>()
  const waits: number[] = []
  return {
    waits,
    draw: () => 0,
    after: (milliseconds, act) => {
      // With `draw` at 0 nothing but silence is waited for so long.
      if (milliseconds < 60_000) {
        waits.push(milliseconds)
        const soon = setImmediate(act)
        return () => clearImmediate(soon)
      }
      const end = (): void => {
        silences.delete(end)
        act()
      }
      silences.add(end)
      if (dead()) setImmediate(() => silences.has(end) && end())
      return () => silences.delete(end)
    },
    fire: () => {
      for (const end of silences) end()
    },
  }
}

/** An office that sends; `hands` remember what was confirmed and taken. */
export type TestSender = {
  readonly confirmed: number[]
  readonly receipts: string[]
  readonly fetched: Buffer[]
  readonly states: string[]
  readonly client: CountyClient
  readonly cancel: () => void
  readonly run: (byPerson?: boolean) => Promise<SendOutcome>
}

/** Makes one for an address, with the certificate its card pins. */
export function testSender(of: {
  readonly port: number
  readonly certificate: string | null
  readonly office: TestOffice
  readonly packages: readonly PackageToSend[]
  readonly timers?: Timers
  readonly hands?: Partial<NetworkHands>
  readonly pieceSize?: number
}): TestSender {
  const cancel = new AbortController()
  const { signal } = cancel
  const timers = of.timers ?? quickTimers()
  const [confirmed, receipts, fetched, states]: [number[], string[], Buffer[], string[]] = [[], [], [], []]
  const line = openCountyLine({
    address: `https://127.0.0.1:${of.port}`,
    certificate: of.certificate,
    timers,
  })
  const client = countyClient({
    line,
    key: of.office.key,
    uscc: of.office.uscc,
    signal,
    pieceSize: of.pieceSize ?? 1024 * 1024,
  })
  const fetchFolder = freshFolder()
  const hands: NetworkHands = {
    fetchFolder,
    writeWaiting: () => Promise.resolve(accept(true)),
    unsent: () => of.packages.filter(({ sequence }) => !confirmed.includes(sequence)),
    confirmed: (sequence) => confirmed.push(sequence),
    newestReceipt: () => receipts.length,
    takeReceipt: (document) => Promise.resolve(accept(receipts.push(document))),
    newestDownward: () => fetched.length,
    takeDownward: (path) => Promise.resolve(accept(fetched.push(readFileSync(path)))),
    ...of.hands,
  }
  const clock = testClock()
  return {
    confirmed,
    receipts,
    fetched,
    states,
    client,
    cancel: () => cancel.abort(),
    run: async (byPerson = true) => {
      const persist = openPersistence({
        clock,
        timers,
        signal,
        reached: client.reached,
        where: () => ({}),
        waits: (wait) => {
          if (wait) states.push(`WAITING ${wait.reason}`)
        },
      })
      try {
        return await sendOverNetwork({
          client,
          hands,
          persist,
          signal,
          byPerson,
          report: ({ state }) => {
            if (state !== undefined && states.at(-1) !== state) states.push(state)
          },
        })
      } finally {
        line.close()
      }
    },
  }
}
