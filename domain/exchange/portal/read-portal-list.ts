import { Temporal } from 'temporal-polyfill'
import { headingKey, tidyCell } from '../../catalogue/cell-text.ts'
import { type Grid, type GridView, viewGrid } from '../../catalogue/grid.ts'
import { accept, refuse, type Result } from '../../refusal.ts'
import type { CivilDate } from '../../notice/content.ts'
import type { ListedEntry, UnreadableRow } from './comparison.ts'
import { saysWithdrawn } from './says-withdrawn.ts'

/** What is looked for in a list; any one of number, title and document number is enough. `state` says what was taken down. */
export type ListColumn = 'indexNumber' | 'title' | 'date' | 'documentNumber' | 'state'

/** A list as it was understood. */
export type PortalList = {
  readonly listed: readonly ListedEntry[]
  readonly unreadable: readonly UnreadableRow[]
  /** Which heading was taken for what, in the first sheet with one. */
  readonly columns: Readonly<Record<ListColumn, string | null>>
}

/** Headings seen at portals, the likeliest first (domain book §5.5); the rest is our own guess [infer]. */
const HEADINGS: Readonly<Record<ListColumn, readonly RegExp[]>> = {
  indexNumber: [/^(?:信息)?索引(?:号码?|编号)?$/u, /^信息?索取号$/u, /索引号/u, /^index(?:number|no)?$/iu],
  title: [
    /^(?:信息|文件|文章|公开|稿件)?(?:标题|题名)$/u,
    /^(?:信息|文件|资源|信息资源|公开信息|事项)?名称$/u,
    /标题/u,
    /^(?:title|name)$/iu,
  ],
  date: [
    /^(?:信息)?(?:发布|公开|公布)(?:日期|时间)$/u,
    /^(?:成文|生成|产生|印发|发文)(?:日期|时间)$/u,
    /^(?:日期|时间)$/u,
    /(?:日期|时间)$/u,
    /^(?:publish(?:ed)?(?:date|on|at)?|date)$/iu,
  ],
  documentNumber: [
    /^(?:发文|文件)?(?:字号|文号)$/u,
    /^(?:文件|发文)(?:编号|号)$/u,
    /文号|发文字号/u,
    /^document(?:number|no)$/iu,
  ],
  state: [
    /^(?:信息|发布|公开|当前|展示|稿件)?(?:状态|情况)$/u,
    /^(?:是否)?已?(?:撤下|撤回|下线|下架)(?:日期|时间|情况|日)?$/u,
    /^(?:state|status|withdrawn(?:on|at)?|takendown)$/iu,
  ],
}
const COLUMNS = Object.keys(HEADINGS) as readonly ListColumn[]
const LOOKED_AT = 30
const MOST_TEXT = 120

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:$|[\sT].*$)/u
const PACKED = /^(\d{4})(\d{2})(\d{2})$/u
const SERIAL = /^\d{5}(?:\.\d+)?$/u

/**
 * A civil date as portals write it; a spreadsheet's own number of days counts too. Null when it is none.
 * @example readListDate('2026年3月5日 10:00') // '2026-03-05'
 */
