import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runTimetable } from '../../../server/notice/schedule/timetable.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { paragraphs, publishDraft, submitAndApprove } from '../../support/publish-flow.ts'
import { hire } from '../../support/review-flow.ts'
import { ok } from '../scenarios/scenario-office.ts'
import { MatterOffice, type Refused } from './matter-office.ts'

let at: MatterOffice
const major = () => MatterOffice.open('MAJOR_DECISION')
const other = () => MatterOffice.open('OTHER')
afterEach(() => at.office.close())

const publish = (id: string, submissionHash: string) =>
  at.desk.post<NoticeDetail & Refused>(`/api/desk/notices/${id}/publish`, { submissionHash })

describe('the feedback', () => {
  beforeEach(async () => {
    at = await other()
  })

  it('is not published with an answer that has changed since; written anew it is', async () => {
    await at.consult()
    const id = await at.opinion('意见甲', '2026-08-03')
    await at.office.goTo('2026-09-03T01:00:00.000Z')
    ok(await at.answer(id, 'ADOPTED'))
    const feedback = await at.begin('ADOPTION')
    const hash = await submitAndApprove(
      at.office.staff,
      feedback,
      await at.fill(feedback, { documentDate: '2026-09-03' }),
    )
    ok(await at.answer(id, 'NOT_ADOPTED'))
    ok(await at.answer(await at.opinion('意见乙', '2026-09-03'), 'NOT_ADOPTED'))
    expect((await publish(feedback, hash)).body).toMatchObject({ code: 'consultation.feedback-outdated' })
    expect((await at.matter()).consultations[0]?.may.rewrite).toBe(true)

    ok(await at.desk.post(`/api/desk/notices/${feedback}/recall`, { reason: '答复已改' }))
    const path = `/api/desk/consultations/${at.consultationId}/feedback`
    expect(ok(await at.desk.post<{ noticeId: string }>(path, {})).noticeId).toBe(feedback)
    const { draft } = ok(await at.desk.get<NoticeDetail>(`/api/desk/notices/${feedback}`))
    await publishDraft(at.office.staff, feedback, draft.revision)
    expect((await at.opinions()).consultation).toMatchObject({
      state: 'RESULT_PUBLISHED',
      counts: { total: 2, results: { ADOPTED: 0, NOT_ADOPTED: 2 } },
    })
  })

  it('that ran out was given all the same: no answer changes after it', async () => {
    await at.consult()
    const id = await at.opinion('意见甲', '2026-08-03')
    await at.office.goTo('2026-09-03T01:00:00.000Z')
    ok(await at.answer(id, 'ADOPTED'))
    const feedback = await at.begin('ADOPTION')
    const content = { documentDate: '2026-09-03', expiresAt: '2026-09-20T00:00:00.000Z' } as const
    await publishDraft(at.office.staff, feedback, await at.fill(feedback, content))
    await at.office.goTo('2026-09-20T01:00:00.000Z')
    await runTimetable(at.office.board.deps)
    expect((await at.answer(id, 'NOT_ADOPTED')).body).toMatchObject({ code: 'consultation.finished' })
    expect((await at.matter()).consultations[0]?.state).toBe('RESULT_PUBLISHED')
  })

  it('that was published in error opens the answers again', async () => {
    await at.consult()
    const id = await at.opinion('意见甲', '2026-08-03')
    await at.office.goTo('2026-09-03T01:00:00.000Z')
    ok(await at.answer(id, 'ADOPTED'))
    const feedback = await at.begin('ADOPTION')
    const revision = await at.fill(feedback, { documentDate: '2026-09-03' })
    await publishDraft(at.office.staff, feedback, revision)
    ok(await at.withdraw(feedback))
    expect((await at.answer(id, 'NOT_ADOPTED')).status).toBe(200)
  })
})

