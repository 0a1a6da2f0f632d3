import { TYPE_ROLES } from '../../../domain/sheet/template.ts'
import { typeFamilies } from '../../../domain/sheet/type-stack.ts'
import type { GlyphRole } from '../../../server/display/print/sheet-glyphs.ts'

/** Where a character was met: in which text, and at which place of it. */
export type Sighting = { readonly node: Text; readonly at: number }

/** Everything on the sheet that is set in the same faces: each character with the first places it was met at. */
export type SetText = {
  readonly role: GlyphRole
  /** As the browser computes it. */
  readonly families: string
  /** ISO 15924 of the script the text is in, for a text that is not Chinese. */
  readonly script: string | null
  readonly characters: Map<string, Sighting[]>
}

/** More than so many places help nobody to find the first one. */
const MOST_PLACES = 5

// Spaces and marks that only shape, order or break what stands beside them draw nothing themselves.
const DRAWS_NOTHING = /[\s\p{Cc}\p{Cf}\p{Mn}\p{Variation_Selector}\p{Zs}\p{Zl}\p{Zp}]/u

/** The families of each role as the browser writes them, so that an element's role is told from its style alone. */
function rolesByFamilies(): ReadonlyMap<string, GlyphRole> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const roles = new Map<string, GlyphRole>()
  for (const role of TYPE_ROLES) {
    probe.style.fontFamily = typeFamilies(role)
    roles.set(getComputedStyle(probe).fontFamily, role)
  }
  probe.remove()
  return roles
}

/**
 * The text of the sheet by what it is set in. What is only on the screen (`no-print`, the tools) is left out; white space and
 * marks without a drawing are too.
 */
export function setTexts(sheet: Element): readonly SetText[] {
  const roles = rolesByFamilies()
  const found = new Map<string, SetText>()
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || parent === null || parent.closest('.no-print, style, script')) continue
    const families = getComputedStyle(parent).fontFamily
    const text = found.get(families) ?? {
      role: roles.get(families) ?? 'SCRIPT',
      families,
      script: parent.closest<HTMLElement>('[data-script]')?.dataset['script'] ?? null,
      characters: new Map<string, Sighting[]>(),
    }
    found.set(families, text)
    let at = 0
    for (const character of node.data) {
      if (!DRAWS_NOTHING.test(character)) {
        const sightings = text.characters.get(character)
        if (sightings === undefined) text.characters.set(character, [{ node, at }])
        else if (sightings.length < MOST_PLACES) sightings.push({ node, at })
      }
      at += character.length
    }
  }
  return [...found.values()]
}
