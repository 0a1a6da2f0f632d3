import ExcelJS from 'exceljs'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import { packagePath } from '../../../../server/exchange/package-path.ts'
import type { SearchAnswer } from '../../../../server/display/views.ts'
import type {
  TableDetail,
  TableLine,
  TableProof,
  TakenTable,
} from '../../../../server/notice/table/table-views.ts'
import type { GateReport, NoticeDetail } from '../../../../server/notice/views.ts'
import {
  paragraphs,
  importVillageCatalogue,
  publishDraft,
  writeDraft,
} from '../../../support/publish-flow.ts'
import { writePackageAt } from '../../../support/package-flow.ts'
import { readPackageIndependently } from '../../../support/second-package-reader.ts'
import { csvList } from '../../../support/table-files.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

// Invented: region 990000 does not exist.
const ID = '99000019800229001X'
const PHONE = '13800138000'
const ADDRESS = '云溪镇河西村3组12号'
const ROWS = [
  ['残疾人两项补贴发放表', '', '', '', '', ''],
  ['序号', '姓名', '身份证号', '联系电话', '家庭住址', '补贴金额（元）'],
  ['1', '欧阳建国', ID, PHONE, ADDRESS, '100.00'],
  ['2', '周小满', '990000198001010012', '13800138001', '云溪镇河西村5组2号', '200.00'],
  ['合计', '', '', '', '', '300.00'],
]
const PLANTED = [ID, PHONE, ADDRESS, '欧阳建国', '周小满', '990000198001010012']

let board: TestBoard
let staff: Staff
let id: string
let table: TableDetail

const path = (rest = '') => `/api/desk/notices/${id}${rest}`
const detail = async () => (await staff.handler.get<NoticeDetail>(path())).body
const gate = async () => (await staff.handler.get<GateReport>(path('/gate'))).body
const found = async () => (await gate()).hits.filter(({ kind }) => kind === 'REMOVED_VALUE')

async function write(change: Partial<NoticeDetail['draft']['content']>): Promise<number> {
  const { draft } = await detail()
  const content = { ...draft.content, ...change }
  const saved = await staff.handler.json<{ revision: number }>('PUT', path('/draft'), {
    revision: draft.revision,
    content,
  })
  expect(saved.status).toBe(200)
  return saved.body.revision
}

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const draft = await writeDraft(staff.handler, {
    title: '残疾人两项补贴公示',
    body: paragraphs('现将名单公示如下。'),
    catalogueItemId,
  })
  id = draft.id
  const added = await staff.handler.upload<TableDetail>(
    path('/tables'),
    ...csvList('残疾人两项补贴.csv', ROWS),
  )
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  table = added.body
})
afterAll(async () => {
  await board.deps.work.close()
  board.close()
})

describe('a list with personal data on its way to the public', () => {
  it('is proposed as what it is, and shown to nobody but handlers', async () => {
    expect(table.reading).toMatchObject({ listType: 'DISABILITY', nameRule: 'MIDDLE', headerRow: 1 })
    expect(table.after.header).toEqual(['序号', '姓名', '家庭住址', '补贴金额（元）'])
    expect(table.after.rows).toEqual([
      ['1', '欧阳**', '云溪镇河西村3组', '100.00'],
      ['2', '周*满', '云溪镇河西村5组', '200.00'],
    ])
    const refused = await staff.reviewer.get<{ code: string }>(path(`/tables/${table.id}`))
    expect(refused.body.code).toBe('trust.role-missing')
    const lines = await staff.reviewer.get<TableLine[]>(path('/tables'))
    for (const value of PLANTED) expect(JSON.stringify(lines.body)).not.toContain(value)
  })

  it('nothing may be handed in while a list is waiting', async () => {
    const { draft } = await detail()
    const refused = await staff.handler.post<{ code: string }>(path('/submit'), { revision: draft.revision })
    expect(refused.body).toMatchObject({
      code: 'table.not-taken-over',
      params: { file: '残疾人两项补贴.csv' },
    })
  })

  it('a clerk cannot show more than the policy does', async () => {
    const columns = table.reading.columns.map((column) =>
      column.kind === 'NAME' ? { ...column, action: 'PRINT' as const } : column,
    )
    const milder = await staff.handler.json<TableDetail>('PUT', path(`/tables/${table.id}`), {
      revision: table.revision,
      reading: { ...table.reading, columns },
    })
    expect(milder.body.faults[0]).toEqual({ code: 'table.weaker-than-policy', params: { kind: 'NAME' } })
    const back = await staff.handler.json<TableDetail>('PUT', path(`/tables/${table.id}`), {
      revision: milder.body.revision,
      reading: table.reading,
    })
    table = back.body
  })

  it('is taken over into the text without any of it', async () => {
    const { draft } = await detail()
    const taken = await staff.handler.post<TakenTable>(path(`/tables/${table.id}/take`), {
      revision: table.revision,
      draftRevision: draft.revision,
      after: null,
    })
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const text = bodyText(taken.body.draft.content.body)
    expect(text).toContain('欧阳**\t云溪镇河西村3组\t100.00')
    expect(text).toContain('合计\t300.00')
    for (const value of PLANTED) expect(JSON.stringify(taken.body.draft)).not.toContain(value)
    expect(await found()).toEqual([])
  })
})

