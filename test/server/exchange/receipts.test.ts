import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReceiptItem } from '../../../domain/exchange/receipt.ts'
import { createPackageKey } from '../../../sealed/package-key.ts'
import { writeReceiptCode } from '../../../sealed/receipt-code.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import type { ReceiptsTaken, ReceiptsView } from '../../../server/exchange/receipt/views.ts'
import type {
  ExchangeTasksView,
  ExchangeTaskView,
  ExchangeTodayView,
} from '../../../server/exchange/task/views.ts'
import type { Principal } from '../../../server/principal.ts'
import { CountySide, enrolCounty, handIn } from '../../support/county-side.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let handler: Principal
let county: CountySide
let catalogueItemId: string

async function openOffice(): Promise<void> {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const account = board.deps.store.read.office.accountByName('周敏')
  if (!account) throw new Error('周敏 works here')
  handler = { id: account.id, name: account.name, roles: account.roles }
  county = new CountySide()
  await enrolCounty(staff.administrator, board.deps, county)
}

/** Each test has an office of its own. */
function ownOffice(): void {
  beforeEach(openOffice)
  afterEach(() => board.close())
}

async function publish(title: string): Promise<string> {
  const { id, revision } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('请提前做好准备。'),
    catalogueItemId,
  })
  await publishDraft(staff, id, revision)
  return id
}

/** Publishes, writes the package that carries it, and gives the number of the package. */
async function send(...titles: readonly string[]): Promise<number> {
  for (const title of titles) await publish(title)
  const written = await exportPackage(board.deps, handler)
  if (!written.ok) throw new Error(written.code)
  return written.value.sequence
}

const read = () => board.deps.store.read
const wordOn = (change: number): ReceiptItem['result'] | undefined => {
  const instance = read().office.instance()?.id ?? ''
  return read().receipt.newestItem(instance, change)?.result
}
const openTasks = async () =>
  (await staff.handler.get<ExchangeTasksView>('/api/desk/exchange-tasks')).body.open

