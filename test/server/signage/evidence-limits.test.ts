import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../../platform/sha256.ts'
import type { CertificatePaper, DisplayDetail } from '../../../server/display/public-display/views.ts'
import type { ReportAnswer, ShownRecord } from '../../../server/signage/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { pairScreen, putUpScreen, report, sendReport, shown } from '../../support/report-flow.ts'
import { television } from '../../support/screen-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const WEEK = [1, 2, 3, 4, 5, 6, 7]

let board: TestBoard
let staff: Staff
let visitor: DeskClient
let display: DisplayDetail
let hash: string
let publishedAt: string
let next = 0

beforeAll(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.desk)
  visitor = board.visitor()
  const item = await importVillageCatalogue(staff.handler)
  board.clock.advance(60 * MINUTE)
  const published = await publishDisplay(staff, item.id)
  display = published.display
  hash = published.notice.editions[0]?.hash ?? ''
  publishedAt = board.clock.now()
  board.clock.advance(5 * MINUTE)
})

afterAll(() => board.close())

/** A quarter of an hour of the notice that has just gone by. */
function quarter(some: Partial<ShownRecord> = {}): ShownRecord {
  return shown((next += 1), { kind: 'NOTICE', hash, spanned: QUARTER, lasted: QUARTER, ...some })
}

const tell = async (screenId: string, token: string, records: readonly ShownRecord[]) => {
  const answer = await sendReport<ReportAnswer>(visitor, screenId, token, report(records))
  expect(answer.status).toBe(200)
  return answer.body
}

async function passed(screenId: string, token: string, some: Partial<ShownRecord> = {}) {
  board.clock.advance(QUARTER)
  return tell(screenId, token, [quarter(some)])
}

const onPaper = async (name: string, interim = true) => {
  const { body } = await staff.handler.get<CertificatePaper>(
    `/api/desk/displays/${display.id}/certificate?interim=${interim}`,
  )
  return body.screens.find((one) => one.name === name)
}

const kept = (screenId: string) =>
  board.deps.store.read.screenEvidence.endedBetween(screenId, '2000-01-01', '2100-01-01')

async function pairedScreen(name: string, openingHours: Parameters<typeof television>[0] = {}) {
  const id = putUpScreen(board, { name, ...openingHours })
  return { id, token: await pairScreen(staff, visitor, id) }
}

function byAccount(): string {
  const [account] = board.deps.store.read.office.accounts()
  if (!account) throw new Error('an office has an account')
  return account.id
}

describe('how much of a notice a screen proves', () => {
  it('a title on a ticker and a part of the pages are told apart from the notice', async () => {
    const { id, token } = await pairedScreen('走字屏')
    await passed(id, token)
    await passed(id, token, { extent: 'TITLE' })
    await passed(id, token, { extent: 'PART' })
    await passed(id, token, { pagesShown: 1, pagesTotal: 20 })
    expect(await onPaper('走字屏')).toMatchObject({ shownMinutes: 60, partMinutes: 30, titleMinutes: 15 })
  })

  it('records of the same quarter of an hour are not added up', async () => {
    const { id, token } = await pairedScreen('重叠屏')
    board.clock.advance(QUARTER)
    await tell(id, token, [quarter(), quarter(), quarter({ extent: 'TITLE' })])
    expect(await onPaper('重叠屏')).toMatchObject({ shownMinutes: 15, recordedMinutes: 15, titleMinutes: 0 })
  })

  it('what waited while the office was off counts whole, in however many reports it comes', async () => {
    const { id, token } = await pairedScreen('积压屏')
    board.clock.advance(2 * QUARTER)
    // Two quarters of twelve things each; the first report ends in the middle of the second.
    const things = [2, 1].flatMap((ago) =>
      Array.from({ length: 12 }, (_, at) =>
        shown((next += 1), {
          ...(at === 11 ? { kind: 'NOTICE' as const, hash } : {}),
          ...{ endedAgo: (ago - 1) * QUARTER + (11 - at) * 1000, spanned: QUARTER - MINUTE, lasted: MINUTE },
        }),
      ),
    )
    await tell(id, token, things.slice(0, 18))
    board.clock.advance(MINUTE)
    await tell(
      id,
      token,
      things.slice(18).map((one) => ({ ...one, endedAgo: one.endedAgo + MINUTE })),
    )
    expect(kept(id).map(({ lasted, doubt }) => [lasted, doubt])).toEqual(
      Array.from({ length: 24 }, () => [MINUTE, '']),
    )
    expect(await onPaper('积压屏')).toMatchObject({ shownMinutes: 2, isClamped: false })
  })

  it('nothing counts from before the notice was published', async () => {
    const id = putUpScreen(board, { name: '早到屏' })
    const token = await pairScreen(staff, visitor, id)
    const before = Date.parse(board.clock.now()) - Date.parse(publishedAt)
    const { database } = board.deps.store
    expect(before).toBeGreaterThan(0)
    // A pairing that stood since long before.
    database.exec('DROP TRIGGER screen_pairing_no_update')
    database
      .prepare('UPDATE screen_pairing SET at = ? WHERE screen_id = ?')
      .run('2026-11-01T00:00:00.000Z', id)
    await tell(id, token, [quarter({ endedAgo: before - MINUTE }), quarter({ endedAgo: before + MINUTE })])
    expect(kept(id)).toMatchObject([
      { beganAt: publishedAt, endedAt: publishedAt, lasted: 0, doubt: 'CLAMPED' },
      { beganAt: publishedAt, lasted: MINUTE, doubt: 'CLAMPED' },
    ])
  })
})

