import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NoticeRow, Page } from '../../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { onNotice } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let notice: ReturnType<typeof onNotice>

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const body = paragraphs('今晚停电检修。', '请各户做好准备。')
  notice = onNotice((await writeDraft(staff.handler, { title: '停电通知', body, catalogueItemId })).id)
})

afterEach(() => board.close())

const inSecond = { place: { part: 'BODY', path: [1] }, quote: '做好准备', text: '写明准备什么' }

it('a remark stands at its place of what was handed in, and takes the place of a reason when it is returned', async () => {
  await notice.submit(staff.handler)
  expect((await notice.decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED' })).body.code).toBe(
    'notice.reason-required',
  )
  await notice.remark(staff.reviewer, inSecond)
  // Another person's remark is no reason.
  const others = await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW', { decision: 'RETURNED' })
  expect(others.body.code).toBe('notice.reason-required')
  const returned = await notice.decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED' })
  expect(returned.body.state).toBe('RETURNED')
  expect(returned.body.remarks).toMatchObject([{ ...inSecond, by: { name: '韩立' }, settled: null }])
  const { body: list } = await staff.handler.get<Page<NoticeRow>>('/api/desk/notices')
  expect(list.items[0]?.returnReason).toBe('写明准备什么')
})

it('the author marks it as done on the next draft, once; it stays on record', async () => {
  await notice.submit(staff.handler)
  await notice.remark(staff.reviewer, inSecond)
  await notice.decide(staff.reviewer, 'REVIEW', { decision: 'RETURNED' })
  const [remark] = (await notice.detail(staff.handler)).remarks
  const settle = (desk = staff.handler) =>
    notice.post(desk, `remarks/${remark?.id}/settled`, { note: '已写明' })
  expect((await settle(staff.reviewer)).body.code).toBe('trust.role-missing')
  expect((await settle()).body.remarks[0]?.settled).toMatchObject({ by: { name: '周敏' }, note: '已写明' })
  expect((await settle()).body.code).toBe('notice.remark-settled')
  expect((await notice.post(staff.handler, 'remarks/0/settled')).body.code).toBe('notice.remark-not-found')
  // It goes on being seen with the next submission, and after publication where it is still for the next draft.
  await notice.submit(staff.handler)
  expect((await notice.detail(staff.reviewer)).remarks).toHaveLength(1)
  await notice.remark(staff.secrecyReviewer, { place: { part: 'WHOLE' }, text: '下次附图' })
  await notice.decide(staff.reviewer, 'REVIEW')
  await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
  await notice.publish(staff.handler)
  expect((await notice.detail(staff.handler)).remarks.map(({ text }) => text)).toEqual(['下次附图'])
})

it('is refused to authors and onlookers, without words, at no place of the text, and when it was handed in anew', async () => {
  await notice.submit(staff.handler)
  const code = async (desk = staff.reviewer, remark: object = inSecond) =>
    (await notice.remark(desk, remark as Record<string, unknown>)).body.code
  expect(await code(staff.handler)).toBe('trust.role-missing')
  expect(await code(staff.administrator)).toBe('trust.role-missing')
  expect(await code(staff.reviewer, { ...inSecond, text: ' ' })).toBe('notice.remark-text-required')
  expect(await code(staff.reviewer, { ...inSecond, quote: '没有这句' })).toBe('notice.remark-place-unknown')
  expect(await code(staff.reviewer, { ...inSecond, place: { part: 'BODY', path: [7] } })).toBe(
    'notice.remark-place-unknown',
  )
  expect(await code(staff.reviewer, { ...inSecond, place: { part: 'BODY' } })).toBe('request.invalid')
  expect(await code(staff.reviewer, { ...inSecond, submissionHash: '0'.repeat(64) })).toBe(
    'notice.submission-changed',
  )
  expect(await code()).toBeUndefined()
  expect((await notice.detail(staff.handler)).may.remark).toBe(false)
  expect((await notice.detail(staff.reviewer)).may.remark).toBe(true)
})

it('remarks are never told to the public or to the log', async () => {
  await notice.submit(staff.handler)
  await notice.remark(staff.reviewer, inSecond)
  const events = board.deps.store.database.prepare('SELECT detail FROM audit_event').pluck().all() as string[]
  expect(events.join('\n')).not.toContain('写明准备什么')
  await notice.decide(staff.reviewer, 'REVIEW')
  await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
  const { body } = await notice.publish(staff.handler)
  const shown = await board.visitor().raw('GET', `/api/public/editions/${body.editions[0]?.hash}`)
  expect(await shown.text()).not.toContain('写明准备什么')
})
