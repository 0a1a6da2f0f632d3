import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  CertificatePaper,
  DisplayDetail,
  PublicDisplay,
} from '../../../server/display/public-display/views.ts'
import { publishDisplay } from '../../support/display-flow.ts'
import { importVillageCatalogue } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let itemId: string

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-03-02T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.administrator)).id
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

type Answer = DisplayDetail & { readonly code?: string; readonly params?: Record<string, unknown> }

const on = (day: string) => board.clock.set(`${day}T01:00:00.000Z`)
const act = async (who: keyof Staff, id: string, path: string, body: object) =>
  (await staff[who].post<Answer>(`/api/desk/displays/${id}/${path}`, body)).body
const phoned = (change: object = {}) => ({
  receivedOn: '2026-03-04',
  channel: 'PHONE',
  name: '陈某',
  contact: '',
  text: '面积有误',
  ...change,
})
const none = { kind: 'NO_OBJECTION', text: '公示期内未收到异议。' }

/** What the public reads of the display of a notice. */
async function told(indexNumber: string) {
  const path = `/api/public/display?index=${encodeURIComponent(indexNumber)}`
  return await board.visitor().get<PublicDisplay & { code?: string }>(path)
}

describe('what the records say of a display that was broken off', () => {
  const blown = { on: '2026-03-03', reason: '公开栏被风吹坏' }

  it('a gap that ended in a removal stays on the certificate, and the public reads since when it did not hang', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-04')
    await act('handler', display.id, 'interruption', blown)
    on('2026-03-06')
    await act('handler', display.id, 'removal', { reason: '名单有误' })
    const since = { on: '2026-03-03', reason: '公开栏被风吹坏；名单有误' }
    expect((await told(notice.indexNumber ?? '')).body.removal).toEqual(since)
    const paper = (await staff.handler.get<CertificatePaper>(`/api/desk/displays/${display.id}/certificate`))
      .body
    expect(paper.removal).toEqual(since)
    expect(paper.runs[0]).toMatchObject({
      gap: { kind: 'INTERRUPTED', on: '2026-03-03' },
      stop: { kind: 'REMOVED', on: '2026-03-06' },
    })
  })

  it('the public is told the last whole day of a former span', async () => {
    const { notice, display } = await publishDisplay(staff, itemId)
    on('2026-03-05')
    await act('handler', display.id, 'interruption', { ...blown, on: '2026-03-04' })
    await act('handler', display.id, 'runs', { startsOn: '2026-03-05', counting: 'ANEW', reason: '已修复' })
    expect((await told(notice.indexNumber ?? '')).body.earlier).toEqual([
      { startsOn: '2026-03-02', until: '2026-03-03', reason: '公开栏被风吹坏' },
    ])
  })

  it('is not put up again beyond the day on which its notice goes down', async () => {
    const { display } = await publishDisplay(staff, itemId, {}, { expiresAt: '2026-03-09T16:00:00.000Z' })
    on('2026-03-06')
    await act('handler', display.id, 'interruption', { ...blown, on: '2026-03-04' })
    const again = { startsOn: '2026-03-06', counting: 'ANEW', reason: '已修复' }
    expect((await act('handler', display.id, 'runs', again)).code).toBe('display.expires-early')
  })

  it('a result is not confirmed while a restored board waits for its confirmation', async () => {
    const { display } = await publishDisplay(staff, itemId)
    on('2026-03-10')
    const [result] = (await act('handler', display.id, 'results', none)).results
    board.deps.store.database.prepare('UPDATE instance SET restored_at = ?').run('2026-03-10T00:30:00.000Z')
    const decided = await act('reviewer', display.id, `results/${result?.id ?? ''}/decision`, {
      decision: 'CONFIRMED',
      reason: '',
    })
    expect(decided.code).toBe('office.restored-unconfirmed')
  })

  it('an objection is taken from the publication on, also before the first day', async () => {
    const { display } = await publishDisplay(staff, itemId, { startsOn: '2026-03-09' })
    const taken = await act('handler', display.id, 'objections', phoned({ receivedOn: '2026-03-02' }))
    expect(taken).toMatchObject({ state: 'SCHEDULED', objections: 1 })
    const early = phoned({ receivedOn: '2026-03-01' })
    expect((await act('handler', display.id, 'objections', early)).code).toBe('display.date-order')
  })
})
