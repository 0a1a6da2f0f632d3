import type { StoredTable } from '../../../db/repos/notice-table-repo.ts'
import { sha256 } from '../../../platform/sha256.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { proposeReading } from '../../../domain/table/propose-reading.ts'
import type { ListType } from '../../../domain/table/list-type.ts'
import type { TableCorrection, TableReading } from '../../../domain/table/table-reading.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { safeName } from '../attachment/safe-name.ts'
import { findNotice } from '../find-notice.ts'
import { findTable, sheetOf, tableDetail } from './table-detail.ts'
import { policyOf } from './table-policy.ts'
import type { TableDetail } from './table-views.ts'

const MOST_TABLES = 20

function detailNow(deps: Deps, principal: Principal, noticeId: string, id: string): Result<TableDetail> {
  return tableDetail(deps.store.read, principal, noticeId, id, civilDateOf(deps.clock.now()))
}

/**
 * Reads a list file into a notice as a draft list: rows kept as they came, nothing in the text yet. Needs HANDLER. Refuses
 * what `readTableFile` refuses, `notice.wrong-state`, `table.too-many`.
 * @example await addTable(deps, handler, noticeId, { name: '低保公示.xlsx', bytes })
 */
export async function addTable(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<TableDetail>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const editable = findNotice(deps.store.read, noticeId, 'EDIT')
  if (!editable.ok) return editable
  const sheets = await deps.work.run('readTableFile', file.bytes)
  if (!sheets.ok) return sheets
  const id = deps.ids.next()
  const done = deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, noticeId, 'EDIT')
    if (!notice.ok) return notice
    if (read.noticeTable.ofNotice(noticeId).length >= MOST_TABLES) {
      return refuse('table.too-many', { most: MOST_TABLES })
    }
    const at = deps.clock.now()
    write.noticeTable.insert({
      id,
      noticeId,
      fileName: safeName(file.name),
      fileSha256: sha256(file.bytes),
      sheets: sheets.value,
      reading: proposeReading(sheets.value, file.name, (type) => policyOf(read, type).policy),
      corrections: [],
      state: 'DRAFT',
      revision: 1,
      createdBy: principal.id,
      createdAt: at,
      updatedBy: principal.id,
      updatedAt: at,
    })
    write.notice.addAuthor(noticeId, principal.id)
    record(deps, write, principal, 'notice.add-table', { kind: 'notice', id: noticeId }, { table: id })
    return accept(true)
  })
  return done.ok ? detailNow(deps, principal, noticeId, id) : done
}

/**
 * Finds a list that may be worked on. Refuses `notice.wrong-state`, `table.not-found`, `table.changed-meanwhile`.
 * @example editableTable(read, noticeId, tableId, 3)
 */
export function editableTable(
  read: Reads,
  noticeId: string,
  tableId: string,
  revision: number,
): Result<StoredTable> {
  const notice = findNotice(read, noticeId, 'EDIT')
  if (!notice.ok) return notice
  const table = findTable(read, noticeId, tableId)
  if (!table.ok) return table
  return table.value.revision === revision ? table : refuse('table.changed-meanwhile')
}

function change(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  tableId: string,
  revision: number,
  work: (table: StoredTable, write: Writes, read: Reads) => Parameters<Writes['noticeTable']['update']>[1],
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const table = editableTable(read, noticeId, tableId, revision)
    if (!table.ok) return table
    write.noticeTable.update(tableId, { ...work(table.value, write, read), revision: revision + 1 })
    write.notice.addAuthor(noticeId, principal.id)
    return accept(true)
  })
}

/** What a clerk changes of a list: how it is read, or single cells. Another sheet or row of headings is proposed anew. */
export type TableChange = {
  readonly revision: number
  readonly reading?: TableReading
  readonly propose?: {
    readonly sheet?: number
    readonly headerRow?: number
    readonly listType?: ListType
  }
  readonly correct?: readonly TableCorrection[]
}

function merged(table: StoredTable, correct: readonly TableCorrection[]): readonly TableCorrection[] {
  const all = new Map([...table.corrections, ...correct].map((one) => [`${one.row},${one.column}`, one]))
  const { rows } = sheetOf(table)
  // What is put back as it came is no correction.
  return [...all.values()].filter(
    ({ row, column, text }) => (rows[row]?.[column] ?? '').trim() !== text.trim(),
  )
}

/**
 * Changes how a list is read, or puts cells right without a new file; the file's own rows stay on record. The list has to
 * be taken over again then. Needs HANDLER. Refuses as `editableTable`.
 * @example changeTable(deps, handler, noticeId, id, { revision: 1, correct: [{ row: 19, column: 3, text: '30' }] })
 */
export function changeTable(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  tableId: string,
  input: TableChange,
): Result<TableDetail> {
  const done = change(deps, principal, noticeId, tableId, input.revision, (table, write, read) => {
    const { propose, correct = [] } = input
    const reading = propose
      ? proposeReading(table.sheets, table.fileName, (type) => policyOf(read, type).policy, {
          sheet: table.reading.sheet,
          ...(propose.sheet === undefined && {
            headerRow: table.reading.headerRow,
            listType: table.reading.listType,
          }),
          ...propose,
        })
      : (input.reading ?? table.reading)
    const moved = reading.sheet !== table.reading.sheet
    const corrections = moved ? [] : merged(table, correct)
    if (correct.length > 0) {
      const detail = { table: tableId, count: correct.length }
      record(deps, write, principal, 'notice.correct-table', { kind: 'notice', id: noticeId }, detail)
    }
    return {
      reading,
      corrections,
      state: 'DRAFT',
      updatedBy: principal.id,
      updatedAt: deps.clock.now(),
    }
  })
  return done.ok ? detailNow(deps, principal, noticeId, tableId) : done
}

/**
 * Sets a list aside: it is no part of the notice any more, what was read stays on record. The text is left as it is.
 * Needs HANDLER. Refuses as `editableTable`.
 * @example discardTable(deps, handler, noticeId, id, 2)
 */
export function discardTable(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  tableId: string,
  revision: number,
): Result<true> {
  return change(deps, principal, noticeId, tableId, revision, (_table, write) => {
    record(
      deps,
      write,
      principal,
      'notice.discard-table',
      { kind: 'notice', id: noticeId },
      { table: tableId },
    )
    return { state: 'DISCARDED', updatedBy: principal.id, updatedAt: deps.clock.now() }
  })
}
