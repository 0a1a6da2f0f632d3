import type { SheetTemplate } from './template.ts'

/** What an office may adjust of a template: everything but its identity, its form and its name. */
export type TemplateDefinition = Omit<SheetTemplate, 'id' | 'form' | 'name'>

/**
 * The adjustable part of a template.
 * @example definitionOf(BUILT_IN_TEMPLATES.POSTER).paper.size // 'A3'
 */
export function definitionOf(template: SheetTemplate): TemplateDefinition {
  const { paper, margin, grid, leading, type, leastTablePoints, wideTable, pageNumber, parts, readFrom } =
    template
  return { paper, margin, grid, leading, type, leastTablePoints, wideTable, pageNumber, parts, readFrom }
}