describe('a removed value that comes back', () => {
  it.each([
    ['in the title', { title: '欧阳建国等人两项补贴公示' }, 'TITLE'],
    ['in the text, spread out', null, 'BODY'],
    ['among the keywords', { keywords: ['周小满'] }, 'FIELD'],
    ['in the abstract', { abstract: `住址：${ADDRESS}` }, 'FIELD'],
  ] as const)('%s blocks, and the hit does not repeat it', async (_, change, part) => {
    const before = (await detail()).draft.content
    const inText = {
      body: { ...before.body, content: [...paragraphs('联系人：周 小 满').content, ...before.body.content] },
    }
    const revision = await write(change ?? inText)
    const hits = await found()
    expect(hits[0]).toMatchObject({ severity: 'BLOCK', place: { part } })
    for (const value of PLANTED) expect(JSON.stringify(hits)).not.toContain(value)
    const refused = await staff.handler.post<{ code: string; params: object }>(path('/submit'), { revision })
    expect(refused.body).toMatchObject({ code: 'notice.privacy-hit' })
    await write(before)
    expect(await found()).toEqual([])
  })

  it('in a file: its public copy is read again from its bytes', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('名单').addRow(['代领人', '欧阳建国'])
    const sheet = new Uint8Array(await book.xlsx.writeBuffer())
    const letter = new Document({ sections: [{ children: [new Paragraph('周小满同志已领取。')] }] })
    for (const [name, bytes] of [
      ['代领.xlsx', sheet],
      ['说明.docx', new Uint8Array(await Packer.toBuffer(letter))],
    ] as const) {
      const added = await staff.handler.upload<{ id: string }>(path('/attachments'), name, bytes, {
        role: 'ATTACHMENT',
      })
      expect(added.status, JSON.stringify(added.body)).toBe(201)
      const hits = await found()
      expect(hits, name).toHaveLength(1)
      expect(hits[0]).toMatchObject({
        place: { part: 'ATTACHMENT', attachmentId: added.body.id },
        maskable: false,
      })
      const { draft } = await detail()
      const refused = await staff.handler.post<{ code: string }>(path('/submit'), {
        revision: draft.revision,
      })
      expect(refused.body.code).toBe('notice.privacy-hit')
      await staff.handler.json('DELETE', path(`/attachments/${added.body.id}`))
      expect(await found()).toEqual([])
    }
  })

  it('is let through only by the secrecy reviewer, with a reason', async () => {
    await write({ signature: '欧阳建国' })
    const [hit] = await found()
    const input = { hitIds: [hit?.id], reason: '与名单中人同名的负责人' }
    expect((await staff.reviewer.post<{ code: string }>(path('/overrides'), input)).body.code).toBe(
      'trust.role-missing',
    )
    expect((await staff.secrecyReviewer.post(path('/overrides'), input)).status).toBe(200)
    expect(await gate()).toMatchObject({ fits: true })
    await write({ signature: '' })
  })
})

describe('the proof and the publication', () => {
  it('tells what was done with each column, names nobody, and says what the search came to', async () => {
    const { body } = await staff.reviewer.get<TableProof[]>(path('/table-proofs'))
    expect(body[0]).toMatchObject({
      inText: true,
      rows: 2,
      policyNumber: 0,
      setAside: false,
      search: { found: 0, files: [] },
    })
    expect(body[0]?.columns.map(({ action, removed }) => [action, removed])).toEqual([
      ['PRINT', 0],
      ['MASK', 2],
      ['DROP', 2],
      ['DROP', 2],
      ['TO_GROUP', 2],
      ['PRINT', 0],
    ])
    expect(body[0]?.samples[0]?.before).toContain('欧阳**')
    for (const value of PLANTED) expect(JSON.stringify(body)).not.toContain(value)
  })

  it('published, nothing of it reaches kiosk, search, package or audit log', async () => {
    const { draft } = await detail()
    const published = await publishDraft(staff, id, draft.revision)
    const visitor = board.visitor()
    const index = encodeURIComponent(published.indexNumber ?? '')
    const shown = JSON.stringify((await visitor.get(`/api/public/notice?index=${index}`)).body)
    expect(shown).toContain('欧阳**')
    for (const value of PLANTED) {
      expect(shown).not.toContain(value)
      const answer = await visitor.get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent(value)}`)
      expect(answer.body.items ?? [], value).toEqual([])
    }
    const exported = await writePackageAt(staff.handler)
    const file = readPackageIndependently(packagePath(board.dataFolder, exported.body.fileName))
    expect(JSON.stringify(file)).toContain('欧阳**')
    for (const value of PLANTED) expect(JSON.stringify(file), value).not.toContain(value)
    const events = board.deps.store.database
      .prepare('SELECT detail FROM audit_event')
      .pluck()
      .all()
      .join('\n')
    const editions = board.deps.store.database.prepare('SELECT content FROM edition').pluck().all().join('\n')
    for (const value of PLANTED) expect(events + editions).not.toContain(value)
  })
})

it('a policy is set by administrator or secrecy reviewer, with what it rests on, and never below the law', async () => {
  const [view] = (await staff.handler.get<{ policy: object }[]>('/api/desk/list-policies')).body
  const put = (who: keyof Staff, policy: object, basis = '县民政局通知') =>
    staff[who].json<{ code: string }>('PUT', '/api/desk/list-policies/LOW_INCOME', { policy, basis })
  const policy = { ...view?.policy, nameRule: 'SURNAME' }
  expect((await put('handler', policy)).body.code).toBe('trust.role-missing')
  expect((await put('secrecyReviewer', policy, ' ')).body.code).toBe('table.basis-required')
  const mild = { actions: { ID_NUMBER: 'PRINT' }, nameRule: 'FULL' }
  expect((await put('administrator', mild)).body).toMatchObject({
    code: 'table.policy-too-mild',
    params: { kind: 'ID_NUMBER' },
  })
  expect((await put('secrecyReviewer', policy)).status).toBe(200)
  const [now] = (await staff.handler.get<object[]>('/api/desk/list-policies')).body
  expect(now).toMatchObject({
    listType: 'LOW_INCOME',
    number: 1,
    policy: { nameRule: 'SURNAME' },
  })
})
