import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  DictionariesView,
  DictionaryEntriesView,
  DictionaryPreview,
  WordingReport,
} from '../../../server/wording/views.ts'
import { paragraphs, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})

afterEach(async () => {
  await board.deps.work.close()
  board.close()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const GOOD = '词语,正确,程度,说明,例外\n按装,安装,错误,,按装箱、按装车\n请示上级,,核对,先问清楚,\n'

async function compare(text: string, kind = 'MISWRITING') {
  return staff.handler.upload<DictionaryPreview & { code: string; params: object }>(
    `/api/desk/dictionaries/${kind}/compare`,
    '词库.csv',
    bytesOf(text),
  )
}

async function take(text: string, kind = 'MISWRITING', digest?: string) {
  const named = digest ?? (await compare(text, kind)).body.digest
  return staff.handler.upload<DictionariesView & { code: string }>(
    `/api/desk/dictionaries/${kind}/versions`,
    '词库.csv',
    bytesOf(text),
    { digest: named, source: '示例县政府办公室' },
  )
}

const inUse = async (kind = 'MISWRITING') =>
  (await staff.handler.get<DictionaryEntriesView>(`/api/desk/dictionaries/${kind}`)).body

describe('a dictionary of the wording check', () => {
  it('is compared first, then taken in whole, and the one before can be put to use again', async () => {
    const shipped = await inUse()
    expect(shipped.version).toBe(0)
    const preview = await compare(GOOD)
    expect(preview.body).toMatchObject({
      entryCount: 2,
      added: [{ word: '请示上级', severity: 'CHECK', note: '先问清楚' }],
      changed: [{ before: { word: '按装' }, after: { exceptions: ['按装箱', '按装车'] } }],
    })
    expect(preview.body.removed.length).toBe(shipped.entries.length - 1)
    expect((await inUse()).version).toBe(0)

    const taken = await take(GOOD)
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    expect(await inUse()).toMatchObject({ version: 1, entries: [{ word: '按装' }, { word: '请示上级' }] })
    const [first] = taken.body.dictionaries
    expect(first).toMatchObject({
      kind: 'MISWRITING',
      entryCount: 2,
      versions: [
        { version: 1, source: '示例县政府办公室', by: { name: '周敏' }, inUse: true },
        { version: 0, inUse: false },
      ],
    })
    const back = await staff.handler.post<DictionariesView>('/api/desk/dictionaries/MISWRITING/choice', {
      version: 0,
    })
    expect(back.body.dictionaries[0]?.versions.map((one) => one.inUse)).toEqual([false, true])
    expect((await inUse()).entries.length).toBe(shipped.entries.length)
  })

  it.each([
    ['词语,正确\n按装,按装好\n', 'wording.entry-invalid', { row: 2, fault: 'SELF' }],
    ['词语,正确\n按装,安装\n\n,安装\n', 'wording.entry-invalid', { row: 4, fault: 'WORD_MISSING' }],
    ['词语,正确\n按装,安装\n按装,安好\n', 'wording.entry-invalid', { row: 3, fault: 'TWICE' }],
    ['词语,正确\n按,安\n', 'wording.entry-invalid', { row: 2, fault: 'TOO_SHORT' }],
    ['词语,正确,程度\n按装,安装,大概\n', 'wording.entry-invalid', { row: 2, fault: 'SEVERITY' }],
    ['词语,正确,例外\n按装,安装,装箱\n', 'wording.entry-invalid', { row: 2, fault: 'EXCEPTION' }],
    ['词语,正确\n', 'wording.file-empty', {}],
    ['甲,乙\n丙,丁\n', 'wording.not-a-dictionary', {}],
    [
      '{"format":"board-dictionary/1","entries":[{"word":"按装","surprise":1}]}',
      'wording.not-a-dictionary',
      {},
    ],
    ['{"format":', 'catalogue.file-damaged', {}],
  ])('with a fault is refused whole, and the one in use stays: %s', async (text, code, params) => {
    await take(GOOD)
    const refused = await compare(text)
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([422, code, params])
    const taken = await take(text, 'MISWRITING', '0'.repeat(64))
    expect(taken.body.code).toBe(code)
    expect(await inUse()).toMatchObject({ version: 1, entries: [{ word: '按装' }, { word: '请示上级' }] })
  })

  it('is taken as it was previewed or not at all', async () => {
    const preview = await compare(GOOD)
    await take('词语,正确\n布署,部署\n')
    const late = await take(GOOD, 'MISWRITING', preview.body.digest)
    expect([late.status, late.body.code]).toEqual([409, 'wording.preview-outdated'])
    const same = await take('词语,正确\n布署,部署\n')
    expect([same.status, same.body.code]).toEqual([409, 'wording.nothing-changed'])
  })

  it('is read from JSON with its source, and from the workbook the board itself hands out', async () => {
    const json = JSON.stringify({
      format: 'board-dictionary/1',
      source: '示例县',
      entries: [{ word: '按装', suggestion: '安装', severity: 'FIX' }],
    })
    expect((await compare(json)).body).toMatchObject({ source: '示例县', entryCount: 1 })
    const file = await staff.handler.raw('GET', '/api/desk/dictionaries/MISWRITING/xlsx')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer)
    const again = await staff.handler.upload<DictionaryPreview>(
      '/api/desk/dictionaries/MISWRITING/compare',
      '词库.xlsx',
      bytes,
    )
    expect(again.body).toMatchObject({ added: [], removed: [], changed: [] })
  })

  it('of leaders is for those who write and those who answer for the office, not for every reviewer', async () => {
    const refused = await staff.reviewer.upload<{ code: string }>(
      '/api/desk/dictionaries/LEADER/compare',
      '领导.csv',
      bytesOf('姓名,职务\n李伟,副镇长\n'),
    )
    expect([refused.status, refused.body.code]).toEqual([403, 'trust.role-missing'])
    const taken = await take('姓名,职务\n李伟,副镇长\n', 'LEADER')
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  })
})

describe('the wording of a notice', () => {
  it('is checked as a hint, in the draft and in what was handed in, and blocks nothing', async () => {
    const { id, revision } = await writeDraft(staff.handler, {
      title: '关于停电的通知',
      body: paragraphs('截止2026年10月底，各村要布署到位。'),
      catalogueItemId: null,
    })
    const draft = await staff.handler.get<WordingReport>(`/api/desk/notices/${id}/wording?of=draft`)
    expect(draft.body).toMatchObject({
      of: 'draft',
      revision,
      findings: [
        { rule: 'CUTOFF', severity: 'FIX', text: '截止', suggestion: '截至' },
        { rule: 'MISWRITING', text: '布署', suggestion: '部署' },
      ],
    })
    const none = await staff.handler.get<{ code: string }>(`/api/desk/notices/${id}/wording?of=submission`)
    expect([none.status, none.body.code]).toEqual([404, 'notice.submission-missing'])
    const foreign = await staff.handler.get<{ code: string }>('/api/desk/notices/nothing/wording')
    expect(foreign.body.code).toBe('notice.not-found')
  })

  it('goes by the dictionary in use from the moment it is put to use', async () => {
    const { id } = await writeDraft(staff.handler, {
      title: '关于停电的通知',
      body: paragraphs('请云溪小镇各户注意。'),
      catalogueItemId: null,
    })
    const found = async () =>
      (await staff.handler.get<WordingReport>(`/api/desk/notices/${id}/wording`)).body.findings.length
    expect(await found()).toBe(0)
    await take('词语,正确\n云溪小镇,云溪镇\n', 'SENSITIVE')
    expect(await found()).toBe(1)
  })
})
