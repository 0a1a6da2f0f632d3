import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ExceptionsReport, ReviewExceptionView } from '../../../../server/notice/review/views.ts'
import { publicationFaults } from '../../../../server/cli/check-publications.ts'
import type { DeskClient } from '../../../support/desk-client.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../../support/publish-flow.ts'
import { hire, onNotice } from '../../../support/review-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let both: DeskClient
let notice: ReturnType<typeof onNotice>

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  both = await hire(board, staff, '吴边', ['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER'])
  const draft = { title: '停电通知', body: paragraphs('今晚停电检修。'), catalogueItemId }
  notice = onNotice((await writeDraft(staff.handler, draft)).id)
})

afterEach(() => board.close())

const turn = (active: boolean, reason: string, desk = staff.administrator) =>
  desk.post<ReviewExceptionView & { code: string }>('/api/desk/review-exception', { active, reason })

it('one person gives two decisions only while the administrator has excepted the office, and says why each time', async () => {
  await notice.submit(staff.handler)
  await notice.decide(both, 'REVIEW')
  const second = (exceptionReason: string) => notice.decide(both, 'SECRECY_REVIEW', { exceptionReason })
  expect((await second('只有我在岗')).body.code).toBe('notice.one-person-two-decisions')
  expect((await notice.detail(both)).may.decide).toEqual([])

  expect((await turn(true, '只有两人', both)).body.code).toBe('trust.role-missing')
  expect((await turn(true, '')).body.code).toBe('review.reason-required')
  expect((await turn(false, '没有启用过')).body.code).toBe('review.unchanged')
  expect((await turn(true, '在编两人，已报县政务公开办')).body).toMatchObject({ active: true })

  expect((await notice.detail(both)).may.decide).toEqual([
    { kind: 'SECRECY_REVIEW', language: '', exception: true, afterTheFact: false },
  ])
  expect((await second(' ')).body.code).toBe('notice.exception-reason-required')
  expect((await second('王芳下村，只有我在岗')).body.state).toBe('APPROVED')
  // Turned off again: what was decided stands, and nothing more comes of it.
  await turn(false, '已调来一人')
  expect((await notice.publish(staff.handler)).status).toBe(200)

  const { body } = await staff.reviewer.get<ExceptionsReport>('/api/desk/review-exceptions-report')
  expect(body).toMatchObject({
    active: false,
    items: [
      {
        ...{ title: '停电通知', kind: 'SECRECY_REVIEW', by: { name: '吴边' }, editionNumber: 1 },
        ...{ reason: '王芳下村，只有我在岗', besides: [{ kind: 'REVIEW', language: '' }] },
      },
    ],
  })
  expect(publicationFaults(board.deps.store.database)).toEqual([])
  expect((await turn(true, '再次只有两人')).body.history.map(({ active }) => active)).toEqual([
    true,
    false,
    true,
  ])
})

it('an exception put into the tables past the program shows in the check', async () => {
  await notice.submit(staff.handler)
  await notice.decide(both, 'REVIEW')
  await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
  await notice.publish(staff.handler)
  const { database } = board.deps.store
  database.exec(`DROP TRIGGER submission_decision_no_update;
    UPDATE submission_decision SET exception_reason = '补的', account_id = (SELECT account_id FROM submission_decision
      WHERE kind = 'REVIEW') WHERE kind = 'SECRECY_REVIEW'`)
  expect(publicationFaults(database)).toContainEqual({ code: 'EDITION_NOT_APPROVED', subject: '1' })
})

it('a chain made shorter in the tables shows in the check', async () => {
  await notice.submit(staff.handler)
  await notice.decide(both, 'REVIEW')
  await notice.decide(staff.secrecyReviewer, 'SECRECY_REVIEW')
  await notice.publish(staff.handler)
  const { database } = board.deps.store
  database.exec(`DROP TRIGGER submission_whole_frozen; UPDATE submission SET chain = '[["REVIEW"]]'`)
  expect(publicationFaults(database)).toContainEqual({ code: 'EDITION_NOT_APPROVED', subject: '1' })
})

it('an author never decides, whatever the office is excepted from', async () => {
  await turn(true, '只有两人')
  const { draft } = await notice.detail(both)
  await both.json('PUT', `/api/desk/notices/${(await notice.detail(both)).id}/draft`, {
    revision: draft.revision,
    content: draft.content,
  })
  await notice.submit(staff.handler)
  expect((await notice.detail(both)).may.decide).toEqual([])
  const tried = await notice.decide(both, 'REVIEW', { exceptionReason: '只有我' })
  expect([tried.status, tried.body.code]).toEqual([403, 'notice.author-may-not-decide'])
})
