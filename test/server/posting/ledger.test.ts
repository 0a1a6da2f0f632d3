import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoard } from '../../../server/cli/check-board.ts'
import { recordPrint } from '../../../server/notice/recall/record-print.ts'
import type { BoardView, PostingRulesView, PostingView, PostingWork } from '../../../server/posting/views.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../support/edition-flow.ts'
import { act, addBoard, hang, onePanel, photograph, plan } from '../../support/posting-flow.ts'
import { paragraphs } from '../../support/publish-flow.ts'

let flow: EditionFlow
let hall: string
let noticeId: string

beforeEach(async () => {
  flow = await openEditionFlow()
  hall = await addBoard(flow.staff, 'township', '大厅公开栏')
  noticeId = (await flow.publish()).id
})
afterEach(async () => {
  await flow.board.deps.work.close()
  flow.board.close()
})

const desk = () => flow.staff.handler
const day = (date: string) => flow.board.clock.set(`${date}T01:42:00.000Z`)
const work = async () => (await desk().get<PostingWork>('/api/desk/posting-work')).body
const sheets = async () => (await desk().get<PostingView[]>(`/api/desk/postings?notice=${noticeId}`)).body
const kinds = (sheet: PostingView) => sheet.events.map(({ kind }) => kind).join(' ')
const A4 = { width: 210, height: 297 }

