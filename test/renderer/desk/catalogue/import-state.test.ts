import { describe, expect, it } from 'vitest'
import {
  filtered,
  firstChoice,
  importCounts,
  importLines,
  type PreviewSheet,
  saysTheSame,
  takeOf,
  withEdit,
  withOut,
} from '../../../../renderer/desk/catalogue/import/import-state.ts'
import {
  forgetChoices,
  keepChoices,
  keptChoices,
} from '../../../../renderer/desk/catalogue/import/import-keeping.ts'
import { doubtsOf } from '../../../../renderer/desk/catalogue/import/row-doubts.ts'
import { noteOf, readRow } from './rows.ts'

const unread = { deadlineRule: null, deadlineText: '按有关规定执行' }
const sheet: PreviewSheet = {
  name: '社会救助目录',
  regime: 'GOV',
  rows: [readRow(), readRow({ sourceRow: 5, itemLevel2: '审批信息', ...unread })],
  notes: [
    noteOf('ROW_SKIPPED', 4, '小计'),
    noteOf('DEADLINE_UNREAD', 5, '按有关规定执行'),
    noteOf('HEADER_REPEATED', 6, '序号'),
  ],
  understood: 1,
  personalData: null,
  match: null,
}
const choice = firstChoice(sheet)

function drawn(of: PreviewSheet, with_ = choice): readonly string[] {
  return importLines(of, with_).map((line) =>
    line.kind === 'ROW' ? line.row.itemLevel2 : line.kind === 'NOTE' ? line.note.text : line.item.itemLevel2,
  )
}

describe('a sheet before it is taken', () => {
  it('shows rows and what was passed over in the order of the file', () => {
    expect(drawn(sheet)).toEqual(['审核信息', '小计', '审批信息', '序号'])
  })

  it('marks a row whose deadline was not understood, until a clerk has set it', () => {
    const doubtful = (with_ = choice) =>
      filtered(importLines(sheet, with_), 'DOUBTS', with_).map((line) => line.kind)
    expect(doubtful()).toEqual(['NOTE', 'ROW'])
    const rule = { class: 'ON_EVENT', amount: 7, unit: 'workday', from: 'formed' } as const
    expect(doubtful(withEdit(choice, sheet, 1, { deadlineRule: rule, deadlineRuleSet: true }))).toEqual([
      'NOTE',
    ])
  })

  it('points at the row with personal data until it is mended', () => {
    const personal = { ...sheet, personalData: 0 }
    const doubts = (with_ = choice) =>
      importLines(personal, with_).flatMap((line) => (line.kind === 'ROW' ? line.doubts : []))
    expect(doubts()).toContain('PERSONAL_DATA')
    expect(doubts(withEdit(choice, personal, 0, { contentElements: '名单' }))).not.toContain('PERSONAL_DATA')
  })

  it('forgets a change that is typed back to what was read', () => {
    const changed = withEdit(choice, sheet, 0, { publishingUnit: '镇民政办' })
    expect(changed.edits[0]).toEqual({ publishingUnit: '镇民政办' })
    expect(withEdit(changed, sheet, 0, { publishingUnit: '镇人民政府' }).edits).toEqual({})
  })

  it('leaves a row out by name and takes it in again, and never hides it', () => {
    const out = withOut(choice, 1)
    expect(out.leaveOut).toEqual([1])
    expect(drawn(sheet, out)).toHaveLength(4)
    expect(importCounts(importLines(sheet, out), out)).toMatchObject({
      taken: 1,
      OUT: 1,
      unset: 0,
      notTaken: 1,
    })
    expect(withOut(out, 1).leaveOut).toEqual([])
  })

  it('sends the sheets that are taken with their changes by row', () => {
    const mended = withOut(withEdit(choice, sheet, 0, { serial: '一' }), 1)
    expect(takeOf([{ ...choice, take: false }, mended])).toEqual({
      sheets: [
        {
          sheet: 1,
          name: '社会救助目录',
          regime: 'GOV',
          catalogueId: null,
          edits: [{ row: 0, change: { serial: '一' } }],
          leaveOut: [1],
        },
      ],
    })
  })

  it('says the same as the catalogue only until somebody mends it', () => {
    const diff = { added: [], removed: [], changed: [], unchanged: 2 }
    const same = { ...sheet, match: { catalogueId: 'c', name: '社会救助目录', diff, settled: [] } }
    const into = firstChoice(same)
    expect(saysTheSame(same, into)).toBe(true)
    expect(saysTheSame(same, withOut(into, 0))).toBe(false)
    expect(saysTheSame(same, { ...into, catalogueId: null })).toBe(false)
  })

  it('says of an update which rows are new or changed, and lists what the file no longer has', () => {
    const [first, second] = sheet.rows
    if (first === undefined || second === undefined) throw new Error('two rows stand above')
    const gone = { ...readRow({ itemLevel2: '终止供养名单' }), id: 'gone', catalogueId: 'c', position: 9 }
    const updating: PreviewSheet = {
      ...sheet,
      notes: [],
      match: {
        catalogueId: 'c',
        name: '社会救助目录',
        diff: {
          added: [second],
          removed: [gone],
          changed: [{ itemId: 'a', before: first, after: first, fields: ['publishingUnit'] }],
          unchanged: 0,
        },
        settled: [{ row: 1, deadlineRule: { class: 'STANDING' }, displayPeriod: null }],
      },
    }
    const into = firstChoice(updating)
    const lines = importLines(updating, into)
    expect(lines.map((line) => (line.kind === 'ROW' ? line.change : line.kind))).toEqual([
      'CHANGED',
      'NEW',
      'GONE',
    ])
    const settled = lines.find((line) => line.kind === 'ROW' && line.index === 1)
    expect(settled).toMatchObject({
      row: { deadlineRule: { class: 'STANDING' }, deadlineRuleSet: true },
      doubts: [],
    })
    const anew = { ...into, catalogueId: null }
    expect(
      importLines(updating, anew).map((line) => (line.kind === 'ROW' ? line.change : line.kind)),
    ).toEqual([null, null])
  })
})

describe('what was decided about a preview', () => {
  const preview = { id: 'import-1', fileName: '社会救助.xlsx', sheets: [sheet] }

  it('is there again after the page was left, and forgotten once the preview is over', () => {
    expect(keptChoices(preview)).toEqual([choice])
    const mended = withOut(withEdit(choice, sheet, 0, { serial: '一' }), 1)
    keepChoices('import-1', [mended])
    expect(keptChoices(preview)).toEqual([mended])
    expect(keptChoices({ ...preview, id: 'import-2' })).toEqual([choice])
    forgetChoices('import-1')
    expect(keptChoices(preview)).toEqual([choice])
  })
})

describe('the doubts of a row', () => {
  it('are none for a row that was understood', () => {
    expect(doubtsOf(readRow())).toEqual([])
  })

  it('name what is missing', () => {
    expect(doubtsOf(readRow({ publishingUnit: ' ' }))).toEqual(['UNIT_MISSING'])
    expect(doubtsOf(readRow({ deadlineRule: null, deadlineText: '' }))).toEqual(['DEADLINE_MISSING'])
    expect(doubtsOf(readRow({ deadlineRule: null, displayPeriod: { min: 10, unit: 'workday' } }))).toEqual([
      'DEADLINE_DISPLAY_ONLY',
    ])
    expect(doubtsOf(readRow({ itemLevel1: '', itemLevel2: '' }))).toEqual(['NO_ITEM'])
  })
})
