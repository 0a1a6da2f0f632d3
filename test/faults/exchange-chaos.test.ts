import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../county/support/postgres.ts'
import { seedOfRun } from '../support/kill-random.ts'
import { believedFalsely, Exchange } from './exchange-journeys.ts'
import type { OfficeChange } from './exchange-office-child.ts'

const EXCHANGES = Number(process.env['BOARD_EXCHANGES'] ?? 300)
// One walk, the same each time but for where the kills fall; `BOARD_SEED` takes another.
const SEED = process.env['BOARD_SEED'] === undefined ? 21 : seedOfRun()

let postgres: TestPostgres
let root: string

beforeAll(async () => {
  postgres = await startPostgres()
  root = mkdtempSync(join(tmpdir(), 'exchange-chaos-'))
})

afterAll(async () => {
  await postgres.stop()
  rmSync(root, { recursive: true, force: true })
})

it(
  `after ${String(EXCHANGES)} exchanges with kills, cut copies, flipped bits, full disks, wrong sticks, restored databases and wrong clocks both sides agree record by record`,
  { timeout: 900_000 },
  async () => {
    const exchange = new Exchange(SEED, root, postgres)
    const place = `BOARD_SEED=${String(exchange.seed)}`
    await exchange.begin()
    for (let time = 0; time < EXCHANGES; time++) {
      await exchange.misfortune()
      if (exchange.chance(0.85)) await exchange.publish()
      if (exchange.chance(0.15)) await exchange.office.tell({ do: 'WITHDRAW' })
      if (exchange.chance(0.2)) await exchange.office.tell({ do: 'OFFER_AGAIN' })
      await exchange.carry(await exchange.export(false))
      if (exchange.chance(0.75)) await exchange.follow(await exchange.bringBack(false))
      if (time % 10 === 9) {
        const { office, county, heard } = await exchange.both()
        // A county that lost what it had said yes to says so by its next receipt, and nobody can know before.
        if (heard) expect(believedFalsely(office, county), `${place}, exchange ${String(time)}`).toEqual([])
        else exchange.count('county not heard since')
      }
    }

    // Two people who want it settled: write, carry, bring back, and do what the programs say.
    for (let round = 0; round < 12; round++) {
      const { office, waiting } = await exchange.both()
      const open = office.filter(({ state }) => !['ACCEPTED', 'REJECTED', 'VOID'].includes(state))
      if (open.length === 0 && waiting === 0 && round > 0) break
      if (round > 0) await exchange.office.tell({ do: 'OFFER_AGAIN' })
      const written = await exchange.export(true)
      const said = written === null ? null : await exchange.ingest(written, true)
      if (said?.code === 'package.unknown-instance') await exchange.introduce(true)
      const refused = await exchange.bringBack(true)
      await exchange.follow(refused)
    }

    const { office, county, waiting } = await exchange.both()
    process.stdout.write(`${place} ${JSON.stringify(Object.fromEntries(exchange.told))}\n`)
    expect(waiting, place).toBe(0)
    expect(believedFalsely(office, county), place).toEqual([])
    expect(
      office.filter(({ state }) => !['ACCEPTED', 'REJECTED', 'VOID'].includes(state)),
      place,
    ).toEqual([])
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
    await Promise.all([exchange.office.end(), exchange.county.end()])
  },
)
