import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'
import type { CatalogueNote, CatalogueReading, CatalogueRow } from './catalogue-item.ts'
import { readRow } from './catalogue-row.ts'
import { headingKey, joinLabel } from './cell-text.ts'
import { fillItem, lookPastSame } from './fill-from-above.ts'
import type { AboveCells } from './fill-from-above.ts'
import { finishRows } from './finish-rows.ts'
import type { RawRow } from './finish-rows.ts'
import { viewGrid } from './grid.ts'
import type { Grid, GridView } from './grid.ts'
import { readHeader } from './header.ts'
import type { Header } from './header.ts'
import { columnsWithoutHeading, layoutOf } from './layout.ts'
import { guessRegime } from './regime.ts'

/** A heading deeper than this is no heading of the sheet any more. */
const HEADING_WITHIN_ROWS = 30
/** Where a table with two item columns keeps the title of the part a row stands under. */
const PART_KEY = '所属部分'

/** Remarks under or above a table. 审核信息, 联系方式 and 注册登记 are items: such words need their colon. */
const REMARK =
  /^(?:[*＊※]|注(?:意|释)?(?:$|[:：.、\d])|备注|填报|填表|制表|附件(?:$|[\d一二三四五六七八九十:：])|第\d+页|(?:说明|编制|联系|审核|审定|负责|批准)(?:人|人员|单位|部门|日期|时间|电话|方式)?[:：])/u

function texts(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => joinLabel(cell)).filter((text) => text !== '')
}

function seenTexts(view: GridView, row: number): readonly string[] {
  return texts(Array.from({ length: view.width }, (_, column) => view.own(row, column)))
}

const TOTAL =
  /^(?:本页|本表|以上|全部|总的?)?(?:合计|小计|总计|共计|总数)(?:$|[:：(（]|共?\d)|^共(?:计|有)?\d+[项条个件类](?:事项)?$/u
const COUNT = /^\d+(?:\.\d+)?%?[项条个件类]?$|^[/\\—–-]+$/u

/** Whether a row only counts those above it (合计, 小计：5项, or 6项 alone): nothing else stands in it but numbers. */
function isTotal(own: readonly string[]): boolean {
  const plain = own.map((text) => text.normalize('NFKC').replace(/\s/gu, ''))
  const totals = plain.filter((text) => TOTAL.test(text) && text.length <= 30)
  const counted = totals.length > 0 || plain.some((text) => /^\d+[项条]$/u.test(text))
  return counted && plain.every((text) => COUNT.test(text) || totals.includes(text))
}

/** Whether the row's one text stands where the title of a part does: left of the contents, or across the table. */
function isPartTitle(cells: readonly string[], header: Header): boolean {
  const start = cells.findIndex((cell) => cell.trim() !== '')
  const text = joinLabel(cells[start] ?? '')
  const contents = header.columns.find(({ role }) => role === 'contentElements' || role === 'legalBasis')
  return (
    start < (contents?.index ?? 2) &&
    Array.from(text).length <= 40 &&
    !REMARK.test(text) &&
    !/[。；]$/u.test(text)
  )
}

/** A lower item or its contents alone in a row goes on with the item above: all else was merged before it became CSV. */
function goesOn(cells: readonly string[], header: Header): boolean {
  const start = cells.findIndex((cell) => cell.trim() !== '')
  const role = header.columns.find(({ index }) => index === start)?.role
  return role === 'itemLevel2' || role === 'itemLevel3' || role === 'contentElements'
}

function underPart(row: CatalogueRow, part: string, header: Header): CatalogueRow {
  if (part === '') return row
  const twoLevels = header.columns.some(({ role }) => role === 'itemLevel2')
  if (twoLevels) return { ...row, extra: { ...row.extra, [PART_KEY]: part } }
  return { ...row, itemLevel1: part, itemLevel2: row.itemLevel1 }
}

function labelsAt(header: Header, columns: readonly number[]): readonly string[] {
  return header.columns.filter(({ index }) => columns.includes(index)).map(({ label }) => label)
}

function readName(grid: Grid, headerRow: number, sourceName: string) {
  const above = grid.rows
    .slice(0, headerRow)
    .map((cells, row) => ({ row, text: texts(cells).join(' ') }))
    .filter(({ text }) => text !== '')
  const title = above.find(({ text }) => /目录|清单|一览表|公开/u.test(text) && !REMARK.test(text))
  const sheetName = /^(?:sheet|工作表|表)?\s*\d*$/iu.test(grid.sheet.trim()) ? '' : joinLabel(grid.sheet)
  const fileName = joinLabel(sourceName.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, ''))
  return {
    name: title?.text.replace(/\n/g, '') ?? (sheetName || fileName),
    unplaced: above.filter((line) => line !== title),
    title: title?.text ?? '',
  }
}

