import { createContext, useContext } from 'react'
import type { TemplateBound, TemplateField } from '../../../domain/sheet/check-template.ts'
import type { SheetForm } from '../../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'

/** The template being adjusted, as the groups of fields share it. */
export type TemplateFields = {
  readonly form: SheetForm
  readonly definition: TemplateDefinition
  readonly change: (part: Partial<TemplateDefinition>) => void
  /** What a number may be, as the others stand. */
  readonly boundOf: (field: TemplateField) => TemplateBound | undefined
  /** Nothing can be changed. */
  readonly fixed: boolean
}

/** Carries it to the fields. */
export const FieldsContext = createContext<TemplateFields | null>(null)

/** The template being adjusted. */
export function useFields(): TemplateFields {
  const fields = useContext(FieldsContext)
  if (fields === null) throw new Error('fields outside of the editor of templates')
  return fields
}
