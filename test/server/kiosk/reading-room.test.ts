import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SheetRequest, VisitLog, VisitTicket, WaitingSheets } from '../../../server/kiosk/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, PASSWORD, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

const ROOM = '/api/public/reading-room'
const RULES = { idleSeconds: 90, warningSeconds: 20, attract: true }

let board: TestBoard
let staff: Staff
let glass: DeskClient
let notice: NoticeDetail

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 600 })
  staff = await setUpOffice(board.desk)
  glass = board.visitor()
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = await writeDraft(staff.handler, {
    title: '关于停电检修的通知',
    body: paragraphs('九时停电。'),
    catalogueItemId,
  })
  notice = await publishDraft(staff, draft.id, draft.revision)
  await openRoom(true)
})

afterEach(() => board.close())

const openRoom = (readingRoom: boolean) =>
  staff.administrator.json('PUT', '/api/desk/kiosk/settings', { ...RULES, readingRoom })
const begin = async () => {
  board.clock.advance(5000)
  return (await glass.post<VisitTicket & RefusalBody>(`${ROOM}/visits`, { purpose: 'SUPERVISION' })).body
}
const material = (ticket: string, index: string) =>
  glass.post<RefusalBody>(`${ROOM}/materials`, { ticket, index })
const sheet = (ticket: string, hash: string) => glass.post<RefusalBody>(`${ROOM}/sheets`, { ticket, hash })
const log = async () =>
  (await staff.handler.get<VisitLog>('/api/desk/reading-room/visits?from=2026-11-01&to=2026-11-30')).body