describe('the life of a sheet in the ledger', () => {
  it('is planned, put up, looked after, damaged, put up again and taken down, each by whom and when', async () => {
    const planned = (await plan(desk(), noticeId, hall, '2026-11-24')).body
    expect(planned).toMatchObject({ state: 'PLANNED', plannedOn: '2026-11-24', postedOn: null })
    expect((await work()).hang).toEqual([])
    day('2026-11-24')
    expect((await work()).hang.map(({ id }) => id)).toEqual([planned.id])
    await act(desk(), planned.id, 'posted', { on: '2026-11-24', witness: '孙平', note: '贴左上' })
    day('2026-11-26')
    await act(desk(), planned.id, 'checked', { on: '2026-11-25', note: '' })
    await act(desk(), planned.id, 'damaged', { on: '2026-11-26', note: '被雨打湿' })
    await act(desk(), planned.id, 'reposted', { on: '2026-11-26', note: '' })
    const gone = await act(desk(), planned.id, 'removed', { on: '2026-11-26', reason: '', note: '换新' })
    expect(gone.body).toMatchObject({ state: 'REMOVED', witness: '孙平', removedOn: '2026-11-26' })
    expect(kinds(gone.body)).toBe('PLANNED POSTED CHECKED DAMAGED REPOSTED REMOVED')
    expect(gone.body.events.every(({ by, at }) => by === '周敏' && at !== '')).toBe(true)
    expect(gone.body.events.map(({ note }) => note)).toEqual(['', '贴左上', '', '被雨打湿', '', '换新'])
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('refuses every step that does not follow, and days before the step before', async () => {
    const { id } = await hang(desk(), noticeId, hall, '2026-11-23')
    expect((await act(desk(), id, 'reposted', { on: '2026-11-23', note: '' })).body).toMatchObject({
      code: 'posting.wrong-state',
      params: { state: 'POSTED', action: 'REPOST' },
    })
    day('2026-11-25')
    await act(desk(), id, 'checked', { on: '2026-11-25', note: '' })
    const before = await act(desk(), id, 'damaged', { on: '2026-11-24', note: '' })
    expect(before.body).toMatchObject({
      code: 'posting.date-invalid',
      params: { earliest: '2026-11-25' },
    })
    const removal = { on: '2026-11-24', reason: '', note: '' }
    expect((await act(desk(), id, 'removed', removal)).body.code).toBe('posting.date-invalid')
    await act(desk(), id, 'removed', { ...removal, on: '2026-11-25' })
    expect((await act(desk(), id, 'checked', { on: '2026-11-25', note: '' })).body.code).toBe(
      'posting.wrong-state',
    )
  })

  it('is written by handler and deputy leader only', async () => {
    const answer = await plan(flow.staff.reviewer, noticeId, hall, '2026-11-24')
    expect([answer.status, answer.body.code]).toEqual([403, 'trust.role-missing'])
  })

  it('a plan is not made twice, not for a day gone by, and is dropped only with a reason', async () => {
    const { id } = (await plan(desk(), noticeId, hall, '2026-11-24')).body
    expect((await plan(desk(), noticeId, hall, '2026-11-25')).body.code).toBe('posting.planned-already')
    expect((await plan(desk(), noticeId, hall, '2026-11-22')).body.code).toBe('posting.date-past')
    expect((await act(desk(), id, 'cancelled', { reason: ' ' })).body.code).toBe('posting.reason-required')
    expect((await act(desk(), id, 'cancelled', { reason: '改贴门口' })).body.state).toBe('CANCELLED')
    expect((await plan(desk(), noticeId, hall, '2026-11-25')).status).toBe(200)
  })

  it('recorded at the notice carries out what was planned there, under the same id', async () => {
    const { id } = (await plan(desk(), noticeId, hall, '2026-11-23')).body
    await desk().post(`/api/desk/notices/${noticeId}/postings`, { boardId: hall, postedOn: '2026-11-23' })
    expect((await sheets()).map((sheet) => [sheet.id, sheet.state])).toEqual([[id, 'POSTED']])
    expect((await plan(desk(), noticeId, hall, '2026-11-24')).body.code).toBe('posting.already-there')
  })
})

describe('a sheet that was printed here', () => {
  it('bears the number of its pages', async () => {
    const { deps } = flow.board
    const [edition] = deps.store.read.edition.ofNotice(noticeId)
    recordPrint(deps, { id: 'x', name: '周敏' }, edition?.hash ?? '', { pages: 3 })
    expect((await hang(desk(), noticeId, hall, '2026-11-23')).pages).toBe(3)
  })
})

describe('when the notice changes', () => {
  it('what was planned is put up in the new edition, at the same place', async () => {
    const { panels } = await onePanel(desk(), hall)
    const spot = { panelId: panels[0]?.id, x: 10, y: 10, ...A4 }
    await plan(desk(), noticeId, hall, '2026-11-25', spot)
    await flow.publishNext(noticeId, { body: paragraphs('改期。') })
    expect(
      (await sheets()).map(({ state, editionNumber, spot: at }) => [state, editionNumber, at?.x]),
    ).toEqual([
      ['PLANNED', 2, 10],
      ['CANCELLED', 1, 10],
    ])
    expect((await checkBoard(flow.board.deps)).faults).toEqual([])
  })

  it('what was planned of a notice that is taken down is not put up', async () => {
    await plan(desk(), noticeId, hall, '2026-11-25')
    await flow.withdraw(noticeId, { reason: 'PUBLISHED_IN_ERROR' })
    expect((await sheets()).map(({ state }) => state)).toEqual(['CANCELLED'])
    expect((await work()).hang).toEqual([])
  })

  it('a corrected sheet is stale and should be down at once, without being early', async () => {
    const { id } = await hang(desk(), noticeId, hall, '2026-11-23')
    await flow.publishNext(noticeId, { body: paragraphs('更正。') })
    const [sheet] = (await work()).takeDown
    expect(sheet).toMatchObject({ id, stale: 'CORRECTED', dueDownReason: 'CORRECTED', minimum: null })
    const gone = await act(desk(), id, 'removed', { on: '2026-11-23', reason: '', note: '' })
    expect(gone.body.early).toBeNull()
    expect((await flow.tasks()).recalls).toEqual([])
  })

  it('a second sheet within its days keeps the first one live (S2)', async () => {
    const first = await hang(desk(), noticeId, hall, '2026-11-23')
    const change = { kind: 'UPDATE', note: '改期。' } as const
    await flow.publishNext(noticeId, { body: paragraphs('改期。'), change })
    await hang(desk(), noticeId, hall, '2026-11-23')
    const both = await sheets()
    expect(both.map(({ editionNumber, state, stale }) => [editionNumber, state, stale])).toEqual([
      [2, 'POSTED', null],
      [1, 'POSTED', null],
    ])
    expect(both.at(-1)?.id).toBe(first.id)
  })
})

describe('the local rule of how long a sheet stays up (S2)', () => {
  const rule = {
    regime: 'GOV',
    effectiveFrom: '2026-11-23',
    days: 10,
    unit: 'day',
    basis: '县里规定',
    verified: 'UNVERIFIED',
  }
  const set = (change = {}) =>
    flow.staff.deputyLeader.json<PostingRulesView & Refused>('PUT', '/api/desk/posting-rules', {
      ...rule,
      ...change,
    })

  it('is none until somebody sets one; what is offered says that it is unverified', async () => {
    const { body } = await desk().get<PostingRulesView>('/api/desk/posting-rules')
    expect(body.rules).toEqual([])
    expect(new Set(body.offered.map(({ verified }) => verified))).toEqual(new Set(['UNVERIFIED']))
    expect((await hang(desk(), noticeId, hall, '2026-11-23')).minimum).toBeNull()
  })

  it('holds for what is put up from its day on, and an earlier removal needs a reason', async () => {
    expect((await set()).body.rules).toHaveLength(1)
    const { id, minimum, dueDownFrom } = await hang(desk(), noticeId, hall, '2026-11-23')
    expect(minimum).toMatchObject({ lastDay: '2026-12-03', source: 'LOCAL_RULE', verified: 'UNVERIFIED' })
    expect(dueDownFrom).toBeNull()
    day('2026-12-03')
    const removal = { on: '2026-12-03', reason: '', note: '' }
    expect((await act(desk(), id, 'removed', removal)).body.code).toBe('posting.early-removal')
    // Ended from tomorrow on, it still holds for what hangs.
    await set({ days: null, effectiveFrom: '2026-12-04' })
    day('2026-12-04')
    expect((await act(desk(), id, 'removed', { ...removal, on: '2026-12-04' })).body.early).toBeNull()
  })

  it('needs a basis, never reaches back, and is not set by a handler', async () => {
    expect((await set({ basis: ' ' })).body.code).toBe('posting.rule-invalid')
    expect((await set({ effectiveFrom: '2026-11-22' })).body.code).toBe('posting.date-past')
    expect((await desk().json('PUT', '/api/desk/posting-rules', rule)).status).toBe(403)
  })
})

describe('panels and places', () => {
  const board = async () => (await desk().get<BoardView>(`/api/desk/boards/${hall}`)).body
  const panelsOf = async (panels: readonly object[], revision?: number) =>
    desk().json<BoardView & Refused>('PUT', `/api/desk/boards/${hall}/panels`, {
      revision: revision ?? (await board()).panelsRevision,
      panels,
    })

  it('of two people who set the panels of a board the later one is told, and no panel is lost', async () => {
    const { panels, panelsRevision } = await onePanel(desk(), hall)
    const seen = panels.map(({ id, name, width, height }) => ({ id, name, width, height }))
    const more = await panelsOf(
      [...seen, { id: null, name: '右栏', width: 900, height: 900 }],
      panelsRevision,
    )
    expect(more.body.panels).toHaveLength(2)
    const late = await panelsOf(seen, panelsRevision)
    expect([late.status, late.body.code]).toEqual([409, 'board.panels-changed'])
    expect((await board()).panels.map(({ name }) => name)).toEqual(['左栏', '右栏'])
  })

  it('a sheet laid on a panel takes one of its places, and another cannot lie over it', async () => {
    const empty = await onePanel(desk(), hall)
    const panelId = empty.panels[0]?.id ?? ''
    expect(empty.free[panelId]).toBe(10)
    const { id } = (await plan(desk(), noticeId, hall, '2026-11-24', { panelId, x: 10, y: 10, ...A4 })).body
    expect((await board()).free[panelId]).toBe(9)
    const other = await flow.publish({ title: '停水通知' })
    const over = { panelId, x: 100, y: 100, ...A4 }
    expect((await plan(desk(), other.id, hall, '2026-11-24', over)).body.code).toBe('posting.spot-taken')
    const out = { panelId, x: 1000, y: 0, ...A4 }
    expect((await plan(desk(), other.id, hall, '2026-11-24', out)).body.code).toBe('posting.spot-outside')
    const place = `/api/desk/board-places?board=${hall}&width=210&height=297`
    const free = (await desk().get<{ spot: object }>(place)).body.spot
    expect(free).toMatchObject({ x: 230, y: 10 })
    expect((await plan(desk(), other.id, hall, '2026-11-24', free)).status).toBe(200)
    expect((await act(desk(), id, 'spot', { spot: null })).body.spot).toBeNull()
  })

  it('a place is free for a sheet that comes when the one that lies there should be gone', async () => {
    const { panels } = await onePanel(desk(), hall)
    const spot = { panelId: panels[0]?.id, x: 10, y: 10, ...A4 }
    const old = (await plan(desk(), noticeId, hall, '2026-11-23', spot)).body
    await act(desk(), old.id, 'posted', { on: '2026-11-23', witness: '', note: '' })
    await flow.withdraw(noticeId, { reason: 'PUBLISHED_IN_ERROR' })
    const next = await flow.publish({ title: '停水通知' })
    expect((await plan(desk(), next.id, hall, '2026-11-24', spot)).status).toBe(200)
  })

  it('a panel with sheets on it does not go and does not shrink under them; its former size stays on record', async () => {
    const { panels } = await onePanel(desk(), hall)
    const id = panels[0]?.id ?? ''
    await plan(desk(), noticeId, hall, '2026-11-24', { panelId: id, x: 600, y: 10, ...A4 })
    expect((await panelsOf([])).body).toMatchObject({ code: 'board.panel-in-use', params: { name: '左栏' } })
    const smaller = { id, name: '左栏', width: 800, height: 900 }
    expect((await panelsOf([smaller])).body.code).toBe('board.panel-in-use')
    expect((await panelsOf([{ ...smaller, width: 50 }])).body.code).toBe('board.panel-size')
    expect((await panelsOf([{ ...smaller, id: 'none' }])).body.code).toBe('board.panel-not-found')
    const wider = await panelsOf([
      { id: null, name: '右栏', width: 600, height: 900 },
      { ...smaller, width: 1500 },
    ])
    expect(wider.body.panels.map(({ name, position, width }) => [name, position, width])).toEqual([
      ['右栏', 0, 600],
      ['左栏', 1, 1500],
    ])
    const sizes = flow.board.deps.store.database
      .prepare('SELECT width FROM panel_geometry WHERE panel_id = ? ORDER BY sequence')
      .pluck()
    expect(sizes.all(id)).toEqual([1200, 1500])
  })
})

describe('the evidence', () => {
  it('says that the clock was in doubt when it was', async () => {
    flow.board.clock.set('2026-11-23T01:00:00.000Z')
    const { id } = await hang(desk(), noticeId, hall, '2026-11-23')
    const photo = await photograph(desk(), id, 'POSTED')
    expect(photo.body.photos[0]?.clockDoubtful).toBe(true)
    const doubt = flow.board.deps.store.database.prepare('SELECT clock_doubtful FROM posting_detail').pluck()
    expect(doubt.get()).toBe(1)
  })

  it('cannot be changed, and what was written past the program shows in the check', async () => {
    const { id } = await hang(desk(), noticeId, hall, '2026-11-23')
    const { database } = flow.board.deps.store
    expect(() => database.exec(`UPDATE posting_detail SET witness = '张三'`)).toThrow('append-only')
    expect(() => database.exec('DELETE FROM posting')).toThrow('append-only')
    const by = (database.prepare('SELECT id FROM account LIMIT 1').pluck().get() as string) ?? ''
    database
      .prepare(
        `INSERT INTO posting_event (posting_id, kind, on_day, note, clock_doubtful, account_id, at)
         VALUES (?, 'REPOSTED', '2026-11-23', '', 0, ?, '2026-11-23T02:00:00.000Z')`,
      )
      .run(id, by)
    expect((await checkBoard(flow.board.deps)).faults).toEqual([
      { code: 'POSTING_LEDGER_WRONG', subject: id },
    ])
  })
})
