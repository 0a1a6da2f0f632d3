import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDeps } from '../../server/create-deps.ts'
import type { Deps } from '../../server/deps.ts'
import { takeReceipts } from '../../server/exchange/receipt/take-receipts.ts'
import { type Child, startChild } from '../support/kill-child.ts'
import { fillSentOffice, MANY_HANDED, receiptForAll } from '../support/sent-office.ts'

const PROGRAM = new URL('receipt-child.ts', import.meta.url)
/** More than a receipt that is taken in at once. */
const NOTICES = 800

const dataFolder = mkdtempSync(join(tmpdir(), 'board-kill-receipt-'))
const file = join(dataFolder, 'receipt.json')
let child: Child | undefined

beforeAll(async () => {
  const county = await fillSentOffice(dataFolder, NOTICES)
  writeFileSync(file, await receiptForAll(dataFolder, county, 2))
})

afterAll(async () => {
  await child?.kill('SIGKILL')
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

async function over<T>(work: (deps: Deps) => T | Promise<T>): Promise<T> {
  const created = createDeps(dataFolder)
  if (!created.ok) throw new Error(created.code)
  try {
    return await work(created.value)
  } finally {
    await created.value.work.close()
    created.value.store.close()
  }
}

function onRecord({ store }: Deps): Readonly<Record<string, number>> {
  const count = (table: string): number =>
    store.database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  return Object.fromEntries(
    ['receipt', 'receipt_item', 'exchange_task', 'audit_event'].map((table) => [table, count(table)]),
  )
}

it('in the middle of a large receipt a reader is answered; killed there, nothing of it is on record, and the next time all of it is', async () => {
  const before = await over((deps) => {
    // From there on the transaction counts for ever: it is neither before nor after.
    deps.store.database
      .exec(`CREATE TRIGGER stand_still AFTER INSERT ON receipt_item WHEN new.change = ${NOTICES / 2}
        BEGIN SELECT (WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c); END`)
    return onRecord(deps)
  })
  expect(before).toMatchObject({ receipt: 0, receipt_item: 0, exchange_task: 0 })
  child = startChild(PROGRAM, [dataFolder, file])
  await child.seen(/^answered/)
  expect(await child.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  expect(child.errors()).toBe('')
  expect(child.lines).toEqual(['begun', 'in the middle', 'answered 200'])
  await over(async (deps) => {
    deps.store.database.exec('DROP TRIGGER stand_still')
    expect(onRecord(deps)).toEqual(before)
    const taken = await takeReceipts(deps, MANY_HANDED, [{ name: '', bytes: readFileSync(file) }])
    expect(taken).toMatchObject({ ok: true, value: [{ outcome: 'NEW', tasksOpened: NOTICES / 2 }] })
    expect(onRecord(deps)).toMatchObject({ receipt: 1, receipt_item: NOTICES, exchange_task: NOTICES / 2 })
    expect(deps.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
