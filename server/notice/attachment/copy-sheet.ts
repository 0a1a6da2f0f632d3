import type { CellValue, HeaderFooter, Style, Workbook, Worksheet, WorksheetView } from 'exceljs'
import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import { maskFindings } from '../../../domain/privacy/mask.ts'
import { plainValue } from '../../../domain/privacy/plain-digits.ts'
import { isBirthHeading, rowFindings, writtenValue } from '../../../domain/privacy/row-finding.ts'
import type { MaskWanted } from './prepared.ts'
import { cellText, isFormula, publicValue } from './sheet-cell.ts'
import { isCovered, placeAmong, type SheetGrid } from './sheet-grid.ts'

/** What copying a sheet came upon. */
export type CopiedSheet = { readonly maskedCells: number; readonly hadFormulas: boolean }

/** A cell on its way: where it stood, and what it will say. */
type Carried = {
  readonly column: number
  readonly text: string
  readonly value: CellValue
  readonly style: Partial<Style>
}

/**
 * Copies what a reader sees of a sheet into a new one: shown rows and columns closed up, values instead of formulas,
 * merged cells, formats, widths, print layout. Nothing else of the sheet is carried over, so nothing else can leak.
 * @example copySheet(from, to, gridOf(from), null)
 */
export function copySheet(from: Worksheet, to: Worksheet, grid: SheetGrid, wanted: MaskWanted): CopiedSheet {
  const headed = birthColumns(from)
  let maskedCells = 0
  let hadFormulas = false
  for (const [at, column] of grid.columns.entries()) {
    const { width } = from.getColumn(column)
    if (width !== undefined) to.getColumn(at + 1).width = width
  }
  for (const [at, number] of grid.rows.entries()) {
    const row = from.getRow(number)
    const copy = to.getRow(at + 1)
    if (row.height) copy.height = row.height
    const carried: Carried[] = []
    for (const column of grid.columns) {
      if (column > row.cellCount) break
      const cell = row.getCell(column)
      const shown = !isCovered(cell) || firstShown(from, cell.master.address, grid, number, column)
      const value = shown ? cell.value : null
      hadFormulas ||= isFormula(value)
      carried.push({
        column,
        text: cellText(value),
        value: publicValue(value),
        style: publicStyle(cell.style),
      })
    }
    const found =
      wanted === null
        ? []
        : rowFindings(
            carried.map(({ text }) => text),
            { today: null, headed: carried.map(({ column }) => headed.has(column)) },
          )
    for (const [index, { text, value, style }] of carried.entries()) {
      const chosen = (found[index] ?? []).filter((finding) =>
        wanted?.(finding.kind, plainValue(writtenValue(text, finding))),
      )
      const cell = copy.getCell(index + 1)
      if (Object.keys(style).length > 0) cell.style = style
      if (chosen.length > 0) {
        maskedCells += 1
        cell.value = maskFindings(text, chosen)
      } else if (value !== null) cell.value = value
    }
    copy.commit()
  }
  copyMerges(from, to, grid)
  copyLayout(from, to, grid)
  return { maskedCells, hadFormulas }
}

function birthColumns(sheet: Worksheet): ReadonlySet<number> {
  const columns = new Set<number>()
  sheet.eachRow({ includeEmpty: false }, (row) => {
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (isBirthHeading(cellText(cell.value))) columns.add(column)
    })
  })
  return columns
}

/** Where the first cell of a merged area is hidden, Excel shows its text in what is left of the area. */
function firstShown(sheet: Worksheet, master: string, grid: SheetGrid, row: number, column: number): boolean {
  const { row: masterRow, col: masterColumn } = sheet.getCell(master).fullAddress
  const between = (shown: readonly number[], from: number, to: number): boolean =>
    placeAmong(shown, to - 1) === placeAmong(shown, from - 1)
  return between(grid.rows, masterRow, row) && between(grid.columns, masterColumn, column)
}

/** A number format can hold literal text; one that spells out a personal number is not carried over. */
function publicStyle({ numFmt, font, alignment, border, fill }: Partial<Style>): Partial<Style> {
  return {
    ...(numFmt && detectNumbers(numFmt).length === 0 ? { numFmt } : {}),
    ...(font ? { font } : {}),
    ...(alignment ? { alignment } : {}),
    ...(border ? { border } : {}),
    ...(fill ? { fill } : {}),
  }
}

