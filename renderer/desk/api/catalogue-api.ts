import type { CatalogueItem, CatalogueRow } from '../../../domain/catalogue/catalogue-item.ts'
import type { DeadlineReading } from '../../../domain/duty/deadline/deadline-rule.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import type {
  CatalogueDetail,
  CatalogueDiff,
  CatalogueSummary,
  ImportPreview,
  TakeImport,
  TakenTables,
  TemplateView,
} from '../../../server/catalogue/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

const part = encodeURIComponent

async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(`/api/desk/${path}`, signal === undefined ? {} : { signal })
  return (await response.json()) as T
}

async function tell<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(`/api/desk/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Every catalogue of the office. */
export function listCatalogues(): Promise<readonly CatalogueSummary[]> {
  return ask('catalogues')
}

/** One catalogue with the rows of a version; of the version that counts when none is named. */
export function getCatalogue(id: string, versionId: string | null): Promise<CatalogueDetail> {
  return ask(`catalogues/${part(id)}${versionId === null ? '' : `?version=${part(versionId)}`}`)
}

/** Reads an XLSX or CSV file and keeps what was understood for looking at; nothing is taken yet. */
export async function previewImport(file: File, signal: AbortSignal): Promise<ImportPreview> {
  const body = new FormData()
  body.append('file', file)
  const response = await send('/api/desk/catalogue-imports', { method: 'POST', body, signal })
  return (await response.json()) as ImportPreview
}

/** A preview that was made before. */
export function getImport(id: string): Promise<ImportPreview> {
  return ask(`catalogue-imports/${part(id)}`)
}

/** Takes a preview over, as mended. */
export function takeImport(id: string, what: TakeImport): Promise<TakenTables> {
  return tell('POST', `catalogue-imports/${part(id)}/take`, what)
}

/** Throws a preview away. */
export function discardImport(id: string): Promise<void> {
  return tell('DELETE', `catalogue-imports/${part(id)}`)
}

/** The lists that the program brings. */
export function listTemplates(): Promise<readonly TemplateView[]> {
  return ask('catalogue-templates')
}

/** Loads a list that the program brings. */
export function loadTemplate(id: TemplateView['id']): Promise<TakenTables> {
  return tell('POST', `catalogue-templates/${part(id)}`)
}

/** Changes cells of a row of the open draft. */
export function changeCatalogueItem(id: string, change: Partial<CatalogueRow>): Promise<CatalogueItem> {
  return tell('PATCH', `catalogue-items/${part(id)}`, change)
}

/** Adds a row to the open draft. */
export function addRow(catalogueId: string, row: CatalogueRow): Promise<CatalogueItem> {
  return tell('POST', `catalogues/${part(catalogueId)}/rows`, row)
}

/** Takes a row out of the open draft. */
export function removeRow(catalogueId: string, itemId: string): Promise<void> {
  return tell('DELETE', `catalogues/${part(catalogueId)}/rows/${part(itemId)}`)
}

/** Changes the name of a catalogue. */
export function renameCatalogue(id: string, name: string): Promise<CatalogueDetail> {
  return tell('PATCH', `catalogues/${part(id)}`, { name })
}

/** Says which units keep a catalogue. */
export function setCatalogueUnits(
  id: string,
  what: { readonly unitIds: readonly string[]; readonly reason: string },
): Promise<CatalogueDetail> {
  return tell('PUT', `catalogues/${part(id)}/units`, what)
}

/** What differs for an item in one unit. */
export type UnitItemChange = {
  readonly applies: boolean
  readonly reason: string
  readonly assigneeId: string | null
}

/** Says whether an item applies in a unit, and who is in charge of it there. */
export function setUnitItem(unitId: string, itemId: string, what: UnitItemChange): Promise<void> {
  return tell('PUT', `units/${part(unitId)}/items/${part(itemId)}`, what)
}

/** Begins a new draft version from the one that counts. */
export function reviseCatalogue(id: string): Promise<CatalogueDetail> {
  return tell('POST', `catalogues/${part(id)}/versions`)
}

/** 备案: with whom, under which number, on which day. */
export type Filing = { readonly filedOn: string; readonly filedWith: string; readonly filingNumber: string }

/** A step of a version on its way to being filed. */
export type VersionStep =
  | { readonly step: 'submit' | 'approve' }
  | { readonly step: 'return'; readonly reason: string }
  | ({ readonly step: 'file' } & Filing)

/** Takes a version one step on, or back. */
export function stepVersion(versionId: string, { step, ...body }: VersionStep): Promise<CatalogueDetail> {
  return tell('POST', `catalogue-versions/${part(versionId)}/${step}`, body)
}

/** Throws a draft version away. */
export function discardVersion(versionId: string): Promise<void> {
  return tell('DELETE', `catalogue-versions/${part(versionId)}`)
}

/** How the rows of a version differ from those of an earlier one. */
export function compareVersions(versionId: string, earlierId: string): Promise<CatalogueDiff> {
  return ask(`catalogue-versions/${part(versionId)}/diff?with=${part(earlierId)}`)
}

/** Where a version can be had as a workbook. */
export function workbookAddress(versionId: string): string {
  return `/api/desk/catalogue-versions/${part(versionId)}/xlsx`
}

/** The units under the office. */
export function listUnits(): Promise<readonly UnitView[]> {
  return ask('units')
}

/** What can be understood of a deadline text. */
export function readDeadline(text: string, signal?: AbortSignal): Promise<DeadlineReading> {
  const body = JSON.stringify({ text })
  const headers = { 'content-type': 'application/json' }
  return send('/api/desk/rules/read-deadline', {
    method: 'POST',
    body,
    headers,
    ...(signal === undefined ? {} : { signal }),
  }).then((response) => response.json() as Promise<DeadlineReading>)
}

/** When something is due that is counted from a day. */
export function reckonDue(
  from: string,
  amount: number,
  unit: 'workday' | 'day',
  signal?: AbortSignal,
): Promise<DueAnswer> {
  return ask(`calendar/due?from=${part(from)}&amount=${amount}&unit=${unit}`, signal)
}

/** Begins a notice for a row of the catalogue. */
export function startNotice(catalogueItemId: string): Promise<NoticeDetail> {
  return taken(api.desk.notices.$post({ json: { catalogueItemId } }))
}
