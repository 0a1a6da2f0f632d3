import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'
import { receiptsSince } from '../../county/receipt/receipts.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { seededRandom, seedOfRun } from '../support/kill-random.ts'
import { must, openTestCounty, type TestCounty } from './support/county.ts'
import { startPostgres, type TestPostgres } from './support/postgres.ts'

const ROUNDS = 16
const EDITIONS = 150
const PROGRAM = new URL('ingest-child.ts', import.meta.url)

let postgres: TestPostgres
let county: TestCounty
const spares: Child[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  county = await openTestCounty(postgres)
})
afterAll(async () => {
  await Promise.all(spares.map((spare) => spare.kill('SIGKILL')))
  await county.close()
  await postgres.stop()
})

/** A child that has loaded everything and waits for the word; the next one loads meanwhile. */
async function nextChild(): Promise<Child> {
  const words = [county.dataFolder, county.databaseUrl ?? '']
  while (spares.length < 2) spares.push(startChild(PROGRAM, words))
  const child = spares.shift()
  await child?.seen(/^ready$/)
  if (child === undefined) throw new Error('there is one')
  return child
}

async function count(table: string): Promise<number> {
  const [row] = await county.sql.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
  return row?.n ?? -1
}

it(`a program killed ${ROUNDS} times while it takes packages in has each of them whole with its receipt, or nothing of it`, async () => {
  const seed = seedOfRun()
  const random = seededRandom(seed)
  const { office } = county
  let longest = 0
  let unfinished = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const place = `BOARD_SEED=${seed}, round ${round}`
    const first = (round - 1) * EDITIONS + 1
    const bytes = Buffer.from(`附件 ${round}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const attachment = {
      id: 'a',
      name: '表.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256,
      role: 'ATTACHMENT' as const,
    }
    const sent = await office.send({
      editions: Array.from({ length: EDITIONS }, (_, at) =>
        office.edition(first + at, first + at, { attachments: [attachment] }),
      ),
      changes: { first, last: first + EDITIONS - 1 },
      files: new Map([[sha256, bytes]]),
      recipients: [county.age.recipient],
    })
    const child = await nextChild()
    const begun = performance.now()
    child.write(`${sent.file}\n`)
    await child.seen(/^begun$/)
    // The first one is let to its end: it says how long there is to be killed in.
    if (round > 1) {
      const timer = setTimeout(() => void child.kill('SIGKILL'), random() * longest * 1.1)
      await child.ended
      clearTimeout(timer)
    } else await child.ended
    if (round === 1) longest = performance.now() - begun

    // The database may still be ending what the dead one began; its row is free when that is over.
    await county.sql.query('SELECT 1 FROM office_standing FOR UPDATE')
    const [editions, receipts] = [await count('edition'), await count('receipt')]
    const whole = editions === round * EDITIONS
    expect(editions, place).toBe((whole ? round : round - 1) * EDITIONS)
    expect(receipts, place).toBe(whole ? round : round - 1)
    expect(await count('attachment'), place).toBe(editions)
    if (!whole) unfinished += 1

    const again = must(await ingestPackage(county, { file: sent.file, cameBy: 'FILE', actor: 'cli' }))
    expect(again.outcome, place).toBe(whole ? 'KNOWN' : 'TAKEN_IN')
    expect(must(readReceipt(again.receipt.document)).document, place).toMatchObject({
      number: round,
      verdict: 'ACCEPTED',
      held: { sequence: round, change: first + EDITIONS - 1 },
    })
    expect(existsSync(county.blobs.pathOf(sha256)), place).toBe(true)
    // What the dead one left on the disk was swept by the one after it.
    expect(readdirSync(join(county.dataFolder, 'staging')), place).toEqual([])
  }
  expect((await receiptsSince(county.sql, county.officeId, 0)).map(({ number }) => number)).toEqual(
    Array.from({ length: ROUNDS }, (_, at) => at + 1),
  )
  expect(unfinished).toBeGreaterThan(0)
})
