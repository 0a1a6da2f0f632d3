import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reads } from '../../../db/store.ts'
import { exportPackage } from '../../../server/exchange/export-package.ts'
import { newInstance } from '../../../server/exchange/new-instance.ts'
import { takeAll } from '../../../server/exchange/receipt/take-all.ts'
import { takeReceipts } from '../../../server/exchange/receipt/take-receipts.ts'
import { settleTasks, wordsToSettle } from '../../../server/exchange/task/settle-tasks.ts'
import type { ExchangeTasksView } from '../../../server/exchange/task/views.ts'
import type { NoticeRecord } from '../../../server/notice/archive/views.ts'
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

beforeEach(openOffice)
afterEach(() => board.close())

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
const openTasks = async () =>
  (await staff.handler.get<ExchangeTasksView>('/api/desk/exchange-tasks')).body.open

describe('the word of a receipt', () => {
  it('of a notice taken down goes by the newest answer: what was returned, offered again and accepted is not called returned', async () => {
    const noticeId = await publish('停电通知')
    await handIn(staff.handler, county.sign(county.receipt(board.deps, await send())))
    await staff.reviewer.post(`/api/desk/notices/${noticeId}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '有误',
      hideTitle: false,
    })
    const tombstone = async () => {
      const { body } = await staff.handler.get<NoticeRecord>(`/api/desk/notices/${noticeId}/record`)
      return body.recall.packages.map((one) => one.tombstone)
    }
    const refused = new Map([[2, 'record.index-number' as const]])
    await handIn(staff.handler, county.sign(county.receipt(board.deps, await send(), refused)))
    expect(await tombstone()).toEqual([{ state: 'REJECTED', sequence: 2 }])
    const [task] = await openTasks()
    await staff.handler.post(`/api/desk/exchange-tasks/${task?.id}/offer-again`)
    expect(await tombstone()).toEqual([{ state: 'QUEUED' }])
    await handIn(staff.handler, county.sign(county.receipt(board.deps, await send())))
    expect(await tombstone()).toEqual([{ state: 'ACCEPTED', sequence: 3 }])
  })

  it('about a database that gets another number while it is read is filed, and opens no task', async () => {
    const sequence = await send('停电通知')
    const bytes = county.sign(county.receipt(board.deps, sequence, new Map([[1, 'record.dates']])))
    const { store } = board.deps
    const administrator: Principal = { ...handler, roles: ['ADMINISTRATOR'] }
    const tx: typeof store.tx = (work) => {
      expect(newInstance(board.deps, administrator, 'COUNTY_AHEAD')).toMatchObject({ ok: true })
      return store.tx(work)
    }
    const [taken] = takeAll({ ...board.deps, store: { ...store, tx } }, handler, [{ name: '', bytes }])
    expect(taken).toMatchObject({ outcome: 'NEW', tasksOpened: 0, receipt: { formerInstance: true } })
    expect(await openTasks()).toEqual([])
  })

  it('of many changes asks the database as often as of a few: the kiosk goes on', async () => {
    const rejected = new Map([1, 4].map((change) => [change, 'record.dates' as const]))
    const statements = async (...titles: readonly string[]): Promise<number> => {
      const sequence = await send(...titles)
      const { words, receiptId } = await onRecord(sequence)
      let asked = 0
      const counted: Reads = {
        ...read(),
        exchangeTask: new Proxy(read().exchangeTask, {
          get: (from, name) => (asked++, Reflect.get(from, name) as unknown),
        }),
      }
      board.deps.store.tx((write) => {
        settleTasks(write, counted, { receiptId, words, at: board.deps.clock.now() })
      })
      return asked
    }
    const onRecord = async (sequence: number) => {
      const receipt = county.receipt(board.deps, sequence, rejected)
      const taken = await takeReceipts(board.deps, handler, [{ name: '', bytes: county.sign(receipt) }])
      const [one] = taken.ok ? taken.value : []
      if (!one || one.outcome === 'REFUSED') throw new Error('the receipt was taken in')
      const changes = new Map(
        receipt.items.flatMap(({ change }) => {
          const own = read().receipt.change(change)
          return own ? [[change, own] as const] : []
        }),
      )
      return { receiptId: one.receipt.id, words: wordsToSettle(board.deps.ids, receipt.items, changes) }
    }
    const few = await statements('甲', '乙', '丙')
    expect(few).toBeGreaterThan(0)
    expect(await statements('丁', '戊', '己', '庚', '辛', '壬')).toBe(few)
  })
})
