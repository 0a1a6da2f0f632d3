import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { matchTables } from './match-tables.ts'
import { takeTables } from './take-tables.ts'
import type { CatalogueImport } from './views.ts'

/**
 * Takes a county's table in one step, all of its sheets or none: as a working catalogue, or, when it looks like a new state
 * of one, as a new draft version of that. With `into` the one sheet of the file goes to that catalogue. Needs HANDLER or
 * ADMINISTRATOR. Refuses what `readCatalogueFile` and `takeTables` refuse, and `request.invalid` when `into` is given for
 * a file with several catalogues.
 * @example await importCatalogue(deps, principal, { fileName: 'catalogue-village.csv', bytes })
 */
export async function importCatalogue(
  deps: Deps,
  principal: Principal,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  into?: string,
): Promise<Result<CatalogueImport>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const readings = await deps.work.run('readCatalogueFile', file)
  if (!readings.ok) return readings
  if (into !== undefined && readings.value.length > 1) return refuse('request.invalid', { field: 'into' })
  const target = into === undefined ? undefined : deps.store.read.catalogue.byId(into)
  if (into !== undefined && !target) return refuse('catalogue.not-found')
  const matches = target ? [target] : matchTables(readings.value, deps.store.read.catalogue.known())
  const taken = await takeTables(
    deps,
    principal,
    readings.value.map(({ name, regime, columns, rows, notes }, at) => ({
      name: matches[at]?.name ?? name,
      regime,
      columns,
      sourceFile: file.fileName,
      rows,
      targetId: matches[at]?.id ?? null,
      leftOut: 0,
      notUnderstood: notes.length,
    })),
  )
  if (!taken.ok) return taken
  return accept({
    catalogues: taken.value.catalogues,
    notes: readings.value.flatMap(({ notes }) => notes),
    diffs: taken.value.outcomes,
  })
}