describe('a consultation', () => {
  it('is not complete when its draft was taken down on the second day and hung again on the last', async () => {
    at = await major()
    const draft = await at.consult()
    await at.office.goTo('2026-08-04T01:00:00.000Z')
    ok(await at.withdraw(draft))
    await at.office.goTo('2026-09-02T01:00:00.000Z')
    ok(await at.desk.post(`/api/desk/notices/${draft}/revise`))
    const again = await at.fill(draft, { change: { kind: 'UPDATE', note: '重新发布' } })
    await publishDraft(at.office.staff, draft, again)
    await at.office.goTo('2026-09-05T01:00:00.000Z')
    await at.lawful('2026-09-05')
    expect(await at.matter()).toMatchObject({
      consultations: [{ interrupted: true }],
      decisionBlocked: { code: 'matter.consultation-missing' },
    })
  })

  it('has a draft that hangs until its last day', async () => {
    at = await major()
    await at.plan()
    await at.office.goTo('2026-08-03T01:00:00.000Z')
    const draft = await at.begin('DRAFT')
    const content = { body: paragraphs('草案。'), documentDate: '2026-08-03' } as const
    const early = await at.fill(draft, { ...content, expiresAt: '2026-09-02T10:00:00.000Z' })
    expect((await at.submit(draft, early)).body).toMatchObject({
      code: 'consultation.draft-expires',
      params: { date: '2026-09-02' },
    })
    // Midnight in Shanghai, when the last day is over.
    const late = await at.fill(draft, { ...content, expiresAt: '2026-09-02T16:00:00.000Z' })
    expect((await at.submit(draft, late)).status).toBe(200)
  })

  it('planned by mistake is given up as long as no draft tells of it', async () => {
    at = await other()
    const id = await at.plan()
    const draft = await at.begin('DRAFT')
    const path = `/api/desk/consultations/${id}`
    expect((await at.desk.json<Refused>('DELETE', path)).body).toMatchObject({
      code: 'consultation.draft-there',
    })
    ok(await at.desk.json('DELETE', `/api/desk/matters/${at.matterId}/notices/${draft}`))
    ok(await at.desk.json('DELETE', path))
    expect(await at.matter()).toMatchObject({ consultations: [], decisionBlocked: null, may: { plan: true } })
    const decision = await at.begin('DECISION')
    const text = { body: paragraphs('决定。'), documentDate: '2026-07-30' } as const
    expect((await at.submit(decision, await at.fill(decision, text))).status).toBe(200)
    await at.consult()
    expect(
      (await at.desk.json<Refused>('DELETE', `/api/desk/consultations/${at.consultationId}`)).body,
    ).toMatchObject({ code: 'consultation.opened' })
  })

  it('is not told of by a draft that was taken out of the matter while it was decided on', async () => {
    at = await other()
    await at.plan()
    const draft = await at.begin('DRAFT')
    const text = { body: paragraphs('草案。'), documentDate: '2026-07-30' } as const
    const hash = await submitAndApprove(at.office.staff, draft, await at.fill(draft, text))
    ok(await at.desk.json('DELETE', `/api/desk/matters/${at.matterId}/notices/${draft}`))
    expect((await publish(draft, hash)).body).toMatchObject({ code: 'consultation.plan-changed' })
  })
})

