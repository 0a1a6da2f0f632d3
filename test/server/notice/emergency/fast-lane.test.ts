import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import type { RuleView } from '../../../../server/duty/views.ts'
import type { TakeoverAnswer } from '../../../../server/display/takeover-view.ts'
import type { EmergencyPublished } from '../../../../server/notice/emergency/publish-emergency.ts'
import type {
  EmergencyCounts,
  EmergencyList,
  EmergencyNoticeView,
  EmergencyView,
} from '../../../../server/notice/emergency/views.ts'
import type { ExceptionsReport } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { hire, onNotice } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

const HOUR = 3_600_000
const ISSUER = '示例县气象台'

let board: TestBoard
let staff: Staff
let itemId: string

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
})
afterEach(() => board.close())

const later = (ms: number) => new Date(Date.parse(board.clock.now()) + ms).toISOString()
const open = (event = '暴雨') =>
  staff.handler.post<EmergencyView>('/api/desk/emergencies', {
    ...{ kind: 'RAINSTORM', event, unitId: 'township', itemId, startedAt: null },
  })
const publish = (id: string, change: object = {}) =>
  staff.handler.post<EmergencyPublished & { code: string; params: { indexNumber: string } }>(
    `/api/desk/emergencies/${id}/publish`,
    {
      ...{ title: '暴雨紧急通告', body: paragraphs('请立即转移。'), reason: '先发布后补审' },
      mark: { level: null, issuer: '', issuedAt: null, takeoverUntil: later(10 * HOUR) },
      ...change,
    },
  )
const end = (id: string) => staff.handler.post(`/api/desk/emergencies/${id}/end`, { reason: '预警解除' })
const held = async () =>
  (await board.visitor().get<TakeoverAnswer>('/api/public/emergency')).body.takeovers.length
const counts = async () => (await staff.handler.get<EmergencyCounts>('/api/desk/emergency-counts')).body
const list = async (desk = staff.handler) => (await desk.get<EmergencyList>('/api/desk/emergencies')).body
const firstWord = async (desk = staff.handler): Promise<EmergencyNoticeView | undefined> =>
  (await list(desk)).emergencies.flatMap(({ notices }) => notices)[0]

async function correct(id: string): Promise<() => Promise<void>> {
  const notice = onNotice(id)
  await notice.post(staff.handler, 'revise')
  const { draft } = (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
  const content: DraftContent = {
    ...draft.content,
    body: paragraphs('请立即转移。安置点更正。'),
    change: { kind: 'CORRECTION', note: '更正安置点' },
  }
  const path = `/api/desk/notices/${id}/draft`
  expect((await staff.handler.json('PUT', path, { revision: draft.revision, content })).status).toBe(200)
  await notice.submit(staff.handler)
  expect((await notice.decide(staff.reviewer, 'REVIEW')).status).toBe(200)
  expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).status).toBe(200)
  return async () => {
    expect((await notice.publish(staff.handler)).body.state).toBe('PUBLISHED')
  }
}

