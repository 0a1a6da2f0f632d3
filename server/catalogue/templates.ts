import { sameCatalogue } from '../../domain/catalogue/same-catalogue.ts'
import { ALL_TEMPLATES } from '../../domain/catalogue/templates/all-templates.ts'
import { adaptTemplate } from '../../domain/catalogue/templates/adapt-template.ts'
import { templateRows } from '../../domain/catalogue/templates/template.ts'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { takeTables } from './take-tables.ts'
import type { TakenTables, TemplateView } from './views.ts'

/**
 * The lists the program brings, with their source and what of them is not verified.
 * @example listTemplates()[0]?.id // 'GOV_20'
 */
export function listTemplates(): readonly TemplateView[] {
  return ALL_TEMPLATES.map(({ id, name, regime, source, items }) => ({
    id,
    name,
    regime,
    source,
    itemCount: items.length,
  }))
}

/**
 * Loads a list the program brings as an import would: a new draft catalogue, a new draft version where it was loaded before
 * and differs, or nothing where it says the same; what an office has filled in stays. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.template-not-found`,
 * `catalogue.version-open`.
 * @example await loadTemplate(deps, principal, 'GOV_20')
 */
export async function loadTemplate(
  deps: Deps,
  principal: Principal,
  id: string,
): Promise<Result<TakenTables>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const template = ALL_TEMPLATES.find((one) => one.id === id)
  if (!template) return refuse('catalogue.template-not-found')
  const { name, regime } = template
  const listed = templateRows(template)
  const { catalogue } = deps.store.read
  const target = sameCatalogue({ name, regime, rows: listed }, catalogue.known())
  const rows = target ? adaptTemplate(listed, catalogue.items(target.id)) : listed
  const table = { name, regime, columns: [], sourceFile: '', rows, leftOut: 0, notUnderstood: 0 }
  return takeTables(deps, principal, [{ ...table, targetId: target?.id ?? null }])
}