function copyMerges(from: Worksheet, to: Worksheet, { rows, columns }: SheetGrid): void {
  for (const range of from.model.merges) {
    const [first = '', last = first] = range.split(':')
    const { row: top, col: left } = from.getCell(first).fullAddress
    const { row: bottom, col: right } = from.getCell(last).fullAddress
    const box = [placeAmong(rows, top - 1) + 1, placeAmong(columns, left - 1) + 1] as const
    const end = [placeAmong(rows, bottom), placeAmong(columns, right)] as const
    if (end[0] < box[0] || end[1] < box[1] || (end[0] === box[0] && end[1] === box[1])) continue
    to.mergeCells(box[0], box[1], end[0], end[1])
  }
}

function copyLayout(from: Worksheet, to: Worksheet, grid: SheetGrid): void {
  const { orientation, paperSize, fitToPage, fitToWidth, fitToHeight, margins, horizontalCentered, scale } =
    from.pageSetup
  to.pageSetup = {
    ...(orientation ? { orientation } : {}),
    ...(paperSize ? { paperSize } : {}),
    ...(fitToPage ? { fitToPage } : {}),
    ...(fitToWidth ? { fitToWidth } : {}),
    ...(fitToHeight ? { fitToHeight } : {}),
    ...(margins ? { margins } : {}),
    ...(horizontalCentered ? { horizontalCentered } : {}),
    ...(scale ? { scale } : {}),
  }
  // exceljs promises a list and gives null for a sheet without views.
  const views: readonly Partial<WorksheetView>[] | null = from.views
  const frozen = (views ?? []).find(({ state }) => state === 'frozen')
  if (frozen?.state === 'frozen') {
    const xSplit = placeAmong(grid.columns, frozen.xSplit ?? 0)
    const ySplit = placeAmong(grid.rows, frozen.ySplit ?? 0)
    if (xSplit + ySplit > 0) to.views = [{ state: 'frozen', xSplit, ySplit }]
  }
}

const HEADER_FOOTER_PARTS = [
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
] as const

/**
 * The filled parts of a sheet's header and footer, for odd, even and first pages.
 * @example headerFooterTexts(sheet) // [['oddHeader', '&C云溪镇']]
 */
export function headerFooterTexts(
  sheet: Worksheet,
): readonly (readonly [(typeof HEADER_FOOTER_PARTS)[number], string])[] {
  // exceljs promises an object and gives null for a sheet without header and footer.
  const parts: Partial<HeaderFooter> | null = sheet.headerFooter
  return HEADER_FOOTER_PARTS.flatMap((part) => {
    const text = parts?.[part]
    return text ? [[part, text] as const] : []
  })
}

/**
 * Copies header and footer, masked where wanted, and says how many parts were masked.
 * @example copyHeaderFooter(from, to, null) // 0
 */
export function copyHeaderFooter(from: Worksheet, to: Worksheet, wanted: MaskWanted): number {
  const texts = headerFooterTexts(from)
  let masked = 0
  for (const [part, text] of texts) {
    const clean = maskWanted(text, wanted)
    if (clean !== text) masked += 1
    to.headerFooter[part] = clean
  }
  if (texts.length > 0) {
    to.headerFooter.differentFirst = from.headerFooter.differentFirst === true
    to.headerFooter.differentOddEven = from.headerFooter.differentOddEven === true
  }
  return masked
}

/**
 * Masks the wanted numbers in a text that stands alone.
 * @example maskWanted('13800138000', () => true) // '138****8000'
 */
export function maskWanted(text: string, wanted: MaskWanted): string {
  if (wanted === null) return text
  return maskFindings(
    text,
    detectNumbers(text).filter(({ kind, start, end }) => wanted(kind, plainValue(text.slice(start, end)))),
  )
}

/**
 * A name for a sheet that is free and that Excel accepts; a star is not allowed in one, so a masked number shows ＊.
 * @example sheetName(workbook, '名单', null) // '名单'
 */
export function sheetName(workbook: Workbook, name: string, wanted: MaskWanted): string {
  const base = maskWanted(name, wanted)
    .replaceAll('*', '＊')
    .replaceAll(/[?:\\/[\]]/g, '_')
    .slice(0, 27)
  let free = base === '' ? 'Sheet' : base
  for (let count = 2; workbook.getWorksheet(free) !== undefined; count += 1) free = `${base}(${count})`
  return free
}
