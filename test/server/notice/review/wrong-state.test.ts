import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  mayAct,
  NOTICE_ACTIONS,
  NOTICE_STATES,
  type NoticeAction,
} from '../../../../domain/notice/notice-state.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { onNotice, SCAN } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let id: string
let hash: string
let revision: number

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const content = { title: '停电通知', body: paragraphs('今晚停电检修。'), catalogueItemId }
  const written = await writeDraft(staff.handler, content)
  id = written.id
  const submitted = await onNotice(id).submit(staff.handler)
  hash = submitted.body.submission?.hash ?? ''
  revision = submitted.body.draft.revision
})

afterAll(() => board.close())

type Refused = { readonly status: number; readonly body: { readonly code?: string } }

/** How each action is asked for over HTTP. An emergency is published as a new notice, never out of a standing one. */
const ASK: Readonly<Record<Exclude<NoticeAction, 'PUBLISH_EMERGENCY'>, () => Promise<Refused>>> = {
  EDIT: async () => {
    const { draft } = await onNotice(id).detail(staff.handler)
    return staff.handler.json('PUT', `/api/desk/notices/${id}/draft`, { revision, content: draft.content })
  },
  SUBMIT: () => onNotice(id).post(staff.handler, 'submit', { revision }),
  RECALL: () => onNotice(id).post(staff.handler, 'recall'),
  DISCARD: () => onNotice(id).post(staff.handler, 'discard'),
  DECIDE: () => onNotice(id).decide(staff.reviewer, 'REVIEW', { submissionHash: hash }),
  REMARK: () =>
    onNotice(id).remark(staff.reviewer, { submissionHash: hash, place: { part: 'TITLE' }, text: '改' }),
  REFER: () => onNotice(id).refer(staff.reviewer, '县保密局', '能否公开'),
  ANSWER_REFERRAL: () =>
    onNotice(id).upload(staff.reviewer, 'referral/answer', 'a.pdf', SCAN, {
      ...{ result: 'ALLOWED', text: '可以', answeredBy: '县保密局', answeredOn: '2026-11-23' },
    }),
  SCHEDULE: () =>
    staff.handler.json('PUT', `/api/desk/notices/${id}/schedule`, {
      ...{ submissionHash: hash, publishAt: '2027-01-04T01:00:00.000Z' },
    }),
  UNSCHEDULE: () => staff.handler.json('DELETE', `/api/desk/notices/${id}/schedule`),
  PUBLISH: () => onNotice(id).post(staff.handler, 'publish', { submissionHash: hash }),
  REVISE: () => onNotice(id).post(staff.handler, 'revise'),
  ARCHIVE: () => onNotice(id).post(staff.handler, 'archive', { action: 'ARCHIVE', reason: '已归档' }),
  REOPEN: () => onNotice(id).post(staff.handler, 'archive', { action: 'REOPEN', reason: '重办' }),
}

/** Setting a minute again moves it: the schedule is asked for in both states. */
const ALSO: Readonly<Partial<Record<NoticeAction, NoticeAction>>> = { SCHEDULE: 'UNSCHEDULE' }

const forbidden = NOTICE_STATES.flatMap((state) =>
  NOTICE_ACTIONS.filter((action) => {
    const also = ALSO[action]
    return action !== 'PUBLISH_EMERGENCY' && !mayAct(state, action) && !(also && mayAct(state, also))
  }).map((action) => [state, action as keyof typeof ASK] as const),
)

describe('what the machine does not have is refused by code, and changes nothing', () => {
  it.each(forbidden)('%s: no %s', async (state, action) => {
    board.deps.store.tx((write) => write.notice.update(id, { state }))
    const before = board.deps.store.read.audit.ofSubject('notice', id).length
    const answer = await ASK[action]()
    expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([
      409,
      'notice.wrong-state',
    ])
    expect(board.deps.store.read.notice.byId(id)?.state).toBe(state)
    expect(board.deps.store.read.audit.ofSubject('notice', id)).toHaveLength(before)
  })
})
