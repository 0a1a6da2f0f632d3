import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { must, openTestCounty, type TestCounty } from './support/county.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

describe('Two programs take in packages of one office at once', () => {
  let postgres: TestPostgres
  let county: TestCounty
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    county = await openTestCounty(postgres)
  })
  afterEach(() => county.close())

  const ingest = async (file: string) =>
    must(await ingestPackage(county, { file, cameBy: 'FILE', actor: 'cli' }))

  /** Lets all of them come as far as they can before any may go on. */
  async function allAtOnce<T>(work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    const begun: Promise<T>[] = []
    await county.sql.transaction(async (sql) => {
      await sql.query('SELECT 1 FROM office_standing FOR UPDATE')
      for (const one of work) begun.push(one())
      await vi.waitFor(
        async () => {
          const [row] = await county.sql.query<{ n: number }>(
            `SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          )
          expect(row?.n).toBe(work.length)
        },
        { timeout: 20_000, interval: 20 },
      )
    })
    return Promise.all(begun)
  }

  it('The same package: one is taken in, the other is known and given the same receipt', async () => {
    const { office } = county
    const { file } = await office.send({
      editions: [office.edition(1, 1), office.edition(2, 2)],
      changes: { first: 1, last: 2 },
    })
    const [one, other] = await allAtOnce([() => ingest(file), () => ingest(file)])
    expect([one?.outcome, other?.outcome].sort()).toEqual(['KNOWN', 'TAKEN_IN'])
    expect(one?.receipt).toEqual(other?.receipt)
  })

  it('Two packages in a row: whichever is first, both are in at the end, each with its receipt', async () => {
    const { office } = county
    const first = await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })
    const second = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
    await allAtOnce([() => ingest(second.file), () => ingest(first.file)])
    expect(await county.sql.query('SELECT sequence, change, missing_from FROM office_standing')).toEqual([
      { sequence: 2, change: 2, missing_from: null },
    ])
    expect(await county.sql.query('SELECT state FROM package')).toEqual([
      { state: 'APPLIED' },
      { state: 'APPLIED' },
    ])
  })
})