describe('the kiosk in an emergency', () => {
  it('is not taken over again by a correction published after the emergency was declared over', async () => {
    const { id } = (await open()).body
    const goOut = await correct((await publish(id)).body.noticeId)
    await end(id)
    expect(await held()).toBe(0)
    await goOut()
    expect(await held()).toBe(0)
  })

  it('is held by the corrected edition, the desk says so, and the end gives it back', async () => {
    const { id } = (await open()).body
    const goOut = await correct((await publish(id)).body.noticeId)
    await goOut()
    expect([await held(), (await firstWord())?.holdsKiosk]).toEqual([1, true])
    await end(id)
    expect([await held(), (await firstWord())?.holdsKiosk]).toEqual([0, false])
  })

  it('is not taken over again by an old warning when the clock of the computer is set back', async () => {
    const { id } = (await open()).body
    await publish(id)
    board.clock.advance(30 * 24 * HOUR)
    await open('后来的事')
    board.clock.set('2020-01-01T00:00:00.000Z')
    expect(await held()).toBe(0)
  })

  it('is not given to an ordinary notice that bears the mark of an emergency', async () => {
    const { id } = await writeDraft(staff.handler, {
      ...{ title: '停电通知', body: paragraphs('今晚停电检修。'), catalogueItemId: itemId },
      emergency: { level: null, issuer: '', issuedAt: null, takeoverUntil: later(HOUR) },
    })
    const { revision } = (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.draft
    const handedIn = await staff.handler.post<{ code: string }>(`/api/desk/notices/${id}/submit`, {
      revision,
    })
    expect(handedIn.body.code).toBe('emergency.only-fast-lane')
  })
})

describe('the word of one person', () => {
  it('has no pictures, and relays no warning that is issued tomorrow', async () => {
    const { id } = (await open()).body
    const picture = { type: 'image', attrs: { attachmentId: 'nowhere', alt: '' } }
    const body = { type: 'doc', content: [...paragraphs('请转移').content, picture] }
    expect((await publish(id, { body })).body.code).toBe('notice.image-missing')
    const mark = { level: 'RED', issuer: ISSUER, issuedAt: later(24 * HOUR), takeoverUntil: later(HOUR) }
    const warned = await publish(id, { title: `关于转发${ISSUER}暴雨红色预警的紧急通告`, mark })
    expect(warned.body.code).toBe('emergency.issued-at-future')
  })

  it('goes out once when the key is pressed twice, and names the number it has', async () => {
    const { id } = (await open()).body
    const [first, second] = [await publish(id), await publish(id)]
    expect([second.status, second.body.code, second.body.params.indexNumber]).toEqual([
      409,
      'emergency.said-already',
      first.body.indexNumber,
    ])
    expect((await publish(id, { body: paragraphs('雨势减弱。') })).status).toBe(200)
    // Somebody who says the same again an hour later means it.
    board.clock.advance(HOUR)
    expect((await publish(id)).status).toBe(200)
  })

  it('is in the report of what was done by one person alone', async () => {
    await publish((await open()).body.id)
    const report = await staff.administrator.get<ExceptionsReport>('/api/desk/review-exceptions-report')
    expect(report.body.alone).toMatchObject([
      { title: '暴雨紧急通告', by: { name: '周敏' }, reason: '先发布后补审' },
    ])
  })
})

describe('the review after the fact', () => {
  it('counts what was found wrong as long as it hangs, and no more once it is corrected', async () => {
    const { noticeId } = (await publish((await open()).body.id)).body
    expect(await counts()).toMatchObject({ toReview: 1, toCorrect: 0 })
    await onNotice(noticeId).decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED', reason: '安置点写错' })
    expect(await counts()).toMatchObject({ toReview: 0, toCorrect: 1 })
    expect((await firstWord())?.review.state).toBe('TO_CORRECT')
    const goOut = await correct(noticeId)
    await goOut()
    expect(await counts()).toMatchObject({ toReview: 0, toCorrect: 0 })
    expect((await firstWord())?.review.state).toBe('CORRECTED')
  })

  it('stays in sight, however many emergencies come after it', async () => {
    const { id } = (await open()).body
    await publish(id)
    await end(id)
    for (let n = 0; n < 50; n += 1) {
      board.clock.advance(1000)
      await open(`事件${n}`)
    }
    expect(await counts()).toMatchObject({ open: 50, toReview: 1 })
    expect((await list()).emergencies.some((one) => one.id === id)).toBe(true)
  })

  it('is given twice by one person in an office of two, with a reason, from the emergency page', async () => {
    const both = await hire(board, staff, '吴九', ['REVIEWER', 'SECRECY_REVIEWER'])
    await staff.administrator.post('/api/desk/review-exception', { active: true, reason: '全镇在编两人' })
    const { noticeId } = (await publish((await open()).body.id)).body
    const decide = async (kind: string, exceptionReason = '') =>
      both.post(`/api/desk/notices/${noticeId}/after-the-fact`, {
        ...{ kind, language: '', decision: 'APPROVED', reason: '', exceptionReason },
        submissionHash: (await firstWord())?.submissionHash,
      })
    expect((await decide('REVIEW')).status).toBe(200)
    expect((await firstWord(both))?.review.mayGive).toMatchObject([
      { kind: 'SECRECY_REVIEW', exception: true },
    ])
    expect((await decide('SECRECY_REVIEW')).status).toBe(422)
    expect((await decide('SECRECY_REVIEW', '只有两人')).status).toBe(200)
    expect((await firstWord())?.review.state).toBe('CONFIRMED')
  })

  it('offers no committee’s decision on the emergency page: its signed slip is entered at the notice', async () => {
    await staff.administrator.json('PUT', '/api/desk/review-chains', {
      ...{ regime: null, noticeKind: null, reason: '村监会' },
      chain: [['REVIEW', 'SECRECY_REVIEW', 'COMMITTEE_REVIEW']],
    })
    const both = await hire(board, staff, '郑十', ['HANDLER', 'REVIEWER'])
    await publish((await open()).body.id)
    const review = (await firstWord(both))?.review
    expect(review?.waitingFor.map(({ kind }) => kind)).toContain('COMMITTEE_REVIEW')
    expect(review?.mayGive.map(({ kind }) => kind)).not.toContain('COMMITTEE_REVIEW')
  })
})

describe('the rules of the fast lane', () => {
  const change = async (over: object) => {
    const views = (await staff.administrator.get<RuleView[]>('/api/desk/rules')).body
    const rule = views.find(({ ruleId }) => ruleId === 'EMER5')
    if (!rule) throw new Error('the product comes with EMER5')
    const { version: _, builtIn: _b, former: _f, usedBy: _u, ...own } = rule
    return staff.administrator.post<{ code: string }>('/api/desk/rules', { ...own, ...over })
  }

  it('count hours: a first word within a working day is refused', async () => {
    const inDays = await change({ rule: { class: 'IMMEDIATE', amount: 1, unit: 'workday', from: 'event' } })
    expect(inDays.body.code).toBe('rule.invalid')
    expect(
      (await change({ rule: { class: 'IMMEDIATE', amount: 3, unit: 'hour', from: 'event' } })).status,
    ).toBe(200)
    const { first } = (await open()).body
    expect(first.dueAt).toBe(later(3 * HOUR))
  })

  it('never shut it: where the office’s rule has ended, the one the product comes with holds', async () => {
    expect((await change({ effectiveTo: '2026-10-31' })).status).toBe(200)
    const opened = await open()
    expect([opened.status, opened.body.first.dueAt]).toEqual([201, later(5 * HOUR)])
    expect((await list()).emergencies).toHaveLength(1)
  })
})
