import type { Reads } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { SHEET_FORMS, type SheetForm, type SheetTemplate } from '../../../domain/sheet/template.ts'

/** A template to print by; `version` is 0 for one of the product, which changes only with the program. */
export type TemplateInUse = SheetTemplate & { readonly version: number }

function builtIn(form: SheetForm): TemplateInUse {
  return { ...BUILT_IN_TEMPLATES[form], version: 0 }
}

/**
 * The template a sheet is to be printed by, in its newest version: the one named, or the product's own for `form` when none
 * is. `among` says which forms will do. Refuses `template.not-found`, `template.wrong-form`, `template.retired`.
 * @example findTemplate(read, null, 'RED_HEAD').value.version // 0
 * @example findTemplate(read, templateId, 'PLAIN', NOTICE_FORMS)
 */
export function findTemplate(
  read: Reads,
  id: string | null,
  form: SheetForm,
  among: readonly SheetForm[] = [form],
): Result<TemplateInUse> {
  if (id === null) return accept(builtIn(form))
  const shipped = SHEET_FORMS.find((one) => one === id)
  const stored = shipped === undefined ? read.sheetTemplate.byId(id) : undefined
  const found = shipped ?? stored?.form
  if (found === undefined) return refuse('template.not-found')
  if (!among.includes(found)) return refuse('template.wrong-form')
  if (stored === undefined) return accept(builtIn(found))
  if (stored.retired) return refuse('template.retired')
  const { number, name, definition } = stored.version
  return accept({ ...definition, id, form: found, name, version: number })
}

/**
 * A template as it was in one version, retired or not: how something printed long ago looked. Version 0 is the product's own
 * as this program has it. Refuses `template.not-found`.
 * @example templateVersion(read, templateId, 1).value.name
 */
export function templateVersion(read: Reads, id: string, version: number): Result<TemplateInUse> {
  const shipped = SHEET_FORMS.find((form) => form === id)
  if (shipped !== undefined && version === 0) return accept(builtIn(shipped))
  const stored = read.sheetTemplate.byId(id)
  const then = read.sheetTemplate.versionOf(id, version)
  if (stored === undefined || then === undefined) return refuse('template.not-found')
  return accept({ ...then.definition, id, form: stored.form, name: then.name, version })
}
