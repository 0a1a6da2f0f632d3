import type { Reads } from '../../../db/store.ts'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { checkTemplate } from '../../../domain/sheet/check-template.ts'
import { SHEET_FORMS } from '../../../domain/sheet/template.ts'
import { definitionOf, type TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { CLI_LANGUAGES, sentencesIn } from '../../../platform/sentence.ts'
import { findTemplate } from './find-template.ts'
import { templateView } from './list-templates.ts'
import type { TemplateView } from './views.ts'

function viewOf(read: Reads, id: string): Result<TemplateView> {
  const stored = read.sheetTemplate.byId(id)
  return stored ? accept(templateView(stored)) : refuse('template.not-found')
}

let shippedNames: ReadonlySet<string> | null = null

function isShippedName(name: string): boolean {
  shippedNames ??= new Set(
    CLI_LANGUAGES.map(sentencesIn).flatMap(({ say }) =>
      SHEET_FORMS.map((form) => say(`terms:sheetForm.${form}`)),
    ),
  )
  return shippedNames.has(name)
}

// Two of one name in the list of the print dialog are one mistake away from each other.
function requireFreeName(read: Reads, name: string, id: string | null): Result<true> {
  const taken = read.sheetTemplate.all().some((other) => other.id !== id && other.version.name === name)
  return taken || isShippedName(name) ? refuse('template.name-taken') : accept(true)
}

/**
 * Copies a template, of the product or of the office, into a new one of the office. Needs ADMINISTRATOR. Refuses
 * `template.not-found`, `template.retired`, `template.name-taken`.
 * @example copyTemplate(deps, administrator, { copyOf: 'POSTER', name: '大字海报（村用）' })
 */
export function copyTemplate(
  deps: Deps,
  principal: Principal,
  { copyOf, name }: { readonly copyOf: string; readonly name: string },
): Result<TemplateView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<TemplateView> => {
    const source = findTemplate(read, copyOf, 'PLAIN', SHEET_FORMS)
    if (!source.ok) return source
    const free = requireFreeName(read, name, null)
    if (!free.ok) return free
    const { form, version } = source.value
    const id = deps.ids.next()
    write.sheetTemplate.add({ id, form, copiedFrom: version === 0 ? null : copyOf })
    write.sheetTemplate.addVersion({
      templateId: id,
      number: 1,
      name,
      definition: definitionOf(source.value),
      accountId: principal.id,
      at: deps.clock.now(),
    })
    record(deps, write, principal, 'template.copy', { kind: 'template', id }, { templateForm: form })
    return viewOf(read, id)
  })
}

/** What a template of the office is to be from now on; `version` is the one it was changed from. */
export type TemplateChange = {
  readonly version: number
  readonly name: string
  readonly definition: TemplateDefinition
}

/**
 * Adds the next version of a template of the office; the one before stays on record. Needs ADMINISTRATOR. Refuses
 * `template.not-found` (those of the product cannot be changed), `template.retired`, `template.changed-meanwhile`,
 * `template.invalid`, `template.part-missing`, `template.name-taken`, `template.nothing-changed`.
 * @example changeTemplate(deps, administrator, id, { version: 1, name, definition }).value.version // 2
 */
export function changeTemplate(
  deps: Deps,
  principal: Principal,
  id: string,
  change: TemplateChange,
): Result<TemplateView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<TemplateView> => {
    const stored = read.sheetTemplate.byId(id)
    if (stored === undefined) return refuse('template.not-found')
    if (stored.retired) return refuse('template.retired')
    const { version } = stored
    if (version.number !== change.version) return refuse('template.changed-meanwhile')
    const fits = checkTemplate(stored.form, change.definition)
    if (!fits.ok) return fits
    const free = requireFreeName(read, change.name, id)
    if (!free.ok) return free
    const same = canonicalJson(version.definition) === canonicalJson(change.definition)
    if (same && version.name === change.name) return refuse('template.nothing-changed')
    const number = version.number + 1
    write.sheetTemplate.addVersion({
      templateId: id,
      number,
      name: change.name,
      definition: change.definition,
      accountId: principal.id,
      at: deps.clock.now(),
    })
    record(
      deps,
      write,
      principal,
      'template.change',
      { kind: 'template', id },
      {
        templateForm: stored.form,
        templateVersion: number,
      },
    )
    return viewOf(read, id)
  })
}

/**
 * Takes a template of the office out of the offer, or puts it back; what was printed by it stays as it was. Needs
 * ADMINISTRATOR. Refuses `template.not-found`, `template.nothing-changed`.
 * @example setRetired(deps, administrator, id, true).value.retired // true
 */
export function setRetired(
  deps: Deps,
  principal: Principal,
  id: string,
  retired: boolean,
): Result<TemplateView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<TemplateView> => {
    const stored = read.sheetTemplate.byId(id)
    if (stored === undefined) return refuse('template.not-found')
    if (stored.retired === retired) return refuse('template.nothing-changed')
    write.sheetTemplate.setStanding({
      templateId: id,
      standing: retired ? 'RETIRED' : 'IN_USE',
      accountId: principal.id,
      at: deps.clock.now(),
    })
    const action = retired ? 'template.retire' : 'template.restore'
    record(deps, write, principal, action, { kind: 'template', id }, { templateForm: stored.form })
    return viewOf(read, id)
  })
}
