import ExcelJS from 'exceljs'
import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'
import type { LayoutColumn } from '../../domain/catalogue/catalogue-version.ts'
import { exportGrid } from '../../domain/catalogue/export-grid.ts'

/** A version to write: the name over it, the county's columns, the rows. */
export type CatalogueSheet = {
  readonly name: string
  readonly columns: readonly LayoutColumn[]
  readonly items: readonly CatalogueItem[]
}

/** Width in signs by what a column holds; 10 where nothing is said. */
const WIDTHS: Partial<Record<LayoutColumn['role'], number>> = {
  serial: 6,
  itemLevel1: 14,
  itemLevel2: 16,
  itemLevel3: 16,
  contentElements: 40,
  legalBasis: 32,
  deadlineText: 20,
  publishingUnit: 16,
  channels: 34,
  channelTick: 8,
  audienceAll: 8,
  audienceSpecific: 10,
  modeProactive: 8,
  modeOnRequest: 8,
  levelTick: 8,
  extra: 16,
}
const LONG: ReadonlySet<LayoutColumn['role']> = new Set(['contentElements', 'legalBasis', 'channels'])
const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/**
 * Writes a version as an XLSX workbook of one sheet in the county's own column order; with ten thousand rows this takes
 * seconds, so it runs in the worker.
 * @example await deps.work.run('writeCatalogueWorkbook', { name, columns, items })
 */
export async function writeCatalogueWorkbook({ name, columns, items }: CatalogueSheet): Promise<Uint8Array> {
  const grid = exportGrid(name, columns, items)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(grid.sheet, {
    views: [{ state: 'frozen', ySplit: grid.headRows }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = grid.columns.map(({ role }) => ({ width: WIDTHS[role] ?? 10 }))
  grid.rows.forEach((cells, at) => {
    const row = sheet.addRow([...cells])
    if (at === 0) return
    grid.columns.forEach(({ role }, column) => {
      const cell = row.getCell(column + 1)
      const head = at < grid.headRows
      cell.border = BORDER
      cell.alignment = {
        wrapText: true,
        vertical: 'middle',
        horizontal: !head && LONG.has(role) ? 'left' : 'center',
      }
      if (head) cell.font = { bold: true }
    })
  })
  for (const { top, left, bottom, right } of grid.merges)
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  const title = sheet.getCell(1, 1)
  title.font = { bold: true, size: 16 }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.pageSetup.printTitlesRow = `2:${grid.headRows}`
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