describe('a decision', () => {
  it('waits until opinions are answered and the meeting is on record', async () => {
    at = await major()
    await at.consult()
    const id = await at.opinion('意见甲', '2026-08-03')
    await at.office.goTo('2026-09-03T01:00:00.000Z')
    await at.lawful('2026-09-03')
    const decision = await at.begin('DECISION')
    const revision = await at.fill(decision, { documentDate: '2026-09-03' })
    expect((await at.submit(decision, revision)).body).toMatchObject({
      code: 'matter.opinions-unanswered',
      params: { count: 1, number: 1 },
    })
    ok(await at.answer(id, 'ADOPTED'))
    expect((await at.submit(decision, revision)).body).toMatchObject({ code: 'matter.meeting-missing' })
    const meeting = { step: 'MEETING', heading: '镇长办公会议', text: '同意' }
    expect((await at.enter({ ...meeting, on: '2026-09-02' })).body).toMatchObject({
      code: 'matter.date-before-step',
      params: { step: 'LEGALITY_RESULT', date: '2026-09-03' },
    })
    ok(await at.enter({ ...meeting, on: '2026-09-03' }))
    expect((await at.submit(decision, revision)).status).toBe(200)
  })

  it('is not met on while opinions can be given, unless somebody has recorded why', async () => {
    at = await major()
    await at.consult()
    await at.office.goTo('2026-08-10T01:00:00.000Z')
    await at.lawful('2026-08-10')
    const meeting = { step: 'MEETING', on: '2026-08-10', heading: '镇长办公会议', text: '同意' }
    expect((await at.enter(meeting)).body).toMatchObject({
      code: 'matter.meeting-in-consultation',
      params: { date: '2026-09-02' },
    })
    ok(await at.enter({ step: 'EARLY_REASON', on: '2026-08-10', text: '防汛急需' }))
    expect((await at.enter(meeting)).status).toBe(200)
  })

  it('that was taken down and filed away makes room for another', async () => {
    at = await other()
    const decision = await at.begin('DECISION')
    const text = { body: paragraphs('决定。'), documentDate: '2026-07-30' } as const
    await publishDraft(at.office.staff, decision, await at.fill(decision, text))
    expect((await at.tryBegin('DECISION')).body).toMatchObject({ code: 'matter.decision-exists' })
    ok(await at.withdraw(decision))
    ok(await at.desk.post(`/api/desk/notices/${decision}/archive`, { action: 'ARCHIVE', reason: '归档' }))
    expect((await at.tryBegin('DECISION')).status).toBe(200)
  })
})

describe('words that a notice takes over have their author', () => {
  const decide = async (desk: MatterOffice['desk'], id: string) => {
    const { submission } = ok(await at.desk.get<NoticeDetail>(`/api/desk/notices/${id}`))
    const decision = { kind: 'REVIEW', decision: 'APPROVED', reason: '', unreadAcknowledged: true }
    const input = { ...decision, submissionHash: submission?.hash ?? '' }
    return (await desk.post<Refused>(`/api/desk/notices/${id}/decisions`, input)).body
  }
  const forbidden = { code: 'notice.author-may-not-decide' }
  let both: MatterOffice['desk']
  beforeEach(async () => {
    at = await other()
    both = await hire(at.office.board, at.office.staff, '赵二', ['HANDLER', 'REVIEWER'])
  })

  it('who changed the plan does not decide on the draft that tells of it', async () => {
    await at.plan()
    const draft = await at.begin('DRAFT')
    ok(await at.replan(both, { amount: 31 }))
    const text = { body: paragraphs('草案。'), documentDate: '2026-07-30' } as const
    ok(await at.submit(draft, await at.fill(draft, text)))
    expect(await decide(both, draft)).toMatchObject(forbidden)
  })

  it('who planned does not decide on the draft that is begun afterwards', async () => {
    await at.plan()
    ok(await at.replan(both, { amount: 31 }))
    const draft = await at.begin('DRAFT')
    const text = { body: paragraphs('草案。'), documentDate: '2026-07-30' } as const
    ok(await at.submit(draft, await at.fill(draft, text)))
    expect(await decide(both, draft)).toMatchObject(forbidden)
  })

  it('who wrote the draft is an author of the decision, who answered is one of the feedback', async () => {
    await at.plan()
    const draft = await at.begin('DRAFT', both)
    const text = { body: paragraphs('草案。'), documentDate: '2026-07-30' } as const
    await publishDraft(at.office.staff, draft, await at.fill(draft, text, both))
    ok(await at.answer(await at.opinion('意见甲', '2026-07-30'), 'ADOPTED', '摘要', both))
    await at.office.goTo('2026-09-03T01:00:00.000Z')
    for (const role of ['ADOPTION', 'DECISION']) {
      const begun = ok(await at.desk.get<NoticeDetail>(`/api/desk/notices/${await at.begin(role)}`))
      expect(begun.authors.map(({ name }) => name)).toContain('赵二')
    }
  })
})
