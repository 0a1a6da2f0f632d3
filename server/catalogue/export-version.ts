import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'

/** A version as a file. */
export type ExportedVersion = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly items: number
}

/**
 * Writes any version of a catalogue as XLSX in the county's own column order, in the worker. Refuses
 * `catalogue.version-not-found`.
 * @example await exportVersion(deps, versionId)
 */
export async function exportVersion(deps: Deps, versionId: string): Promise<Result<ExportedVersion>> {
  const { read } = deps.store
  const version = read.catalogue.version(versionId)
  const catalogue = version && read.catalogue.byId(version.catalogueId)
  if (!version || !catalogue) return refuse('catalogue.version-not-found')
  const items = read.catalogue.versionItems(version)
  const { columns } = version
  const bytes = await deps.work.run('writeCatalogueWorkbook', { name: catalogue.name, columns, items })
  return accept({ fileName: `${catalogue.name}（第${version.number}版）.xlsx`, bytes, items: items.length })
}
