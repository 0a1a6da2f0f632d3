import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createDeps } from '../../server/create-deps.ts'
import { takeReceipts } from '../../server/exchange/receipt/take-receipts.ts'
import { fillSentOffice, MANY_HANDED, receiptForAll } from '../support/sent-office.ts'

/** What taking in a receipt for so many changes costs the office, in milliseconds. */
export type ReceiptSpeed = {
  readonly changes: number
  /** From handing it over to the answer. */
  readonly taking: number
  /** The longest time the main thread answered nobody. */
  readonly longestStretch: number
  /** The longest a desk waited that had something to write meanwhile; it waits on the main thread. */
  readonly longestWrite: number
}

/** An office whose first package holds so many changes, and the county's answer: every tenth is rejected. Made once. */
async function fill(folder: string, changes: number): Promise<void> {
  const filled = join(folder, 'filled')
  if (existsSync(filled)) return
  rmSync(folder, { recursive: true, force: true })
  const office = join(folder, 'office')
  const county = await fillSentOffice(office, changes)
  writeFileSync(join(folder, 'receipt.json'), await receiptForAll(office, county, 10))
  mkdirSync(filled)
}

/** Takes it in twice, each time into a fresh copy: once while nobody writes, once while a desk writes every few milliseconds. */
export async function receiptSpeed(folder: string, changes: number): Promise<ReceiptSpeed> {
  await fill(folder, changes)
  const quiet = await takeIn(folder, false)
  const { longestWrite } = await takeIn(folder, true)
  return { changes, ...quiet, longestWrite }
}

async function takeIn(folder: string, writes: boolean): Promise<Omit<ReceiptSpeed, 'changes'>> {
  const copy = join(folder, 'copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(join(folder, 'office'), copy, { recursive: true })
  const bytes = readFileSync(join(folder, 'receipt.json'))
  const created = createDeps(copy)
  if (!created.ok) throw new Error(created.code)
  const { store, work } = created.value
  const write = store.database.prepare('UPDATE office SET name = name')
  let longestWrite = 0
  let isOver = false
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const begun = performance.now()
  delay.enable()
  const taking = takeReceipts(created.value, MANY_HANDED, [{ name: '', bytes }]).finally(() => {
    isOver = true
  })
  while (!isOver) {
    await pause(5)
    if (!writes) continue
    const from = performance.now()
    write.run()
    longestWrite = Math.max(longestWrite, performance.now() - from)
  }
  const taken = await taking
  const duration = performance.now() - begun
  delay.disable()
  await work.close()
  store.close()
  rmSync(copy, { recursive: true, force: true })
  const outcome = taken.ok ? taken.value[0]?.outcome : taken.code
  if (outcome !== 'NEW') throw new Error(`the receipt was not taken in: ${outcome}`)
  return { taking: duration, longestStretch: delay.max / 1e6, longestWrite }
}
