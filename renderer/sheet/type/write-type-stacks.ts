import { TYPE_ROLES } from '../../../domain/sheet/template.ts'
import { TYPE_VARIABLES, typeFamilies } from '../../../domain/sheet/type-stack.ts'

/**
 * Writes the families of each role where the style sheets of the page look for them (`--fangsong` and its fellows), before
 * anything is set.
 */
export function writeTypeStacks(root: HTMLElement): void {
  for (const role of TYPE_ROLES) root.style.setProperty(TYPE_VARIABLES[role], typeFamilies(role))
}
