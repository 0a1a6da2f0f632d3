import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, refuse, type Refusal } from '../../../../domain/refusal.ts'
import type { NetworkJob } from '../../../../server/exchange/network/jobs.ts'
import { openScheduler, type NetworkScheduler } from '../../../../server/exchange/network/network-schedule.ts'
import type { NetworkJobView } from '../../../../server/exchange/network/views.ts'
import { CountySide, enrolCounty } from '../../../support/county-side.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  writeDraft,
} from '../../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let board: TestBoard
let staff: Staff
let begun: number
let ends: Refusal | null
let scheduler: NetworkScheduler

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  await enrolCounty(staff.administrator, board.deps, new CountySide())
  begun = 0
  ends = null
  scheduler = openScheduler(board.deps, (deps) => {
    begun += 1
    const view = { endedAt: deps.clock.now(), refusal: ends } as unknown as NetworkJobView
    const job: NetworkJob = { view: () => view, cancel: () => undefined, ended: Promise.resolve() }
    deps.networkJobs.begin(job)
    return accept(job)
  })
})

afterEach(() => board.close())

async function set(schedule: { enabled?: boolean; afterPublishing?: boolean; everyHours?: number }) {
  const whole = { enabled: true, afterPublishing: false, everyHours: 0, ...schedule }
  await staff.handler.raw('PUT', '/api/desk/network/schedule', {
    body: JSON.stringify(whole),
    headers: { 'content-type': 'application/json' },
  })
}

/** Looks every minute for so long, and says how often a sending began. */
function pass(milliseconds: number): number {
  const before = begun
  for (let gone = 0; gone < milliseconds; gone += MINUTE) {
    board.clock.advance(MINUTE)
    scheduler.look()
  }
  return begun - before
}

describe('the program sends by itself', () => {
  it('not at all until somebody switches it on', () => {
    expect([scheduler.look(), pass(48 * HOUR)]).toEqual(['OFF', 0])
  })

  it('every so many hours while it runs', async () => {
    await set({ everyHours: 4 })
    expect([pass(4 * HOUR - MINUTE), pass(MINUTE), pass(24 * HOUR)]).toEqual([0, 1, 6])
  })

  it('five minutes after the last thing was published, and once', async () => {
    await set({ afterPublishing: true })
    const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
    const draft = { title: '停电通知', body: paragraphs('请提前做好准备。'), catalogueItemId }
    const { id, revision } = await writeDraft(staff.handler, draft)
    await publishDraft(staff, id, revision)
    expect([pass(5 * MINUTE), pass(MINUTE), pass(24 * HOUR)]).toEqual([0, 1, 0])
  })

  it('later each time while it fails, so that nothing is asked all day in vain', async () => {
    await set({ everyHours: 1 })
    ends = refuse('network.unreachable')
    const perDay = pass(24 * HOUR)
    expect(perDay).toBeGreaterThan(5)
    expect(perDay).toBeLessThan(12)
    ends = null
    pass(4 * HOUR)
    expect(pass(24 * HOUR)).toBe(24)
  })

  it('unmoved by a clock on the wall that is set forward or back by years', async () => {
    await set({ everyHours: 4 })
    board.clock.set('2031-01-01T00:00:00.000Z')
    expect(scheduler.look()).toBe('NOT_DUE')
    board.clock.set('2019-01-01T00:00:00.000Z')
    expect(pass(4 * HOUR)).toBe(1)
  })

  it('no longer in the name of somebody who has left, and says so on the page', async () => {
    await set({ everyHours: 4 })
    const account = board.deps.store.read.office.accountByName('周敏')
    await staff.administrator.raw('PATCH', `/api/desk/accounts/${account?.id ?? ''}`, {
      body: JSON.stringify({ disabled: true }),
      headers: { 'content-type': 'application/json' },
    })
    expect(board.deps.store.read.office.accountByName('周敏')?.disabled).toBe(true)
    expect(pass(4 * HOUR)).toBe(0)
    expect(board.deps.store.read.network.lastAttempt()).toMatchObject({
      refusalCode: 'trust.role-missing',
      reached: false,
      packageCount: 0,
    })
  })
})
