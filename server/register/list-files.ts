import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { compareList } from '../../domain/register/compare-list.ts'
import { listAsOf } from '../../domain/register/list-as-of.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { confirmedOf } from './list-views.ts'
import type { ListComparisonView, ListFileView } from './views.ts'

type File = { readonly fileName: string; readonly bytes: Uint8Array }

/**
 * Reads a file that is to become a list; nothing is stored. Needs HANDLER. Refuses what `readListFile` refuses.
 * @example await readForList(deps, handler, { fileName: '收费清单.xlsx', bytes })
 */
export async function readForList(
  deps: Deps,
  principal: Principal,
  file: File,
): Promise<Result<ListFileView>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const reading = await deps.work.run('readListFile', file.bytes)
  if (!reading.ok) return reading
  const { name, labels, rows, notes } = reading.value
  return accept({ fileName: file.fileName, name, labels, rows: rows.map(({ texts }) => texts), notes })
}

/**
 * Compares a file with a list as it will stand when everything confirmed is in force; nothing is stored. Needs HANDLER.
 * Refuses `register.list-not-found` and what `readListFile` refuses.
 * @example await compareWithList(deps, handler, listId, { fileName: '收费清单.xlsx', bytes })
 */
export async function compareWithList(
  deps: Deps,
  principal: Principal,
  listId: string,
  file: File,
): Promise<Result<ListComparisonView>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  if (!deps.store.read.list.byId(listId)) return refuse('register.list-not-found')
  const reading = await deps.work.run('readListFile', file.bytes)
  if (!reading.ok) return reading
  const { labels, rows, notes } = reading.value
  const state = listAsOf(confirmedOf(deps.store.read.list.changeSets(listId)), '9999-12-31')
  return accept({ fileName: file.fileName, ...compareList(state, labels, rows), notes })
}