/**
 * Reads a catalogue (基层政务公开标准目录, domain book §3.1) from a sheet: finds the heading by meaning, whatever the
 * order of its columns, and reads every row below it. Whatever finds no place becomes a note; nothing vanishes.
 * The name is the title above the table, else the sheet's name, else the file's.
 * Refuses `catalogue.not-a-catalogue` with the `sheet` when there is no heading or no row under it.
 * @example readCatalogueGrid({ sheet: 'Sheet1', rows, merges: [] }, '村务公开目录.csv')
 */
export function readCatalogueGrid(grid: Grid, sourceName: string): Result<CatalogueReading> {
  const view = viewGrid(grid)
  const { sheet } = grid
  let header: Header | null = null
  let top = 0
  for (; !header && top < Math.min(view.height, HEADING_WITHIN_ROWS); top += 1) header = readHeader(view, top)
  if (!header) return refuse('catalogue.not-a-catalogue', { sheet })
  const headerRow = top - 1
  const { name, unplaced, title } = readName(grid, headerRow, sourceName)
  const notes: CatalogueNote[] = unplaced.map(({ row, text }) => ({
    code: 'ROW_SKIPPED',
    sheet,
    row: row + 1,
    text,
  }))
  notes.push(...columnsWithoutHeading(view, header, sheet, headerRow + 1))
  for (const { row, text } of grid.missing ?? []) {
    notes.push({ code: 'CELL_UNREADABLE', sheet, row: row + 1, text })
  }

  const columns = layoutOf(view, header)
  const headings = new Set(Array.from({ length: header.firstRow }, (_, row) => row))
  const raw: RawRow[] = []
  const skip = (row: number, text: string): void =>
    void notes.push({ code: 'ROW_SKIPPED', sheet, row: row + 1, text })
  let above: CatalogueRow | undefined
  const cellsAbove: AboveCells = new Map()
  let part: { readonly row: number; readonly text: string; used: boolean } | null = null
  for (let index = header.firstRow; index < view.height; index += 1) {
    const cells = grid.rows[index] ?? []
    const own = texts(cells)
    const text = own.join(' ')
    if (own.length === 0) continue
    const again = readHeader(view, index)
    if (again || (title !== '' && headingKey(text) === headingKey(title))) {
      notes.push({ code: 'HEADER_REPEATED', sheet, row: index + 1, text })
      // The next page may order its columns anew.
      if (again) {
        cellsAbove.clear()
        for (let row = index; row < again.firstRow; row += 1) headings.add(row)
      }
      header = again ?? header
      index = again ? again.firstRow - 1 : index
      continue
    }
    if (isTotal(own)) {
      skip(index, text)
      continue
    }
    const alone = own.length === 1 && seenTexts(view, index).length === 1 && !(above && goesOn(cells, header))
    if (alone && isPartTitle(cells, header)) {
      if (part && !part.used) skip(part.row, part.text)
      part = { row: index, text, used: false }
      above = undefined
      continue
    }
    const past = lookPastSame(view, index, cellsAbove)
    const reading = readRow(past.view, header, sheet, index)
    const level1 = header.columns.find(({ role }) => role === 'itemLevel1')
    const continues = level1 !== undefined && (cells[level1.index] ?? '').trim() === ''
    const row = fillItem(reading.row, above, continues)
    const named = row.itemLevel1 + row.itemLevel2 + row.itemLevel3 + row.contentElements !== ''
    if (alone || !named || REMARK.test(own[0] ?? '')) {
      skip(index, text)
      continue
    }
    for (const puzzle of reading.unreadable) {
      notes.push({ code: 'CELL_UNREADABLE', sheet, row: index + 1, text: puzzle })
    }
    // A new part begins a new group; a heading repeated on the next page does not.
    const follows = above !== undefined && above.itemLevel1 === row.itemLevel1
    above = row
    if (part) part.used = true
    raw.push({
      row: underPart(row, part?.text ?? '', header),
      header,
      same: labelsAt(header, past.same),
      follows,
    })
  }
  if (part && !part.used) skip(part.row, part.text)
  if (raw.length === 0) return refuse('catalogue.not-a-catalogue', { sheet })
  const finished = finishRows(
    raw,
    grid.merges.filter(({ top: row }) => !headings.has(row)),
  )
  const all = [...notes, ...finished.notes].toSorted((a, b) => a.row - b.row)
  return accept({ name, regime: guessRegime(name, finished.rows), columns, rows: finished.rows, notes: all })
}
