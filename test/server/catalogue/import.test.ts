import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ExcelJS from 'exceljs'
import { previewImport } from '../../../server/catalogue/import-preview.ts'
import type { ImportPreview, TakenTables, TakeImport, TemplateView } from '../../../server/catalogue/views.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { detailOf, FIRST, fixture, importFile, previewFile, table } from './catalogue-file.ts'

type Refused = { code: string; params: Record<string, unknown> }
type Sheet = TakeImport['sheets'][number]

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})
afterEach(() => board.close())

const list = () => board.deps.store.read.catalogue.list()

function take(preview: ImportPreview, sheets: readonly (Partial<Sheet> & { sheet: number })[]) {
  const whole = sheets.map((sheet) => ({
    name: preview.sheets[sheet.sheet]?.name ?? '',
    regime: preview.sheets[sheet.sheet]?.regime ?? 'GOV',
    catalogueId: preview.sheets[sheet.sheet]?.match?.catalogueId ?? null,
    edits: [],
    leaveOut: [],
    ...sheet,
  }))
  return staff.handler.post<TakenTables & Refused>(`/api/desk/catalogue-imports/${preview.id}/take`, {
    sheets: whole,
  })
}

async function approve(id: string): Promise<void> {
  const { shown } = await detailOf(staff.handler, id)
  await staff.handler.post(`/api/desk/catalogue-versions/${shown.id}/submit`)
  const approved = await staff.deputyLeader.post(`/api/desk/catalogue-versions/${shown.id}/approve`)
  expect(approved.status).toBe(200)
}

