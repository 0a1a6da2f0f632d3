import { afterEach, beforeEach, expect, it } from 'vitest'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import type { Body } from '../../../../domain/notice/body.ts'
import { runTimetable } from '../../../../server/notice/schedule/timetable.ts'
import type {
  PolicyView,
  TableDetail,
  TableProof,
  TakenTable,
} from '../../../../server/notice/table/table-views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  submitAndApprove,
  writeDraft,
} from '../../../support/publish-flow.ts'
import { csvList, financeFile, type ListFile } from '../../../support/table-files.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

const ROWS = [
  ['残疾人两项补贴发放表'],
  ['序号', '姓名', '身份证号', '补贴金额（元）'],
  ['1', '周小满', '99000019800229001X', '300'],
  ['2', '欧阳建国', '990000198001010012', '300'],
]

let board: TestBoard
let staff: Staff
let id: string

const path = (rest = '') => `/api/desk/notices/${id}${rest}`
const detail = async () => (await staff.handler.get<NoticeDetail>(path())).body

async function write(body: Body): Promise<number> {
  const { draft } = await detail()
  const saved = await staff.handler.json<{ revision: number }>('PUT', path('/draft'), {
    revision: draft.revision,
    content: { ...draft.content, body },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return saved.body.revision
}
async function reworded(from: string, to: string): Promise<number> {
  const { draft } = await detail()
  return write(JSON.parse(JSON.stringify(draft.content.body).replace(from, to)) as Body)
}
async function add(file: ListFile): Promise<TableDetail> {
  const added = await staff.handler.upload<TableDetail>(path('/tables'), ...file)
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  return added.body
}
async function take(table: TableDetail) {
  const { draft } = await detail()
  const input = { revision: table.revision, draftRevision: draft.revision, after: null }
  return staff.handler.post<TakenTable & { code: string }>(path(`/tables/${table.id}/take`), input)
}
async function taken(file: ListFile): Promise<TableDetail> {
  const answer = await take(await add(file))
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.table
}
const discard = ({ id: tableId, revision }: TableDetail) =>
  staff.handler.post(path(`/tables/${tableId}/discard`), { revision })
async function submit() {
  const { draft } = await detail()
  return staff.handler.post<{ code: string }>(path('/submit'), { revision: draft.revision })
}
const proofs = async () => (await staff.reviewer.get<TableProof[]>(path('/table-proofs'))).body

beforeEach(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = await writeDraft(staff.handler, {
    title: '残疾人两项补贴公示',
    body: paragraphs('现将名单公示如下。'),
    catalogueItemId,
  })
  id = draft.id
})
afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

it('a list set aside keeps its secrets: what it left out may not come back into the text', async () => {
  const table = await taken(csvList('残疾人两项补贴.csv', ROWS))
  await reworded('欧阳**', '欧阳建国')
  expect((await discard(table)).status).toBe(200)
  expect((await submit()).body.code).toBe('notice.privacy-hit')
  expect(await proofs()).toMatchObject([{ setAside: true, inText: false, search: { found: 1 } }])
})

it('what a later list prints by the policy is not held against the text for an earlier one', async () => {
  await discard(await taken(csvList('残疾人两项补贴.csv', ROWS)))
  await write(paragraphs('现将名单公示如下。'))
  await taken(
    csvList('低保公示.csv', [['低保公示'], ['序号', '户主姓名', '金额（元）'], ['1', '周小满', '300']]),
  )
  expect((await submit()).status).toBe(200)
})

it('set aside while it is being decided on, its proof stays before the reviewers', async () => {
  const table = await taken(csvList('残疾人两项补贴.csv', ROWS))
  expect((await submit()).status).toBe(200)
  await discard((await staff.handler.get<TableDetail>(path(`/tables/${table.id}`))).body)
  expect(await proofs()).toMatchObject([{ setAside: true, inText: true }])
})

it('a list of the next draft does not hold up what was approved and waits for its hour', async () => {
  await taken(csvList('残疾人两项补贴.csv', ROWS))
  const { draft } = await detail()
  const revision = await write({
    ...draft.content.body,
    content: [...draft.content.body.content, ...paragraphs('联系人：镇民政办李为民。').content],
  })
  const submissionHash = await submitAndApprove(staff, id, revision)
  const publishAt = '2026-11-24T00:00:00.000Z'
  const set = await staff.handler.json('PUT', path('/schedule'), { submissionHash, publishAt })
  expect(set.status, JSON.stringify(set.body)).toBe(200)
  await taken(csvList('残疾人第二批.csv', [...ROWS.slice(0, 2), ['1', '李为民', '', '300']]))
  board.clock.set('2026-11-24T00:00:05.000Z')
  expect(await runTimetable(board.deps)).toMatchObject({ published: 1, refused: 0 })
})

it('a policy made stricter meanwhile holds for a list that stands in the text already', async () => {
  await taken(
    csvList('低保公示.csv', [['低保公示'], ['序号', '户主姓名', '金额（元）'], ['1', '周小满', '300']]),
  )
  const views = (await staff.administrator.get<PolicyView[]>('/api/desk/list-policies')).body
  const held = views.find(({ listType }) => listType === 'LOW_INCOME')?.policy
  const policy = { actions: { ...held?.actions, NAME: 'MASK' }, nameRule: 'SURNAME' }
  const put = (who: 'administrator' | 'secrecyReviewer', what: object) =>
    staff[who].json<{ code: string }>('PUT', '/api/desk/list-policies/LOW_INCOME', {
      policy: what,
      basis: '县民政局通知',
    })
  expect((await put('administrator', policy)).status).toBe(200)
  expect((await submit()).body.code).toBe('table.weaker-than-policy')
  // Showing more again is not for the administrator alone.
  expect((await put('administrator', held ?? {})).body.code).toBe('table.policy-looser')
  expect((await put('secrecyReviewer', held ?? {})).status).toBe(200)
})

it('accounts are checked with head and foot: a closing balance changed by hand holds them back', async () => {
  await taken(financeFile())
  const closing = /月末结余：([\d,.]+)/.exec(bodyText((await detail()).draft.content.body))?.[1] ?? ''
  await reworded(`月末结余：${closing}`, '月末结余：99,999.00')
  expect((await submit()).body.code).toBe('table.changed-in-text')
})

it('taken over again beside a reworded line, the old foot would stay: it is refused until it is deleted', async () => {
  const table = await taken(financeFile())
  await reworded('上月结余：', '（按月公开）上月结余：')
  expect((await take(table)).body.code).toBe('table.lines-changed')
  await write(paragraphs('现将收支公布如下。'))
  expect((await take(table)).status).toBe(200)
})

it('who opens the rows of a list as they came is on record', async () => {
  const table = await add(csvList('残疾人两项补贴.csv', ROWS))
  await staff.handler.get(path(`/tables/${table.id}`))
  const events = board.deps.store.database
    .prepare("SELECT detail FROM audit_event WHERE action = 'notice.open-table'")
    .pluck()
    .all()
  expect(events).toEqual([expect.stringContaining(table.id)])
  expect(JSON.stringify(events)).not.toContain('周小满')
})
