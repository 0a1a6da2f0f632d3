import { useState } from 'react'
import { templateBounds } from '../../../domain/sheet/check-template.ts'
import { definitionOf, type TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { isSameDefinition } from './field-groups.ts'

/** What is typed of a template, beside what is saved of it. */
export function useTemplateDraft(saved: SheetTemplate) {
  const [name, setName] = useState(saved.name)
  const [definition, setDefinition] = useState(() => definitionOf(saved))
  // What the preview shows while a number is half typed.
  const [fitting, setFitting] = useState(definition)
  const fits = (one: TemplateDefinition) =>
    templateBounds(one).every(({ value, least, most }) => value >= least && value <= most)
  const set = (next: TemplateDefinition) => {
    setDefinition(next)
    if (fits(next)) setFitting(next)
  }
  return {
    name,
    setName,
    definition,
    fitting,
    bounds: templateBounds(definition),
    isFitting: fits(definition),
    isUnsaved: name.trim() !== saved.name || !isSameDefinition(definition, definitionOf(saved)),
    change: (part: Partial<TemplateDefinition>) => set({ ...definition, ...part }),
    load: (template: SheetTemplate) => {
      setName(template.name)
      set(definitionOf(template))
    },
  }
}