describe('a file looked at before it is taken', () => {
  it('changes nothing until it is taken, and can be opened again and given up', async () => {
    const preview = await previewFile(staff.handler, fixture('catalogue-village.csv'), '村务.csv')
    expect(preview.status).toBe(201)
    expect(preview.body.sheets[0]).toMatchObject({ regime: 'VILLAGE', match: null })
    expect(preview.body.sheets[0]?.understood).toBeGreaterThan(0)
    expect(list()).toEqual([])
    const path = `/api/desk/catalogue-imports/${preview.body.id}`
    expect((await staff.administrator.get(path)).body).toEqual(preview.body)
    expect((await staff.handler.json('DELETE', path)).status).toBe(204)
    expect((await staff.handler.get<Refused>(path)).body.code).toBe('catalogue.import-not-found')
    expect((await take(preview.body, [{ sheet: 0 }])).body.code).toBe('catalogue.import-not-found')
  })

  it('is taken with what was mended and without what was left out, and the log counts both', async () => {
    const preview = await previewFile(staff.handler, table(...FIRST))
    const taken = await take(preview.body, [
      {
        sheet: 0,
        name: '云溪镇政务公开目录（修改后）',
        edits: [{ row: 1, change: { itemLevel2: '部门预算', deadlineText: '即时公开' } }],
        leaveOut: [0],
      },
    ])
    expect(taken.body.outcomes).toMatchObject([{ outcome: 'NEW', items: 2, leftOut: 1, notUnderstood: 0 }])
    const detail = await detailOf(staff.handler, taken.body.catalogues[0]?.id ?? '')
    expect(detail.catalogue.name).toBe('云溪镇政务公开目录（修改后）')
    expect(detail.items.map(({ itemLevel2, deadlineRule }) => [itemLevel2, deadlineRule?.class])).toEqual([
      ['部门预算', 'IMMEDIATE'],
      ['临时救助', 'ON_EVENT'],
    ])
    expect(detail.unitIds).toEqual(['township'])
    const [event] = board.deps.store.read.audit.page(null, 1)
    expect(event).toMatchObject({
      action: 'catalogue.import',
      detail: { items: 2, leftOut: 1, notUnderstood: 0 },
    })
    // Taken once: a second click finds nothing.
    expect((await take(preview.body, [{ sheet: 0 }])).body.code).toBe('catalogue.import-not-found')
    expect(list()).toHaveLength(1)
  })

  it('shows what it would change in the catalogue it is a new state of; taken, it is a draft version of that', async () => {
    const id = (await importFile(staff.handler, table(...FIRST))).body.catalogues[0]?.id ?? ''
    await approve(id)
    const before = await detailOf(staff.handler, id)
    const next = table(
      ['机构信息', '机构职能', '机构设置、职能、办公地址', '即时公开'],
      ['表彰奖励', '先进评选', '评选条件、评选结果', '即时公开'],
      ['社会救助', '急难临时救助', '救助对象名单、金额、事由', '10个工作日内'],
    )
    const preview = await previewFile(staff.handler, next)
    const match = preview.body.sheets[0]?.match
    expect(match?.catalogueId).toBe(id)
    expect(match?.diff.added.map(({ itemLevel2 }) => itemLevel2)).toEqual(['先进评选'])
    expect(match?.diff.removed.map(({ itemLevel2 }) => itemLevel2)).toEqual(['政府预算'])
    expect(match?.diff.changed.map(({ fields }) => fields)).toEqual([
      ['deadlineText', 'deadlineRule'],
      ['itemLevel2'],
    ])
    const taken = await take(preview.body, [{ sheet: 0 }])
    expect(taken.body.outcomes[0]).toMatchObject({ outcome: 'NEW_VERSION', catalogueId: id })
    const { versions } = await detailOf(staff.handler, id)
    expect(versions.map(({ number, state, inUse }) => [number, state, inUse])).toEqual([
      [2, 'DRAFT', false],
      [1, 'APPROVED', true],
    ])
    const draft = await staff.handler.get<typeof before>(
      `/api/desk/catalogues/${id}?version=${versions[0]?.id}`,
    )
    const idOf = (name: string, detail: typeof before) =>
      detail.items.find(({ itemLevel2 }) => itemLevel2 === name)?.id
    // The renamed item stays the same item.
    expect(idOf('急难临时救助', draft.body)).toBe(idOf('临时救助', before))
    expect(idOf('机构职能', draft.body)).toBe(idOf('机构职能', before))
    const again = await previewFile(staff.handler, table(...FIRST, ['其他', '其他', '其他', '即时公开']))
    const open = await take(again.body, [{ sheet: 0, catalogueId: id }])
    expect([open.status, open.body.code]).toEqual([409, 'catalogue.version-open'])
  })

  it('a mended file takes the place of a draft that was never approved, and keeps its items', async () => {
    const id = (await importFile(staff.handler, table(...FIRST))).body.catalogues[0]?.id ?? ''
    const before = await detailOf(staff.handler, id)
    const more = ['其他', '其他', '其他', '即时公开'] as const
    const again = await importFile(staff.handler, table(...FIRST.slice(1), more))
    expect(again.body.diffs).toMatchObject([
      { outcome: 'DRAFT_REPLACED', diff: { added: [{ itemLevel1: '其他' }], unchanged: FIRST.length - 1 } },
    ])
    const after = await detailOf(staff.handler, id)
    expect(after.versions.map(({ number, state }) => [number, state])).toEqual([[1, 'DRAFT']])
    expect(after.items).toHaveLength(FIRST.length)
    const known = new Set(before.items.map((item) => item.id))
    expect(after.items.filter((item) => known.has(item.id))).toHaveLength(FIRST.length - 1)
  })

  it('an unchanged file makes no version and says so, whatever its line breaks and numbers', async () => {
    const id = (await importFile(staff.handler, table(...FIRST))).body.catalogues[0]?.id ?? ''
    const shuffled = table(...[...FIRST].reverse())
    const again = await importFile(staff.handler, shuffled, '2026年云溪镇政务公开目录.csv')
    expect(again.body.diffs).toMatchObject([
      { outcome: 'UNCHANGED', catalogueId: id, diff: { unchanged: 3 } },
    ])
    expect((await detailOf(staff.handler, id)).versions).toHaveLength(1)
    expect(list()).toHaveLength(1)
  })

  it('keeps regimes apart and takes all of a file or nothing', async () => {
    const id = (await importFile(staff.handler, fixture('catalogue-village.csv'), '村务.csv')).body
      .catalogues[0]?.id
    const preview = await previewFile(staff.handler, table(...FIRST))
    const wrong = await take(preview.body, [{ sheet: 0, catalogueId: id ?? '' }])
    expect(wrong.body).toMatchObject({
      code: 'catalogue.regime-mismatch',
      params: { found: 'GOV', expected: 'VILLAGE' },
    })
    expect((await take(preview.body, [{ sheet: 0, catalogueId: 'nothing' }])).body.code).toBe(
      'catalogue.not-found',
    )
    expect((await take(preview.body, [])).body.code).toBe('catalogue.nothing-to-take')
    expect((await take(preview.body, [{ sheet: 0, leaveOut: [0, 1, 2] }])).body.code).toBe(
      'catalogue.nothing-to-take',
    )
    for (const bad of [{ sheet: 1 }, { sheet: 0, leaveOut: [9] }, { sheet: 0, name: ' ' }])
      expect((await take(preview.body, [bad])).body.code).toBe('request.invalid')
    const nameless = { row: 0, change: { itemLevel1: '', itemLevel2: '' } }
    expect((await take(preview.body, [{ sheet: 0, edits: [nameless] }])).body.code).toBe(
      'catalogue.title-required',
    )
    expect((await take(preview.body, [{ sheet: 0, unitIds: ['nowhere'] }])).body.code).toBe('unit.not-found')
    expect(list()).toHaveLength(1)
    expect((await take(preview.body, [{ sheet: 0 }])).status).toBe(200)
  })

  it('refuses a row with personal data, naming it as the person sees it, until it is left out or masked', async () => {
    const bytes = table(...FIRST, ['社会救助', '名单', '张某身份证99000019800229001X', '即时公开'])
    const one = await importFile(staff.handler, bytes)
    expect(one.body).toMatchObject({ code: 'catalogue.personal-data', params: { row: 5 } })
    const preview = await previewFile(staff.handler, bytes)
    expect((await take(preview.body, [{ sheet: 0 }])).body.code).toBe('catalogue.personal-data')
    expect(list()).toEqual([])
    const masked = { row: 3, change: { contentElements: '张某身份证990000********001X' } }
    expect((await take(preview.body, [{ sheet: 0, edits: [masked] }])).status).toBe(200)
  })

  it('is for those who keep the catalogue', async () => {
    const refused = await previewFile(staff.reviewer, table(...FIRST))
    expect(refused.status).toBe(403)
    const preview = await previewFile(staff.handler, table(...FIRST))
    const path = `/api/desk/catalogue-imports/${preview.body.id}`
    expect((await staff.reviewer.get(path)).status).toBe(403)
    expect((await staff.reviewer.post(`${path}/take`, { sheets: [] })).status).toBe(403)
    expect((await staff.reviewer.json('DELETE', path)).status).toBe(403)
  })

  it('is forgotten after a week when nobody has taken it', async () => {
    const old = await previewFile(staff.handler, table(...FIRST))
    board.clock.advance((7 * 24 + 1) * 3_600_000)
    const handler = board.deps.store.read.office.accountByName('周敏')
    if (!handler) throw new Error('周敏 is there')
    await previewImport(board.deps, handler, { fileName: 'b.csv', bytes: table(...FIRST) })
    expect(board.deps.store.read.catalogue.import(old.body.id)).toBeUndefined()
  })
})