describe('A visit of the reading room', () => {
  it('is written from the glass with day, time, purpose and what was opened, and asks for no name', async () => {
    const { ticket } = await begin()
    const index = notice.indexNumber ?? ''
    expect((await material(ticket, index)).status).toBe(200)
    expect((await material(ticket, index)).status).toBe(200)
    expect((await log()).visits).toMatchObject([
      {
        ...{ onDay: '2026-11-23', purpose: 'SUPERVISION', name: null, by: null, pages: 0 },
        materials: [{ indexNumber: index, title: '关于停电检修的通知' }],
      },
    ])
    const named = await glass.post<RefusalBody>(`${ROOM}/visits`, { purpose: 'OTHER', name: '张三' })
    expect(named.body.code).toBe('request.invalid')
  })

  it('is entered at the desk with a name, which is shown to staff only and erased when its time is over', async () => {
    const entered = { purpose: 'RESEARCH', name: '张三', note: '镇志' }
    expect((await staff.handler.post('/api/desk/reading-room/visits', entered)).status).toBe(200)
    expect((await log()).visits[0]).toMatchObject({ name: '张三', by: '周敏', note: '镇志' })
    expect(
      (await staff.reviewer.get<RefusalBody>('/api/desk/reading-room/visits?from=2026-11-01&to=2026-11-30'))
        .body.code,
    ).toBe('trust.role-missing')
    board.clock.set('2027-01-02T01:00:00.000Z')
    await staff.handler.post('/api/desk/session/unlock', { password: PASSWORD })
    const later = await log()
    expect(later, JSON.stringify(later)).toHaveProperty('oldNames')
    const { oldNames, oldBefore } = later
    expect({ oldNames, oldBefore }).toEqual({ oldNames: 1, oldBefore: '2026-12-03' })
    const erase = (before: string) =>
      staff.handler.post<{ erased: number } & RefusalBody>('/api/desk/reading-room/erase-names', { before })
    expect((await erase('2027-01-10')).body.code).toBe('kiosk.names-too-new')
    expect((await erase(oldBefore)).body).toEqual({ erased: 1 })
    expect((await log()).visits[0]).toMatchObject({ name: null, purpose: 'RESEARCH' })
    expect(JSON.stringify(board.deps.store.read.audit.ofSubject('kiosk', 'kiosk'))).not.toContain('张三')
  })

  it('is not there when the office has not opened the room, nor with a guessed ticket', async () => {
    const { ticket } = await begin()
    expect((await material('guessed', notice.indexNumber ?? '')).body.code).toBe('kiosk.visit-ended')
    await openRoom(false)
    expect((await begin()).code).toBe('kiosk.reading-room-off')
    expect((await material(ticket, notice.indexNumber ?? '')).body.code).toBe('kiosk.reading-room-off')
  })

  it('cannot be used to fill the disk from the network', async () => {
    const { ticket } = await begin()
    const soon = await glass.post<RefusalBody>(`${ROOM}/visits`, { purpose: 'OTHER' })
    expect(soon.body.code).toBe('kiosk.visits-too-many')
    expect((await material(ticket, 'x/2026-1')).body.code).toBe('notice.not-found')
    for (let number = 0; number < 110; number++) await begin()
    expect((await log()).visits).toHaveLength(100)
  })

  it('stays open at the glass when another computer of the network uses up what it may', async () => {
    const script = board.visitor('192.168.1.66')
    for (let number = 0; number < 110; number++) {
      board.clock.advance(3000)
      await script.post(`${ROOM}/visits`, { purpose: 'OTHER' })
    }
    expect((await log()).visits).toHaveLength(100)
    expect((await begin()).code).toBeUndefined()
    const phone = board.visitor('192.168.1.20')
    expect((await phone.post<RefusalBody>(`${ROOM}/visits`, { purpose: 'OTHER' })).status).toBe(200)
  })

  it('is begun no more from the network after four hundred of a day, and still at the glass', async () => {
    for (const computer of [1, 2, 3, 4, 5]) {
      const script = board.visitor(`192.168.1.${computer}`)
      for (let number = 0; number < 100; number++) {
        board.clock.advance(3000)
        await script.post(`${ROOM}/visits`, { purpose: 'OTHER' })
      }
    }
    expect((await log()).visits).toHaveLength(400)
    expect((await begin()).code).toBeUndefined()
  })

  it('loses name and note for good when they are erased: they are in no file any more', async () => {
    const entered = { purpose: 'RESEARCH', name: '欧阳秘', note: '查丈夫李某的处分' }
    await staff.handler.post('/api/desk/reading-room/visits', entered)
    await staff.handler.post('/api/desk/reading-room/visits', { ...entered, name: '', note: '镇志' })
    const { database } = board.deps.store
    database.pragma('wal_checkpoint(TRUNCATE)')
    const found = (words: string) =>
      readdirSync(board.dataFolder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(words))
        .map(({ name }) => name)
    expect(found('欧阳秘')).toEqual(['board.sqlite3'])
    board.clock.advance(3 * 24 * 60 * 60_000)
    await staff.handler.post('/api/desk/session/unlock', { password: PASSWORD })
    const erased = await staff.handler.post('/api/desk/reading-room/erase-names', { before: '2026-11-26' })
    expect(erased.body).toEqual({ erased: 2 })
    expect([...found('欧阳秘'), ...found('李某的处分')]).toEqual([])
    expect((await log()).visits).toMatchObject([
      { name: null, note: '' },
      { name: null, note: '' },
    ])
  })

  it('loses its name also when a clock that went ahead has put it into a year that is not yet here', async () => {
    board.clock.set('2036-11-22T02:00:00.000Z')
    await staff.handler.post('/api/desk/session/unlock', { password: PASSWORD })
    const entered = { purpose: 'RESEARCH', name: '孙平', note: '' }
    expect((await staff.handler.post('/api/desk/reading-room/visits', entered)).status).toBe(200)
    board.clock.set('2026-11-24T02:00:00.000Z')
    await staff.handler.post('/api/desk/session/unlock', { password: PASSWORD })
    const { oldNames, oldBefore } = await log()
    expect(oldNames).toBe(1)
    const erased = await staff.handler.post('/api/desk/reading-room/erase-names', { before: oldBefore })
    expect(erased.body).toEqual({ erased: 1 })
  })
})

