import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmergencyPublished } from '../../../../server/notice/emergency/publish-emergency.ts'
import type { EmergencyView } from '../../../../server/notice/emergency/views.ts'
import { publicationFaults } from '../../../../server/cli/check-publications.ts'
import { importVillageCatalogue, paragraphs } from '../../../support/publish-flow.ts'
import { hire, onNotice } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let notice: ReturnType<typeof onNotice>

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const item = await importVillageCatalogue(staff.handler)
  const opened = await staff.handler.post<EmergencyView>('/api/desk/emergencies', {
    ...{ kind: 'RAINSTORM', event: '暴雨', unitId: 'township', itemId: item.id, startedAt: null },
  })
  expect(opened.status, JSON.stringify(opened.body)).toBe(201)
  const takeoverUntil = new Date(Date.parse(board.clock.now()) + 3_600_000).toISOString()
  const published = await staff.handler.post<EmergencyPublished>(
    `/api/desk/emergencies/${opened.body.id}/publish`,
    {
      ...{ title: '暴雨紧急通告', body: paragraphs('请立即转移。'), reason: '先发布后补审' },
      mark: { level: null, issuer: '', issuedAt: null, takeoverUntil },
    },
  )
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  notice = onNotice(published.body.noticeId)
})

afterEach(() => board.close())

describe('what one person published in an emergency', () => {
  it('is decided on afterwards by the same chain, through the same form, and hangs meanwhile', async () => {
    const { may, submission, state } = await notice.detail(staff.reviewer)
    expect([state, submission?.waitingFor.length, submission?.emergencyReason]).toEqual([
      'PUBLISHED',
      2,
      '先发布后补审',
    ])
    expect(may.decide).toEqual([{ kind: 'REVIEW', language: '', exception: false, afterTheFact: true }])
    const decided = await notice.decide(staff.reviewer, 'REVIEW')
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    expect(decided.body.state).toBe('PUBLISHED')
    expect(decided.body.submission?.decisions[0]).toMatchObject({ decision: 'APPROVED', afterTheFact: true })
    expect((await notice.decide(staff.reviewer, 'REVIEW')).body.code).toBe('notice.already-decided')
    expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).status).toBe(200)
    expect((await notice.detail(staff.secrecyReviewer)).may.decide).toEqual([])
    expect(publicationFaults(board.deps.store.database)).toEqual([])
  })

  it('is never decided on by who published it', async () => {
    expect((await notice.detail(staff.handler)).may.decide).toEqual([])
    expect((await notice.decide(staff.handler, 'REVIEW')).body.code).toBe('notice.author-may-not-decide')
  })

  it('stays as it hangs when it needs correcting; the reason is on record', async () => {
    const back = { decision: 'RETURNED', reason: '安置点写错' }
    const decided = await notice.decide(staff.reviewer, 'REVIEW', back)
    expect(decided.body).toMatchObject({ state: 'PUBLISHED', editions: [{ state: 'PUBLISHED' }] })
    expect(decided.body.submission?.decisions[0]).toMatchObject(back)
    expect(publicationFaults(board.deps.store.database)).toEqual([])
  })

  it('may have been written on since by a person who then decides on it no more', async () => {
    const both = await hire(board, staff, '赵二', ['HANDLER', 'REVIEWER'])
    await notice.post(both, 'revise')
    expect((await notice.decide(both, 'REVIEW')).body.code).toBe('notice.author-may-not-decide')
    // The next draft does not stand in the way of the review of what hangs.
    expect((await notice.decide(staff.reviewer, 'REVIEW')).body.state).toBe('DRAFT')
  })

  it('shows in the check when the log does not tell of an emergency', async () => {
    const { database } = board.deps.store
    database.exec(`DROP TRIGGER audit_event_no_update;
      UPDATE audit_event SET detail = json_remove(detail, '$.emergency') WHERE action = 'notice.publish'`)
    expect(publicationFaults(database)).toContainEqual({ code: 'EDITION_NOT_APPROVED', subject: '1' })
  })
})
