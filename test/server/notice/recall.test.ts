import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../../server/audit/record.ts'
import { checkBoard } from '../../../server/cli/check-board.ts'
import type { SheetData } from '../../../server/display/views.ts'
import type { NoticeRecord } from '../../../server/notice/archive/views.ts'
import { recordPrint } from '../../../server/notice/recall/record-print.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

let flow: EditionFlow
let hall: string
let village: string

async function addBoard(name: string): Promise<string> {
  const added = await flow.staff.administrator.post<Refused>('/api/desk/units/township/boards', {
    name,
    place: '办事大厅',
    regime: 'GOV',
  })
  expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
  return flow.board.deps.store.read.unit.boards().find((board) => board.name === name)?.id ?? ''
}

beforeEach(async () => {
  flow = await openEditionFlow()
  hall = await addBoard('大厅公开栏')
  village = await addBoard('门口公开栏')
})

afterEach(() => flow.board.close())

const post = (id: string, boardId: string, postedOn = '2026-11-23') =>
  flow.staff.handler.post<NoticeRecord & Refused>(`/api/desk/notices/${id}/postings`, { boardId, postedOn })

const tick = (entry: number, note = '') =>
  flow.staff.handler.post<Refused>(`/api/desk/recalls/${entry}/done`, { removedOn: '2026-11-23', note })

/** What printing writes, without a browser. */
function printed(detail: NoticeDetail): void {
  const subject = { kind: 'edition', id: detail.editions[0]?.hash ?? '' }
  const { deps } = flow.board
  deps.store.tx((write) =>
    record(deps, write, { id: 'x', name: '周敏' }, 'notice.print', subject, { pages: 1 }),
  )
}

describe('张贴', () => {
  it('is a fourth date beside 成文, 印发 and 发布', async () => {
    const { id } = await flow.publish({ documentDate: '2026-11-18', issueDate: '2026-11-20' })
    flow.board.clock.set('2026-11-25T01:00:00.000Z')
    const posted = await post(id, hall, '2026-11-24')
    expect(posted.body.dates).toEqual({
      documentDate: '2026-11-18',
      issueDate: '2026-11-20',
      publishDate: '2026-11-23',
      postedOn: '2026-11-24',
    })
  })

  it('is refused for a day to come, before publication, twice on one board, and on no board', async () => {
    const { id } = await flow.publish()
    expect((await post(id, hall, '2026-11-24')).body.code).toBe('posting.date-invalid')
    expect((await post(id, hall, '2026-11-22')).body.code).toBe('posting.date-invalid')
    expect((await post(id, 'none')).body.code).toBe('board.not-found')
    expect((await post(id, hall)).status).toBe(200)
    expect((await post(id, hall)).body.code).toBe('posting.already-there')
    const reviewer = await flow.staff.reviewer.post(`/api/desk/notices/${id}/postings`, {
      boardId: village,
      postedOn: '2026-11-23',
    })
    expect(reviewer.status).toBe(403)
  })

  it('that came down can be put up again', async () => {
    const { id } = await flow.publish()
    const [sheet] = (await post(id, hall)).body.postings
    const gone = { postingId: sheet?.id, removedOn: '2026-11-23' }
    expect((await flow.staff.handler.post(`/api/desk/notices/${id}/postings/removed`, gone)).status).toBe(200)
    const again = await flow.staff.handler.post<Refused>(`/api/desk/notices/${id}/postings/removed`, gone)
    expect(again.body.code).toBe('posting.not-found')
    expect((await post(id, hall)).status).toBe(200)
  })
})

describe('the recall list of a withdrawn notice', () => {
  it('names the boards it hangs on, and those a printed sheet may hang on', async () => {
    const detail = await flow.publish()
    printed(detail)
    await post(detail.id, hall)
    await flow.withdraw(detail.id, { reason: 'PUBLISHED_IN_ERROR' })
    const { recall } = await flow.record(detail.id)
    expect(recall.boards.map(({ board, posted, cause }) => [board.name, posted, cause]).sort()).toEqual([
      ['大厅公开栏', true, 'WITHDRAWN'],
      ['门口公开栏', false, 'WITHDRAWN'],
    ])
    expect(recall.kioskSince).not.toBeNull()
  })

  it('is empty when nothing was printed or put up', async () => {
    const { id } = await flow.publish()
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.record(id)).recall.boards).toEqual([])
  })

  it('is ticked off once, by day and note, and takes the posting with it', async () => {
    const { id } = await flow.publish()
    await post(id, hall)
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    const [open] = (await flow.tasks()).recalls
    expect((await tick(open?.id ?? 0, '已换下')).status).toBe(200)
    expect((await tick(open?.id ?? 0)).body.code).toBe('recall.already-done')
    expect((await tick(999)).body.code).toBe('recall.not-found')
    expect((await flow.tasks()).recalls).toEqual([])
    const kept = await flow.record(id)
    expect(kept.recall.boards[0]?.done).toEqual({ on: '2026-11-23', note: '已换下', by: '周敏' })
    expect(kept.postings[0]?.removedOn).toBe('2026-11-23')
  })

  it('says of each package that carried it how far its tombstone has come', async () => {
    const { id } = await flow.publish()
    await writePackageAt(flow.staff.handler)
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.record(id)).recall.packages).toEqual([
      { sequence: 1, editionNumber: 1, tombstone: { state: 'QUEUED' } },
    ])
    await writePackageAt(flow.staff.handler)
    expect((await flow.record(id)).recall.packages[0]?.tombstone).toEqual({ state: 'SENT', sequence: 2 })
  })
})

