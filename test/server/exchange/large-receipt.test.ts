import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { takeReceipts } from '../../../server/exchange/receipt/take-receipts.ts'
import { tasksView } from '../../../server/exchange/task/task-views.ts'
import type { CountySide } from '../../support/county-side.ts'
import { fillSentOffice, MANY_HANDED, receiptForAll } from '../../support/sent-office.ts'
import { openTestBoard, type TestBoard } from '../../support/test-board.ts'

/** More than a receipt that is taken in at once, and more tasks than the desk lists. */
const NOTICES = 800

// Filled once; each test has a copy of its own.
const filled = mkdtempSync(join(tmpdir(), 'board-sent-office-'))

let board: TestBoard
let county: CountySide

beforeAll(async () => {
  county = await fillSentOffice(filled, NOTICES)
})

afterAll(() => rmSync(filled, { recursive: true, force: true }))

beforeEach(() => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'board-large-receipt-'))
  cpSync(filled, dataFolder, { recursive: true })
  board = openTestBoard({}, dataFolder)
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

it('while a large receipt is taken in, somebody at the kiosk is answered', async () => {
  const bytes = await receiptForAll(board.dataFolder, county, NOTICES)
  const order: string[] = []
  const taking = takeReceipts(board.deps, MANY_HANDED, [{ name: '', bytes }]).then((taken) => {
    order.push('receipt')
    return taken
  })
  expect((await board.visitor().get('/api/public/notices')).status).toBe(200)
  order.push('reader')
  expect(await taking).toMatchObject({ ok: true, value: [{ outcome: 'NEW', tasksOpened: 1 }] })
  expect(order).toEqual(['reader', 'receipt'])
  const again = await takeReceipts(board.deps, MANY_HANDED, [{ name: '', bytes }])
  expect(again).toMatchObject({ ok: true, value: [{ outcome: 'KNOWN', tasksOpened: 0, tasksEnded: 0 }] })
  const [taken] = board.deps.store.read.audit.page(null, 1)
  expect(taken).toMatchObject({ action: 'receipt.take', actor: { name: '周敏' }, detail: { rejected: 1 } })
  expect(taken?.detail).not.toHaveProperty('clockDoubt')
})

it('a package that is returned whole opens a task for each change, ended when the county has accepted them all', async () => {
  const returned = await receiptForAll(board.dataFolder, county, 1)
  const accepted = await receiptForAll(board.dataFolder, county, NOTICES + 1)
  const taken = await takeReceipts(board.deps, MANY_HANDED, [{ name: '', bytes: returned }])
  expect(taken).toMatchObject({ ok: true, value: [{ outcome: 'NEW', tasksOpened: NOTICES }] })
  const tasks = tasksView(board.deps.store.read)
  expect(tasks).toMatchObject({ openCount: NOTICES, ended: [] })
  expect(tasks.open.map(({ change }) => change)).toEqual(Array.from({ length: 500 }, (_, at) => at + 1))
  const next = await takeReceipts(board.deps, MANY_HANDED, [{ name: '', bytes: accepted }])
  expect(next).toMatchObject({ ok: true, value: [{ outcome: 'NEW', tasksOpened: 0, tasksEnded: NOTICES }] })
  expect(tasksView(board.deps.store.read).openCount).toBe(0)
})

it('a large one that was changed on the way is refused in words, and nothing of it is on record', async () => {
  const bytes = await receiptForAll(board.dataFolder, county, 1)
  const spoiled = Buffer.from(bytes.toString('utf8').replace('"record.dates"', '"record.kinds"'))
  const forged = Buffer.from(bytes.toString('utf8').replace(/"signature":"../, '"signature":"00'))
  const taken = await takeReceipts(board.deps, MANY_HANDED, [
    { name: '甲', bytes: spoiled },
    { name: '乙', bytes: forged },
  ])
  expect(taken).toMatchObject({
    ok: true,
    value: [
      { name: '甲', outcome: 'REFUSED', code: 'receipt.not-a-receipt' },
      { name: '乙', outcome: 'REFUSED', code: 'receipt.signature-invalid' },
    ],
  })
  expect(board.deps.store.read.receipt.list(10)).toEqual([])
})
