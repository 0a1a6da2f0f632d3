import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import type { StoredPublicRow } from '../../../db/repos/public-repo.ts'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { exportCell, exportStyle } from '../../../domain/catalogue/export-cell.ts'
import { exportColumns } from '../../../domain/catalogue/export-columns.ts'
import { sheetName } from '../../../domain/catalogue/sheet-name.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { publicOffice } from '../../display/public-views.ts'
import type { SheetFile } from '../../register/sheets.ts'
import { openSnapshot, type Snapshot, standingRows, withdrawnNotices } from './public-set.ts'
import { noticePath } from './site/site-path.ts'
import { instantWords, officialWords, type Say } from './site/site-words.ts'

// So few lines that a request never waits noticeably behind them.
const AT_ONCE = 20

const OWN_COLUMNS = [
  ['indexNumber', 32],
  ['name', 48],
  ['documentNumber', 22],
  ['documentDate', 12],
  ['publishDate', 12],
  ['unit', 24],
  ['edition', 6],
  ['state', 12],
  ['attachments', 40],
  ['address', 30],
] as const

const GONE_COLUMNS = [
  ['indexNumber', 32],
  ['name', 48],
  ['withdrawnDate', 12],
  ['withdrawnReason', 18],
  ['withdrawnNote', 40],
] as const

type Writer = InstanceType<typeof ExcelJS.stream.xlsx.WorkbookWriter>
type Sheet = ReturnType<Writer['addWorksheet']>

/** One sheet: what its columns are called and how wide they are. */
type SheetPlan = {
  readonly name: string
  readonly title: string
  readonly columns: readonly (readonly [label: string, width: number])[]
}

function openSheet(writer: Writer, plan: SheetPlan, taken: Set<string>): Sheet {
  let name = sheetName(plan.name, String(taken.size + 1))
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    name = `${sheetName(plan.name, '').slice(0, 27)}(${String(number)})`
  }
  taken.add(name.toLowerCase())
  const sheet = writer.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = plan.columns.map(([, width]) => ({ width }))
  const title = sheet.addRow([plan.title])
  title.font = { name: '宋体', size: 16, bold: true }
  title.commit()
  addLine(
    sheet,
    plan.columns.map(([label]) => label),
    true,
  )
  sheet.pageSetup.printTitlesRow = '1:2'
  return sheet
}

function addLine(sheet: Sheet, cells: readonly string[], head = false): void {
  const row = sheet.addRow([...cells])
  row.eachCell({ includeEmpty: true }, (cell) => {
    // Text, so that nothing somebody wrote is taken for a formula.
    cell.numFmt = '@'
    cell.font = { name: '宋体', size: 11, bold: head }
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: head ? 'center' : 'left' }
  })
  row.commit()
}

function endSheet(sheet: Sheet, foot: string): void {
  sheet.addRow([foot]).commit()
  sheet.commit()
}

function ownCells(snapshot: Snapshot, row: StoredPublicRow, say: Say): readonly string[] {
  const edition = snapshot.store.read.edition.byId(row.id)
  if (!edition) throw new Error('a line of the board has its edition')
  const content = JSON.parse(edition.content) as PublicContent
  const files = content.attachments.filter(({ role }) => role === 'ATTACHMENT')
  return [
    row.indexNumber,
    row.title,
    row.documentNumber,
    content.documentDate ?? '',
    row.publishDate,
    content.unit?.name ?? content.office.name,
    String(edition.editionNumber),
    say('portal:ledger.standing'),
    files.map(({ name }) => name).join('\n'),
    noticePath(row.indexNumber),
  ]
}

/** What stands in the catalogue's own columns for one notice. */
type CatalogueCells = {
  readonly labels: readonly string[]
  readonly of: (row: StoredPublicRow) => readonly string[]
}

function catalogueCells({ store: { read } }: Snapshot, catalogueName: string): CatalogueCells {
  const catalogue = read.catalogue.list().find(({ name }) => name === catalogueName)
  const items = catalogue ? read.catalogue.items(catalogue.id) : []
  const columns = exportColumns(catalogue?.version.columns ?? [], items)
  const style = exportStyle(columns, items)
  const byId = new Map(items.map((item) => [item.id, item]))
  const itemOf = (row: StoredPublicRow): CatalogueItem | undefined => {
    const id = read.convention.itemOfEdition(row.id)
    // A row that the version in use no longer has is still known as the newest version had it.
    return id === undefined ? undefined : (byId.get(id) ?? read.catalogue.item(id))
  }
  return {
    labels: columns.map(({ group, label }) => (group === '' ? label : `${group}／${label}`)),
    of: (row) => {
      const item = itemOf(row)
      return columns.map((column) =>
        item ? exportCell(column, style, item) : column.role === 'itemLevel1' ? row.groupName : '',
      )
    },
  }
}

