import type { SheetForm } from '../../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import type {
  TemplatePreview,
  TemplatesView,
  TemplateVersionView,
  TemplateView,
} from '../../../server/display/template/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Key of everything that shows templates of sheets. */
export const TEMPLATES_KEY = ['sheet-templates'] as const
/** Key of the whole list. */
export const TEMPLATE_LIST_KEY = ['sheet-templates', 'list'] as const
/** Key of the versions of one template. */
export const templateVersionsKey = (id: string) => ['sheet-templates', 'versions', id] as const

const templates = api.desk['sheet-templates']

/** Every template of the product and of the office. */
export function getTemplates(): Promise<TemplatesView> {
  return taken(templates.$get())
}

/** Versions of a template of the office, newest first. */
export function getTemplateVersions(id: string): Promise<readonly TemplateVersionView[]> {
  return taken(templates[':id'].versions.$get({ param: { id } }))
}

/** Makes a template of the office out of another. */
export function copyTemplate(copyOf: string, name: string): Promise<TemplateView> {
  return taken(templates.$post({ json: { copyOf, name } }))
}

/** Adds the next version of a template of the office. */
export function changeTemplate(
  id: string,
  change: { readonly version: number; readonly name: string; readonly definition: TemplateDefinition },
): Promise<TemplateView> {
  const { definition } = change
  const json = { ...change, definition: { ...definition, parts: [...definition.parts] } }
  return taken(templates[':id'].$put({ param: { id }, json }))
}

/** Takes a template of the office out of the offer, or puts it back. */
export function setTemplateRetired(id: string, retired: boolean): Promise<TemplateView> {
  const one = templates[':id']
  return taken(retired ? one.retire.$post({ param: { id } }) : one.restore.$post({ param: { id } }))
}

/** Lays a sheet ready that is set by a template nobody has saved, and says where it can be looked at. */
export function previewTemplate(
  asked: { readonly form: SheetForm; readonly definition: TemplateDefinition; readonly hash: string | null },
  signal: AbortSignal,
): Promise<TemplatePreview> {
  const { definition } = asked
  const json = { ...asked, definition: { ...definition, parts: [...definition.parts] } }
  return taken(templates.preview.$post({ json }, { init: { signal } }))
}
