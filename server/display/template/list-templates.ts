import type { StoredTemplate } from '../../../db/repos/sheet-template-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { SHEET_FORMS } from '../../../domain/sheet/template.ts'
import { type FormFacts, formsFor, possibleForms } from '../../../domain/sheet/template-for.ts'
import { findNotice } from '../../notice/find-notice.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { OfferedTemplate, TemplatesView, TemplateVersionView, TemplateView } from './views.ts'

/**
 * A stored template as the desk sees it, in its newest version.
 * @example templateView(read.sheetTemplate.byId(id)).version // 2
 */
export function templateView({ id, form, copiedFrom, retired, version }: StoredTemplate): TemplateView {
  return {
    template: { ...version.definition, id, form, name: version.name },
    version: version.number,
    retired,
    copiedFrom: copiedFrom ?? form,
    set: { by: version.by, at: version.at },
  }
}

/**
 * Every template of the product and of the office, the retired ones too.
 * @example listTemplates(read, principal).templates.length // 13 as long as nothing was copied
 */
export function listTemplates(read: Reads, principal: Principal): TemplatesView {
  const shipped = SHEET_FORMS.map((form): TemplateView => ({
    template: BUILT_IN_TEMPLATES[form],
    version: 0,
    retired: false,
    copiedFrom: null,
    set: null,
  }))
  return {
    templates: [...shipped, ...read.sheetTemplate.all().map(templateView)],
    mayChange: requireRole(principal, 'ADMINISTRATOR').ok,
  }
}

/**
 * Every version of a template of the office, newest first: what was printed by a former one can still be looked at. Refuses
 * `template.not-found`.
 * @example templateVersions(read, id).value[0]?.number // 3
 */
export function templateVersions(read: Reads, id: string): Result<readonly TemplateVersionView[]> {
  const stored = read.sheetTemplate.byId(id)
  if (stored === undefined) return refuse('template.not-found')
  return accept(
    read.sheetTemplate.versions(id).map(({ number, name, definition, by, at }) => ({
      number,
      by,
      at,
      template: { ...definition, id, form: stored.form, name },
    })),
  )
}

/**
 * The templates a notice can be printed by, the one that suits best first, those that suit it less last; copies of the office
 * stand behind the product's own of their form, retired ones are left out.
 * @example offeredFor(read, content)[0]?.suggested // true
 */
export function offeredFor(read: Reads, facts: FormFacts): readonly OfferedTemplate[] {
  const copies = read.sheetTemplate.all().filter(({ retired }) => !retired)
  const suiting = formsFor(facts)
  return possibleForms(facts).flatMap((form, at) => {
    const suits = suiting.includes(form)
    const { paper } = BUILT_IN_TEMPLATES[form]
    return [
      { id: form, form, name: '', version: 0, paper, suggested: at === 0, suits },
      ...copies
        .filter((copy) => copy.form === form)
        .map(({ id, version: { number, name, definition } }) => ({
          id,
          form,
          name,
          version: number,
          paper: definition.paper,
          suggested: false,
          suits,
        })),
    ]
  })
}

/**
 * The same for a notice: by the edition that is published, else by its working copy. Refuses `notice.not-found`.
 * @example templatesForNotice(read, noticeId).value[0]?.form // 'RED_HEAD'
 */
export function templatesForNotice(read: Reads, noticeId: string): Result<readonly OfferedTemplate[]> {
  const notice = findNotice(read, noticeId, null)
  if (!notice.ok) return notice
  const current = read.edition.ofNotice(noticeId).find(({ state }) => state === 'PUBLISHED')
  const facts = current ? (JSON.parse(current.content) as PublicContent) : notice.value.content
  return accept(offeredFor(read, facts))
}
