import type {
  Catalogue,
  CatalogueItem,
  CatalogueNote,
  CatalogueRow,
  Regime,
} from '../../domain/catalogue/catalogue-item.ts'
import { regimeOfUnit, TOWNSHIP_UNIT_ID, type Unit } from '../../domain/office/unit.ts'
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
 * The units that keep a new catalogue until somebody says otherwise: all of its regime, else the township itself.
 * @example keepersOf('VILLAGE', units) // the ids of all villages
 */
function keepersOf(regime: Regime, units: readonly Unit[]): readonly string[] {
  const own = units.filter((unit) => !unit.disabled && regimeOfUnit(unit.kind) === regime)
  const keepers = regime === 'GOV' ? own.filter((unit) => unit.id === TOWNSHIP_UNIT_ID) : own
  return keepers.length > 0 ? keepers.map((unit) => unit.id) : [TOWNSHIP_UNIT_ID]
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
    const createdAt = deps.clock.now()
    const catalogues = readings.value.map((reading): Catalogue => {
      const id = deps.ids.next()
      const head = { id, name: reading.name, regime: reading.regime, createdAt }
      const items = reading.rows.map((row, position): CatalogueItem => ({
        ...row,
        id: deps.ids.next(),
        catalogueId: id,
        position,
      }))
      write.catalogue.insert(
        head,
        {
          id: deps.ids.next(),
          sourceFile: file.fileName,
          columns: reading.columns,
          createdBy: principal.id,
        },
        items,
        keepersOf(reading.regime, read.unit.list()),
      )
      record(deps, write, principal, 'catalogue.import', { kind: 'catalogue', id }, { items: items.length })
      const taken = read.catalogue.byId(id)
      if (!taken) throw new Error('the catalogue was written a line above')
      return taken
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
    const open = read.catalogue.versions(before.catalogueId).find((version) => version.state === 'DRAFT')
    if (!open) return refuse('catalogue.version-frozen')
    write.catalogue.updateRow(open.id, id, change)
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
    const { catalogueName: _, regime: __, inUse: ___, ...item } = after
    return accept(item)
  })
}