async function catalogueSheets(
  writer: Writer,
  snapshot: Snapshot,
  say: Say,
  foot: string,
): Promise<Set<string>> {
  const { read } = snapshot.store
  const taken = new Set<string>()
  const shelves = Map.groupBy(read.shelf.standing(), ({ catalogueName }) => catalogueName)
  for (const [catalogueName, of] of shelves) {
    const name = catalogueName === '' ? say('portal:ledger.noCatalogue') : catalogueName
    const cells = catalogueCells(snapshot, catalogueName)
    const sheet = openSheet(
      writer,
      {
        name,
        title: say('portal:ledger.title', { name }),
        columns: [
          [say('portal:ledger.serial'), 6],
          ...cells.labels.map((label) => [label, 18] as const),
          ...OWN_COLUMNS.map(([key, width]) => [say(`portal:ledger.${key}`), width] as const),
        ],
      },
      taken,
    )
    let serial = 0
    for await (const rows of standingRows(
      snapshot,
      of.map(({ id }) => id),
    )) {
      for (const row of rows) {
        serial += 1
        if (serial % AT_ONCE === 0) await setImmediate()
        addLine(sheet, [String(serial), ...cells.of(row), ...ownCells(snapshot, row, say)])
      }
    }
    endSheet(sheet, foot)
  }
  return taken
}

async function withdrawnSheet(
  writer: Writer,
  snapshot: Snapshot,
  out: { readonly say: Say; readonly foot: string; readonly taken: Set<string> },
): Promise<void> {
  const { say, foot, taken } = out
  const name = say('portal:ledger.withdrawn')
  const columns = GONE_COLUMNS.map(([key, width]) => [say(`portal:ledger.${key}`), width] as const)
  const sheet = openSheet(
    writer,
    { name, title: name, columns: [[say('portal:ledger.serial'), 6], ...columns] },
    taken,
  )
  let serial = 0
  for await (const gone of withdrawnNotices(snapshot)) {
    serial += 1
    addLine(sheet, [
      String(serial),
      gone.indexNumber,
      gone.title ?? say('portal:ledger.titleHidden'),
      gone.withdrawnDate,
      say(`terms:withdrawalReason.${gone.reason}`),
      gone.note,
    ])
  }
  endSheet(sheet, foot)
}

/**
 * The ledger of everything public (公开台账): a sheet for each catalogue in the county's own columns, then what tells one notice from the
 * next; on the last sheet what stays of withdrawn ones. Lines go to the disk as they are made. The metadata of §5.5 have a workbook of
 * their own (`/metadata/xlsx`).
 * @example const file = await writeLedger(deps)
 */
export async function writeLedger(deps: Pick<Deps, 'dataFolder' | 'clock'>): Promise<Result<SheetFile>> {
  const opened = openSnapshot(deps)
  if (!opened.ok) return opened
  const snapshot = opened.value
  const folder = join(deps.dataFolder, 'portal')
  const file = join(folder, `ledger-${randomUUID()}.xlsx.partial`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const say = officialWords()
    const foot = say('portal:ledger.foot', {
      unit: publicOffice(snapshot.store.read).name,
      at: instantWords(snapshot.asOf),
    })
    const { default: exceljs } = await import('exceljs')
    const writer = new exceljs.stream.xlsx.WorkbookWriter({
      filename: file,
      useStyles: true,
      useSharedStrings: false,
    })
    const taken = await catalogueSheets(writer, snapshot, say, foot)
    await withdrawnSheet(writer, snapshot, { say, foot, taken })
    await writer.commit()
    const fileName = `${say('portal:ledger.file')}-${civilDateOf(snapshot.asOf)}.xlsx`
    return accept({ bytes: new Uint8Array(await readFile(file)), fileName })
  } finally {
    snapshot.close()
    await rm(file, { force: true })
  }
}
