import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardHome, PublicEdition, SearchAnswer } from '../../../server/display/views.ts'
import type { AuditEventView, AuditProof } from '../../../server/audit/views.ts'
import type { NoticeDetail, Page } from '../../../server/notice/views.ts'
import type { DeskStatus } from '../../../server/office/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  submitAndApprove,
  writeDraft,
} from '../../support/publish-flow.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})
afterEach(() => board.close())

const status = async () => (await staff.handler.get<DeskStatus>('/api/desk/status')).body.clock

/** Puts the clock right; that is a jump ahead, which locks every desk until its person is back. */
async function setClock(instant: string): Promise<void> {
  board.clock.set(instant)
  for (const desk of Object.values(staff)) await desk.post('/api/desk/session/unlock', { password: PASSWORD })
}

/** Publishes; under a clock in doubt only after somebody has looked at it and confirmed it. */
async function publish(title: string): Promise<NoticeDetail> {
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('河西村停电。'),
    catalogueItemId,
  })
  const submissionHash = await submitAndApprove(staff, id, revision)
  const doubtful = !(await status()).trusted
  const path = `/api/desk/notices/${id}/publish`
  if (doubtful) {
    const refused = await staff.handler.post<{ code: string }>(path, { submissionHash })
    expect([refused.status, refused.body.code]).toEqual([409, 'notice.clock-doubtful'])
  }
  const published = await staff.handler.post<NoticeDetail>(path, { submissionHash, clockConfirmed: doubtful })
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  return published.body
}

describe('a computer whose clock was set back', () => {
  it('is told to everybody at the desk', async () => {
    expect(await status()).toMatchObject({ trusted: true })
    board.clock.set('2000-01-01T00:00:00.000Z')
    expect(await status()).toEqual({
      now: '2000-01-01T00:00:00.000Z',
      trusted: false,
      newestRecord: '2026-11-23T01:42:00.000Z',
    })
  })

  it('stays in doubt after the first event under the false time, until the clock is right again', async () => {
    board.clock.set('2000-01-01T00:00:00.000Z')
    await publish('停电通知')
    board.clock.advance(60_000)
    expect((await status()).trusted).toBe(false)
    const doubted = board.deps.store.read.audit.page(null, 100).filter((event) => event.at < '2026')
    expect(doubted.length).toBeGreaterThan(3)
    for (const event of doubted) expect(event.detail['clockDoubt'], event.action).toBe(true)

    await setClock('2026-11-23T02:00:00.000Z')
    expect((await status()).trusted).toBe(true)
    await staff.handler.post('/api/desk/notices', {})
    expect(board.deps.store.read.audit.newest()?.detail).toEqual({})
  })

  it('hides nothing: what was published stays, and what is published now is seen', async () => {
    const before = await publish('先前的通知')
    board.clock.set('2000-01-01T00:00:00.000Z')
    const after = await publish('此后的通知')
    const visitor = board.visitor()
    const home = await visitor.get<BoardHome>('/api/public/home')
    expect(home.body.newest.map((row) => row.title)).toEqual(['此后的通知', '先前的通知'])
    expect(home.body.asOf).toBe('2000-01-01T00:00:00.000Z')
    for (const notice of [before, after]) {
      const shown = await visitor.get<PublicEdition>(
        `/api/public/notice?index=${encodeURIComponent(notice.indexNumber ?? '')}`,
      )
      expect(shown.body.hash).toBe(notice.submission?.hash)
    }
    expect(
      (await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent('停电')}`)).body.total,
    ).toBe(2)
    expect(before.indexNumber).not.toBe(after.indexNumber)
  })

  it('never takes an index number twice, whatever year the clock says', async () => {
    const numbers = new Set<string | null>()
    for (const instant of [
      '2026-11-23T01:42:00.000Z',
      '2025-01-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2025-02-01T00:00:00.000Z',
    ]) {
      await setClock(instant)
      numbers.add((await publish('通知')).indexNumber)
    }
    expect(numbers.size).toBe(4)
  })

  it('a time exactly equal to the newest record is no doubt', async () => {
    await staff.handler.post('/api/desk/notices', {})
    expect((await status()).trusted).toBe(true)
    expect(board.deps.store.read.audit.newest()?.detail).toEqual({})
  })
})

describe('the log at the desk', () => {
  it('is read page by page, newest first, whole, by everybody', async () => {
    for (let index = 0; index < 120; index++) await staff.handler.post('/api/desk/notices', {})
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: { body: Page<AuditEventView> } = await staff.reviewer.get(
        `/api/desk/audit${cursor === null ? '' : `?cursor=${cursor}`}`,
      )
      seen.push(...page.body.items.map((event) => event.sequence))
      cursor = page.body.next
    } while (cursor !== null)
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
    const proof = await staff.reviewer.get<AuditProof>('/api/desk/audit/proof')
    expect(proof.body).toEqual({ intact: true, events: seen.length, firstBroken: null })
  })

  it('tells where it was tampered with', async () => {
    board.deps.store.database.exec(
      "DROP TRIGGER audit_event_no_update; UPDATE audit_event SET actor_name = '别人' WHERE sequence = 3",
    )
    const proof = await staff.reviewer.get<AuditProof>('/api/desk/audit/proof')
    expect(proof.body).toMatchObject({ intact: false, firstBroken: 3 })
  })
})
