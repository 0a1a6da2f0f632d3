import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DeskClient } from '../../../support/desk-client.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { onNotice, SCAN } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let notice: ReturnType<typeof onNotice> & { readonly id: string }

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const content = { title: '停电通知', body: paragraphs('今晚停电检修。'), catalogueItemId }
  const { id } = await writeDraft(staff.handler, content)
  notice = { ...onNotice(id), id }
  await notice.submit(staff.handler)
})

afterEach(() => board.close())

const fields = { result: 'ALLOWED', text: '可以公开', answeredBy: '示例县保密局', answeredOn: '2026-11-23' }
const answer = (desk: DeskClient, more: object = {}, name = '复函.pdf') =>
  notice.upload(desk, 'referral/answer', name, SCAN, { ...fields, ...more })

/** Said over the telephone: a form without a file. */
async function byTelephone(desk: DeskClient): Promise<{ readonly code?: string; readonly state?: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const response = await desk.raw('POST', `/api/desk/notices/${notice.id}/referral/answer`, { body: form })
  return (await response.json()) as { code?: string; state?: string }
}

it('请示上级: decisions rest until the answer is there, then the chain goes on', async () => {
  expect((await notice.refer(staff.handler, '县保密局', '能否公开')).body.code).toBe('trust.role-missing')
  expect((await notice.refer(staff.secrecyReviewer, ' ', '能否公开')).body.code).toBe(
    'notice.referral-incomplete',
  )
  const referred = await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  expect(referred.body.state).toBe('REFERRED')
  expect(referred.body.may).toMatchObject({ decide: [], answerReferral: true, remark: true, refer: false })
  expect((await notice.decide(staff.reviewer, 'REVIEW')).body.code).toBe('notice.wrong-state')
  expect((await notice.refer(staff.reviewer, '县政府办', '同上')).body.code).toBe('notice.wrong-state')

  expect((await answer(staff.handler, { text: '' })).body.code).toBe('notice.referral-incomplete')
  expect((await answer(staff.handler, { answeredOn: '2027-01-01' })).body.code).toBe(
    'notice.referral-date-invalid',
  )
  expect((await answer(staff.handler, { result: 'MAYBE' })).body.code).toBe('request.invalid')
  expect((await answer(staff.handler, {}, '复函.exe')).body.code).toBe('notice.scan-type')
  const answered = await answer(staff.handler)
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  expect(answered.body.state).toBe('IN_REVIEW')
  const [referral] = answered.body.submission?.referrals ?? []
  expect(referral).toMatchObject({
    ...{ referredTo: '示例县保密局', question: '附表能否公开', by: { name: '王芳' } },
    answer: { result: 'ALLOWED', answeredBy: '示例县保密局', enteredBy: { name: '周敏' } },
  })
  const at = `/api/desk/notices/${notice.id}/referral/${referral?.id}/answer`
  expect(new Uint8Array(await (await staff.secrecyReviewer.raw('GET', at)).arrayBuffer())).toEqual(SCAN)
  expect((await staff.administrator.raw('GET', at)).status).toBe(403)

  await notice.decide(staff.reviewer, 'REVIEW')
  expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')).body.state).toBe('APPROVED')
  expect((await notice.publish(staff.handler)).status).toBe(200)
})

it('what was said over the telephone is entered by a reviewer; an author would be vouching for the own notice', async () => {
  await notice.refer(staff.reviewer, '示例县保密局', '附表能否公开')
  expect((await byTelephone(staff.handler)).code).toBe('notice.scan-required')
  expect((await byTelephone(staff.reviewer)).state).toBe('IN_REVIEW')
  const { submission } = await notice.detail(staff.handler)
  expect(submission?.referrals[0]?.answer?.scan).toBeNull()
})

it('what is not allowed can only be returned', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  await answer(staff.handler, { result: 'NOT_ALLOWED', text: '涉密，不予公开' })
  const approved = await notice.decide(staff.reviewer, 'REVIEW')
  expect([approved.status, approved.body.code]).toEqual([409, 'notice.referral-not-allowed'])
  const back = { decision: 'RETURNED', reason: '按县保密局答复' }
  expect((await notice.decide(staff.reviewer, 'REVIEW', back)).body.state).toBe('RETURNED')
})

it('what is allowed with changes is approved only by saying how they are met', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  await answer(staff.handler, { result: 'ALLOWED_WITH_CHANGES', text: '只在公开栏张贴' })
  expect((await notice.decide(staff.reviewer, 'REVIEW')).body.code).toBe('notice.referral-changes-unmet')
  expect((await notice.decide(staff.reviewer, 'REVIEW', { reason: '已注明只张贴' })).status).toBe(200)
})

it('is not taken back while the answer is outstanding: the question would be lost with the text', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  expect((await notice.detail(staff.handler)).may.recall).toBe(false)
  expect((await notice.post(staff.handler, 'recall')).body.code).toBe('notice.wrong-state')
  expect((await answer(staff.handler)).body.state).toBe('IN_REVIEW')
})

it('the very words a higher body has forbidden are never approved, however often they are handed in', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  await answer(staff.handler, { result: 'NOT_ALLOWED', text: '涉密，不予公开' })
  await notice.post(staff.handler, 'recall')
  await notice.submit(staff.handler)
  expect((await notice.detail(staff.reviewer)).submission?.referrals[0]?.answer?.result).toBe('NOT_ALLOWED')
  const again = await notice.decide(staff.reviewer, 'REVIEW', { reason: '急用' })
  expect(again.body.code).toBe('notice.referral-not-allowed')
})

it('other words after that are approved only by saying how they meet the answer', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  await answer(staff.handler, { result: 'NOT_ALLOWED', text: '附表涉密' })
  await notice.post(staff.handler, 'recall')
  const { draft } = await notice.detail(staff.handler)
  const content = { ...draft.content, body: paragraphs('今晚停电检修，不附名单。') }
  await staff.handler.json('PUT', `/api/desk/notices/${notice.id}/draft`, {
    revision: draft.revision,
    content,
  })
  await notice.submit(staff.handler)
  expect((await notice.decide(staff.reviewer, 'REVIEW')).body.code).toBe('notice.referral-changes-unmet')
  const reason = { reason: '附表已删去' }
  expect((await notice.decide(staff.reviewer, 'REVIEW', reason)).status).toBe(200)
  expect((await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW', reason)).body.state).toBe('APPROVED')
  expect((await notice.publish(staff.handler)).status).toBe(200)
})

it('an answer cannot be older than the question', async () => {
  await notice.refer(staff.secrecyReviewer, '示例县保密局', '附表能否公开')
  expect((await answer(staff.handler, { answeredOn: '1999-01-01' })).body.code).toBe(
    'notice.referral-date-invalid',
  )
})