describe('old paper', () => {
  it('has to come down when a 更正 replaces it, and may hang when an 更新 does', async () => {
    const first = await flow.publish()
    await post(first.id, hall)
    await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河东村停电。'),
      change: { kind: 'UPDATE', note: '改期。' },
    })
    expect((await flow.tasks()).recalls).toEqual([])
    await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河北村停电。'),
      change: { kind: 'CORRECTION', note: '村名更正。' },
    })
    expect((await flow.tasks()).recalls).toMatchObject([
      { cause: 'CORRECTED', editionNumber: 1, posted: true },
    ])
  })

  it('that is asked for already is not asked for twice', async () => {
    const first = await flow.publish()
    await post(first.id, hall)
    await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河东村停电。'),
      change: { kind: 'CORRECTION', note: '村名更正。' },
    })
    await flow.withdraw(first.id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.tasks()).recalls).toHaveLength(1)
  })
})

describe('paper that comes to light late', () => {
  const corrected = async () => {
    const first = await flow.publish()
    flow.board.clock.set('2026-11-25T01:00:00.000Z')
    const next = await flow.publishNext(first.id, {
      body: paragraphs('因线路检修，河北村停电。'),
      change: { kind: 'CORRECTION', note: '村名更正。' },
    })
    return { id: first.id, old: next.editions.at(-1)?.hash ?? '' }
  }

  it('is put on record with its edition, and asked back at once when that was corrected or taken down', async () => {
    const { id } = await corrected()
    const late = (editionNumber: number, boardId: string, postedOn: string) =>
      flow.staff.handler.post<NoticeRecord & Refused>(`/api/desk/notices/${id}/postings`, {
        boardId,
        postedOn,
        editionNumber,
      })
    expect((await late(3, hall, '2026-11-23')).body.code).toBe('notice.edition-not-found')
    const first = await late(1, hall, '2026-11-23')
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(first.body.recall).toMatchObject({
      boards: [{ cause: 'CORRECTED', posted: true }],
      kioskSince: null,
    })
    await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR' })
    await late(2, village, '2026-11-25')
    expect((await flow.tasks()).recalls.map(({ cause, editionNumber }) => [cause, editionNumber])).toEqual([
      ['CORRECTED', 1],
      ['WITHDRAWN', 2],
    ])
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('says on every page that it was replaced, and is asked back when it is printed after its correction', async () => {
    const { id, old } = await corrected()
    const sheet = await flow.board.visitor().get<SheetData>(`/api/public/editions/${old}/sheet`)
    expect(sheet.body.supersededBy).toEqual({ editionNumber: 2, publishDate: '2026-11-25' })
    recordPrint(flow.board.deps, { id: 'x', name: '周敏' }, old, { pages: 1 })
    expect((await flow.record(id)).recall.boards.map(({ cause }) => cause)).toEqual([
      'CORRECTED',
      'CORRECTED',
    ])
  })

  it('is looked for on boards closed since it was printed, too', async () => {
    const first = await flow.publish()
    printed(first)
    await flow.staff.administrator.json('PATCH', `/api/desk/boards/${hall}`, { disabled: true })
    await flow.withdraw(first.id, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await flow.record(first.id)).recall.boards.map(({ board }) => board.name).sort()).toEqual([
      '大厅公开栏',
      '门口公开栏',
    ])
  })
})

describe('the kiosk', () => {
  it('still shows a notice of which only a former edition was taken down', async () => {
    const first = await flow.publish()
    await flow.publishNext(first.id, { change: { kind: 'UPDATE', note: '改期。' } })
    await flow.withdraw(first.id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })
    expect((await flow.record(first.id)).recall.kioskSince).toBeNull()
  })
})

describe('the check of the board', () => {
  it('finds altered sheets, ticks, expiries, notes and lives', async () => {
    const first = await flow.publish({ expiresAt: '2026-12-04T00:00:00.000Z' })
    await post(first.id, hall)
    await flow.withdraw(first.id, { reason: 'PUBLISHED_IN_ERROR' })
    const [open] = (await flow.tasks()).recalls
    await tick(open?.id ?? 0)
    const { deps } = flow.board
    const codes = async () => (await checkBoard(deps)).faults.map(({ code }) => code)
    expect(await codes()).toEqual([])
    const altered = async (trigger: string, table: string, wrong: string, right: string) => {
      const { sql } = deps.store.database
        .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
        .get(trigger) as {
        sql: string
      }
      deps.store.database.exec(`DROP TRIGGER ${trigger}; UPDATE ${table} SET ${wrong}`)
      const found = await codes()
      deps.store.database.exec(`UPDATE ${table} SET ${right}; ${sql}`)
      return found
    }
    const day = (name: string, on: string) => `${name} = '${on}'`
    expect(
      await altered(
        'posting_no_update',
        'posting',
        day('posted_on', '2026-11-01'),
        day('posted_on', '2026-11-23'),
      ),
    ).toContain('POSTING_NOT_LOGGED')
    expect(
      await altered(
        'recall_tick_no_update',
        'recall_tick',
        day('removed_on', '2026-11-24'),
        day('removed_on', '2026-11-23'),
      ),
    ).toContain('POSTING_NOT_LOGGED')
    for (const [wrong, right] of [
      ['expires_at = NULL', "expires_at = '2026-12-04T00:00:00.000Z'"],
      ["change_note = 'x'", "change_note = ''"],
      ["retain_until = '2026-12-31'", "retain_until = '2036-12-31'"],
      [
        "retention = 'YEARS_30', retain_until = '2056-12-31'",
        "retention = 'YEARS_10', retain_until = '2036-12-31'",
      ],
    ] as const) {
      expect(await altered('edition_record_no_update', 'edition_record', wrong, right), wrong).toEqual([
        'EDITION_RECORD_WRONG',
      ])
    }
    expect(await codes()).toEqual([])
  })
})