export function readListDate(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim()
  const parts = DAY.exec(plain) ?? PACKED.exec(plain)
  try {
    if (parts) {
      const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number)
      return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
    }
    // Days since the last of 1899 (the spreadsheet's own 29 February 1900 counted).
    if (SERIAL.test(plain))
      return Temporal.PlainDate.from('1899-12-30')
        .add({ days: Math.floor(Number(plain)) })
        .toString()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

type Found = { readonly row: number; readonly at: Readonly<Record<ListColumn, number | null>> }

function columnsIn(view: GridView, row: number): Found {
  const labels = Array.from({ length: view.width }, (_, column) => headingKey(view.cell(row, column)))
  const taken = new Set<number>()
  const at = { indexNumber: null, title: null, date: null, documentNumber: null, state: null } as Record<
    ListColumn,
    number | null
  >
  // The state first: the day of a withdrawal is none of publication.
  for (const column of ['indexNumber', 'documentNumber', 'state', 'date', 'title'] as const) {
    for (const pattern of HEADINGS[column]) {
      const found = labels.findIndex((label, place) => !taken.has(place) && pattern.test(label))
      if (found === -1) continue
      at[column] = found
      taken.add(found)
      break
    }
  }
  return { row, at }
}

/** The row with the most headings, the first of several; it must say by what a notice is found. */
function headingOf(view: GridView): Found | null {
  let best: Found | null = null
  let most = 0
  for (let row = 0; row < Math.min(view.height, LOOKED_AT); row += 1) {
    const found = columnsIn(view, row)
    const { at } = found
    const count = COLUMNS.filter((column) => at[column] !== null).length
    const finds = at.indexNumber !== null || at.title !== null || at.documentNumber !== null
    // A title above the table holds such a word too; a heading has several cells.
    const cells = new Set(
      Array.from({ length: view.width }, (_, column) => view.own(row, column)).filter(Boolean),
    ).size
    if (!finds || count <= most || (cells < 2 && view.width > 1)) continue
    best = found
    most = count
  }
  return best
}

function rowText(view: GridView, row: number): string {
  const cells = Array.from({ length: view.width }, (_, column) =>
    tidyCell(view.own(row, column)).replaceAll('\n', ' '),
  )
  return cells
    .filter((text) => text !== '')
    .join('　')
    .slice(0, MOST_TEXT)
    .toWellFormed()
}

function readGrid(grid: Grid, view: GridView, heading: Found): Pick<PortalList, 'listed' | 'unreadable'> {
  const listed: ListedEntry[] = []
  const unreadable: UnreadableRow[] = []
  const label = (column: number): string => headingKey(view.cell(heading.row, column))
  for (let row = heading.row + 1; row < view.height; row += 1) {
    const text = rowText(view, row)
    if (text === '') continue
    const cell = (column: ListColumn): string | null => {
      const at = heading.at[column]
      const said = at === null ? '' : tidyCell(view.cell(row, at)).replaceAll('\n', '')
      return said === '' || /^[-—/无]$/u.test(said) ? null : said
    }
    const columns = COLUMNS.map((column) => heading.at[column]).filter((at) => at !== null)
    // Printed again at the top of a page.
    if (columns.every((at) => headingKey(view.cell(row, at)) === label(at))) continue
    const place = { sheet: grid.sheet, row: row + 1 }
    const said = cell('date')
    const date = said === null ? null : readListDate(said)
    const entry = {
      indexNumber: cell('indexNumber'),
      title: cell('title'),
      documentNumber: cell('documentNumber'),
    }
    if (entry.indexNumber === null && entry.title === null && entry.documentNumber === null) {
      unreadable.push({ ...place, reason: 'NOTHING_TO_FIND_IT_BY', text })
      continue
    }
    if (said !== null && date === null) unreadable.push({ ...place, reason: 'DATE_UNREADABLE', text })
    const state = cell('state')
    const at = heading.at.state
    const withdrawn = at !== null && state !== null && saysWithdrawn(label(at), state)
    listed.push({ ...place, ...entry, date, withdrawn })
  }
  return { listed, unreadable }
}

/**
 * Reads the list of a portal or the county from the sheets of a file, in whatever columns: index number, title, date and document number
 * are found by their headings, and so is a column that says what was taken down. Every row is listed, or named as unreadable with its sheet and row. Refuses `portal.list-unreadable` when
 * no sheet has a heading by which a notice could be found.
 * @example readPortalList([{ sheet: '', rows: [['索引号', '标题'], ['11…/2026-00412', '公告']], merges: [] }])
 */
export function readPortalList(grids: readonly Grid[]): Result<PortalList> {
  const listed: ListedEntry[] = []
  const unreadable: UnreadableRow[] = []
  let columns: PortalList['columns'] | null = null
  for (const grid of grids) {
    const view = viewGrid(grid)
    const heading = headingOf(view)
    if (heading === null) {
      const row = Array.from({ length: view.height }, (_, at) => at).find((at) => rowText(view, at) !== '')
      if (row !== undefined) {
        unreadable.push({
          sheet: grid.sheet,
          row: row + 1,
          reason: 'SHEET_WITHOUT_HEADING',
          text: rowText(view, row),
        })
      }
      continue
    }
    const name = (column: ListColumn): string | null => {
      const at = heading.at[column]
      return at === null ? null : tidyCell(view.cell(heading.row, at)).replaceAll('\n', '')
    }
    columns ??= {
      indexNumber: name('indexNumber'),
      title: name('title'),
      date: name('date'),
      documentNumber: name('documentNumber'),
      state: name('state'),
    }
    const read = readGrid(grid, view, heading)
    for (const one of read.listed) listed.push(one)
    for (const one of read.unreadable) unreadable.push(one)
  }
  return columns === null ? refuse('portal.list-unreadable') : accept({ listed, unreadable, columns })
}
