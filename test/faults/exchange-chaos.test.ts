import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../county/support/postgres.ts'
import { seedOfRun } from '../support/kill-random.ts'
import { believedFalsely, Exchange } from './exchange-journeys.ts'
import { send } from './exchange-line.ts'
import { change, openEverything, publish, settleRefusal } from './exchange-people.ts'
import type { OfficeChange } from './exchange-office-child.ts'

const EXCHANGES = Number(process.env['BOARD_EXCHANGES'] ?? 300)
// One walk, the same each time but for where the kills fall; `BOARD_SEED` takes another.
const SEED = process.env['BOARD_SEED'] === undefined ? 21 : seedOfRun()

let postgres: TestPostgres
let root: string
let exchange: Exchange

beforeAll(async () => {
  postgres = await startPostgres()
  root = mkdtempSync(join(tmpdir(), 'exchange-chaos-'))
})

afterAll(async () => {
  // A walk that failed leaves its programs running.
  await Promise.all([exchange.office.end(), exchange.county.end(), exchange.wire.close()])
  await postgres.stop()
  rmSync(root, { recursive: true, force: true })
})

/** What is answered, or is nothing to be sent any more. */
const SETTLED = ['ACCEPTED', 'REJECTED', 'VOID', 'REPLACED']

/** Two people who want it settled: write, carry, bring back, and do what the programs say. Gives what is left. */
async function settle(exchange: Exchange): Promise<readonly OfficeChange[]> {
  const overTheLine = exchange.chance(0.5)
  exchange.count(overTheLine ? 'settled over the line' : 'settled by stick')
  for (let round = 0; ; round++) {
    const { office, waiting } = await exchange.both()
    const open = office.filter(({ state }) => !SETTLED.includes(state))
    const done = open.every(({ state, closed }) => state === 'WAITING' && closed) && waiting === 0
    if ((done && round > 0) || round === 12) return open
    if (round > 0) await exchange.office.tell({ do: 'OFFER_AGAIN' })
    if (overTheLine) {
      const ended = await send(exchange, true)
      await settleRefusal(exchange, ended)
      await exchange.follow(ended === null ? [] : [ended])
      continue
    }
    const written = await exchange.export(true)
    const said = written === null ? null : await exchange.ingest(written, true)
    await settleRefusal(exchange, said?.code)
    await exchange.follow(await exchange.bringBack(true))
  }
}

it(
  `after ${String(EXCHANGES)} exchanges with kills, cut copies and lines, flipped bits, full disks, wrong sticks, restored databases, changed keys, what is kept back and wrong clocks both sides agree record by record`,
  { timeout: 1_800_000 },
  async () => {
    exchange = new Exchange(SEED, root, postgres)
    const place = `BOARD_SEED=${String(exchange.seed)}`
    await exchange.begin()
    for (let time = 0; time < EXCHANGES; time++) {
      await exchange.misfortune()
      if (exchange.chance(0.85)) await publish(exchange)
      await change(exchange)
      if (exchange.chance(0.2)) await exchange.office.tell({ do: 'OFFER_AGAIN' })
      if (exchange.chance(0.2)) {
        const ended = await send(exchange, false)
        if (exchange.chance(0.5)) await settleRefusal(exchange, ended)
        await exchange.follow(ended === null ? [] : [ended])
      } else {
        await exchange.carry(await exchange.export(false))
        if (exchange.chance(0.75)) await exchange.follow(await exchange.bringBack(false))
      }
      if (time % 10 === 9) {
        const { office, county, heard } = await exchange.both()
        // A county that lost what it had said yes to says so by its next receipt, and nobody can know before.
        if (heard) expect(believedFalsely(office, county), `${place}, exchange ${String(time)}`).toEqual([])
        else exchange.count('county not heard since')
      }
    }

    // What is not for everybody waits, and nothing else does; once it is for everybody again it goes like the rest.
    const kept = await settle(exchange)
    process.stdout.write(`${place} kept back: ${String(kept.filter(({ closed }) => closed).length)}\n`)
    expect(
      kept.filter(({ closed }) => !closed),
      place,
    ).toEqual([])
    await openEverything(exchange)
    expect(await settle(exchange), place).toEqual([])

    const { office, county, waiting } = await exchange.both()
    process.stdout.write(`${place} ${JSON.stringify(Object.fromEntries(exchange.told))}\n`)
    expect(waiting, place).toBe(0)
    expect(believedFalsely(office, county), place).toEqual([])
    const rejected = office.filter(({ state }) => state === 'REJECTED')
    const keyOf = ({ indexNumber, editionNumber }: OfficeChange): string =>
      `${indexNumber} ${String(editionNumber)}`
    for (const change of rejected) {
      expect(
        county.rejected.map(({ key }) => key),
        place,
      ).toContain(keyOf(change))
    }
    // Whatever stands at the county besides was written by a database that was given up, and its receipts name it.
    const own = new Set(office.filter(({ kind }) => kind === 'EDITION').map(keyOf))
    const down = new Set(county.withdrawals.map(({ key, hash }) => `${key} ${hash}`))
    const besides = county.editions
      .filter(({ key, hash }) => !own.has(key) && !down.has(`${key} ${hash}`))
      .map(({ key }) => key)
    const named = new Set(county.unknown.map(({ key }) => key))
    expect(
      besides.filter((key) => !named.has(key)),
      place,
    ).toEqual([])
  },
)
