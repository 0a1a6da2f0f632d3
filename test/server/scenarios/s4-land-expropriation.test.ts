import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DisplayList } from '../../../server/display/public-display/views.ts'
import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { checkBoard } from '../../../server/cli/check-board.ts'
import type { PostingView, PostingWork, TakeDownPaper } from '../../../server/posting/views.ts'
import { displayDraft } from '../../support/display-flow.ts'
import type { Refused } from '../../support/edition-flow.ts'
import { addVillage, beginNotice } from '../../support/placement-flow.ts'
import { act, addBoard, hang, photograph, plan } from '../../support/posting-flow.ts'
import { paragraphs, publishDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { ok } from './scenario-office.ts'

const TABLE = [
  '序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开对象,公开层级',
  '1,征地,征收土地预公告,预公告,,公示10个工作日,云溪镇人民政府,公开栏,全社会,乡级',
  '2,征地,补偿安置公告,公告,,公示30日,云溪镇人民政府,公开栏,全社会,乡级',
  '3,征地,补偿明细,明细,,即时公开,云溪镇人民政府,公开栏,特定群体（被征地村民）,乡级',
].join('\r\n')

let board: TestBoard
let staff: Staff
let hexi: string
let boards: { readonly township: string; readonly village: string; readonly group: string }
let items: Map<string, string>
let preNotice: string
let sheets: readonly PostingView[]

async function publish(item: string, days: number, unit: 'WORKING_DAY' | 'CALENDAR_DAY', title: string) {
  const content = displayDraft(items.get(item) ?? '', {
    length: { count: days, unit },
    basis: days === 10 ? '土地管理法实施条例第26条' : '土地管理法第47条',
  })
  const { id, draft } = await beginNotice(staff.handler, {}, { ...content, title })
  return (await publishDraft(staff, id, draft.revision)).id
}

const removed = (id: string, on: string, reason = '') =>
  act(staff.handler, id, 'removed', { on, reason, note: '' })

beforeAll(async () => {
  board = openTestBoard({ idleLockMinutes: 10_000_000 })
  board.clock.set('2026-03-02T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  const taken = await staff.handler.upload<{ catalogues: readonly { id: string }[] }>(
    '/api/desk/catalogues',
    '云溪镇征地公开目录.csv',
    new TextEncoder().encode(TABLE),
  )
  expect(taken.status, JSON.stringify(taken.body)).toBe(201)
  const catalogueId = taken.body.catalogues[0]?.id ?? ''
  const found = await staff.handler.get<{ items: readonly { id: string; itemLevel2: string }[] }>(
    `/api/desk/catalogues/${catalogueId}`,
  )
  items = new Map(found.body.items.map(({ id, itemLevel2 }) => [itemLevel2, id]))
  hexi = await addVillage(board, staff, '河西村', [])
  board.deps.store.tx((write) => write.catalogue.setUnits(catalogueId, ['township', hexi]))
  boards = {
    township: await addBoard(staff, 'township', '云溪镇公开栏'),
    village: await addBoard(staff, hexi, '河西村公开栏', 'VILLAGE'),
    group: await addBoard(staff, hexi, '河西村三组公开栏', 'VILLAGE'),
  }
  preNotice = await publish('征收土地预公告', 10, 'WORKING_DAY', '云溪镇征收土地预公告')
  sheets = [
    await hang(staff.handler, preNotice, boards.township, '2026-03-02', '孙平'),
    await hang(staff.handler, preNotice, boards.village, '2026-03-02'),
  ]
})
afterAll(async () => {
  await board.deps.work.close()
  board.close()
})

describe('S4: the pre-notice of 2 March 2026 on three boards', () => {
  it('each posting point has its own record, photographs and last day', async () => {
    board.clock.set('2026-03-04T01:00:00.000Z')
    const late = await hang(staff.handler, preNotice, boards.group, '2026-03-04')
    sheets = [...sheets, late]
    for (const { id } of sheets) ok(await photograph(staff.handler, id, 'POSTED'))
    const all = ok(await staff.handler.get<PostingView[]>(`/api/desk/postings?notice=${preNotice}`))
    expect(
      all
        .map(({ boardName, minimum, photos, witness }) => [
          boardName,
          minimum?.lastDay,
          photos.length,
          witness,
        ])
        .sort(),
    ).toEqual([
      ['云溪镇公开栏', '2026-03-16', 1, '孙平'],
      // Put up two days late there, so its ten working days end two days later.
      ['河西村三组公开栏', '2026-03-18', 1, ''],
      ['河西村公开栏', '2026-03-16', 1, ''],
    ])
    expect(all[0]?.minimum).toMatchObject({ source: 'PUBLIC_DISPLAY', verified: 'LAW' })
  })

  it('an early removal is refused without a written reason, naming the last day', async () => {
    board.clock.set('2026-03-16T01:00:00.000Z')
    const answer = await removed(sheets[0]?.id ?? '', '2026-03-16')
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([
      409,
      'posting.early-removal',
      { lastDay: '2026-03-16' },
    ])
    // The older way at the notice goes by the same rule.
    const older = await staff.handler.post<Refused>(`/api/desk/notices/${preNotice}/postings/removed`, {
      postingId: sheets[0]?.id,
      removedOn: '2026-03-16',
    })
    expect(older.body.code).toBe('posting.early-removal')
  })

  it('with a reason it is recorded, marked as early, and the log keeps that without the words', async () => {
    const early = ok(await removed(sheets[1]?.id ?? '', '2026-03-16', '公开栏拆迁'))
    expect(early).toMatchObject({ state: 'REMOVED', early: { reason: '公开栏拆迁' } })
    const exceptions = ok(await staff.handler.get<PostingView[]>('/api/desk/postings?early=true'))
    expect(exceptions.map(({ id }) => id)).toEqual([early.id])
    const event = board.deps.store.read.audit.newest()
    expect(event).toMatchObject({ action: 'notice.unpost', detail: { early: true, lastDay: '2026-03-16' } })
    expect(JSON.stringify(event)).not.toContain('拆迁')
  })

  it('from 17 March it may come down, and the morning list asks for it', async () => {
    board.clock.set('2026-03-17T01:00:00.000Z')
    const work = ok(await staff.handler.get<PostingWork>('/api/desk/posting-work'))
    expect(work.takeDown.map(({ boardName }) => boardName)).toEqual(['云溪镇公开栏'])
    expect(work.removedWithoutPhoto.map(({ boardName }) => boardName)).toEqual(['河西村公开栏'])
    const paper = ok(await staff.handler.get<TakeDownPaper>('/api/desk/take-down-list'))
    expect(paper.boards).toMatchObject([
      { name: '云溪镇公开栏', lines: [{ since: '2026-03-17', reason: 'PERIOD_OVER' }] },
    ])
    expect(ok(await removed(sheets[0]?.id ?? '', '2026-03-17')).early).toBeNull()
    expect((await removed(sheets[2]?.id ?? '', '2026-03-17')).body.code).toBe('posting.early-removal')
    board.clock.set('2026-03-20T01:00:00.000Z')
    const overdue = ok(await staff.handler.get<PostingWork>('/api/desk/posting-work')).overdue
    expect(overdue.map(({ boardName, dueDownFrom }) => [boardName, dueDownFrom])).toEqual([
      ['河西村三组公开栏', '2026-03-19'],
    ])
    expect(ok(await removed(sheets[2]?.id ?? '', '2026-03-20')).early).toBeNull()
  })

  it('the certificate tells of every board, the early removal with its reason, the witness and the photographs', async () => {
    const list = ok(await staff.handler.get<DisplayList>('/api/desk/displays?show=all'))
    const display = list.items.find(({ noticeId }) => noticeId === preNotice)?.id ?? ''
    const paper = ok(await staff.handler.get<CertificatePaper>(`/api/desk/displays/${display}/certificate`))
    expect(
      paper.postings.map(({ place, removedOn, minimumLastDay, early, witness, photos, events }) => ({
        ...{ place, removedOn, minimumLastDay, early: early?.reason ?? null, witness },
        ...{ photos: photos.length, events: events.map(({ kind }) => kind).join() },
      })),
    ).toEqual([
      {
        ...{ place: '河西村公开栏', removedOn: '2026-03-16', minimumLastDay: '2026-03-16' },
        ...{ early: '公开栏拆迁', witness: '', photos: 1, events: 'POSTED,REMOVED' },
      },
      {
        ...{ place: '云溪镇公开栏', removedOn: '2026-03-17', minimumLastDay: '2026-03-16' },
        ...{ early: null, witness: '孙平', photos: 1, events: 'POSTED,REMOVED' },
      },
      {
        ...{ place: '河西村三组公开栏', removedOn: '2026-03-20', minimumLastDay: '2026-03-18' },
        ...{ early: null, witness: '', photos: 1, events: 'POSTED,REMOVED' },
      },
    ])
  })
})

describe('S4: the compensation notice of 1 April 2026', () => {
  it('hangs through 6 May, because the thirtieth day is a holiday, and the arithmetic says so', async () => {
    board.clock.set('2026-04-01T01:00:00.000Z')
    const id = await publish('补偿安置公告', 30, 'CALENDAR_DAY', '云溪镇征地补偿安置公告')
    const sheet = await hang(staff.handler, id, boards.township, '2026-04-01')
    expect(sheet.minimum).toMatchObject({ lastDay: '2026-05-06', basis: '土地管理法第47条' })
    expect(sheet.minimum?.reckoned.steps.map(({ kind, to }) => [kind, to])).toEqual([
      ['START', '2026-04-01'],
      ['COUNTED', '2026-05-01'],
      ['ROLLED', '2026-05-06'],
    ])
    expect(sheet.dueDownFrom).toBe('2026-05-07')
  })
})

describe('S4: the compensation sheet for the villagers concerned', () => {
  it('is refused for the township’s board and hangs on those of the village', async () => {
    const { id, draft } = await beginNotice(
      staff.handler,
      {},
      {
        title: '河西村征地补偿明细',
        body: paragraphs('被征地户补偿面积和金额见表。'),
        catalogueItemId: items.get('补偿明细') ?? '',
      },
    )
    const placed = await staff.handler.json<{ revision: number }>(
      'PUT',
      `/api/desk/notices/${id}/placement`,
      {
        revision: draft.revision,
        placement: { unitId: hexi, dutyId: null, noDuty: true, policy: null, interpretation: null },
      },
    )
    await publishDraft(staff, id, ok(placed).revision)
    const refused = await plan(staff.handler, id, boards.township, '2026-04-01')
    expect([refused.status, refused.body.code]).toEqual([403, 'posting.outside-circle'])
    const older = await staff.handler.post<Refused>(`/api/desk/notices/${id}/postings`, {
      boardId: boards.township,
      postedOn: '2026-04-01',
    })
    expect(older.body.code).toBe('posting.outside-circle')
    expect((await hang(staff.handler, id, boards.group, '2026-04-01')).state).toBe('POSTED')
  })
})

it('the whole ledger of S4 is proved against the log', async () => {
  expect((await checkBoard(board.deps)).faults).toEqual([])
})
