import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { StoredImport } from '../../db/repos/catalogue-repo.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { matchTables } from './match-tables.ts'
import type { ImportPreview } from './views.ts'

/** A preview that nobody has taken for so long is forgotten when the next one is made. */
const KEPT_HOURS = 7 * 24

async function previewOf(deps: Deps, stored: StoredImport): Promise<ImportPreview> {
  const { catalogue } = deps.store.read
  const matches = matchTables(stored.readings, catalogue.known())
  const compared = await deps.work.run(
    'compareTables',
    stored.readings.map(({ rows }, at) => {
      const match = matches[at]
      return { rows, before: match ? catalogue.items(match.id) : null }
    }),
  )
  return {
    id: stored.id,
    fileName: stored.fileName,
    sheets: stored.readings.map(({ name, regime, rows, notes }, at) => {
      const match = matches[at]
      const diff = compared[at]?.diff
      const settled = (compared[at]?.rows ?? []).flatMap(
        ({ row: { deadlineRule, displayPeriod, ...kept } }, row) =>
          kept.deadlineRuleSet && rows[row]?.deadlineRuleSet === false
            ? [{ row, deadlineRule, displayPeriod }]
            : [],
      )
      return {
        name,
        regime,
        rows,
        notes,
        understood: rows.filter(({ deadlineRule }) => deadlineRule !== null).length,
        personalData: compared[at]?.personalData ?? null,
        match: match && diff ? { catalogueId: match.id, name: match.name, diff, settled } : null,
      }
    }),
  }
}

/**
 * Reads a county's file and keeps what was understood until it is taken or given up; no catalogue changes. Needs HANDLER
 * or ADMINISTRATOR. Refuses what `readCatalogueFile` refuses.
 * @example await previewImport(deps, principal, { fileName: '社会救助.xlsx', bytes })
 */
export async function previewImport(
  deps: Deps,
  principal: Principal,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<ImportPreview>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const readings = await deps.work.run('readCatalogueFile', file)
  if (!readings.ok) return readings
  const createdAt = deps.clock.now()
  const stored: StoredImport = {
    id: deps.ids.next(),
    fileName: file.fileName,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    readings: readings.value,
    createdBy: principal.id,
    createdAt,
  }
  deps.store.tx((write) => {
    const forgotten = Temporal.Instant.from(createdAt).subtract({ hours: KEPT_HOURS })
    write.catalogue.deleteImportsBefore(forgotten.toString({ smallestUnit: 'millisecond' }))
    write.catalogue.insertImport(stored)
    record(
      deps,
      write,
      principal,
      'catalogue.preview',
      { kind: 'catalogue', id: stored.id },
      {
        items: readings.value.reduce((sum, { rows }) => sum + rows.length, 0),
        sha256: stored.sha256,
      },
    )
  })
  return accept(await previewOf(deps, stored))
}

/**
 * A preview made before, compared with the catalogues as they are now. Needs HANDLER or ADMINISTRATOR. Refuses
 * `catalogue.import-not-found`.
 * @example await findPreview(deps, principal, id)
 */
export async function findPreview(
  deps: Deps,
  principal: Principal,
  id: string,
): Promise<Result<ImportPreview>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const stored = deps.store.read.catalogue.import(id)
  return stored ? accept(await previewOf(deps, stored)) : refuse('catalogue.import-not-found')
}

/**
 * Gives a preview up; no catalogue changes. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.import-not-found`.
 * @example discardPreview(deps, principal, id)
 */
export function discardPreview(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    if (!read.catalogue.import(id)) return refuse('catalogue.import-not-found')
    write.catalogue.deleteImport(id)
    record(deps, write, principal, 'catalogue.discard-preview', { kind: 'catalogue', id })
    return accept(true)
  })
}
