import type { StoredTable } from '../../../db/repos/notice-table-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { deriveTable, type DerivedTable } from '../../../domain/table/derive-table.ts'
import { repeatedVouchers } from '../../../domain/table/finance-book.ts'
import { holdsBlocks } from '../../../domain/table/place-blocks.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { TableSheet } from '../../../domain/table/table-reading.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { policyOf } from './table-policy.ts'
import type { BeforeRowKind, TableDetail, TableLine } from './table-views.ts'

const NO_SHEET: TableSheet = {
  name: '',
  hidden: false,
  rows: [],
  hiddenRows: [],
  hiddenColumns: [],
  missing: [],
}

/**
 * The sheet a list is read from.
 * @example sheetOf(table).name // '名单'
 */
export function sheetOf({ sheets, reading }: Pick<StoredTable, 'sheets' | 'reading'>): TableSheet {
  return sheets[reading.sheet] ?? NO_SHEET
}

/**
 * A stored list as the public would see it under the policy that holds now.
 * @example deriveStored(read, table, '2026-11-06').faults.length // 0
 */
export function deriveStored(
  read: Reads,
  table: Pick<StoredTable, 'sheets' | 'reading' | 'corrections'>,
  today: string,
): DerivedTable {
  return deriveTable({
    sheet: sheetOf(table),
    reading: table.reading,
    corrections: table.corrections,
    policy: policyOf(read, table.reading.listType).policy,
    today,
  })
}

/**
 * A list of a notice, not discarded. Refuses `table.not-found`.
 * @example findTable(read, noticeId, tableId)
 */
export function findTable(read: Reads, noticeId: string, tableId: string): Result<StoredTable> {
  const table = read.noticeTable.byId(tableId)
  return table && table.noticeId === noticeId && table.state !== 'DISCARDED'
    ? accept(table)
    : refuse('table.not-found')
}

function beforeRows({ rows }: DerivedTable): TableDetail['before']['rows'] {
  const groups: readonly (readonly [BeforeRowKind, DerivedTable['rows']['data']])[] = [
    ['DATA', rows.data],
    ['TOTAL', rows.totals],
    ['SUBTOTAL', rows.subtotals],
    ['AROUND', rows.around],
    ['HIDDEN', rows.hidden],
    ['LEFT_OUT', rows.leftOut],
  ]
  return groups
    .flatMap(([kind, list]) => list.map(({ at, cells }) => ({ at, kind, cells })))
    .toSorted((one, other) => one.at - other.at)
}

/**
 * Everything the desk shows of one list, values of persons among it. Needs HANDLER. Refuses `table.not-found`,
 * `notice.not-found`.
 * @example tableDetail(read, handler, noticeId, tableId, today)
 */
export function tableDetail(
  read: Reads,
  principal: Principal,
  noticeId: string,
  tableId: string,
  today: string,
): Result<TableDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const found = findTable(read, noticeId, tableId)
  if (!found.ok) return found
  const table = found.value
  const derived = deriveStored(read, table, today)
  const sheet = sheetOf(table)
  const held = policyOf(read, table.reading.listType)
  const [taking] = read.noticeTable.takings(table.id)
  return accept({
    id: table.id,
    noticeId,
    fileName: table.fileName,
    state: table.state === 'IN_TEXT' ? 'IN_TEXT' : 'DRAFT',
    revision: table.revision,
    sheets: table.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
    reading: table.reading,
    policy: held,
    before: { header: derived.rows.header, rows: beforeRows(derived) },
    after: { header: derived.header, rows: derived.cells, from: derived.from, totals: derived.totals },
    columns: derived.columns,
    hidden: {
      sheets: table.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
      rows: sheet.hiddenRows.filter((row) => row < sheet.rows.length).map((row) => row + 1),
      columns: sheet.hiddenColumns.flatMap((column) => derived.rows.header[column] ?? []),
    },
    missing: sheet.missing,
    faults: derived.faults,
    repeatedVouchers: repeatedVouchers(derived.rows.data, table.reading.columns),
    taken: taking
      ? {
          at: taking.takenAt,
          by: { id: taking.takenBy, name: read.office.accountById(taking.takenBy)?.name ?? '' },
          sha256: taking.derivedSha256,
        }
      : null,
  })
}

/**
 * Opens a list at the desk and puts on record who saw its rows as they came. Needs HANDLER. Refuses as `tableDetail`.
 * @example openTable(deps, handler, noticeId, tableId)
 */
export function openTable(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  tableId: string,
): Result<TableDetail> {
  return deps.store.tx((write, read) => {
    const shown = tableDetail(read, principal, noticeId, tableId, civilDateOf(deps.clock.now()))
    if (shown.ok) {
      record(
        deps,
        write,
        principal,
        'notice.open-table',
        { kind: 'notice', id: noticeId },
        { table: tableId },
      )
    }
    return shown
  })
}

/**
 * The lists of a notice in a few words each. Refuses `notice.not-found`.
 * @example tableLines(read, noticeId, today)
 */
export function tableLines(read: Reads, noticeId: string, today: string): Result<readonly TableLine[]> {
  const notice = findNotice(read, noticeId, null)
  if (!notice.ok) return notice
  const { body } = notice.value.content
  return accept(
    read.noticeTable.ofNotice(noticeId).map((table): TableLine => {
      const derived = deriveStored(read, table, today)
      const [taking] = read.noticeTable.takings(table.id)
      return {
        id: table.id,
        fileName: table.fileName,
        listType: table.reading.listType,
        state: table.state === 'IN_TEXT' ? 'IN_TEXT' : 'DRAFT',
        rows: derived.cells.length,
        faults: derived.faults.length,
        unchanged: taking ? holdsBlocks(body, taking.blocks) : false,
      }
    }),
  )
}
