import type {
  Catalogue,
  CatalogueItem,
  CatalogueNote,
  CatalogueRow,
} from '../../domain/catalogue/catalogue-item.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'

/** What one file brought. */
export type CatalogueImport = {
  readonly catalogues: readonly Catalogue[]
  readonly notes: readonly CatalogueNote[]
}

/**
 * Takes a county's table in as a working catalogue, all of its sheets or none. Needs HANDLER or ADMINISTRATOR.
 * Refuses `catalogue.not-a-catalogue`, `catalogue.file-damaged`, `catalogue.file-type-unknown`, `catalogue.file-too-large`.
 * @example await importCatalogue(deps, principal, { fileName: 'catalogue-village.csv', bytes })
 */
export async function importCatalogue(
  deps: Deps,
  principal: Principal,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<CatalogueImport>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const readings = await deps.work.run('readCatalogueFile', file)
  if (!readings.ok) return readings
  return deps.store.tx((write, read): Result<CatalogueImport> => {
    const importedAt = deps.clock.now()
    const catalogues = readings.value.map((reading): Catalogue => {
      const id = deps.ids.next()
      const head = { id, name: reading.name, regime: reading.regime, sourceFile: file.fileName, importedAt }
      const items = reading.rows.map((row, position): CatalogueItem => ({
        ...row,
        id: deps.ids.next(),
        catalogueId: id,
        position,
      }))
      write.catalogue.insert(head, items)
      record(deps, write, principal, 'catalogue.import', { kind: 'catalogue', id }, { items: items.length })
      return read.catalogue.byId(id) ?? { ...head, itemCount: items.length }
    })
    return accept({ catalogues, notes: readings.value.flatMap((reading) => reading.notes) })
  })
}

/**
 * Changes cells of one row. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.item-not-found`,
 * `catalogue.title-required` when no level would have a text left.
 * @example editCatalogueItem(deps, principal, id, { deadlineText: '20个工作日内' })
 */
export function editCatalogueItem(
  deps: Deps,
  principal: Principal,
  id: string,
  change: Partial<CatalogueRow>,
): Result<CatalogueItem> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<CatalogueItem> => {
    const before = read.catalogue.item(id)
    if (!before) return refuse('catalogue.item-not-found')
    const after = { ...before, ...change }
    if (after.itemLevel1.trim() === '' && after.itemLevel2.trim() === '' && after.itemLevel3.trim() === '') {
      return refuse('catalogue.title-required')
    }
    write.catalogue.updateItem(id, change)
    record(
      deps,
      write,
      principal,
      'catalogue.edit-item',
      { kind: 'catalogue-item', id },
      {
        fields: Object.keys(change).join(','),
      },
    )
    const { catalogueName: _, regime: __, ...item } = after
    return accept(item)
  })
}
