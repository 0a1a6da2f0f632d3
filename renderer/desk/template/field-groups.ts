import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'

/** What of a template is adjusted together and set back together. */
const FIELD_GROUPS = {
  PAPER: ['paper'],
  AREA: ['margin', 'grid', 'leading'],
  TYPE: ['type'],
  TABLE: ['leastTablePoints', 'wideTable'],
  PAGE: ['pageNumber', 'parts'],
  READING: ['readFrom'],
} as const satisfies Readonly<Record<string, readonly (keyof TemplateDefinition)[]>>
/** One group. */
export type FieldGroup = keyof typeof FIELD_GROUPS

function partOf(definition: TemplateDefinition, group: FieldGroup): Partial<TemplateDefinition> {
  return Object.fromEntries(FIELD_GROUPS[group].map((key) => [key, definition[key]]))
}

/**
 * Whether a group stands as it does in another definition; in which order parts were ticked means nothing.
 * @example isSameGroup(definition, BUILT_IN_TEMPLATES.POSTER, 'PAPER') // true
 */
export function isSameGroup(one: TemplateDefinition, other: TemplateDefinition, group: FieldGroup): boolean {
  return JSON.stringify(tidied(partOf(one, group))) === JSON.stringify(tidied(partOf(other, group)))
}

function tidied(part: unknown): unknown {
  if (Array.isArray(part)) return (part as readonly unknown[]).map(tidied).toSorted()
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, value]) => [key, tidied(value)] as const)
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/**
 * The definition with one group as it is in another.
 * @example restoreGroup(definition, BUILT_IN_TEMPLATES.POSTER, 'AREA').margin
 */
export function restoreGroup(
  definition: TemplateDefinition,
  from: TemplateDefinition,
  group: FieldGroup,
): TemplateDefinition {
  return { ...definition, ...partOf(from, group) }
}

/**
 * Whether two definitions say the same.
 * @example isSameDefinition(draft, saved) // false: there is something to save
 */
export function isSameDefinition(one: TemplateDefinition, other: TemplateDefinition): boolean {
  return (Object.keys(FIELD_GROUPS) as FieldGroup[]).every((group) => isSameGroup(one, other, group))
}
