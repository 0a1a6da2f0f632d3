import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { PublicEdition, PublicPage } from '../../../server/display/views.ts'
import type {
  NoticeValidityView,
  NumberAdvice,
  SeriesList,
  TextSuggestions,
} from '../../../server/notice/convention/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let itemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

const draft = (documentNumber: string, change: Partial<DraftContent> = {}) =>
  writeDraft(staff.handler, {
    title: `关于${documentNumber || '停电'}的通知`,
    body: paragraphs('11月25日河西村停电检修。'),
    catalogueItemId: itemId,
    documentNumber,
    documentDate: '2026-11-20',
    ...change,
  })
const publish = async (documentNumber: string, change: Partial<DraftContent> = {}) => {
  const { id, revision } = await draft(documentNumber, change)
  return publishDraft(staff, id, revision)
}
const series = async () => (await staff.handler.get<SeriesList>('/api/desk/number-series')).body
const explain = (change: object = {}, who: keyof Staff = 'handler') =>
  staff[who].post<SeriesList & { code: string }>('/api/desk/number-series/explanations', {
    prefix: '云政发',
    year: 2026,
    from: 2,
    to: 2,
    reason: 'NOT_PUBLIC',
    note: '人事文件',
    ...change,
  })

describe('document numbers', () => {
  it('are one series a prefix and year, with what is published, what a draft reserves and what is missing', async () => {
    await publish('云政发〔2026〕1号')
    await draft('云政发〔2026〕4号')
    await draft('云政发〔2025〕1号')
    await draft('云政发〔2026〕第')
    const list = await series()
    expect(list.series).toMatchObject([
      {
        prefix: '云政发',
        year: 2026,
        uses: [
          { serial: 1, state: 'PUBLISHED' },
          { serial: 4, state: 'RESERVED' },
        ],
        gaps: [{ from: 2, to: 3, explained: null }],
        next: 5,
        unexplained: 2,
      },
      { prefix: '云政发', year: 2025, next: 2 },
    ])
  })

  it('that are missing are explained by a handler; a newer explanation counts, the older stays on record', async () => {
    await publish('云政发〔2026〕4号')
    const refused = await explain({}, 'reviewer')
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    await explain({ from: 1, to: 3 })
    const again = await explain({ from: 2, to: 2, reason: 'VOIDED', note: '打印后作废' })
    expect(again.body.series[0]).toMatchObject({
      unexplained: 0,
      gaps: [
        { from: 1, to: 1, explained: { reason: 'NOT_PUBLIC', by: { name: '周敏' } } },
        { from: 2, to: 2, explained: { reason: 'VOIDED', note: '打印后作废' } },
        { from: 3, to: 3, explained: { reason: 'NOT_PUBLIC' } },
      ],
    })
    const rows = board.deps.store.database.prepare('SELECT count(*) AS n FROM document_number_void').get()
    expect(rows).toEqual({ n: 4 })
    expect(() => board.deps.store.database.exec('DELETE FROM document_number_void')).toThrow('append-only')
  })

  it.each([
    [{ from: 3, to: 2 }, 'number.range-invalid'],
    [{ from: 1, to: 201 }, 'number.range-invalid'],
    [{ reason: 'OTHER', note: ' ' }, 'number.reason-required'],
    [{ from: 3, to: 5 }, 'number.in-use'],
  ])('cannot be explained by %j: %s', async (change, code) => {
    await publish('云政发〔2026〕4号')
    expect((await explain(change)).body.code).toBe(code)
    expect((await series()).series[0]?.unexplained).toBe(3)
  })

  it('that were recorded as scrapped stand on no notice, until the record is corrected', async () => {
    await publish('云政发〔2026〕4号')
    await explain({ from: 2, to: 2, reason: 'VOIDED', note: '打印后作废' })
    const { id, revision } = await draft('云政发〔2026〕2号')
    const submit = () => staff.handler.post<{ code?: string }>(`/api/desk/notices/${id}/submit`, { revision })
    const refused = await submit()
    expect([refused.status, refused.body.code]).toEqual([409, 'notice.document-number-void'])
    board.deps.store.tx((write, read) => {
      const accountId = read.convention.voids()[0]?.accountId ?? ''
      const at = '2026-11-23T02:00:00.000Z'
      const number = { prefix: '云政发', year: 2026, serial: 2 }
      write.convention.addVoid({ ...number, reason: 'OTHER', note: '登记有误', accountId, at })
    })
    expect((await submit()).status).toBe(200)
  })

  it('stand on one notice only: refused when handed in, naming the other by its index number', async () => {
    const first = await publish('云政发〔2026〕5号')
    const { id, revision } = await draft('云政发〔2026〕5号')
    const advice = await staff.handler.get<NumberAdvice>(
      `/api/desk/notices/${id}/document-number?number=${encodeURIComponent('云政发〔2026〕5号')}`,
    )
    expect(advice.body).toMatchObject({
      taken: { by: 'PUBLISHED', indexNumber: first.indexNumber },
      next: ['云政发〔2026〕6号'],
    })
    const refused = await staff.handler.post<{ code: string; params: object }>(
      `/api/desk/notices/${id}/submit`,
      { revision },
    )
    expect([refused.status, refused.body.code]).toEqual([409, 'notice.document-number-taken'])
    expect(refused.body.params).toMatchObject({ indexNumber: first.indexNumber })
  })

  it('are held from the moment of handing in, and looked at once more when published', async () => {
    const first = await draft('云政发〔2026〕5号')
    const hash = await submitAndApprove(staff, first.id, first.revision)
    const second = await draft('云政发〔2026〕5号')
    const refused = await staff.handler.post<{ code: string }>(`/api/desk/notices/${second.id}/submit`, {
      revision: second.revision,
    })
    expect([refused.status, refused.body.code]).toEqual([409, 'notice.document-number-reserved'])
    const published = await staff.handler.post(`/api/desk/notices/${first.id}/publish`, {
      submissionHash: hash,
    })
    expect(published.status).toBe(200)
  })

  it('stay with the notice through its next edition, and are free again when it was taken down', async () => {
    const first = await publish('云政发〔2026〕5号')
    const gone = await staff.handler.post(`/api/desk/notices/${first.id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '放错栏目',
      hideTitle: false,
    })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    const again = await publish('云政发〔2026〕5号')
    expect(again.state).toBe('PUBLISHED')
    expect((await series()).series[0]?.uses.map(({ state }) => state).toSorted()).toEqual([
      'PUBLISHED',
      'WITHDRAWN',
    ])
  })

  it('go out as a workbook that says what it does not know', async () => {
    await publish('云政发〔2026〕2号')
    const file = await staff.handler.raw('GET', '/api/desk/number-series/xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await file.arrayBuffer()) as ArrayBuffer)
    const text = JSON.stringify(workbook.worksheets[0]?.getSheetValues())
    expect(text).toContain('云政发〔2026〕1号')
    expect(text).toContain('缺号，未说明')
    expect(text).toContain('以各登记簿为准')
  })
})

const propose = (id: string, change: object = {}, who: keyof Staff = 'handler') =>
  staff[who].post<NoticeValidityView & { code: string }>(`/api/desk/notices/${id}/validity`, {
    standing: 'REPEALED',
    effectiveOn: '2026-11-23',
    reason: '已有新办法',
    replacedBy: null,
    ...change,
  })
const decide = (proposal: number, who: keyof Staff, decision = 'CONFIRMED', reason = '') =>
  staff[who].post<NoticeValidityView & { code: string }>(
    `/api/desk/validity-proposals/${proposal}/decision`,
    { decision, reason },
  )
const page = async (indexNumber: string | null) =>
  (
    await board
      .visitor()
      .get<PublicEdition>(`/api/public/notice?index=${encodeURIComponent(indexNumber ?? '')}`)
  ).body
const listed = async () => (await board.visitor().get<PublicPage>('/api/public/notices')).body.items

describe('the validity of a published document', () => {
  it('is changed by two persons, shows to the public with its reason, and links both ways', async () => {
    const old = await publish('云政发〔2025〕3号')
    const next = await publish('云政发〔2026〕1号')
    const proposed = await propose(old.id, { replacedBy: next.id })
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(200)
    const [statement] = proposed.body.statements
    expect((await page(old.indexNumber)).metadata.validity?.validity).toBe('IN_FORCE')
    for (const who of ['handler', 'secrecyReviewer'] as const) {
      expect((await decide(statement?.id ?? 0, who)).body.code).toBe('trust.role-missing')
    }
    const confirmed = await decide(statement?.id ?? 0, 'reviewer')
    expect(confirmed.body.now).toEqual({ validity: 'REPEALED', on: '2026-11-23', by: 'STATEMENT' })
    expect((await page(old.indexNumber)).metadata).toMatchObject({
      validity: { validity: 'REPEALED' },
      validityReason: '已有新办法',
      replacedBy: { indexNumber: next.indexNumber },
    })
    expect((await page(next.indexNumber)).metadata.replaces).toMatchObject([{ indexNumber: old.indexNumber }])
    expect((await listed()).map(({ indexNumber, validity }) => [indexNumber, validity])).toEqual([
      [next.indexNumber, undefined],
      [old.indexNumber, 'REPEALED'],
    ])
    expect((await decide(statement?.id ?? 0, 'reviewer')).body.code).toBe('validity.already-decided')
  })

  it('lapses by itself on the day after the last day it names, on the page and in the list', async () => {
    const notice = await publish('', { validity: { from: null, to: '2026-11-30' } })
    expect((await page(notice.indexNumber)).metadata.validity?.validity).toBe('IN_FORCE')
    board.clock.set('2026-12-01T01:00:00.000Z')
    expect((await page(notice.indexNumber)).metadata.validity).toEqual({
      validity: 'LAPSED',
      on: '2026-11-30',
      by: 'DOCUMENT',
    })
    expect((await listed())[0]?.validity).toBe('LAPSED')
  })

  it('means nothing of a notice that is no document', async () => {
    const notice = await publish('')
    expect((await page(notice.indexNumber)).metadata).toMatchObject({
      validity: null,
      telephone: '0999-6100100',
    })
  })

  it('is sent back with a reason or recalled, and then nothing has changed', async () => {
    const old = await publish('云政发〔2026〕1号')
    const first = (await propose(old.id)).body.statements[0]?.id ?? 0
    expect((await propose(old.id)).body.code).toBe('validity.already-proposed')
    expect((await decide(first, 'deputyLeader', 'RETURNED')).body.code).toBe('validity.reason-required')
    expect((await decide(first, 'deputyLeader', 'RETURNED', '依据不足')).status).toBe(200)
    const second = (await propose(old.id)).body.statements[0]?.id ?? 0
    expect((await decide(second, 'reviewer', 'RECALLED')).body.code).toBe('trust.role-missing')
    expect((await decide(second, 'handler', 'RECALLED')).status).toBe(200)
    expect((await page(old.indexNumber)).metadata.validity?.validity).toBe('IN_FORCE')
    expect((await decide(999, 'reviewer')).body.code).toBe('validity.proposal-not-found')
  })

  it('is not proposed with personal data in the reason, which the public reads, nor confirmed with any let in before', async () => {
    const old = await publish('云政发〔2026〕1号')
    const reason = '周小满（身份证99000019800229001X）已退出，另行发文'
    expect((await propose(old.id, { reason })).body.code).toBe('display.privacy-hit')
    board.deps.store.database
      .prepare(
        `INSERT INTO notice_validity SELECT 1, ?, 'REPEALED', '2026-11-23', ?, NULL, id, '2026-11-23T01:00:00.000Z'
         FROM account WHERE name = '周敏'`,
      )
      .run(old.id, reason)
    expect((await decide(1, 'reviewer')).body.code).toBe('display.privacy-hit')
    expect((await page(old.indexNumber)).metadata.validity?.validity).toBe('IN_FORCE')
  })

  it('is proposed of what is on the board only, with a reason and a fitting replacement', async () => {
    const unpublished = await draft('')
    expect((await propose(unpublished.id)).body.code).toBe('validity.not-published')
    const old = await publish('云政发〔2026〕1号')
    expect((await propose(old.id, {}, 'reviewer')).body.code).toBe('trust.role-missing')
    expect((await propose(old.id, { reason: ' ' })).body.code).toBe('validity.reason-required')
    for (const change of [
      { replacedBy: old.id },
      { replacedBy: unpublished.id },
      { standing: 'LAPSED', replacedBy: 'nothing' },
    ]) {
      expect((await propose(old.id, change)).body.code).toBe('validity.replacement-invalid')
    }
  })
})

describe('what the desk makes of texts and metadata', () => {
  it('suggests keywords and an abstract, and stores nothing', async () => {
    const { id, revision } = await draft('')
    const answer = await staff.handler.post<TextSuggestions>(`/api/desk/notices/${id}/suggestions`, {
      title: '关于农村低保金发放的公示',
      body: paragraphs('各村民委员会：', '11月农村低保金已于11月20日发放。农村低保金按月发放。'),
      catalogueItemId: itemId,
    })
    expect(answer.body.abstract).toBe('11月农村低保金已于11月20日发放。农村低保金按月发放。')
    expect(answer.body.keywords.length).toBeGreaterThan(0)
    const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(detail.body.draft).toMatchObject({ revision, content: { keywords: [], abstract: '' } })
  })

  it('hands out the metadata of the year with the columns of the information block', async () => {
    await publish('云政发〔2026〕1号', { keywords: ['停电'], abstract: '河西村停电。' })
    const file = await staff.reviewer.raw('GET', '/api/desk/metadata/xlsx?year=2026')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await file.arrayBuffer()) as ArrayBuffer)
    const sheet = workbook.worksheets[0]
    const heads = ((sheet?.getRow(2).values ?? []) as string[]).slice(1)
    expect(heads).toEqual([
      ...[
        '索引号',
        '名称',
        '信息分类',
        '体裁',
        '公开方式',
        '公开范围',
        '发布机构',
        '责任部门',
        '文号',
        '成文日期',
      ],
      ...[
        '印发日期',
        '发布日期',
        '施行日期',
        '有效期至',
        '有效性',
        '内容概述',
        '关键词',
        '版次',
        '内容校验码',
      ],
    ])
    expect(sheet?.getRow(3).getCell(9).text).toBe('云政发〔2026〕1号')
    expect(sheet?.getRow(3).getCell(15).text).toBe('有效')
    const empty = await staff.reviewer.raw('GET', '/api/desk/metadata/xlsx?year=2020')
    expect(empty.status).toBe(200)
  })

  it('hands the metadata of half a year out, where a whole year would be too much', async () => {
    await publish('云政发〔2026〕1号')
    const rows = async (half: string) => {
      const file = await staff.reviewer.raw('GET', `/api/desk/metadata/xlsx?year=2026&half=${half}`)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load((await file.arrayBuffer()) as ArrayBuffer)
      const sheet = workbook.worksheets[0]
      return [sheet?.getRow(1).getCell(1).text, sheet?.getRow(3).getCell(9).text === '云政发〔2026〕1号']
    }
    expect(await rows('1')).toEqual(['公开信息元数据表（2026年上半年）', false])
    expect(await rows('2')).toEqual(['公开信息元数据表（2026年下半年）', true])
  })
})