describe('a receipt that comes back', () => {
  ownOffice()

  it('marks what was accepted and opens a task for each change that was rejected (S12)', async () => {
    const sequence = await send('停电通知', '低保名单', '收支明细')
    const rejected = new Map([
      [2, 'record.personal-data'],
      [3, 'record.index-number'],
    ] as const)
    const [taken] = await handIn(staff.handler, county.sign(county.receipt(board.deps, sequence, rejected)))
    expect(taken).toMatchObject({
      outcome: 'NEW',
      tasksOpened: 2,
      tasksEnded: 0,
      receipt: { verdict: 'PARTLY_REJECTED', accepted: 1, rejected: 2, sequence },
    })
    expect([1, 2, 3].map(wordOn)).toEqual(['ACCEPTED', 'REJECTED', 'REJECTED'])
    expect(await openTasks()).toMatchObject([
      { change: 2, notice: { title: '低保名单' }, fault: { code: 'record.personal-data' } },
      { change: 3, notice: { title: '收支明细' }, fault: { code: 'record.index-number' } },
    ])
    const today = await staff.handler.get<ExchangeTodayView>('/api/desk/exchange-today')
    expect(today.body).toMatchObject({ taskCount: 2, gap: null })
  })

  it('opens a task for what the county holds as taken down and this database has forgotten, with day and reason', async () => {
    const sequence = await send('秋季垃圾清运')
    const receipt = county.receipt(board.deps, sequence, new Map([[1, 'record.withdrawn']]))
    const params = { reason: 'PUBLISHED_IN_ERROR', withdrawnOn: '2026-11-20' }
    const items = receipt.items.map((item) => ({
      ...item,
      fault: { code: 'record.withdrawn' as const, params },
    }))
    const [taken] = await handIn(staff.handler, county.sign({ ...receipt, items }))
    expect(taken).toMatchObject({ outcome: 'NEW', tasksOpened: 1 })
    expect(await openTasks()).toMatchObject([{ change: 1, fault: { code: 'record.withdrawn', params } }])
  })

  it('changes nothing the second time and says so', async () => {
    const bytes = county.sign(
      county.receipt(board.deps, await send('停电通知'), new Map([[1, 'record.dates']])),
    )
    await handIn(staff.handler, bytes)
    const [again] = await handIn(staff.handler, bytes)
    expect(again).toMatchObject({ outcome: 'KNOWN', tasksOpened: 0 })
    expect((await openTasks()).length).toBe(1)
    expect(read().receipt.list(10).length).toBe(1)
  })

  it('is taken in although the one beside it is forged', async () => {
    const sequence = await send('停电通知')
    const good = county.sign(county.receipt(board.deps, sequence))
    const stranger = new CountySide('示例县', createPackageKey())
    stranger.instance = county.instance
    const forged = stranger.sign(stranger.receipt(board.deps, sequence, new Map(), { number: 2 }))
    const outcomes = await handIn(staff.handler, forged, Buffer.from('{}'), good)
    expect(outcomes).toMatchObject([
      { name: 'receipt-1.json', outcome: 'REFUSED', code: 'receipt.unknown-key' },
      { name: 'receipt-2.json', outcome: 'REFUSED', code: 'receipt.not-a-receipt' },
      { name: 'receipt-3.json', outcome: 'NEW' },
    ])
  })

  it('is refused when its number was used with other content', async () => {
    const receipt = county.receipt(board.deps, await send('停电通知'))
    await handIn(staff.handler, county.sign(receipt))
    const other = { ...receipt, claimedAt: '2026-11-23T00:00:00.000Z' }
    const [refused] = await handIn(staff.handler, county.sign(other))
    expect(refused).toMatchObject({ outcome: 'REFUSED', code: 'receipt.other-content' })
  })

  it('leaves nothing behind when taking it in fails in the middle', async () => {
    const bytes = county.sign(
      county.receipt(board.deps, await send('停电通知'), new Map([[1, 'record.dates']])),
    )
    const database = board.deps.store.database
    database.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON exchange_task BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`,
    )
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], 'receipt.json'))
    expect((await staff.handler.raw('POST', '/api/desk/receipts', { body: form })).status).toBe(500)
    expect(read().receipt.list(10)).toEqual([])
    expect(wordOn(1)).toBeUndefined()
    database.exec('DROP TRIGGER broken')
    expect(await handIn(staff.handler, bytes)).toMatchObject([{ outcome: 'NEW', tasksOpened: 1 }])
  })
})

describe('a receipt is refused, and nothing is changed by it,', () => {
  let sent: number
  // One office for all of them: none of these leaves a trace.
  beforeAll(async () => {
    await openOffice()
    sent = await send('停电通知', '低保名单')
  })
  afterAll(() => board.close())
  afterEach(() => expect(read().receipt.list(10)).toEqual([]))

  it('when a sign of it was changed', async () => {
    const text = county.sign(county.receipt(board.deps, sent)).toString('utf8')
    const changed = text.replace('示例县"', '示例市"')
    expect(changed).not.toBe(text)
    const [refused] = await handIn(staff.handler, Buffer.from(changed))
    expect(refused).toMatchObject({ outcome: 'REFUSED', code: 'receipt.signature-invalid' })
  })

  it.each([
    [
      'another office',
      { office: { name: '示例县青山镇人民政府', uscc: '11990000000000002C' } },
      'receipt.other-office',
    ],
    ['a package that was never written', { package: 'SEAL' }, 'receipt.never-sent'],
    ['a package newer than any of this computer', { package: 'AHEAD' }, 'receipt.ahead'],
    ['the database of another system', { package: 'INSTANCE' }, 'receipt.other-instance'],
  ] as const)('when it is about %s', async (_, change, code) => {
    const right = county.receipt(board.deps, sent)
    const about = right.package
    const packages = {
      SEAL: { ...about, seal: 'f'.repeat(64) },
      AHEAD: { ...about, sequence: 9 },
      INSTANCE: { ...about, instanceId: crypto.randomUUID() },
    }
    const wrong =
      'office' in change
        ? { ...right, office: change.office }
        : { ...right, package: packages[change.package] }
    const [refused] = await handIn(staff.handler, county.sign(wrong))
    expect(refused).toMatchObject({ outcome: 'REFUSED', code })
    expect(read().receipt.list(10)).toEqual([])
  })

  it('when a change of the package is answered twice or not at all', async () => {
    const receipt = county.receipt(board.deps, sent)
    const [first] = receipt.items
    if (!first) throw new Error('two changes were sent')
    const twice = { ...receipt, items: [first, first] }
    const missing = { ...receipt, items: [first], counts: { ...receipt.counts, accepted: 1 } }
    const outcomes = await handIn(staff.handler, county.sign(twice), county.sign(missing))
    expect(outcomes).toMatchObject([{ code: 'receipt.counts-differ' }, { code: 'receipt.counts-differ' }])
    expect(wordOn(1)).toBeUndefined()
  })

  it('when it accepts a text that was never sent', async () => {
    const receipt = county.receipt(board.deps, sent)
    const items = receipt.items.map((item) => ({ ...item, hash: 'a'.repeat(64) }))
    const [refused] = await handIn(staff.handler, county.sign({ ...receipt, items }))
    expect(refused).toMatchObject({ outcome: 'REFUSED', code: 'receipt.never-sent' })
  })
})

describe('several receipts', () => {
  ownOffice()

  it('are taken in by their numbers, in whatever order they lie on the stick', async () => {
    const first = county.sign(county.receipt(board.deps, await send('停电通知')))
    const second = county.sign(county.receipt(board.deps, await send('低保名单')))
    const outcomes = await handIn(staff.handler, second, first)
    expect(outcomes).toMatchObject([
      { outcome: 'NEW', receipt: { number: 2 } },
      { outcome: 'NEW', receipt: { number: 1 } },
    ])
  })

  it('that come late count only where no newer one speaks', async () => {
    const sequence = await send('停电通知', '低保名单')
    const early = county.receipt(board.deps, sequence, new Map([[1, 'record.dates']]))
    const late = county.sign(early)
    const held = county.receipt(board.deps, sequence)
    await handIn(staff.handler, county.sign(held))
    const view = (await staff.handler.get<ReceiptsView>('/api/desk/receipts')).body
    expect(view.missingNumbers).toEqual([1])
    const [taken] = await handIn(staff.handler, late)
    expect(taken).toMatchObject({ outcome: 'LATE', tasksOpened: 0 })
    expect([1, 2].map(wordOn)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect((await staff.handler.get<ReceiptsView>('/api/desk/receipts')).body.missingNumbers).toEqual([])
  })

  it('first HELD for a gap, then accepted: the gap names the package to send again', async () => {
    const first = await send('停电通知')
    const second = await send('低保名单')
    const waiting = county.receipt(board.deps, second, new Map(), {
      verdict: 'HELD',
      items: [],
      held: null,
      waiting: [second],
      missingFrom: 1,
    })
    const counts = { ...waiting.counts, accepted: 0, rejected: 0 }
    const [held] = await handIn(staff.handler, county.sign({ ...waiting, counts }))
    expect(held).toMatchObject({ outcome: 'NEW', receipt: { verdict: 'HELD', missingFrom: 1 } })
    expect(wordOn(2)).toBeUndefined()
    const gap = (await staff.handler.get<ReceiptsView>('/api/desk/receipts')).body.gap
    expect(gap).toMatchObject({ missingFrom: 1, packages: [first], waiting: [second] })
    const outcomes = await handIn(
      staff.handler,
      county.sign(county.receipt(board.deps, first)),
      county.sign(county.receipt(board.deps, second)),
    )
    expect(outcomes).toMatchObject([{ outcome: 'NEW' }, { outcome: 'NEW' }])
    expect([1, 2].map(wordOn)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect((await staff.handler.get<ReceiptsView>('/api/desk/receipts')).body.gap).toBeNull()
  })
})

describe('a county whose database was restored', () => {
  ownOffice()

  it('has forgotten: rows fall back, and everything since its mark is offered again', async () => {
    const first = await send('停电通知')
    const second = await send('低保名单')
    const early = county.receipt(board.deps, first)
    await handIn(staff.handler, county.sign(early), county.sign(county.receipt(board.deps, second)))
    expect([1, 2].map(wordOn)).toEqual(['ACCEPTED', 'ACCEPTED'])
    county.restore()
    // Restored to the state after the first package; it says so with the package that is handed in once more.
    const again = county.receipt(board.deps, first, new Map(), { held: early.held })
    const [taken] = await handIn(staff.handler, county.sign(again))
    expect(taken).toMatchObject({ outcome: 'COUNTY_RESTORED' })
    expect([1, 2].map(wordOn)).toEqual(['ACCEPTED', undefined])
    expect(read().exchange.offersAgain(second)).toMatchObject([
      { reason: 'COUNTY_RESTORED', afterSequence: second },
    ])
    const third = await exportPackage(board.deps, handler)
    expect(third).toMatchObject({ ok: true, value: { offer: { first: 2 } } })
  })

  it('leaves the word of its former database below the mark, even when it comes afterwards', async () => {
    const first = await send('停电通知')
    const second = await send('低保名单')
    const early = county.receipt(board.deps, first)
    const lost = county.receipt(board.deps, second, new Map([[2, 'record.dates']]))
    await handIn(staff.handler, county.sign(early))
    county.restore()
    await handIn(
      staff.handler,
      county.sign(county.receipt(board.deps, first, new Map(), { held: early.held })),
    )
    const [late] = await handIn(staff.handler, county.sign(lost))
    expect(late).toMatchObject({ outcome: 'LATE', tasksOpened: 0 })
    expect(wordOn(2)).toBeUndefined()
  })
})

describe('a task of a rejected change', () => {
  ownOffice()

  async function rejectedOne(): Promise<{ noticeId: string; task: ExchangeTaskView }> {
    const noticeId = await publish('停电通知')
    const sequence = await send()
    await handIn(
      staff.handler,
      county.sign(county.receipt(board.deps, sequence, new Map([[1, 'record.personal-data']]))),
    )
    const [task] = await openTasks()
    if (!task) throw new Error('a task was opened')
    return { noticeId, task }
  }

  it('ends when the county accepts a later edition of the notice', async () => {
    const { noticeId } = await rejectedOne()
    const revised = await staff.handler.post<{ draft: { revision: number } }>(
      `/api/desk/notices/${noticeId}/revise`,
    )
    await publishDraft(staff, noticeId, revised.body.draft.revision)
    const [taken] = await handIn(staff.handler, county.sign(county.receipt(board.deps, await send())))
    expect(taken).toMatchObject({ outcome: 'NEW', tasksEnded: 1 })
    const { open, ended } = (await staff.handler.get<ExchangeTasksView>('/api/desk/exchange-tasks')).body
    expect(open).toEqual([])
    expect(ended).toMatchObject([{ end: { how: 'ACCEPTED', by: null } }])
  })

  it('ends when it is offered again as it is, under a new number', async () => {
    const { task } = await rejectedOne()
    const path = `/api/desk/exchange-tasks/${task.id}/offer-again`
    const offered = await staff.handler.post<ExchangeTaskView>(path)
    expect(offered.body).toMatchObject({ end: { how: 'OFFERED_AGAIN', by: { name: '周敏' } } })
    expect((await staff.handler.post(path)).status).toBe(409)
    await handIn(staff.handler, county.sign(county.receipt(board.deps, await send())))
    expect([1, 2].map(wordOn)).toEqual(['REJECTED', 'ACCEPTED'])
  })

  it('ends by a person only with a reason', async () => {
    const { task } = await rejectedOne()
    const path = `/api/desk/exchange-tasks/${task.id}/end`
    expect(await staff.handler.post(path, { note: ' ' })).toMatchObject({
      status: 422,
      body: { code: 'task.reason-required' },
    })
    const ended = await staff.handler.post<ExchangeTaskView>(path, { note: '已与县里电话说明' })
    expect(ended.body.end).toMatchObject({ how: 'CLOSED_BY_PERSON', note: '已与县里电话说明' })
  })
})

describe('the code of a printed receipt', () => {
  ownOffice()

  const typed = async (code: string) => {
    const form = new FormData()
    form.set('code', code)
    const response = await staff.handler.raw('POST', '/api/desk/receipts', { body: form })
    return ((await response.json()) as ReceiptsTaken).results[0]
  }

  it('says what was rejected; the file that comes afterwards says the rest', async () => {
    const sequence = await send('停电通知', '低保名单')
    const receipt = county.receipt(board.deps, sequence, new Map([[2, 'record.dates']]))
    const code = writeReceiptCode(receipt, county.key) ?? ''
    const asTyped = code.toLowerCase().replaceAll(/.{8}/g, (part) => `${part} `)
    expect(await typed(asTyped)).toMatchObject({ outcome: 'NEW', tasksOpened: 1 })
    expect([1, 2].map(wordOn)).toEqual([undefined, 'REJECTED'])
    const [task] = await openTasks()
    await staff.handler.post(`/api/desk/exchange-tasks/${task?.id}/end`, { note: '已与县里电话说明' })
    const [file] = await handIn(staff.handler, county.sign(receipt))
    expect(file).toMatchObject({ outcome: 'NEW', tasksOpened: 0 })
    expect([1, 2].map(wordOn)).toEqual(['ACCEPTED', 'REJECTED'])
    expect(await openTasks()).toEqual([])
    expect(await typed(code)).toMatchObject({ outcome: 'KNOWN' })
  })

  it('is refused with one letter wrong, and when another county printed it', async () => {
    const receipt = county.receipt(board.deps, await send('停电通知'))
    const code = writeReceiptCode(receipt, county.key) ?? ''
    const last = code.at(30) === 'A' ? 'B' : 'A'
    expect(await typed(`${code.slice(0, 30)}${last}${code.slice(31)}`)).toMatchObject({ outcome: 'REFUSED' })
    const other = writeReceiptCode(receipt, createPackageKey()) ?? ''
    expect(await typed(other)).toMatchObject({ code: 'receipt.signature-invalid' })
  })
})