describe('a version exported', () => {
  it.each(['catalogue-village.csv', 'catalogue-farm-funds.xlsx', 'catalogue-social-assistance.xlsx'])(
    '%s: what goes out comes in again without a difference',
    async (name) => {
      const imported = await importFile(staff.handler, fixture(name), name)
      const { shown, catalogue } = await detailOf(staff.handler, imported.body.catalogues[0]?.id ?? '')
      const response = await staff.reviewer.raw('GET', `/api/desk/catalogue-versions/${shown.id}/xlsx`)
      expect(response.headers.get('content-type')).toContain('spreadsheetml')
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(catalogue.name)
      const bytes = new Uint8Array(await response.arrayBuffer())
      const again = await importFile(staff.handler, bytes, '导出.xlsx')
      expect(again.body.diffs).toMatchObject([{ outcome: 'UNCHANGED', catalogueId: catalogue.id }])
      // A name without 目录 in it is no title to the reader; everything else is remarked as before.
      const remarks = (taken: typeof imported) =>
        taken.body.notes.map(({ text }) => text).filter((text) => text !== catalogue.name)
      expect(remarks(again)).toEqual(remarks(imported))
    },
  )

  it("has the headings of the county's file, merged as there", async () => {
    const name = 'catalogue-social-assistance.xlsx'
    const imported = await importFile(staff.handler, fixture(name), name)
    const { shown } = await detailOf(staff.handler, imported.body.catalogues[0]?.id ?? '')
    const response = await staff.handler.raw('GET', `/api/desk/catalogue-versions/${shown.id}/xlsx`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await response.arrayBuffer()) as unknown as ExcelJS.Buffer)
    const sheet = workbook.worksheets[0]
    const texts = (row: number) =>
      Array.from({ length: 14 }, (_, at) => sheet?.getRow(row).getCell(at + 1).text ?? '')
    expect(texts(1)[0]).toBe('社会救助领域基层政务公开标准目录')
    expect(texts(2)).toEqual([
      ...['序号', '公开事项', '公开事项', '公开内容(要素)', '公开依据', '公开时限', '公开主体'],
      ...['公开渠道和载体', '公开对象', '公开对象', '公开方式', '公开方式', '公开层级', '公开层级'],
    ])
    expect(texts(3).slice(8)).toEqual(['全社会', '特定群体', '主动', '依申请', '县级', '乡级'])
    expect(texts(4)[7]).toMatch(/^■政府网站 □政府公报 .*□其他$/)
    expect(texts(4).slice(8)).toEqual(['√', '', '√', '', '√', '√'])
  })
})

describe('a list the program brings', () => {
  it('is loaded in one click as a draft, and a second click changes nothing', async () => {
    const offered = await staff.handler.get<TemplateView[]>('/api/desk/catalogue-templates')
    expect(offered.body.map(({ id }) => id)).toContain('VILLAGE_FINANCE')
    for (const { id, name, itemCount } of offered.body) {
      const path = `/api/desk/catalogue-templates/${id}`
      const loaded = await staff.handler.post<TakenTables>(path)
      expect(loaded.body.outcomes, name).toMatchObject([{ outcome: 'NEW', items: itemCount }])
      expect(loaded.body.catalogues[0]?.version.state).toBe('DRAFT')
      expect((await staff.handler.post<TakenTables>(path)).body.outcomes[0]?.outcome, name).toBe('UNCHANGED')
    }
    expect(list()).toHaveLength(offered.body.length)
  })

  it('that does not exist is not found, and none is loaded by those who do not keep the catalogue', async () => {
    const none = await staff.handler.post<Refused>('/api/desk/catalogue-templates/GOV_21')
    expect([none.status, none.body.code]).toEqual([404, 'catalogue.template-not-found'])
    expect((await staff.reviewer.post('/api/desk/catalogue-templates/GOV_20')).status).toBe(403)
  })
})