describe('A print in the reading room', () => {
  it('asked for by a script in the network does not bury what waits at the desk', async () => {
    const { ticket } = await begin()
    const script = board.visitor('192.168.1.66')
    const hash = notice.submission?.hash ?? ''
    const refused: string[] = []
    for (let number = 0; number < 30; number++) {
      board.clock.advance(3000)
      const visit = await script.post<VisitTicket>(`${ROOM}/visits`, { purpose: 'OTHER' })
      const asked = await script.post<RefusalBody>(`${ROOM}/sheets`, { ticket: visit.body.ticket, hash })
      if (asked.status !== 200) refused.push(asked.body.code)
    }
    expect(refused).toEqual(Array<string>(10).fill('kiosk.sheets-waiting'))
    expect((await sheet(ticket, hash)).status).toBe(200)
    const { sheets, waiting } = (await staff.handler.get<WaitingSheets>('/api/desk/reading-room/waiting'))
      .body
    expect([sheets.length, waiting]).toEqual([21, 21])
    const newest = sheets[0]?.id ?? ''
    expect(
      sheets
        .map(({ id }) => id)
        .toSorted()
        .at(-1),
    ).toBe(newest)
    // One of its own decided on, and it may ask for one more.
    await staff.handler.post(`/api/desk/reading-room/sheets/${sheets[1]?.id ?? ''}`, { release: false })
    board.clock.advance(3000)
    const visit = await script.post<VisitTicket>(`${ROOM}/visits`, { purpose: 'OTHER' })
    expect((await script.post(`${ROOM}/sheets`, { ticket: visit.body.ticket, hash })).status).toBe(200)
  })

  it('is only asked for at the glass; the clerk lets it, and only then is there a job', async () => {
    const { ticket } = await begin()
    const hash = notice.submission?.hash ?? ''
    expect((await sheet(ticket, hash)).status).toBe(200)
    expect((await sheet(ticket, hash)).status).toBe(200)
    const waiting = async () =>
      (await staff.handler.get<WaitingSheets>('/api/desk/reading-room/waiting')).body.sheets
    const [asked] = await waiting()
    expect(await waiting()).toHaveLength(1)
    expect(asked).toMatchObject({ title: '关于停电检修的通知', outcome: null, printJobId: null })
    expect((await staff.handler.get<unknown[]>('/api/desk/print/jobs')).body).toEqual([])
    const decide = (desk: DeskClient, release: boolean) =>
      desk.post<SheetRequest & RefusalBody>(`/api/desk/reading-room/sheets/${asked?.id ?? ''}`, { release })
    expect((await decide(staff.reviewer, true)).body.code).toBe('trust.role-missing')
    const released = (await decide(staff.handler, true)).body
    expect(released).toMatchObject({ outcome: 'RELEASED', pages: 0 })
    expect((await staff.handler.get<{ id: string }[]>('/api/desk/print/jobs')).body).toMatchObject([
      { id: released.printJobId },
    ])
    expect((await decide(staff.handler, false)).body.code).toBe('kiosk.sheet-decided')
    expect(await waiting()).toEqual([])
    expect((await log()).visits[0]?.sheets).toMatchObject([{ outcome: 'RELEASED' }])
  })

  it('of what was withdrawn meanwhile is refused, and of what is not public is not even noted', async () => {
    const { ticket } = await begin()
    const hash = notice.submission?.hash ?? ''
    await sheet(ticket, hash)
    expect((await sheet(ticket, 'f'.repeat(64))).body.code).toBe('notice.not-found')
    const reason = { reason: 'PUBLISHED_IN_ERROR', note: '更正后重新发布。', hideTitle: false }
    const withdrawn = await staff.handler.post(`/api/desk/notices/${notice.id}/withdraw`, reason)
    expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200)
    const [asked] = (await staff.handler.get<WaitingSheets>('/api/desk/reading-room/waiting')).body.sheets
    const decided = await staff.handler.post<RefusalBody>(
      `/api/desk/reading-room/sheets/${asked?.id ?? ''}`,
      { release: true },
    )
    expect(decided.status).toBe(404)
  })

  it('is declined without a job', async () => {
    const { ticket } = await begin()
    await sheet(ticket, notice.submission?.hash ?? '')
    const [asked] = (await staff.handler.get<WaitingSheets>('/api/desk/reading-room/waiting')).body.sheets
    const declined = await staff.handler.post<SheetRequest>(
      `/api/desk/reading-room/sheets/${asked?.id ?? ''}`,
      { release: false },
    )
    expect(declined.body).toMatchObject({ outcome: 'DECLINED', printJobId: null })
  })
})
