import type {
  Catalogue,
  CatalogueItem,
  CatalogueNote,
  CatalogueRow,
} from '../../../domain/catalogue/catalogue-item.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

/** Answer of an import: the tables that were taken in, and what was not understood. */
export type CatalogueImport = {
  readonly catalogues: readonly Catalogue[]
  readonly notes: readonly CatalogueNote[]
}

/** Every catalogue of the office. */
export function listCatalogues(): Promise<readonly Catalogue[]> {
  return taken(api.desk.catalogues.$get())
}

/** Takes in an XLSX or CSV file. */
export function importCatalogue(file: File): Promise<CatalogueImport> {
  const form = new FormData()
  form.append('file', file)
  return sendForm('/api/desk/catalogues', form)
}

/** One catalogue with its rows in the order of the table. */
export function getCatalogue(
  id: string,
): Promise<{ readonly catalogue: Catalogue; readonly items: readonly CatalogueItem[] }> {
  return taken(api.desk.catalogues[':id'].$get({ param: { id } }))
}

/** Changes cells of a row. */
export function changeCatalogueItem(id: string, change: Partial<CatalogueRow>): Promise<CatalogueItem> {
  return taken(api.desk['catalogue-items'][':id'].$patch({ param: { id }, json: change }))
}

/** Begins a notice for a row of the catalogue. */
export function startNotice(catalogueItemId: string): Promise<NoticeDetail> {
  return taken(api.desk.notices.$post({ json: { catalogueItemId } }))
}