describe('whose records count', () => {
  it('what a replica acknowledged while a pairing stood is kept although the screen was paired anew since', async () => {
    const { id, token } = await pairedScreen('换机屏')
    board.clock.advance(QUARTER)
    const came = {
      ...{ screenId: id, tokenHash: sha256(token), receivedAt: board.clock.now(), clockDoubt: false },
      ...{ replicaId: 'replica-1', report: report([quarter()]) },
    }
    board.clock.advance(MINUTE)
    await pairScreen(staff, visitor, id)
    const after = board.clock.now()
    expect((await board.deps.evidence.take(came)).ok).toBe(true)
    expect(kept(id)).toMatchObject([{ lasted: QUARTER }])
    for (const late of [{ receivedAt: after }, { replicaId: null }]) {
      expect(await board.deps.evidence.take({ ...came, ...late })).toMatchObject({
        code: 'screen.token-wrong',
      })
    }
  })

  it('a screen that was taken out of use proves no more from then on, and its hours end', async () => {
    const { id, token } = await pairedScreen('拆除屏')
    await passed(id, token)
    board.clock.advance(5 * MINUTE)
    const at = board.clock.now()
    board.deps.store.tx((write) =>
      write.screen.end({ screenId: id, reason: '已拆除', accountId: byAccount(), at }),
    )
    board.clock.advance(MINUTE)
    const last = quarter({ endedAgo: 0, spanned: 6 * MINUTE, lasted: 6 * MINUTE })
    expect((await tell(id, token, [last])).accepted).toEqual([last.id])
    const { accepted, refused } = await passed(id, token, { spanned: 14 * MINUTE })
    expect([accepted, refused.length]).toEqual([[], 1])
    expect(await onPaper('拆除屏')).toMatchObject({ shownMinutes: 20, openMinutes: 20, gaps: [] })
  })
})

describe('the hours and days of a certificate', () => {
  it('hours that were changed later leave those before as they were', async () => {
    const hours = { openingHours: [{ weekdays: WEEK, from: '00:00', to: '00:30' }] }
    const { id, token } = await pairedScreen('改时屏', hours)
    await passed(id, token)
    board.clock.advance(60 * MINUTE)
    const before = await onPaper('改时屏')
    board.deps.store.tx((write) =>
      write.screen.addVersion({
        ...{ screenId: id, number: 2, accountId: byAccount(), at: board.clock.now() },
        definition: television({
          unitId: board.deps.store.read.unit.list()[0]?.id ?? '',
          name: '改时屏',
          openingHours: [],
        }),
      }),
    )
    board.clock.advance(MINUTE)
    const after = await onPaper('改时屏')
    expect([before?.openMinutes, after?.openMinutes]).toEqual([0, 1])
  })

  it('the day after the display has ended is none of its days', async () => {
    const { id, token } = await pairedScreen('末日屏')
    const lastDay = display.lastDay
    const midnight = Date.parse(`${lastDay}T16:00:00.000Z`)
    board.clock.advance(midnight - 2 * MINUTE - Date.parse(board.clock.now()))
    board.clock.advance(MINUTE)
    await tell(id, token, [quarter()])
    board.clock.advance(2 * MINUTE)
    await passed(id, token)
    expect(await onPaper('末日屏', false)).toMatchObject({
      days: 1,
      shownMinutes: 15,
      lastAt: new Date(midnight - MINUTE).toISOString(),
    })
  })
})
