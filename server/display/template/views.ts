import type { SheetForm, SheetPaper, SheetTemplate } from '../../../domain/sheet/template.ts'

/** A template at the desk. */
export type TemplateView = {
  readonly template: SheetTemplate
  /** 0 for one of the product. */
  readonly version: number
  readonly retired: boolean
  /** Id of the template it was copied from: a form, or another of the office's; null for one of the product. */
  readonly copiedFrom: string | null
  /** Who set this version and when; null for one of the product. */
  readonly set: { readonly by: string; readonly at: string } | null
}

/** Every template: those of the product in the order of the forms, then the office's in the order they were made. */
export type TemplatesView = { readonly templates: readonly TemplateView[]; readonly mayChange: boolean }

/** A former version of a template of the office. */
export type TemplateVersionView = {
  readonly number: number
  readonly by: string
  readonly at: string
  readonly template: SheetTemplate
}

/** A template that can be chosen for a notice. */
export type OfferedTemplate = {
  readonly id: string
  readonly form: SheetForm
  /** Empty for one of the product, whose name is `terms:sheetForm`. */
  readonly name: string
  readonly version: number
  readonly paper: SheetPaper
  /** The one that suits best; exactly one is, and it stands first. */
  readonly suggested: boolean
  /** It suits what the notice says; the others are there for those who ask. */
  readonly suits: boolean
}

/** Where an unsaved template can be looked at, for as long as no other is asked for. */
export type TemplatePreview = { readonly address: string }

/*
 * Routes at the desk (any signed-in person; changes need ADMINISTRATOR):
 * GET  /api/desk/sheet-templates → TemplatesView
 * POST /api/desk/sheet-templates {copyOf, name} → TemplateView (201)
 * PUT  /api/desk/sheet-templates/:id {version, name, definition} → TemplateView
 * GET  /api/desk/sheet-templates/:id/versions → TemplateVersionView[]
 * POST /api/desk/sheet-templates/:id/retire · /:id/restore → TemplateView
 * POST /api/desk/sheet-templates/preview {form, definition, hash|null} → TemplatePreview
 * GET  /api/desk/notices/:id/sheet-templates → OfferedTemplate[]
 */
