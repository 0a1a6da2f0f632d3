import type { ListType } from '../../../../domain/table/list-type.ts'
import type { ListPolicy } from '../../../../domain/table/list-policy.ts'
import type { TableChange } from '../../../../server/notice/table/edit-table.ts'
import type {
  PolicyView,
  TableDetail,
  TableLine,
  TableProof,
  TakenTable,
} from '../../../../server/notice/table/table-views.ts'
import { api, taken } from '../../../shared/api.ts'
import { upload } from '../upload.ts'

const tables = api.desk.notices[':id'].tables

/** Keys under which answers about lists are kept. */
export const tablesKey = (id: string) => ['notice', id, 'tables'] as const
export const tableKey = (id: string, tableId: string) => ['notice', id, 'tables', tableId] as const
export const proofsKey = (id: string) => ['notice', id, 'table-proofs'] as const
export const LIST_POLICIES_KEY = ['list-policies'] as const

export function getTables(id: string, signal?: AbortSignal): Promise<readonly TableLine[]> {
  return taken(tables.$get({ param: { id } }, { init: { signal: signal ?? null } }))
}

export function addTable(id: string, file: File): Promise<TableDetail> {
  const form = new FormData()
  form.append('file', file)
  return upload(`/api/desk/notices/${encodeURIComponent(id)}/tables`, form)
}

export function getTable(id: string, tableId: string, signal?: AbortSignal): Promise<TableDetail> {
  return taken(tables[':tableId'].$get({ param: { id, tableId } }, { init: { signal: signal ?? null } }))
}

export function changeTable(id: string, tableId: string, change: TableChange): Promise<TableDetail> {
  return taken(tables[':tableId'].$put({ param: { id, tableId }, json: change }))
}

export function takeTable(
  id: string,
  tableId: string,
  json: { readonly revision: number; readonly draftRevision: number; readonly after: number | null },
): Promise<TakenTable> {
  return taken(tables[':tableId'].take.$post({ param: { id, tableId }, json }))
}

export function discardTable(id: string, tableId: string, revision: number): Promise<unknown> {
  return taken(tables[':tableId'].discard.$post({ param: { id, tableId }, json: { revision } }))
}

export function getProofs(id: string, signal?: AbortSignal): Promise<readonly TableProof[]> {
  return taken(
    api.desk.notices[':id']['table-proofs'].$get({ param: { id } }, { init: { signal: signal ?? null } }),
  )
}

export function getPolicies(signal?: AbortSignal): Promise<readonly PolicyView[]> {
  return taken(api.desk['list-policies'].$get({}, { init: { signal: signal ?? null } }))
}

export function setPolicy(
  listType: ListType,
  json: { readonly policy: ListPolicy; readonly basis: string },
): Promise<readonly PolicyView[]> {
  return taken(api.desk['list-policies'][':listType'].$put({ param: { listType }, json }))
}
