import type ExcelJS from 'exceljs'
import type { ListedEntry, OwnEntry } from '../../../domain/exchange/portal/comparison.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { SheetFile } from '../../register/sheets.ts'
import { instantWords, officialWords, type Say } from './site/site-words.ts'
import type { PortalComparisonView } from './views.ts'

const COLUMNS = [
  ['group', 16],
  ['indexNumber', 32],
  ['what', 16],
  ['ownTitle', 44],
  ['listedTitle', 44],
  ['ownDate', 13],
  ['listedDate', 13],
  ['ownNumber', 22],
  ['listedNumber', 22],
  ['place', 18],
  ['todo', 60],
] as const

type Line = Partial<Record<(typeof COLUMNS)[number][0], string>>

function placeOf({ sheet, row }: Pick<ListedEntry, 'sheet' | 'row'>, say: Say): string {
  return sheet === ''
    ? say('portal:comparison.row', { row })
    : say('portal:comparison.sheetRow', { sheet, row })
}

function own(entry: OwnEntry, say: Say): Line {
  return {
    indexNumber: entry.indexNumber,
    ownTitle: entry.title ?? say('portal:comparison.titleHidden'),
    ownDate: entry.publishDate,
    ownNumber: entry.documentNumber,
  }
}

function listed(entry: ListedEntry, say: Say): Line {
  return {
    ...(entry.indexNumber !== null && { indexNumber: entry.indexNumber }),
    listedTitle: entry.title ?? '',
    listedDate: entry.date ?? '',
    listedNumber: entry.documentNumber ?? '',
    place: placeOf(entry, say),
  }
}

function* linesOf(view: PortalComparisonView, say: Say): Generator<Line> {
  const group = (name: string) => say(`portal:comparison.groups.${name}`)
  const advice = (name: string) => say(`portal:comparison.advice.${name}`)
  for (const one of view.different) {
    yield {
      ...listed(one.listed, say),
      ...own(one.own, say),
      group: group('different'),
      what: one.differences.map((name) => say(`portal:comparison.difference.${name}`)).join('、'),
      todo: one.differences.map(advice).join('\n'),
    }
  }
  for (const one of view.uncertain) {
    for (const entry of one.own) {
      yield {
        ...listed(one.listed, say),
        ...own(entry, say),
        group: group('uncertain'),
        todo: advice(one.reason),
      }
    }
  }
  for (const entry of view.onlyHere)
    yield { ...own(entry, say), group: group('onlyHere'), todo: advice('onlyHere') }
  for (const entry of view.onlyThere) {
    yield { ...listed(entry, say), group: group('onlyThere'), todo: advice('onlyThere') }
  }
  for (const row of view.unreadable) {
    yield {
      group: group('unreadable'),
      place: placeOf(row, say),
      listedTitle: row.text,
      what: say(`portal:comparison.reason.${row.reason}`),
    }
  }
}

function summary(workbook: ExcelJS.Workbook, view: PortalComparisonView, say: Say): void {
  const sheet = workbook.addWorksheet(say('portal:comparison.summary'))
  sheet.columns = [{ width: 26 }, { width: 44 }]
  const word = (key: string) => say(`portal:comparison.${key}`)
  const { counts } = view
  sheet.addRow([word('file')]).font = { size: 16, bold: true }
  for (const row of [
    [word('asOf'), instantWords(view.asOf)],
    [word('source'), view.fileName],
    [word('own'), counts.own],
    [word('listed'), counts.listed],
    [word('same'), counts.same],
    ...(['different', 'uncertain', 'onlyHere', 'onlyThere', 'unreadable'] as const).map((name) => [
      word(`groups.${name}`),
      counts[name],
    ]),
  ]) {
    sheet.addRow(row).getCell(2).alignment = { horizontal: 'left' }
  }
}

/**
 * The comparison as a workbook: the counts, then one line for each that does not agree, with what to do about it.
 * @example await comparisonSheet(view)
 */
export async function comparisonSheet(view: PortalComparisonView): Promise<SheetFile> {
  const say = officialWords()
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  summary(workbook, view, say)
  const sheet = workbook.addWorksheet(say('portal:comparison.what'), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = COLUMNS.map(([key, width]) => ({ key, width }))
  sheet.addRow(COLUMNS.map(([key]) => say(`portal:comparison.${key}`))).font = { bold: true }
  for (const line of linesOf(view, say)) {
    const row = sheet.addRow(COLUMNS.map(([key]) => line[key] ?? ''))
    row.eachCell((cell) => {
      // Text from outside must not be taken for a formula.
      cell.numFmt = '@'
      cell.alignment = { wrapText: true, vertical: 'top' }
    })
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } }
  const fileName = `${say('portal:comparison.file')}-${civilDateOf(view.asOf)}.xlsx`
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), fileName }
}
